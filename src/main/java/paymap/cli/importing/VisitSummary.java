package paymap.cli.importing;

import paymap.cli.options.ReportOptions;

/** What a visit came to: as an import of files, and for scripts on one line below those of its pages. */
record VisitSummary(ImportSummary summary) implements ReportOptions.Report {

    @Override
    public int exitCode() {
        return summary.exitCode();
    }

    @Override
    public String text(int columns) {
        return summary.text(columns);
    }

    @Override
    public String json() {
        return summary.jsonLine();
    }

    @Override
    public String advice() {
        return summary.advice();
    }
}
