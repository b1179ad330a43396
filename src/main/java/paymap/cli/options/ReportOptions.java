package paymap.cli.options;

import paymap.cli.console.Exit;
import paymap.cli.console.Terminal;
import picocli.CommandLine.Option;

/** How the report of a command that collects rows is printed. */
public final class ReportOptions {

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing unless something is wrong, for cron; with --json the report is still printed.")
    private boolean quiet;

    /** What a command came to. */
    public interface Report {

        int exitCode();

        /**
         * For standard output; empty when there is nothing to tell.
         *
         * @param columns that a table may take
         */
        String text(int columns);

        /** For scripts, on standard output. */
        String json();

        /** For standard error: what is missing and how to go on; empty when there is nothing to say. */
        String advice();
    }

    /** Whether it is for scripts. */
    public boolean isJson() {
        return json;
    }

    /** Where progress is told while the command is at work. */
    public Terminal progress(Terminal terminal) {
        return quiet ? terminal.silent() : terminal;
    }

    /** @return the exit code */
    public int print(Report report, Terminal terminal) {
        int exitCode = report.exitCode();
        terminal.out().print(json ? report.json() : quiet ? "" : report.text(terminal.tableColumns()));
        terminal.err().print(quiet && exitCode == Exit.COMPLETE ? "" : report.advice());
        terminal.out().flush();
        terminal.err().flush();
        return exitCode;
    }
}
