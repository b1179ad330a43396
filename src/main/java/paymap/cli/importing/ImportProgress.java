package paymap.cli.importing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Terminal;
import paymap.importer.ImportListener;
import paymap.importer.RejectedRow;

/** Tells on standard error how an import goes that takes more than a second. */
final class ImportProgress implements ImportListener, AutoCloseable {

    private static final Duration BEFORE_THE_FIRST = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int MEGA = 1_000_000;

    private final Terminal terminal;
    private final RejectFile rejects;
    private final InstantSource clock;
    private Instant next;
    private @Nullable ProgressBar bar;

    ImportProgress(Terminal terminal, RejectFile rejects, InstantSource clock) {
        this.terminal = terminal;
        this.rejects = rejects;
        this.clock = clock;
        this.next = clock.instant().plus(BEFORE_THE_FIRST);
    }

    @Override
    public void status(Status status) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        if (terminal.live()) {
            draw(status);
        } else {
            next = now.plus(BETWEEN_LINES);
            terminal.err()
                    .println(
                            megabytes(status.bytes()) + " of " + megabytes(status.allBytes()) + " MB, " + told(status));
        }
    }

    @Override
    public void rejected(RejectedRow row) {
        rejects.add(row);
    }

    /** Takes the bar away, so that the report stands alone. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private void draw(Status status) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName("MB")
                    .setInitialMax(Math.max(1, status.allBytes() / MEGA))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .hideEta()
                    .continuousUpdate()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
                    .build();
            bar = shown;
        }
        shown.stepTo(status.bytes() / MEGA);
        shown.setExtraMessage(" " + told(status));
    }

    private static String told(Status status) {
        return String.format(Locale.ROOT, "%,d rows, %,d rejected", status.rows(), status.rejected());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes / (double) MEGA);
    }
}
