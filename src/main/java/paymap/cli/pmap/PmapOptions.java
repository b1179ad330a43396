package paymap.cli.pmap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person types for a scan, as typed; {@link PmapRequest} makes sense of it. */
final class PmapOptions {

    static final String USUAL_PORTS = "1-1024";

    @Parameters(
            arity = "0..*",
            paramLabel = "HOSTS",
            description = "192.168.0.1, 192.168.0.1-100, 10.0.0.0/24, fd00::/120, a host name, several by commas,"
                    + " @FILE, - for standard input.")
    List<String> named = new ArrayList<>();

    @Option(names = "-ip", paramLabel = "HOSTS", description = "The same as an option.")
    @Nullable
    String hosts;

    @Option(names = "-f", paramLabel = "ping|tcp", description = "What to ask a host; default: tcp.")
    @Nullable
    String kind;

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            description = "The most probes waited for at once, 1 to 10000; default: 256 for tcp, 64 for ping.")
    @Nullable
    String atOnce;

    @Option(
            names = "-p",
            paramLabel = "PORTS",
            description = "22,80,1000-2000,ssh; -10 for 1 to 10; - for all 65535; default: " + USUAL_PORTS + ".")
    @Nullable
    String ports;

    @Option(names = "--exclude", paramLabel = "HOSTS", description = "Hosts to leave out, written like -ip.")
    String exclude = "";

    @Option(
            names = "-w",
            paramLabel = "FILE",
            description = "Save the result as JSON. It is written as results come; a file that is there stays until the"
                    + " scan is at its end.")
    @Nullable
    String file;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on with a scan that was stopped, from the file of its -w or its ndjson: only what is not"
                    + " known is asked, and the whole is saved there.")
    @Nullable
    String resume;

    @Option(names = "--merge", description = "With --resume: add the hosts and ports named here to those of the file.")
    boolean merge;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "Tell what has changed since the scan of this file, instead of all results.")
    @Nullable
    String since;

    @Option(names = "--fail-on-change", description = "With --since: exit code 3 where something has changed.")
    boolean failOnChange;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page for people: hosts by ports, and with --since what has changed.")
    @Nullable
    String report;

    @Option(
            names = "-m",
            paramLabel = "thread|proc",
            description = "Scan with threads of this process, or with child processes; default: thread.")
    @Nullable
    String model;

    @Option(
            names = "-t",
            paramLabel = "TIME",
            description = "The longest wait for one probe, e.g. 500ms, 2s; shorter once a host's distance is known;"
                    + " default: 1s.")
    @Nullable
    String longestWait;

    @Option(
            names = "--retries",
            paramLabel = "COUNT",
            description = "How often silent ports and hosts are asked again at most; default: once, and on for as long"
                    + " as that still finds something.")
    @Nullable
    String retries;

    @Option(
            names = {"--rate", "--max-rate"},
            paramLabel = "COUNT",
            description = "Packets a second at most, all probes together; default: no limit.")
    @Nullable
    String rate;

    @Option(
            names = "--pinger",
            paramLabel = "auto|ping|fping|icmp",
            description = "How to ping; default: auto, the fastest that is here and permitted.")
    @Nullable
    String pinger;

    @Option(
            names = "--format",
            paramLabel = "text|plain|json|ndjson",
            description = "plain: one ip or ip:port a line; ndjson: a JSON object a line; default: text.")
    String format = "text";

    @Option(names = "--all", description = "Tell closed and filtered ports, and silent hosts, as well.")
    boolean all;

    @Option(
            names = "--assume-up",
            description = "Of several hosts, scan those too that answer none of the first few probes.")
    boolean assumeUp;

    @Option(names = "--yes", description = "More than 2^24 addresses are meant.")
    boolean yes;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell the elapsed time; twice: each unusual decision as well.")
    boolean[] verbose = {};

    @Mixin
    PmapChoices choices = new PmapChoices();

    /**
     * Reads plain arguments without the help of the command line library, which takes longer to wake up than a scan of
     * this machine takes.
     *
     * @param args after the name of the command
     * @return null = picocli is to read them (help, a mistake, an unusual form)
     */
    static @Nullable PmapOptions fastPath(String[] args, int from) {
        PmapOptions options = new PmapOptions();
        Set<String> seen = new HashSet<>();
        for (int i = from; i < args.length; i++) {
            String arg = args[i];
            String next = i + 1 < args.length ? args[i + 1] : "";
            int name = attached(arg);
            if (!isDashed(arg)) {
                options.named.add(arg);
            } else if (options.flag(arg)) {
                continue;
            } else if (name > 0 && seen.add(arg.substring(0, name))) {
                options.value(arg.substring(0, name), arg.substring(name));
            } else if (!next.isEmpty() && !isDashed(next) && seen.add(oneName(arg)) && options.value(arg, next)) {
                i++;
            } else {
                return null;
            }
        }
        return options;
    }

    /** The hosts as they were typed, both ways of it; empty = none. */
    String hosts() {
        String typed = String.join(",", named);
        return hosts == null ? typed : typed.isEmpty() ? hosts : hosts + "," + typed;
    }

    private static boolean isDashed(String arg) {
        return arg.startsWith("-") && arg.length() > 1;
    }

    /** Of an option with two names, so that it is not typed twice. */
    private static String oneName(String arg) {
        return arg.equals("--max-rate") ? "--rate" : arg;
    }

    /** How long the name of an option is whose value stands right behind it, as in {@code -p80}; 0 = it has no such form. */
    private static int attached(String arg) {
        if (arg.length() > 3 && arg.startsWith("-ip")) {
            return 3;
        }
        boolean single = arg.length() > 2 && arg.charAt(0) == '-' && "fnpmt".indexOf(arg.charAt(1)) >= 0;
        return single && arg.charAt(2) != '=' ? 2 : 0;
    }

    private boolean flag(String name) {
        switch (name) {
            case "-v", "--verbose" -> verbose = new boolean[verbose.length + 1];
            case "-vv" -> verbose = new boolean[verbose.length + 2];
            case "--all" -> all = true;
            case "--assume-up" -> assumeUp = true;
            case "--yes" -> yes = true;
            case "--merge" -> merge = true;
            case "--fail-on-change" -> failOnChange = true;
            default -> {
                return choices.flag(name);
            }
        }
        return true;
    }

    private boolean value(String name, String value) {
        switch (name) {
            case "-ip" -> hosts = value;
            case "-f" -> kind = value;
            case "-n" -> atOnce = value;
            case "-p" -> ports = value;
            case "--exclude" -> exclude = value;
            case "-w" -> file = value;
            case "--resume" -> resume = value;
            case "--since" -> since = value;
            case "--report" -> report = value;
            case "-m" -> model = value;
            case "-t" -> longestWait = value;
            case "--retries" -> retries = value;
            case "--rate", "--max-rate" -> rate = value;
            case "--pinger" -> pinger = value;
            case "--format" -> format = value;
            case "--lang" -> {} // it is spoken already
            default -> {
                return choices.value(name, value);
            }
        }
        return true;
    }
}
