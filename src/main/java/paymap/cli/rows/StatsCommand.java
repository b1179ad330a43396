package paymap.cli.rows;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "  paymap stats --new --since 7d",
            "  paymap stats --new --atom new.xml",
            "  paymap stats --trend -v",
            "  paymap stats --trend --from 7d",
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

    @Mixin
    private TrendOptions trend = new TrendOptions();

    @Mixin
    private NewOptions fresh = new NewOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    public StatsCommand(Terminal terminal, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.rows = new RowFilterOptions(sites);
    }

    @Override
    public Integer call() {
        boolean onlyNew = fresh.wanted();
        if (trend.wanted() || onlyNew) {
            requireAlone(onlyNew);
        }
        try (Store store = database.openExisting()) {
            if (onlyNew) {
                fresh.tell(terminal, store, rows.filter(store, Instant.now()), json.wanted(), database.path());
                return Exit.COMPLETE;
            }
            if (trend.wanted()) {
                trend.tell(terminal, store, rows, json.wanted());
                return Exit.COMPLETE;
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

    private void requireAlone(boolean onlyNew) {
        if (onlyNew && trend.wanted()) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", "--trend", "--new"));
        }
        if (groups.isAsked()) {
            throw new IllegalArgumentException(
                    Words.say("--by, --basis and --interval do not go with %s", onlyNew ? "--new" : "--trend"));
        }
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
