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
        String site = siteNamed ? filter.site() : later.work().site();
        if (!earlier.work().site().equals(site) || !later.work().site().equals(site)) {
            throw new IllegalArgumentException("rows of two sites are never compared: run " + earlier.id() + " is of "
                    + earlier.work().site() + ", run " + later.id() + " of "
                    + later.work().site());
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
            if (run.standing().state() != State.COMPLETE) {
                doubts.add("run " + run.id() + " is not complete ("
                        + RunsCommand.words(run.standing().state())
                        + (run.standing().why().isEmpty()
                                ? ""
                                : ": " + run.standing().why())
                        + "), so rows may be missing that the site has");
            }
        }
        if (from.work().perCity() != to.work().perCity()) {
            doubts.add("run " + from.id() + " wanted " + from.work().perCity() + " rows a city, run " + to.id() + " "
                    + to.work().perCity());
        }
        if (!from.work().keyword().equalsIgnoreCase(to.work().keyword())) {
            doubts.add("they searched for different words, \"" + from.work().keyword() + "\" and \""
                    + to.work().keyword() + "\"");
        }
        if (!from.work().source().equals(to.work().source())) {
            doubts.add("they read different made-up sites, " + from.work().source() + " and "
                    + to.work().source());
        }
        if (!from.kind().equals(to.kind())) {
            doubts.add("one was crawled, the other imported");
        }
        List<String> single = Stream.concat(from.work().cities().stream(), to.work().cities().stream())
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
        return from.work().cities().contains(city) && to.work().cities().contains(city);
    }

    private static Optional<RunRow> latest(List<RunRow> runs, Filter filter, @Nullable Long notThis) {
        return newest(
                runs,
                run -> run.work().site().equals(filter.site())
                        && (filter.keywords().isEmpty()
                                || filter.keywords().stream()
                                        .anyMatch(run.work().keyword()::equalsIgnoreCase))
                        && (notThis == null || run.id() != notThis)
                        && run.standing().state() != State.UNDER_WAY);
    }

    private static Optional<RunRow> before(List<RunRow> runs, RunRow later) {
        Predicate<RunRow> earlier = run ->
                run.id() < later.id() && run.work().site().equals(later.work().site());
        return newest(
                        runs,
                        earlier.and(run -> run.work().plan().equals(later.work().plan())))
                .or(() -> newest(
                        runs,
                        earlier.and(run -> run.work()
                                .keyword()
                                .equalsIgnoreCase(later.work().keyword()))));
    }

    private static Optional<RunRow> newest(List<RunRow> runs, Predicate<RunRow> wanted) {
        return runs.stream()
                .filter(wanted.and(run -> run.brought().rows() > 0))
                .max(Comparator.comparingLong(RunRow::id));
    }
}
