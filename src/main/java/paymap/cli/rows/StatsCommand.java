package paymap.cli.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import paymap.cli.rows.compare.ComparisonReport;
import paymap.cli.rows.compare.StandingReport;
import paymap.figures.Answer;
import paymap.figures.Pair;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.JobStore.Filter;
import paymap.job.MadeUpData;
import paymap.salary.Basis;
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
            "  paymap stats --me 22k --city bj --experience 3-5",
            "  paymap stats --compare city=bj,sh",
            "  paymap stats --trend -v",
            "  paymap stats --trend --from 3 --to 8"
        })
public final class StatsCommand implements Callable<Integer> {

    private static final String ME = "--me";

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
            description = "Where this pay stands among what is offered, e.g. 22k, 22000 or 2.2万; in each group with --by.")
    private @Nullable String me;

    @Option(
            names = ComparedRows.COMPARE,
            paramLabel = "WHAT=A,B",
            description = "Two groups beside each other, e.g. city=bj,sh, experience=3-5,5-10 or keyword=python,java: how far"
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
        checkAsksOneThing();
        Basis basis = groups.basis();
        Integer mine = me == null ? null : Integer.valueOf(PayAmount.of(ME, me, basis));
        Pair pair = compare == null ? null : Pair.of(compare);
        try (Store store = database.openExisting()) {
            if (trend) {
                return trend(store, rows.filter(store, Instant.now()));
            }
            if (pair != null) {
                ComparedRows compared = ComparedRows.of(store, rows, pair, basis);
                ComparisonReport report = new ComparisonReport(compared.contrast(), basis);
                return print(store, compared.figure(), report::text, report::tree);
            }
            RowFilterOptions.Figure figure = rows.figure(store, Instant.now(), groups.by(), basis);
            if (mine != null) {
                StandingReport report = new StandingReport(mine, basis, standing(store, figure));
                return print(store, figure, report::text, report::tree);
            }
            List<PayFigures> pay = found(store, figure, Answer.of(store, figure.question()).groups());
            return print(
                    store,
                    figure,
                    columns -> PayTable.text(pay, columns),
                    () -> Map.of("cities", PayTable.tree(pay)));
        }
    }

    private void checkAsksOneThing() {
        List<String> asked = new ArrayList<>();
        if (trend) {
            asked.add("--trend");
        }
        if (me != null) {
            asked.add(ME);
        }
        if (compare != null) {
            asked.add(ComparedRows.COMPARE);
            if (groups.isGrouped()) {
                asked.add("--by");
            }
        }
        if (asked.size() > 1) {
            throw new IllegalArgumentException(
                    Words.say("%s and %s exclude each other", asked.get(0), asked.get(1)));
        }
    }

    private static List<PayFigures> found(Store store, RowFilterOptions.Figure figure, List<PayFigures> groups) {
        if (groups.isEmpty()) {
            throw Nothing.of(store, figure.filter());
        }
        return groups;
    }

    /** Of all rows together, unless somebody says what tells them apart. */
    private List<PayFigures> standing(Store store, RowFilterOptions.Figure figure) {
        Question question = figure.question();
        return found(
                store,
                figure,
                groups.isGrouped()
                        ? Answer.of(store, question).groups()
                        : Answer.together(store, question));
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

    /**
     * @param text of so many columns, below the heading
     * @param figures what goes into an object beside where they are from
     */
    private int print(
            Store store,
            RowFilterOptions.Figure figure,
            IntFunction<String> text,
            Supplier<Map<String, ?>> figures) {
        if (json.wanted()) {
            boolean madeUp = figure.question().filters().stream().anyMatch(store::madeUp);
            Map<String, @Nullable Object> tree = source(figure, madeUp);
            tree.putAll(figures.get());
            terminal.out().println(Json.text(tree));
            return Exit.COMPLETE;
        }
        String heading = Words.say(
                "%s: %s", rows(store, figure), figure.question().unit().said());
        terminal.out().print(Table.prose(Table.safe(heading), terminal.tableColumns()));
        terminal.out().print(text.apply(terminal.tableColumns()));
        if (!figure.note().isEmpty()) {
            terminal.err().println(Table.safe(figure.note()));
        }
        return Exit.COMPLETE;
    }

    private static String rows(Store store, RowFilterOptions.Figure figure) {
        Filter filter = figure.filter();
        String site = figure.question().filters().stream()
                .map(ofSite -> MadeUpData.named(ofSite.site(), store.madeUp(ofSite)))
                .collect(Collectors.joining(" + "));
        String searched = KeywordText.named(figure.keywords());
        String rows = searched.isEmpty() ? site : Words.say("%s, %s", site, searched);
        return filter.since() == null ? rows : Words.say("%s, seen since %s", rows, LocalTime.of(filter.since()));
    }

    private static Map<String, @Nullable Object> source(RowFilterOptions.Figure figure, boolean madeUp) {
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
        return tree;
    }
}
