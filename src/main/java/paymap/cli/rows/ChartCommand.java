package paymap.cli.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.chart.ChartFigures;
import paymap.chart.ChartKind;
import paymap.chart.Charts;
import paymap.chart.Format;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.export.SummaryRows;
import paymap.figures.Dimension;
import paymap.figures.Grouping;
import paymap.files.FileTrouble;
import paymap.job.JobStore.Filter;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was found, in pictures. */
@Command(
        name = "chart",
        description = "Draw what each city, or another group, pays, and write a report to send on.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Writes index.html, summary.csv, summary.json and the pictures: 1-distribution, 2-average, 3-bands, 4-box,"
                    + " 5-heat (from five cities on), 6-at-least, 7-trend (from two runs on), 8-experience, 9-education,"
                    + " 10-ladder (city by experience), 11-like-for-like, 12-day-rates, each -zh and -en, where the rows"
                    + " suit them. Prints the files.",
            "",
            "Examples:",
            "  paymap chart",
            "  paymap chart --out charts/ --lang zh --format svg",
            "  paymap chart --by experience --basis package",
            "  paymap chart --by keyword --all-keywords --format png,echarts",
            "  paymap chart --only distribution,average --city bj,sz --heading \"Python, autumn\""
        })
public final class ChartCommand implements Callable<Integer> {

    private static final int MOST_NAMES = 20;

    private final Terminal terminal;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where to; made where it is missing; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("charts");

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGES",
            description = "zh and en, by commas; where given, messages are in the first; default: ${DEFAULT-VALUE}.")
    private String languages = "en,zh";

    @Option(
            names = "--format",
            paramLabel = "FORMATS",
            description = "png, svg and echarts (an option of ECharts as JSON), by commas; default: ${DEFAULT-VALUE}.")
    private String formats = "png,svg";

    @Option(
            names = "--only",
            paramLabel = "CHARTS",
            description = "Only these, by commas, e.g. 2-average or average or 2; default: all that suit the data.")
    private @Nullable String only;

    @Option(names = "--heading", paramLabel = "TEXT", description = "Your own heading for the report and the pictures.")
    private @Nullable String title;

    @Option(
            names = "--min-n",
            paramLabel = "N",
            description = "Only cities, or other groups, with at least so many postings with pay; default: all.")
    private int minN;

    @Option(
            names = "--top",
            paramLabel = "N",
            description =
                    "Only the N cities, or other groups, with most postings with pay; default: all, but 20 companies or"
                            + " districts.")
    private @Nullable Integer top;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private RowFilterOptions rows;

    @Mixin
    private GroupingOptions groups = new GroupingOptions();

    public ChartCommand(Terminal terminal, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.rows = new RowFilterOptions(sites);
    }

    @Override
    public Integer call() {
        Charts.Order order = order();
        Grouping by = by();
        RowFilterOptions.Figure figure;
        ChartData data;
        try (Store store = database.openExisting()) {
            figure = rows.figure(store, Instant.now(), by, groups.basis());
            Filter rows = figure.filter();
            data = ChartFigures.read(store, store::payByRun, figure.source(store), order.only())
                    .orElseThrow(() -> Nothing.of(store, rows));
        }
        Charts.Result result = draw(data.only(minN, top(data.by())), summaries(data), order);
        result.files().forEach(file -> terminal.out().println(Table.safe(file.toString())));
        terminal.err().println(Table.safe(result.finding()));
        if (!figure.note().isEmpty()) {
            terminal.err().println(Table.safe(figure.note()));
        }
        result.notes().forEach(note -> terminal.err().println("paymap: " + Table.safe(note)));
        if (result.trouble().isEmpty()) {
            return Exit.COMPLETE;
        }
        terminal.err().println("paymap: " + Table.safe(result.trouble()));
        return Exit.PARTIAL;
    }

    private Charts.Order order() {
        if (minN < 0) {
            throw new IllegalArgumentException(Words.say("--min-n is %d; allowed: 0 or more", minN));
        }
        if (top != null && top < 1) {
            throw new IllegalArgumentException(Words.say("--top is %d; allowed: 1 or more", top));
        }
        String heading = title == null || title.isBlank() ? null : Table.safe(title.strip());
        return new Charts.Order(
                out,
                List.copyOf(listed("--lang", languages, Language::of)),
                listed("--format", formats, Format::of),
                only == null ? Set.of() : listed("--only", only, ChartKind::of),
                heading);
    }

    /** In the order they were named; naming one twice counts once. */
    private static <T> Set<T> listed(String option, String names, Function<String, T> of) {
        Set<T> found = Arrays.stream(names.split("[,，、]"))
                .filter(name -> !name.isBlank())
                .map(of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (found.isEmpty()) {
            throw new IllegalArgumentException(Words.say("%s names nothing: \"%s\"", option, names));
        }
        return found;
    }

    /** One thing: pictures have one name for each group. */
    private Grouping by() {
        Grouping by = groups.by();
        if (by.by().size() > 1) {
            throw new IllegalArgumentException(Words.say(
                    "chart draws groups by one thing; experience and education of each are drawn in any case"));
        }
        return by;
    }

    /** Names of companies and districts have no end. */
    private int top(Dimension by) {
        if (top != null) {
            return top;
        }
        return switch (by) {
            case DISTRICT, COMPANY -> MOST_NAMES;
            case CITY, EXPERIENCE, EDUCATION, KEYWORD, SITE -> Integer.MAX_VALUE;
        };
    }

    /** With all cities, also those that are not drawn. */
    private static Map<String, String> summaries(ChartData data) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("summary.csv", SummaryRows.csv(data.source(), data.citiesByRank()));
        files.put("summary.json", SummaryRows.json(data.source(), data.citiesByRank()));
        return files;
    }

    private Charts.Result draw(ChartData data, Map<String, String> summaries, Charts.Order order) {
        try {
            return Charts.draw(data, order, summaries);
        } catch (IOException e) {
            throw new CommandFailed(
                    Words.say("the pictures cannot be written to %s: %s", out, FileTrouble.writing(e)), e);
        }
    }
}
