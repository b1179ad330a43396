package paymap.cli.rows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.JsonOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was found, in figures: of groups, or as one of the other questions, each in a class of options of its own. */
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
            "  paymap stats --new --since 7d",
            "  paymap stats --new --atom new.xml",
            "  paymap stats --trend -v",
            "  paymap stats --trend --from 7d",
            "  paymap stats --trend --from 3 --to 8",
            "  paymap stats --age"
        })
public final class StatsCommand implements Callable<Integer> {

    /** There are as many companies as a board has customers. */
    private static final int USUAL_TOP = 40;

    private final Terminal terminal;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private RowFilterOptions rows;

    @Mixin
    private GroupingOptions groups = new GroupingOptions();

    @Mixin
    private ContrastOptions contrast = new ContrastOptions();

    @Mixin
    private TrendOptions trend = new TrendOptions();

    @Mixin
    private NewOptions fresh = new NewOptions();

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
                    + " districts " + USUAL_TOP
                    + " in the table. With --new: only the newest N rows; default: 50 in the"
                    + " table.")
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
        try (Store store = database.openExisting()) {
            if (fresh.wanted()) {
                fresh.tell(terminal, store, rows.filter(store, Instant.now()), json.wanted(), top, database);
            } else if (trend.wanted()) {
                trend.tell(terminal, store, rows, json.wanted());
            } else if (age) {
                tellAge(store);
            } else if (contrast.wanted()) {
                contrast.tell(terminal, store, rows, groups, json.wanted());
            } else {
                RowFilterOptions.Figure figure = rows.figure(store, Instant.now(), groups.by(), groups.basis());
                print(StatsReport.of(store, figure, isPlain()).only(most(figure), minN));
            }
            return Exit.COMPLETE;
        }
    }

    private void tellAge(Store store) {
        RowFilterOptions.Figure figure = rows.figure(store, Instant.now());
        AgeReport report = AgeReport.of(store, figure);
        terminal.out().print(json.wanted() ? Json.text(report.tree()) + "\n" : report.text(terminal.tableColumns()));
        if (!json.wanted() && !figure.note().isEmpty()) {
            terminal.err().println(Table.safe(figure.note()));
        }
    }

    /** Whether the table is the one that is told without any option of grouping. */
    private boolean isPlain() {
        return !groups.isAsked() && !csv && !json.wanted() && top == null && minN == 0;
    }

    private int most(RowFilterOptions.Figure figure) {
        return top != null ? top : json.wanted() || csv || !StatsReport.isOfMany(figure) ? 0 : USUAL_TOP;
    }

    private void check() {
        checkAsksOneThing();
        groups.by();
        groups.basis();
        contrast.check(groups);
        if (csv && json.wanted()) {
            throw exclude("--csv", "--json");
        }
        if (minN < 0) {
            throw new IllegalArgumentException(Words.say("--min-n is %d; allowed: 0 or more", minN));
        }
        if (top != null && top < 0) {
            throw new IllegalArgumentException(Words.say("--top is %d; allowed: 0 or more", top));
        }
    }

    /** The questions beside that for figures of groups exclude each other, and most options of groups. */
    private void checkAsksOneThing() {
        List<String> questions = new ArrayList<>(contrast.typed());
        add(questions, "--trend", trend.wanted());
        add(questions, "--new", fresh.wanted());
        add(questions, "--age", age);
        if (questions.isEmpty()) {
            return;
        }
        boolean isOfGroups = contrast.isOfGroups();
        boolean isOfABasis = !contrast.typed().isEmpty();
        add(questions, "--by", groups.isGrouped() && !isOfGroups);
        add(questions, "--basis", groups.isOfABasis() && !isOfABasis);
        add(questions, "--csv", csv);
        add(questions, "--top", top != null && !fresh.wanted());
        add(questions, "--min-n", minN != 0);
        if (questions.size() > 1) {
            throw exclude(questions.get(0), questions.get(1));
        }
    }

    private static void add(List<String> options, String option, boolean typed) {
        if (typed) {
            options.add(option);
        }
    }

    private static IllegalArgumentException exclude(String one, String other) {
        return new IllegalArgumentException(Words.say("%s and %s exclude each other", one, other));
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
}
