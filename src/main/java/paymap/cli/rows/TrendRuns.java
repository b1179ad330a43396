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
import paymap.words.Words;

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
            throw new IllegalArgumentException(Words.say(
                    "rows of two sites are never compared: run %d is of %s, run %d of %s",
                    earlier.id(),
                    earlier.work().site(),
                    later.id(),
                    later.work().site()));
        }
        if (earlier.id() == later.id()) {
            throw new IllegalArgumentException(Words.say("run %d cannot be compared with itself", later.id()));
        }
        return new TrendRuns(earlier, later);
    }

    /** What speaks against comparing them, each as half a sentence; empty = nothing known. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (RunRow run : List.of(from, to)) {
            if (run.standing().state() != State.COMPLETE) {
                String state = run.standing().state().words();
                String why = run.standing().why();
                doubts.add(Words.say(
                        "run %d is not complete (%s), so rows may be missing that the site has",
                        run.id(), why.isEmpty() ? state : Words.say("%s: %s", state, why)));
            }
        }
        if (from.work().perCity() != to.work().perCity()) {
            doubts.add(wanted());
        }
        if (!from.work().keyword().equalsIgnoreCase(to.work().keyword())) {
            doubts.add(Words.say(
                    "they searched for different words, \"%s\" and \"%s\"",
                    from.work().keyword(), to.work().keyword()));
        }
        if (!from.work().source().equals(to.work().source())) {
            doubts.add(Words.say(
                    "they read different made-up sites, %s and %s",
                    from.work().source(), to.work().source()));
        }
        if (!from.kind().equals(to.kind())) {
            doubts.add(Words.say("one was crawled, the other imported"));
        }
        List<String> single = Stream.concat(from.work().cities().stream(), to.work().cities().stream())
                .filter(city -> !inBoth(city))
                .toList();
        if (!single.isEmpty()) {
            doubts.add(Words.say("only one of them searched %s, which is left out", Words.list(single)));
        }
        return doubts;
    }

    private String wanted() {
        int before = from.work().perCity();
        int after = to.work().perCity();
        if (before > 0 && after > 0) {
            return Words.say("run %d wanted %d rows a city, run %d %d", from.id(), before, to.id(), after);
        }
        return Words.say(
                "run %d took all rows of a city, run %d the first %d",
                before == 0 ? from.id() : to.id(), before == 0 ? to.id() : from.id(), Math.max(before, after));
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
