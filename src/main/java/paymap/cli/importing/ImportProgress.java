package paymap.cli.importing;

import paymap.cli.console.ProgressLine;
import paymap.cli.console.Terminal;
import paymap.importer.ImportListener;
import paymap.importer.RejectedRow;
import paymap.words.Words;

/** Tells on standard error how an import goes that takes more than a second. */
final class ImportProgress implements ImportListener, AutoCloseable {

    private static final int MEGA = 1_000_000;

    private final RejectFile rejects;
    private final ProgressLine line;

    ImportProgress(Terminal terminal, RejectFile rejects) {
        this.rejects = rejects;
        this.line = new ProgressLine(terminal, System.nanoTime());
    }

    @Override
    public void status(Status status) {
        line.show(System.nanoTime(), () -> {
            String bar = line.isLive() ? ProgressLine.bar(status.bytes(), status.allBytes()) + "  " : "";
            return bar
                    + Words.say(
                            "%,.1f of %,.1f MB, %,d rows, %,d rejected",
                            megabytes(status.bytes()), megabytes(status.allBytes()), status.rows(), status.rejected());
        });
    }

    @Override
    public void rejected(RejectedRow row) {
        rejects.add(row);
    }

    /** Takes the line away, so that the report stands alone. */
    @Override
    public void close() {
        line.clear();
    }

    private static double megabytes(long bytes) {
        return bytes / (double) MEGA;
    }
}
