package paymap.cli.rows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.JsonOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.figures.Answer;
import paymap.figures.PayFigures;
import paymap.job.JobStore.Filter;
import paymap.job.MadeUpData;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was found, in figures. */
@Command(
        name = "stats",
        description = "Print what each city pays, from the rows that were collected.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A city's mean is that of the midpoints of its distinct (city, title, salary) rows; the mean over all openings"
                    + " behind them stands beside it. Quantiles are PERCENTILE_CONT (R type 7).",
            "",
            "Examples:",
            "  paymap stats",
            "  paymap stats --site sandbox --city bj,sz --json",
            "  paymap stats --keyword java --since 7d",
            "  paymap stats --trend -v",
            "  paymap stats --trend --from 3 --to 8"
        })
public final class StatsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private RowFilterOptions rows;

    @Mixin
    private GroupingOptions groups = new GroupingOptions();

    @Option(
            names = "--trend",
            description = "What moved between two runs: by default the last two of the same plan, or else keyword.")
    private boolean trend;

    @Option(names = "--from", paramLabel = "RUN", description = "With --trend: the number of the earlier run.")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "RUN", description = "With --trend: the number of the later run.")
    private @Nullable Long to;

    @Option(
            names = {"-v", "--verbose"},
            description = "With --trend: the titles too, at most " + TrendReport.MOST_TITLES + " of a city.")
    private boolean verbose;

    @Mixin
    private JsonOption json = new JsonOption();

    public StatsCommand(Terminal terminal, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.rows = new RowFilterOptions(sites);
    }

    @Override
    public Integer call() {
        if (!trend && (from != null || to != null || verbose)) {
            throw new IllegalArgumentException(Words.say("--from, --to and -v go with --trend"));
        }
        try (Store store = database.openExisting()) {
            if (trend) {
                return trend(store, rows.filter(store, Instant.now()));
            }
            RowFilterOptions.Figure figure = rows.figure(store, Instant.now(), groups.by(), groups.basis());
            List<PayFigures> pay = Answer.of(store, figure.question()).groups();
            if (pay.isEmpty()) {
                throw Nothing.of(store, figure.filter());
            }
            print(figure, store.madeUp(figure.filter()), pay);
            return Exit.COMPLETE;
        }
    }

    private int trend(Store store, Filter filter) {
        if (filter.since() != null) {
            throw new IllegalArgumentException(Words.say("--trend compares two runs; --since does not go with it"));
        }
        if (from == null && to == null && store.payGroups(filter).isEmpty()) {
            throw Nothing.of(store, filter);
        }
        Optional<TrendRuns> runs = TrendRuns.of(store.runs(), filter, rows.namesSite(), from, to);
        if (runs.isEmpty()) {
            terminal.out()
                    .println(
                            json.wanted()
                                    ? Json.text(notYet(filter))
                                    : Words.say("%s: %s.", Table.safe(filter.site()), notYet()));
            return Exit.COMPLETE;
        }
        TrendReport report = TrendReport.of(store, runs.get(), filter, verbose);
        terminal.out().print(json.wanted() ? Json.text(report.tree()) + "\n" : report.text(terminal.tableColumns()));
        return Exit.COMPLETE;
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

    private void print(RowFilterOptions.Figure figure, boolean madeUp, List<PayFigures> pay) {
        if (json.wanted()) {
            terminal.out().println(Json.text(tree(figure, madeUp, pay)));
            return;
        }
        String heading = Words.say(
                "%s: %s", rows(figure, madeUp), figure.question().unit().said());
        terminal.out().print(Table.prose(Table.safe(heading), terminal.tableColumns()));
        terminal.out().print(PayTable.text(pay, terminal.tableColumns()));
        if (!figure.note().isEmpty()) {
            terminal.err().println(Table.safe(figure.note()));
        }
    }

    private static String rows(RowFilterOptions.Figure figure, boolean madeUp) {
        Filter filter = figure.filter();
        String site = MadeUpData.named(filter.site(), madeUp);
        String searched = KeywordText.named(figure.keywords());
        String rows = searched.isEmpty() ? site : Words.say("%s, %s", site, searched);
        return filter.since() == null ? rows : Words.say("%s, seen since %s", rows, LocalTime.of(filter.since()));
    }

    private static Map<String, @Nullable Object> tree(
            RowFilterOptions.Figure figure, boolean madeUp, List<PayFigures> pay) {
        Filter filter = figure.filter();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", filter.site());
        tree.put("made_up", madeUp);
        tree.put("keyword", figure.keywords().only());
        tree.put("keywords", figure.keywords().taken());
        tree.put("other_keywords", figure.keywords().left());
        if (!figure.note().isEmpty()) {
            tree.put("note", figure.note());
        }
        if (filter.since() != null) {
            tree.put("since", filter.since().toString());
        }
        tree.put("unit", figure.question().unit().english());
        tree.put("cities", PayTable.tree(pay));
        return tree;
    }
}
