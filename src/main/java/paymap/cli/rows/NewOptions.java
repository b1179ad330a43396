package paymap.cli.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
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

    private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

    @Option(
            names = "--new",
            description = "List the rows that were first seen since --since, the newest first; default: in the last 7"
                    + " days.")
    private boolean wanted;

    @Option(
            names = "--atom",
            paramLabel = "FILE",
            description =
                    "With --new: write them as a feed for a feed reader instead, at most 500; a file that is there"
                            + " is replaced.")
    private @Nullable Path atom;

    /** @throws IllegalArgumentException if what goes with it was typed and it was not */
    boolean wanted() {
        if (!wanted && atom != null) {
            throw new IllegalArgumentException(Words.say("--atom goes with --new"));
        }
        return wanted;
    }

    /**
     * Prints or writes them.
     *
     * @param asked of which {@code since} is the moment; null = 7 days ago
     * @param top how many are told, 0 = all; null = 50, and all as JSON
     * @param database which must not be written over
     * @throws CommandFailed if no row is as asked for, new or not, or the file cannot be written
     */
    void tell(
            Terminal terminal,
            JobStore store,
            Filter asked,
            boolean json,
            @Nullable Integer top,
            DatabaseOption database) {
        Instant since = asked.since() == null ? Instant.now().minus(USUAL) : asked.since();
        if (atom != null) {
            if (json || top != null) {
                throw new IllegalArgumentException(
                        Words.say("%s and %s exclude each other", "--atom", json ? "--json" : "--top"));
            }
            Path to = atom.toString().equals("-") ? STANDARD_OUTPUT : atom;
            write(terminal, NewRows.of(store, asked, since, AtomFeed.MOST_ENTRIES), to, database);
        } else if (json) {
            NewRows.print(store, asked, since, most(top, 0), terminal.out());
        } else {
            terminal.out()
                    .print(NewRows.of(store, asked, since, most(top, USUAL_TOP)).text(terminal.tableColumns()));
        }
    }

    private static int most(@Nullable Integer top, int usual) {
        int most = top == null ? usual : top;
        return most == 0 ? Integer.MAX_VALUE : most;
    }

    private static void write(Terminal terminal, NewRows rows, Path to, DatabaseOption database) {
        try {
            if (database.isSame(to)) {
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
