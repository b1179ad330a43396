package paymap.cli.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.export.AtomFeed;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** The options of {@code stats --new}, and what they bring. */
final class NewOptions {

    /** A feed reader that was away for some days misses nothing. */
    private static final Duration USUAL = Duration.ofDays(7);

    private static final int USUAL_TOP = 50;

    @Option(
            names = "--new",
            description = "List the rows that were first seen since --since, the newest first; default: in the last 7"
                    + " days.")
    private boolean wanted;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "With --new: only the first N; default: 50, with --json all.")
    private @Nullable Integer top;

    @Option(
            names = "--atom",
            paramLabel = "FILE",
            description =
                    "With --new: write them as a feed for a feed reader instead, at most 500; a file that is there"
                            + " is replaced.")
    private @Nullable Path atom;

    /** @throws IllegalArgumentException if what was typed makes no sense */
    boolean wanted() {
        if (!wanted && (top != null || atom != null)) {
            throw new IllegalArgumentException(Words.say("--top and --atom go with --new"));
        }
        if (top != null && top < 1) {
            throw new IllegalArgumentException(Words.say("--top is %d; allowed: 1 or more", top));
        }
        return wanted;
    }

    /**
     * Prints or writes them.
     *
     * @param asked of which {@code since} is the moment; null = 7 days ago
     * @param database which must not be written over
     * @throws CommandFailed if no row is as asked for, new or not, or the file cannot be written
     */
    void tell(Terminal terminal, JobStore store, Filter asked, boolean json, Path database) {
        Instant since = asked.since() == null ? Instant.now().minus(USUAL) : asked.since();
        if (atom != null) {
            if (json || top != null) {
                throw new IllegalArgumentException(
                        Words.say("%s and %s exclude each other", "--atom", json ? "--json" : "--top"));
            }
            write(terminal, NewRows.of(store, asked, since, AtomFeed.MOST_ENTRIES), atom, database);
        } else if (json) {
            NewRows.print(store, asked, since, top == null ? Long.MAX_VALUE : top, terminal.out());
        } else {
            terminal.out()
                    .print(NewRows.of(store, asked, since, top == null ? USUAL_TOP : top)
                            .text(terminal.tableColumns()));
        }
    }

    private static void write(Terminal terminal, NewRows rows, Path to, Path database) {
        try {
            if (Files.exists(to) && Files.isSameFile(to, database)) {
                throw new IllegalArgumentException(Words.say("%s names the database itself: %s", "--atom", to));
            }
            try (AtomicFile file = AtomicFile.at(to)) {
                AtomFeed.write(file.stream(), rows.head(), rows.rows());
                file.commit();
            }
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot write to %s: %s", to, FileTrouble.writing(e)), e);
        }
        terminal.err()
                .println(Words.say("%,d entries written to %s", rows.rows().size(), Table.safe(to.toString())));
        if (rows.all() > rows.rows().size()) {
            terminal.err()
                    .println(Words.say(
                            "%,d rows are older and left out",
                            rows.all() - rows.rows().size()));
        }
    }
}
