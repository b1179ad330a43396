package paymap.cli.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.job.JobStore.Filter;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** The options of {@code stats --trend}, and what they bring. */
final class TrendOptions {

    @Option(
            names = "--trend",
            description = "What moved between two runs: by default the last two of the same plan, or else keyword.")
    private boolean wanted;

    @Option(
            names = "--from",
            paramLabel = "RUN",
            description = "With --trend: the earlier run, by its number, or the newest that had ended by a date like"
                    + " 2026-11-17 or a time back like 7d.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "RUN", description = "With --trend: the later run, likewise.")
    private @Nullable String to;

    @Option(
            names = {"-v", "--verbose"},
            description = "With --trend: the titles too, at most " + TrendReport.MOST_TITLES + " of a city.")
    private boolean verbose;

    /** @throws IllegalArgumentException if what goes with it was typed and it was not, or names neither run nor time */
    boolean wanted() {
        if (!wanted && (from != null || to != null || verbose)) {
            throw new IllegalArgumentException(Words.say("--from, --to and -v go with --trend"));
        }
        choice("--from", from);
        choice("--to", to);
        return wanted;
    }

    private static @Nullable RunChoice choice(String option, @Nullable String typed) {
        return typed == null ? null : RunChoice.of(option, typed, Instant.now(), ZoneId.systemDefault());
    }

    /**
     * Prints it.
     *
     * @throws IllegalArgumentException if what was typed makes no sense
     * @throws paymap.cli.console.CommandFailed if no row is as asked for, or a run that is named is not there
     */
    void tell(Terminal terminal, Store store, RowFilterOptions rows, boolean json) {
        Filter filter = rows.filter(store, Instant.now());
        if (filter.since() != null) {
            throw new IllegalArgumentException(Words.say("--trend compares two runs; --since does not go with it"));
        }
        RunChoice first = choice("--from", from);
        RunChoice last = choice("--to", to);
        Optional<TrendRuns> runs = TrendRuns.of(store.runs(), filter, rows.namesSite(), first, last);
        if (runs.isEmpty()) {
            TrendReport.requireRows(store, filter);
            terminal.out()
                    .println(
                            json
                                    ? Json.text(notYet(filter))
                                    : Words.say("%s: %s.", Table.safe(filter.site()), notYet()));
            return;
        }
        TrendReport report = TrendReport.of(store, runs.get(), filter, verbose);
        terminal.out().print(json ? Json.text(report.tree()) + "\n" : report.text(terminal.tableColumns()));
    }

    /** No failure: each plan has a first run, and a cron job must not complain about it. */
    private static String notYet() {
        return Words.say("there is no earlier run to compare with yet; the next one brings the first trend");
    }

    /** The same names as of a trend, so that a script of the first week reads them. */
    private static Map<String, @Nullable Object> notYet(Filter filter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", filter.site());
        tree.put("from", null);
        tree.put("to", null);
        tree.put("comparable", false);
        tree.put("doubts", List.of(notYet()));
        tree.put("cities", List.of());
        return tree;
    }
}
