package paymap.cli.pmap;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Terminal;
import paymap.cli.console.TextEncoding;
import paymap.pmap.file.ScanFile;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.Services;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the files of two scans, and scans nothing. */
@Command(
        name = PmapDiffCommand.NAME,
        description = "Tell what is different between the files of two scans; nothing is scanned.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Hosts and ports that are not known from both files are not compared. Where nothing has changed, nothing is"
                    + " printed.",
            "",
            "Exit codes: 0 compared, 2 wrong usage; 3 something has changed, with --fail-on-change.",
            "",
            "Examples:",
            "  paymap pmap diff last-week.json today.json",
            "  paymap pmap diff last-week.json today.json --report changes.html"
        })
public final class PmapDiffCommand implements Callable<Integer> {

    static final String NAME = "diff";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", description = "The file of the earlier scan: of -w, json or ndjson.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The file of the later one.")
    private String now = "";

    @Option(
            names = "--format",
            paramLabel = "text|json|ndjson",
            description = "ndjson: a JSON object a line; default: text.")
    private String format = "text";

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page for people: hosts by ports, and what has changed.")
    private @Nullable String report;

    @Option(names = "--fail-on-change", description = "Exit code 3 where something has changed.")
    private boolean failOnChange;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell how many hosts were compared.")
    private boolean verbose;

    public PmapDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PmapRequest.Format chosen = PmapRequest.format(format);
        if (chosen == PmapRequest.Format.PLAIN) {
            throw new IllegalArgumentException(Words.say(
                    "--format plain lists what is open or alive, not what has changed;" + " use text, json or ndjson"));
        }
        StoredScan before = ScanFile.read(TextEncoding.path(old));
        StoredScan after = ScanFile.read(TextEncoding.path(now));
        if (before.asked().kind() != after.asked().kind()) {
            throw new IllegalArgumentException(
                    Words.say("one file is of a ping, the other of a scan of TCP ports; they have nothing in common"));
        }
        PmapChanges changes = new PmapChanges(before, after);
        Path path = PmapReport.path(report, "OLD", old, "NEW", now);
        try (PmapReport page = PmapReport.at(path, new Services(Services.SYSTEM))) {
            if (page != null) {
                page.write(after, changes);
            }
        }
        PrintStream out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
        changes.print(chosen, out);
        out.flush();
        if (verbose) {
            terminal.err().println("paymap: " + changes.summary());
        }
        return failOnChange && !changes.isEmpty() ? Exit.PARTIAL : Exit.COMPLETE;
    }
}
