package paymap.cli.rows;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;
import paymap.figures.Question;
import paymap.job.City;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.RunPay;
import paymap.job.JobStore.Title;
import paymap.job.MadeUpData;
import paymap.job.RunRow;
import paymap.salary.Basis;
import paymap.salary.SalaryStatistics;
import paymap.words.Words;

/** What moved between two runs, city by city, with what speaks against comparing them. */
final class TrendReport {

    /** Of each city, among those that appeared and those that vanished. */
    static final int MOST_TITLES = 20;

    /** One city; the figures are null where a run has no rows of it. */
    private record Moved(
            String city,
            long appeared,
            long vanished,
            @Nullable SalaryStatistics before,
            @Nullable SalaryStatistics after) {}

    private final RunRow from;
    private final RunRow to;
    private final boolean madeUp;
    private final List<Moved> cities;
    private final List<Title> appeared;
    private final List<Title> vanished;
    private final List<String> doubts;

    private TrendReport(JobStore store, TrendRuns runs, List<String> chosen, boolean withTitles) {
        this.from = runs.from();
        this.to = runs.to();
        this.madeUp = runs.madeUp();
        this.doubts = runs.doubts();
        this.cities = moved(store, runs, chosen);
        int most = withTitles ? MOST_TITLES : 0;
        this.appeared = store.titlesOnlyIn(to.id(), from.id(), chosen, most);
        this.vanished = store.titlesOnlyIn(from.id(), to.id(), chosen, most);
    }

    /**
     * @param filter its site, cities and keyword choose
     * @throws CommandFailed if a city is in neither run
     */
    static TrendReport of(JobStore store, TrendRuns runs, Filter filter, boolean withTitles) {
        TrendReport report = new TrendReport(store, runs, filter.cities(), withTitles);
        if (report.cities.isEmpty()) {
            throw new CommandFailed(Words.say("the two runs share no such city"));
        }
        return report;
    }

    private static List<Moved> moved(JobStore store, TrendRuns runs, List<String> chosen) {
        RunRow from = runs.from();
        RunRow to = runs.to();
        Map<String, Long> appeared = store.onlyIn(to.id(), from.id(), chosen);
        Map<String, Long> vanished = store.onlyIn(from.id(), to.id(), chosen);
        List<RunPay> pay = store.payByRun(new Filter(to.work().site(), null, List.of()));
        Map<String, SalaryStatistics> before = figures(pay, from.id());
        Map<String, SalaryStatistics> after = figures(pay, to.id());
        Set<String> names = new TreeSet<>(Comparator.comparingInt(City::rank).thenComparing(Function.identity()));
        Stream.of(before, after).map(Map::keySet).forEach(names::addAll);
        Predicate<String> wanted = city -> runs.inBoth(city) && (chosen.isEmpty() || chosen.contains(city));
        return names.stream()
                .filter(wanted)
                .map(city -> new Moved(
                        city,
                        appeared.getOrDefault(city, 0L),
                        vanished.getOrDefault(city, 0L),
                        before.get(city),
                        after.get(city)))
                .toList();
    }

    private static Map<String, SalaryStatistics> figures(List<RunPay> pay, long run) {
        return PayFigures.of(pay.stream()
                        .filter(group -> group.run() == run)
                        .map(RunPay::pay)
                        .toList())
                .stream()
                .collect(Collectors.toMap(city -> city.group().value(Dimension.CITY), PayFigures::rows));
    }

    // ---- for people ----

    String text(int columns) {
        String title = Words.say(
                "\"%s\" from %s, from %s to %s",
                to.work().keyword(), MadeUpData.named(to.work().site(), madeUp), named(from), named(to));
        int perCity = to.work().perCity();
        String vanishing = perCity > 0
                ? Words.say(
                        "Vanished only says: not among the rows of run %d, which keeps the first %d of each city.",
                        to.id(), perCity)
                : Words.say("Vanished only says: not among the rows of run %d.", to.id());
        return Table.prose(Table.safe(title), columns)
                + Words.say("(%s)", Question.unit(Basis.MONTH).said()) + "\n"
                + table().text(columns)
                + Table.prose(vanishing, columns)
                + doubts.stream()
                        .map(doubt -> Table.prose(Words.say("Compare with care: %s.", Table.safe(doubt)), columns))
                        .collect(Collectors.joining())
                + titles(Words.say("Appeared:"), appeared, Moved::appeared)
                + titles(Words.say("Vanished:"), vanished, Moved::vanished);
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
        for (Moved city : cities) {
            table.row(
                    city.city,
                    city.appeared,
                    city.vanished,
                    count(city.before) + " -> " + count(city.after),
                    arrow(city, SalaryStatistics::mean),
                    change(city, SalaryStatistics::mean),
                    arrow(city, SalaryStatistics::median),
                    change(city, SalaryStatistics::median));
        }
        return table;
    }

    private static long count(@Nullable SalaryStatistics figures) {
        return figures == null ? 0 : figures.n();
    }

    private static String arrow(Moved city, Function<SalaryStatistics, @Nullable Double> figure) {
        return PayTable.whole(of(city.before, figure)) + " -> " + PayTable.whole(of(city.after, figure));
    }

    private static String change(Moved city, Function<SalaryStatistics, @Nullable Double> figure) {
        Double before = of(city.before, figure);
        Double after = of(city.after, figure);
        return before == null || after == null
                ? "-"
                : String.format(Locale.ROOT, "%+,.0f (%+.1f%%)", after - before, percent(before, after));
    }

    private static @Nullable Double of(
            @Nullable SalaryStatistics figures, Function<SalaryStatistics, @Nullable Double> figure) {
        return figures == null ? null : figure.apply(figures);
    }

    private static double percent(double before, double after) {
        return before == 0 ? 0 : (after - before) / before * 100;
    }

    private String titles(String what, List<Title> titles, Function<Moved, Long> count) {
        if (titles.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n" + what + "\n");
        for (Moved city : cities) {
            List<Title> own =
                    titles.stream().filter(row -> row.city().equals(city.city)).toList();
            own.forEach(row -> text.append(Table.safe("  " + row.city() + "  " + row.title() + "  " + row.salary()))
                    .append('\n'));
            if (own.size() < count.apply(city)) {
                text.append("  ").append(city.city).append("  ");
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
        tree.put("made_up", madeUp);
        tree.put("keyword", to.work().keyword());
        tree.put("from", run(from));
        tree.put("to", run(to));
        tree.put("comparable", doubts.isEmpty());
        tree.put("doubts", doubts);
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

    private Map<String, @Nullable Object> branch(Moved city) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("city", city.city);
        branch.put("appeared", city.appeared);
        branch.put("vanished", city.vanished);
        branch.put("n", both(count(city.before), count(city.after)));
        branch.put("mean", moves(city, SalaryStatistics::mean));
        branch.put("median", moves(city, SalaryStatistics::median));
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
            Moved city, Function<SalaryStatistics, @Nullable Double> figure) {
        Double before = of(city.before, figure);
        Double after = of(city.after, figure);
        Map<String, @Nullable Object> branch = both(PayTable.tenths(before), PayTable.tenths(after));
        branch.put("change", before == null || after == null ? null : PayTable.tenths(after - before));
        branch.put("percent", before == null || after == null ? null : PayTable.tenths(percent(before, after)));
        return branch;
    }

    private static List<Map<String, String>> own(List<Title> titles, Moved city) {
        return titles.stream()
                .filter(row -> row.city().equals(city.city))
                .map(row -> Map.of("title", row.title(), "salary", row.salary()))
                .toList();
    }
}
