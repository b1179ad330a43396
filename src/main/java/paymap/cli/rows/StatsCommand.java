package paymap.cli.rows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.JsonOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.cli.rows.compare.ComparisonReport;
import paymap.cli.rows.compare.StandingReport;
import paymap.figures.Answer;
import paymap.figures.Pair;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.JobStore.Filter;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was found, in figures. */
@Command(
        name = "stats",
        description = "Print what each city or other group pays, from the rows that were collected.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A city's mean is that of the midpoints of its distinct (city, title, salary) rows; the mean over all openings"
                    + " behind them stands beside it. Quantiles are PERCENTILE_CONT (R type 7). The interval"
                    + " that stands beside groups holds the median of all such offers in 95 of 100 samples.",
            "",
            "Examples:",
            "  paymap stats",
            "  paymap stats --site sandbox --city bj,sz --json",
            "  paymap stats --keyword java --since 7d",
            "  paymap stats --by city,experience --education bachelor",
            "  paymap stats --by keyword --city bj --min-pay 20k",
            "  paymap stats --by company --top 20 --csv",
            "  paymap stats --interval day",
            "  paymap stats --me 22k --city bj --experience 3-5",
            "  paymap stats --compare city=bj,sh",
            "  paymap stats --trend -v",
            "  paymap stats --trend --from 3 --to 8",
            "  paymap stats --age"
        })
public final class StatsCommand implements Callable<Integer> {

    private static final String ME = "--me";

    /** There are as many companies as a board has customers. */
    private static final int USUAL_TOP = 40;

    private final Terminal terminal;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private RowFilterOptions rows;

    @Mixin
    private GroupingOptions groups = new GroupingOptions();

    @Option(
            names = ME,
            paramLabel = "PAY",
            description =
                    "Where this pay stands among what is offered, e.g. 22k, 22000 or 2.2万; in each group with --by.")
    private @Nullable String me;

    @Option(
            names = ComparedRows.COMPARE,
            paramLabel = "WHAT=A,B",
            description =
                    "Two groups beside each other, e.g. city=bj,sh, experience=3-5,5-10 or keyword=python,java: how far"
                            + " they differ, how sure that is, and like for like.")
    private @Nullable String compare;

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

    @Option(
            names = "--age",
            description = "How long postings stay, and how many came back, from the runs of crawl --whole.")
    private boolean age;

    @Option(
            names = "--min-n",
            paramLabel = "N",
            description = "Only groups with at least so many rows in the mean; default: all.")
    private int minN;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Only the N groups with most rows in the mean, 0 = all; default: all, of companies and"
                    + " districts " + USUAL_TOP + " in the table.")
    private @Nullable Integer top;

    @Option(names = "--csv", description = "Print the groups as CSV, with the columns that groups have in JSON.")
    private boolean csv;

    @Mixin
    private JsonOption json = new JsonOption();

    public StatsCommand(Terminal terminal, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.rows = new RowFilterOptions(sites);
    }

    @Override
    public Integer call() {
        check();
        Integer mine = me == null ? null : Integer.valueOf(PayAmount.of(ME, me, groups.basis()));
        Pair pair = compare == null ? null : Pair.of(compare);
        try (Store store = database.openExisting()) {
            if (age) {
                return age(store);
            }
            if (trend) {
                return trend(store, rows.filter(store, Instant.now()));
            }
            if (mine != null) {
                return standing(store, mine);
            }
            if (pair != null) {
                return comparison(store, ComparedRows.of(store, rows, pair, groups.basis()));
            }
            RowFilterOptions.Figure figure = rows.figure(store, Instant.now(), groups.by(), groups.basis());
            StatsReport report = StatsReport.of(store, figure, isPlain());
            print(report.only(most(figure), minN));
            return Exit.COMPLETE;
        }
    }

    private int age(Store store) {
        if (trend) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", "--age", "--trend"));
        }
        RowFilterOptions.Figure figure = rows.figure(store, Instant.now());
        AgeReport report = AgeReport.of(store, figure);
        terminal.out().print(json.wanted() ? Json.text(report.tree()) + "\n" : report.text(terminal.tableColumns()));
        if (!json.wanted() && !figure.note().isEmpty()) {
            terminal.err().println(Table.safe(figure.note()));
        }
        return Exit.COMPLETE;
    }

    /** Whether the table is the one that is told without any option of grouping. */
    private boolean isPlain() {
        return !groups.isAsked() && !csv && !json.wanted() && top == null && minN == 0;
    }

    private int most(RowFilterOptions.Figure figure) {
        return top != null ? top : json.wanted() || csv || !StatsReport.isOfMany(figure) ? 0 : USUAL_TOP;
    }

    /** Of all rows together, unless somebody says what tells them apart. */
    private int standing(Store store, int mine) {
        RowFilterOptions.Figure figure = rows.figure(store, Instant.now(), groups.by(), groups.basis());
        Question question = figure.question();
        List<PayFigures> pay =
                groups.isGrouped() ? Answer.of(store, question).groups() : Answer.together(store, question);
        if (pay.isEmpty()) {
            throw Nothing.of(store, figure.filter());
        }
        StandingReport report = new StandingReport(mine, question.basis(), pay);
        FigureSource source = FigureSource.of(store, figure);
        return print(groups.isGrouped() ? source : source.together(), report::text, report::tree);
    }

    private int comparison(Store store, ComparedRows compared) {
        ComparisonReport report = new ComparisonReport(compared.contrast());
        return print(FigureSource.of(store, compared.figure()), report::text, report::tree);
    }

    /**
     * @param text of so many columns, below the heading
     * @param figures what goes into an object beside where they are from
     */
    private int print(FigureSource source, IntFunction<String> text, Supplier<Map<String, @Nullable Object>> figures) {
        int columns = terminal.tableColumns();
        if (json.wanted()) {
            Map<String, @Nullable Object> tree = source.tree();
            tree.putAll(figures.get());
            terminal.out().println(Json.text(tree));
            return Exit.COMPLETE;
        }
        terminal.out().print(source.heading(columns) + text.apply(columns));
        if (!source.figure().note().isEmpty()) {
            terminal.err().println(Table.safe(source.figure().note()));
        }
        return Exit.COMPLETE;
    }

    private void checkAsksOneThing() {
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put("--trend", trend);
        asked.put(ME, me != null);
        asked.put(ComparedRows.COMPARE, compare != null);
        asked.put("--by", compare != null && groups.isGrouped());
        asked.put("--csv", (me != null || compare != null) && csv);
        asked.put("--top", (me != null || compare != null) && top != null);
        asked.put("--min-n", (me != null || compare != null) && minN != 0);
        asked.values().removeIf(given -> !given);
        List<String> options = List.copyOf(asked.keySet());
        if (options.size() > 1) {
            throw new IllegalArgumentException(
                    Words.say("%s and %s exclude each other", options.get(0), options.get(1)));
        }
    }

    private void check() {
        checkAsksOneThing();
        if (!trend && (from != null || to != null || verbose)) {
            throw new IllegalArgumentException(Words.say("--from, --to and -v go with --trend"));
        }
        if (trend && (csv || groups.isAsked() || top != null || minN != 0)) {
            throw new IllegalArgumentException(
                    Words.say("--by, --basis, --interval, --top, --min-n and --csv do not go with --trend"));
        }
        if (csv && json.wanted()) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", "--csv", "--json"));
        }
        if (minN < 0) {
            throw new IllegalArgumentException(Words.say("--min-n is %d; allowed: 0 or more", minN));
        }
        if (top != null && top < 0) {
            throw new IllegalArgumentException(Words.say("--top is %d; allowed: 0 or more", top));
        }
    }

    private void print(StatsReport report) {
        if (json.wanted()) {
            terminal.out().println(Json.text(report.tree()));
            return;
        }
        if (csv) {
            terminal.data().print(report.csv());
        } else {
            terminal.out().print(report.text(terminal.tableColumns()));
        }
        if (!report.note().isEmpty()) {
            terminal.err().println(Table.safe(report.note()));
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
}
