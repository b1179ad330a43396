package paymap.cli.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.LocalTime;
import paymap.job.JobStore.Filter;
import paymap.job.RunRow;
import paymap.job.RunRow.State;
import paymap.words.Words;

/**
 * The two runs that a trend is told between.
 *
 * @param notes sentences that say where another run was taken than was asked for; no doubts, as any two runs will do
 */
record TrendRuns(RunRow from, RunRow to, List<String> notes) {

    /** A run, and a sentence where it is none that fits what was asked for. */
    private record Picked(RunRow run, List<String> notes) {}

    /**
     * @param filter its site and keyword choose where no number does
     * @param siteNamed whether the person named that site; else a number may name another one's run
     * @param from the earlier run, of those before {@code to} with an equal plan, or else the same keyword; null = the
     *     newest of these
     * @param to the later run; null = the newest that nobody works on
     * @return empty where nobody named two and there are none yet
     * @throws IllegalArgumentException if those that are named cannot be compared
     */
    static Optional<TrendRuns> of(
            List<RunRow> runs, Filter filter, boolean siteNamed, @Nullable RunChoice from, @Nullable RunChoice to) {
        Optional<Picked> later = later(runs, filter, from, to);
        Optional<Picked> earlier = later.flatMap(last -> earlier(runs, last.run, from));
        return later.flatMap(last -> earlier.map(first -> checked(first, last, filter, siteNamed)));
    }

    private static TrendRuns checked(Picked first, Picked last, Filter filter, boolean siteNamed) {
        RunRow earlier = first.run;
        RunRow later = last.run;
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
        return new TrendRuns(
                earlier,
                later,
                Stream.concat(first.notes.stream(), last.notes.stream())
                        .distinct()
                        .toList());
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

    private static Optional<Picked> later(
            List<RunRow> runs, Filter filter, @Nullable RunChoice from, @Nullable RunChoice to) {
        Predicate<RunRow> wanted = run -> run.work().site().equals(filter.site())
                && (filter.keywords().isEmpty()
                        || filter.keywords().stream().anyMatch(run.work().keyword()::equalsIgnoreCase))
                && !(from instanceof RunChoice.Numbered named && named.id() == run.id())
                && run.standing().state() != State.UNDER_WAY;
        return pick(runs, to, List.of(wanted));
    }

    private static Optional<Picked> earlier(List<RunRow> runs, RunRow later, @Nullable RunChoice from) {
        Predicate<RunRow> earlier = run ->
                run.id() < later.id() && run.work().site().equals(later.work().site());
        return pick(
                runs,
                from,
                List.of(
                        earlier.and(run -> run.work().plan().equals(later.work().plan())),
                        earlier.and(run -> run.work()
                                .keyword()
                                .equalsIgnoreCase(later.work().keyword()))));
    }

    /** @param wanted the first of which a run fits decides */
    private static Optional<Picked> pick(
            List<RunRow> runs, @Nullable RunChoice choice, List<Predicate<RunRow>> wanted) {
        if (choice instanceof RunChoice.Numbered named) {
            return Optional.of(new Picked(Since.run(named.id(), runs), List.of()));
        }
        Comparator<RunRow> age = Comparator.comparingLong(RunRow::id);
        if (choice instanceof RunChoice.EndedBy time) {
            Predicate<RunRow> ended = run -> run.standing().state() != State.UNDER_WAY;
            return first(runs, wanted, ended.and(time::holds), age)
                    .map(run -> new Picked(run, List.of()))
                    .or(() -> first(runs, wanted, ended, age.reversed())
                            .map(run -> new Picked(run, List.of(noneSoOld(time, run)))));
        }
        return first(runs, wanted, run -> true, age).map(run -> new Picked(run, List.of()));
    }

    private static String noneSoOld(RunChoice.EndedBy time, RunRow earliest) {
        return Words.say(
                "no such run had ended by %s; run %d, the earliest, is taken",
                LocalTime.of(time.moment()), earliest.id());
    }

    /** The last in an order, of those that have rows and meet the first condition that any meets. */
    private static Optional<RunRow> first(
            List<RunRow> runs, List<Predicate<RunRow>> wanted, Predicate<RunRow> also, Comparator<RunRow> order) {
        return wanted.stream()
                .flatMap(condition ->
                        runs.stream()
                                .filter(condition
                                        .and(also)
                                        .and(run -> run.brought().rows() > 0))
                                .max(order)
                                .stream())
                .findFirst();
    }
}
