package paymap.cli.pmap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person types for a scan, as typed; {@link PmapRequest} makes sense of it. */
final class PmapOptions {

    @Option(
            names = "-ip",
            required = true,
            paramLabel = "HOSTS",
            description = "192.168.0.1, 192.168.0.1-192.168.0.100, 192.168.0.1-100, 10.0.0.0/24, fd00::/120, a host"
                    + " name, several by commas, @FILE, - for standard input.")
    @Nullable
    String hosts;

    @Option(names = "-f", paramLabel = "ping|tcp", description = "What to ask a host; default: tcp.")
    String kind = "tcp";

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            description = "The most probes waited for at once, 1 to 10000; default: 256 for tcp, 64 for ping.")
    @Nullable
    String atOnce;

    @Option(
            names = "-p",
            paramLabel = "PORTS",
            description = "22,80,1000-2000,ssh; - for all 65535; default: ${DEFAULT-VALUE}.")
    String ports = "1-1024";

    @Option(names = "--exclude", paramLabel = "HOSTS", description = "Hosts to leave out, written like -ip.")
    String exclude = "";

    @Option(
            names = "-w",
            paramLabel = "FILE",
            description = "Save the result as JSON; the file appears when it is whole.")
    @Nullable
    String file;

    @Option(
            names = "-m",
            paramLabel = "thread|proc",
            description = "Scan with threads of this process, or with child processes; default: ${DEFAULT-VALUE}.")
    String model = "thread";

    @Option(
            names = "-t",
            paramLabel = "TIME",
            description = "The longest wait for one probe, e.g. 500ms, 2s; shorter once a host's distance is known;"
                    + " default: ${DEFAULT-VALUE}.")
    String longestWait = "1s";

    @Option(
            names = "--retries",
            paramLabel = "COUNT",
            description = "How often silent ports and hosts are asked again at most; default: once, and on for as long"
                    + " as that still finds something.")
    @Nullable
    String retries;

    @Option(
            names = "--rate",
            paramLabel = "COUNT",
            description = "Packets a second at most, all probes together; default: no limit.")
    @Nullable
    String rate;

    @Option(
            names = "--pinger",
            paramLabel = "auto|ping|fping|icmp",
            description = "How to ping; default: the fastest that is here and permitted.")
    String pinger = "auto";

    @Option(
            names = "--format",
            paramLabel = "text|plain|json|ndjson",
            description = "plain: one ip or ip:port a line; ndjson: each result as it comes; default: text.")
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

    /**
     * Reads plain arguments without the help of the command line library, which takes longer to wake up than a scan of
     * this machine takes.
     *
     * @param args after the name of the command
     * @return null = picocli is to read them (help, a mistake, an unusual form)
     */
    static @Nullable PmapOptions fastPath(String[] args, int from) {
        PmapOptions options = new PmapOptions();
        for (int i = from; i < args.length; i++) {
            if (options.flag(args[i])) {
                continue;
            }
            boolean dashed = i + 1 < args.length && args[i + 1].startsWith("-") && args[i + 1].length() > 1;
            if (i + 1 >= args.length || dashed || !options.value(args[i], args[i + 1])) {
                return null;
            }
            i++;
        }
        return options.hosts == null ? null : options;
    }

    private boolean flag(String name) {
        switch (name) {
            case "-v", "--verbose" -> verbose = new boolean[verbose.length + 1];
            case "-vv" -> verbose = new boolean[verbose.length + 2];
            case "--all" -> all = true;
            case "--assume-up" -> assumeUp = true;
            case "--yes" -> yes = true;
            default -> {
                return false;
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
            case "-m" -> model = value;
            case "-t" -> longestWait = value;
            case "--retries" -> retries = value;
            case "--rate" -> rate = value;
            case "--pinger" -> pinger = value;
            case "--format" -> format = value;
            default -> {
                return false;
            }
        }
        return true;
    }
}
