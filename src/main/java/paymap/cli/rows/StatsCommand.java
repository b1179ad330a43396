package paymap.cli.rows;

import java.time.Instant;
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
            "  paymap stats --new --since 7d",
            "  paymap stats --new --atom new.xml",
            "  paymap stats --trend -v",
            "  paymap stats --trend --from 7d",
            "  paymap stats --trend --from 3 --to 8"
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
    private TrendOptions trend = new TrendOptions();

    @Mixin
    private NewOptions fresh = new NewOptions();

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
                    + " in the table. With --new: only the newest N rows; default: 50 in the table.")
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
                fresh.tell(terminal, store, rows.filter(store, Instant.now()), json.wanted(), top, database.path());
                return Exit.COMPLETE;
            }
            if (trend.wanted()) {
                trend.tell(terminal, store, rows, json.wanted());
                return Exit.COMPLETE;
            }
            RowFilterOptions.Figure figure = rows.figure(store, Instant.now(), groups.by(), groups.basis());
            StatsReport report = StatsReport.of(store, figure, isPlain());
            print(report.only(most(figure), minN));
            return Exit.COMPLETE;
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
        if (trend.wanted() && fresh.wanted()) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", "--trend", "--new"));
        }
        if (fresh.wanted() && (csv || groups.isAsked() || minN != 0)) {
            throw new IllegalArgumentException(
                    Words.say("--by, --basis, --interval, --min-n and --csv do not go with --new"));
        }
        if (trend.wanted() && (csv || groups.isAsked() || top != null || minN != 0)) {
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
}
