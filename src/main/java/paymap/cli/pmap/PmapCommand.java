package paymap.cli.pmap;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Terminal;
import paymap.pmap.BannerChoice;
import paymap.pmap.CouldNotScan;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.pmap.banner.BannerScanner;
import paymap.pmap.ping.PingScanner;
import paymap.pmap.proc.ProcScanner;
import paymap.pmap.proc.ScanWorker;
import paymap.pmap.tcp.TcpScanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks hosts whether they are there, and which of their TCP ports are open. */
@Command(
        name = "pmap",
        description = "Scan hosts: who answers ping, which TCP ports are open. Only ever scan what is yours.",
        mixinStandardHelpOptions = true,
        subcommands = PmapDiffCommand.class,
        footer = {
            "",
            "A service is what usually listens on a port; nobody has asked it. Filtered",
            "means that no answer came, or one that was not the host's. Of several hosts,",
            "those that answer none of the first few probes are not asked further. Results",
            "come in the order of addresses and ports, each host when those before it are",
            "finished.",
            "",
            "Exit codes: 0 complete, 1 could not scan, 2 wrong usage, 3 partial, or changed",
            "with --fail-on-change, 130 interrupted.",
            "",
            "Examples:",
            "  paymap pmap 192.168.0.1 192.168.0.16/28",
            "  paymap pmap -n 4 -f ping -ip 192.168.0.1-192.168.0.100",
            "  paymap pmap -n 10 -f tcp -ip 192.168.0.1 -w result.json",
            "  paymap pmap -ip 127.0.0.1 -p - --format plain",
            "  paymap pmap --resume result.json           go on where a scan stopped",
            "  paymap pmap 192.168.0.0/24 --since last.json -w last.json    what has changed",
            "  paymap pmap 192.168.0.0/24 -w scan.json --report scan.html   a page for people"
        })
public final class PmapCommand implements Callable<Integer> {

    static final String NAME = "pmap";

    private static final String CHILD = "pmap-child";

    private final Terminal terminal;

    @Mixin
    private PmapOptions options = new PmapOptions();

    public PmapCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs {@code pmap} without the command line library where the arguments are plain.
     *
     * @return the exit code, or null = picocli is to read them
     * @throws IllegalArgumentException if an argument makes no sense
     * @throws CouldNotScan if nothing could be scanned
     */
    public static @Nullable Integer fastPath(PrintStream out, PrintStream err, String... args)
            throws InterruptedException {
        if (args.length == 1 && args[0].equals(CHILD)) {
            return child(out);
        }
        if (args.length == 0 || !args[0].equals(NAME) || hasSubcommand(args)) {
            return null;
        }
        PmapOptions options = PmapOptions.fastPath(args, 1);
        if (options == null) {
            return null;
        }
        return run(Terminal.of(out, err), options);
    }

    /** Wherever it stands among the options, as the command line library has it. */
    private static boolean hasSubcommand(String... args) {
        for (String arg : args) {
            if (arg.equals(PmapDiffCommand.NAME)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Integer call() throws InterruptedException {
        return run(terminal, options);
    }

    /** The same program again, with flags that make it start fast and stay small. */
    static List<String> childCommand() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "-Xmx256m"));
        String jar = System.getProperty("java.class.path");
        Path archive = Path.of(jar.replaceFirst("\\.jar$", ".jsa"));
        if (jar.endsWith(".jar") && !jar.contains(File.pathSeparator) && Files.isReadable(archive)) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr"));
            command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        }
        command.addAll(List.of("-cp", jar, "paymap.Main", CHILD));
        return command;
    }

    private static int run(Terminal terminal, PmapOptions options) throws InterruptedException {
        PmapRequest request = PmapRequest.of(options, System.in);
        return new PmapRun(terminal, request).run(scanner(request));
    }

    /** A child of {@code -m proc}: no command for people. */
    private static int child(PrintStream out) {
        try {
            ScanWorker.serve(System.in, out);
            return Exit.COMPLETE;
        } catch (IOException | IllegalArgumentException e) {
            return Exit.FAILED; // the parent sees that it ended, and says so
        }
    }

    private static Scanner scanner(PmapRequest request) {
        Scanner scanner = asking(request);
        return request.banner() == BannerChoice.NONE
                ? scanner
                : new BannerScanner(scanner, request.banner(), request.plan().settings());
    }

    private static Scanner asking(PmapRequest request) {
        ScanPlan plan = request.rest();
        if (request.children()) {
            return new ProcScanner(plan, childCommand(), new Random());
        }
        if (plan.kind() == ScanPlan.Kind.PING) {
            return new PingScanner(plan, new Random());
        }
        return new TcpScanner(plan, new Random());
    }
}
