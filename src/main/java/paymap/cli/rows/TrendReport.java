package paymap.cli.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.export.FigureTree;
import paymap.figures.PayChange;
import paymap.figures.Question;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.Title;
import paymap.job.MadeUpData;
import paymap.job.RunRow;
import paymap.salary.Basis;
import paymap.salary.SalaryStatistics;
import paymap.words.Sentence;
import paymap.words.Words;

/** What moved between two runs, city by city, with what speaks against comparing them. */
final class TrendReport {

    /** Of each city, among those that appeared and those that vanished. */
    static final int MOST_TITLES = 20;

    private final TrendRuns runs;
    private final Filter rows;
    private final RunRow from;
    private final RunRow to;
    private final List<PayChange> cities;
    private final List<Title> appeared;
    private final List<Title> vanished;
    private final List<String> doubts;

    private TrendReport(JobStore store, TrendRuns runs, Filter rows, boolean withTitles) {
        this.runs = runs;
        this.rows = rows;
        this.from = runs.from();
        this.to = runs.to();
        this.doubts = runs.doubts();
        this.cities = moved(store, runs, rows);
        this.appeared = withTitles ? store.titlesOnlyIn(to.id(), from.id(), rows, MOST_TITLES) : List.of();
        this.vanished = withTitles ? store.titlesOnlyIn(from.id(), to.id(), rows, MOST_TITLES) : List.of();
    }

    /**
     * @param filter its cities and conditions choose; site and keyword are those of the runs
     * @throws CommandFailed if no row of either run is as asked for
     */
    static TrendReport of(JobStore store, TrendRuns runs, Filter filter, boolean withTitles) {
        Filter rows = new Filter(runs.to().work().site(), List.of(), filter.cities(), null, filter.conditions());
        TrendReport report = new TrendReport(store, runs, rows, withTitles);
        if (report.cities.isEmpty()) {
            requireRows(store, filter);
            throw new CommandFailed(Words.say("the two runs share no such city"));
        }
        return report;
    }

    /** @throws CommandFailed if no row at all is as asked for, with those that there are */
    static void requireRows(JobStore store, Filter filter) {
        if (store.payGroups(filter).isEmpty()) {
            throw Nothing.of(store, filter);
        }
    }

    private static List<PayChange> moved(JobStore store, TrendRuns runs, Filter rows) {
        return PayChange.between(store, runs.from().id(), runs.to().id(), rows).stream()
                .filter(city -> runs.inBoth(city.city()))
                .toList();
    }

    // ---- for people ----

    String text(int columns) {
        String title = Words.say(
                "\"%s\" from %s, from %s to %s",
                to.work().keyword(), MadeUpData.named(to.work().site(), runs.madeUp()), named(from), named(to));
        return Table.prose(Table.safe(title), columns)
                + prose(conditions().map(only -> Words.say("Only rows of this kind: %s.", Table.safe(only))), columns)
                + prose(runs.notes().stream().map(note -> Words.say("Note: %s.", note)), columns)
                + Table.prose(Words.say("(%s)", Question.unit(Basis.MONTH).said()), columns)
                + table().text(columns)
                + AlikeTable.text(cities, columns)
                + prose(
                        Stream.concat(
                                cautions().stream(),
                                doubts.stream().map(doubt -> Words.say("Compare with care: %s.", Table.safe(doubt)))),
                        columns)
                + titles(Words.say("Appeared:"), appeared, PayChange::appeared)
                + titles(Words.say("Vanished:"), vanished, PayChange::vanished);
    }

    private Stream<String> conditions() {
        List<String> conditions =
                Question.byCity(rows).conditions().stream().map(Sentence::said).toList();
        return conditions.isEmpty() ? Stream.empty() : Stream.of(Words.list(conditions));
    }

    private static String prose(Stream<String> sentences, int columns) {
        return sentences.map(sentence -> Table.prose(sentence, columns)).collect(Collectors.joining());
    }

    /** What a run that keeps the first rows of an order cannot tell. */
    private List<String> cautions() {
        int perCity = to.work().perCity();
        if (perCity == 0) {
            return List.of(Words.say("Vanished only says: not among the rows of run %d.", to.id()));
        }
        List<String> cautions = new ArrayList<>();
        cautions.add(Words.say(
                "Vanished only says: not among the rows of run %d, which keeps the first %d of each city.",
                to.id(), perCity));
        if (cities.stream().anyMatch(city -> city.alike() != null)) {
            cautions.add(Words.say(
                    "Both runs read one order, the site's own, whose first rows are no sample: like for like takes out a new"
                            + " mix, and not a new order."));
        }
        return cautions;
    }

    private static String named(RunRow run) {
        return Words.say("run %d (%s)", run.id(), LocalTime.of(run.started()));
    }

    private Table table() {
        Table table = new Table(
                Words.say("City"),
                Words.say("appeared"),
                Words.say("vanished"),
                Words.say("n"),
                Words.say("mean"),
                Words.say("change"),
                Words.say("median"),
                Words.say("change"));
        for (PayChange city : cities) {
            table.row(
                    city.city(),
                    city.appeared(),
                    city.vanished(),
                    city.before().n() + " -> " + city.after().n(),
                    arrow(city, SalaryStatistics::mean),
                    change(city, SalaryStatistics::mean),
                    arrow(city, SalaryStatistics::median),
                    change(city, SalaryStatistics::median));
        }
        return table;
    }

    private static String arrow(PayChange city, Function<SalaryStatistics, @Nullable Double> figure) {
        return PayTable.whole(figure.apply(city.before())) + " -> " + PayTable.whole(figure.apply(city.after()));
    }

    private static String change(PayChange city, Function<SalaryStatistics, @Nullable Double> figure) {
        return change(figure.apply(city.before()), figure.apply(city.after()));
    }

    /** With its sign; a dash where either is missing. */
    static String change(@Nullable Double before, @Nullable Double after) {
        return before == null || after == null ? "-" : change(after - before, percent(before, after));
    }

    static String change(double change, double percent) {
        return String.format(Locale.ROOT, "%+,.0f (%+.1f%%)", change, percent);
    }

    private static double percent(double before, double after) {
        return before == 0 ? 0 : (after - before) / before * 100;
    }

    private String titles(String what, List<Title> titles, Function<PayChange, Long> count) {
        if (titles.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n" + what + "\n");
        for (PayChange city : cities) {
            List<Title> own = titles.stream()
                    .filter(row -> row.city().equals(city.city()))
                    .toList();
            own.forEach(row -> text.append(Table.safe("  " + row.city() + "  " + row.title() + "  " + row.salary()))
                    .append('\n'));
            if (own.size() < count.apply(city)) {
                text.append("  ").append(city.city()).append("  ");
                text.append(Words.say("... and %d more", count.apply(city) - own.size()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    // ---- for scripts ----

    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", to.work().site());
        tree.put("made_up", runs.madeUp());
        tree.put("keyword", to.work().keyword());
        tree.put("from", run(from));
        tree.put("to", run(to));
        tree.put("comparable", doubts.isEmpty());
        tree.put("doubts", doubts);
        if (!runs.notes().isEmpty()) {
            tree.put("note", String.join("; ", runs.notes()));
        }
        tree.put("unit", Question.unit(Basis.MONTH).english());
        tree.put("cities", cities.stream().map(this::branch).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> run(RunRow run) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("run", run.id());
        branch.put("started", run.started().toString());
        branch.put("per_city", run.work().perCity());
        branch.put("state", run.standing().state().name().toLowerCase(Locale.ROOT));
        return branch;
    }

    private Map<String, @Nullable Object> branch(PayChange city) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("city", city.city());
        branch.put("appeared", city.appeared());
        branch.put("vanished", city.vanished());
        branch.put("n", both(city.before().n(), city.after().n()));
        branch.put("mean", moves(city, SalaryStatistics::mean));
        branch.put("median", moves(city, SalaryStatistics::median));
        branch.put("like_for_like", AlikeTable.tree(city.alike()));
        branch.put("appeared_titles", own(appeared, city));
        branch.put("vanished_titles", own(vanished, city));
        return branch;
    }

    private static Map<String, @Nullable Object> both(@Nullable Object before, @Nullable Object after) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("before", before);
        branch.put("after", after);
        return branch;
    }

    private static Map<String, @Nullable Object> moves(
            PayChange city, Function<SalaryStatistics, @Nullable Double> figure) {
        Double before = figure.apply(city.before());
        Double after = figure.apply(city.after());
        Map<String, @Nullable Object> branch = both(FigureTree.tenths(before), FigureTree.tenths(after));
        branch.put("change", before == null || after == null ? null : FigureTree.tenths(after - before));
        branch.put("percent", before == null || after == null ? null : FigureTree.tenths(percent(before, after)));
        return branch;
    }

    private static List<Map<String, String>> own(List<Title> titles, PayChange city) {
        return titles.stream()
                .filter(row -> row.city().equals(city.city()))
                .map(row -> Map.of("title", row.title(), "salary", row.salary()))
                .toList();
    }
}
