package paymap.cli.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Filter;
import paymap.job.RunRow;
import paymap.job.RunRow.State;

/** The two runs that a trend is told between. */
record TrendRuns(RunRow from, RunRow to) {

    /**
     * @param filter its site and keyword choose where no number does
     * @param siteNamed whether the person named that site; else a number may name another one's run
     * @param from the earlier run; null = the newest before {@code to} with an equal plan, or else the same keyword
     * @param to the later run; null = the newest that nobody works on
     * @return empty where nobody named two and there are none yet
     * @throws IllegalArgumentException if those that are named cannot be compared
     */
    static Optional<TrendRuns> of(
            List<RunRow> runs, Filter filter, boolean siteNamed, @Nullable Long from, @Nullable Long to) {
        Optional<RunRow> later = to != null ? Optional.of(Since.run(to, runs)) : latest(runs, filter, from);
        Optional<RunRow> earlier =
                from != null ? Optional.of(Since.run(from, runs)) : later.flatMap(run -> before(runs, run));
        return later.flatMap(last -> earlier.map(first -> checked(first, last, filter, siteNamed)));
    }

    private static TrendRuns checked(RunRow earlier, RunRow later, Filter filter, boolean siteNamed) {
        String site = siteNamed ? filter.site() : later.site();
        if (!earlier.site().equals(site) || !later.site().equals(site)) {
            throw new IllegalArgumentException("rows of two sites are never compared: run " + earlier.id() + " is of "
                    + earlier.site() + ", run " + later.id() + " of " + later.site());
        }
        if (earlier.id() == later.id()) {
            throw new IllegalArgumentException("run " + later.id() + " cannot be compared with itself");
        }
        return new TrendRuns(earlier, later);
    }

    /** What speaks against comparing them, each as half a sentence; empty = nothing known. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (RunRow run : List.of(from, to)) {
            if (run.state() != State.COMPLETE) {
                doubts.add("run " + run.id() + " is not complete (" + RunsCommand.words(run.state())
                        + (run.why().isEmpty() ? "" : ": " + run.why())
                        + "), so rows may be missing that the site has");
            }
        }
        if (from.perCity() != to.perCity()) {
            doubts.add("run " + from.id() + " wanted " + from.perCity() + " rows a city, run " + to.id() + " "
                    + to.perCity());
        }
        if (!from.keyword().equalsIgnoreCase(to.keyword())) {
            doubts.add("they searched for different words, \"" + from.keyword() + "\" and \"" + to.keyword() + "\"");
        }
        if (!from.source().equals(to.source())) {
            doubts.add("they read different made-up sites, " + from.source() + " and " + to.source());
        }
        if (!from.kind().equals(to.kind())) {
            doubts.add("one was crawled, the other imported");
        }
        List<String> single = Stream.concat(from.cities().stream(), to.cities().stream())
                .filter(city -> !inBoth(city))
                .toList();
        if (!single.isEmpty()) {
            doubts.add("only one of them searched " + String.join(", ", single) + ", which is left out");
        }
        return doubts;
    }

    /** Whether rows of either are invented. */
    boolean madeUp() {
        return from.madeUp() || to.madeUp();
    }

    /** Whether both searched a city: a row of another cannot appear or vanish. */
    boolean inBoth(String city) {
        return from.cities().contains(city) && to.cities().contains(city);
    }

    private static Optional<RunRow> latest(List<RunRow> runs, Filter filter, @Nullable Long notThis) {
        return newest(
                runs,
                run -> run.site().equals(filter.site())
                        && (filter.keywords().isEmpty()
                                || filter.keywords().stream().anyMatch(run.keyword()::equalsIgnoreCase))
                        && (notThis == null || run.id() != notThis)
                        && run.state() != State.UNDER_WAY);
    }

    private static Optional<RunRow> before(List<RunRow> runs, RunRow later) {
        Predicate<RunRow> earlier = run -> run.id() < later.id() && run.site().equals(later.site());
        return newest(runs, earlier.and(run -> run.plan().equals(later.plan())))
                .or(() -> newest(runs, earlier.and(run -> run.keyword().equalsIgnoreCase(later.keyword()))));
    }

    private static Optional<RunRow> newest(List<RunRow> runs, Predicate<RunRow> wanted) {
        return runs.stream()
                .filter(wanted.and(run -> run.brought().rows() > 0))
                .max(Comparator.comparingLong(RunRow::id));
    }
}
