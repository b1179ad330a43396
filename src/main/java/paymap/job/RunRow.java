package paymap.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run, as the database remembers it.
 *
 * @param id its number; later runs have higher ones
 * @param kind where its rows came from
 * @param site as stored in {@code jobs.site}
 * @param source what tells apart runs that {@code site} does not, e.g. {@code seed 1}; empty = nothing
 * @param madeUp whether the site said that rows of it are invented
 * @param keyword what was searched for
 * @param cities by Chinese name, in the order of the plan
 * @param perCity distinct rows wanted in each
 * @param plan equal for runs of the same work
 * @param started when it was begun
 * @param ended when it was last ended; null = it never was
 * @param state how it stands
 * @param why it is not complete, as it said; empty = it said nothing
 * @param brought what it brought
 * @param continues whether a crawl of the same plan would go on with this run
 */
public record RunRow(
        long id,
        RunKind kind,
        String site,
        String source,
        boolean madeUp,
        String keyword,
        List<String> cities,
        int perCity,
        String plan,
        Instant started,
        @Nullable Instant ended,
        State state,
        String why,
        Brought brought,
        boolean continues) {

    /**
     * What a run brought.
     *
     * @param rows distinct, that it holds
     * @param fresh those of them that no earlier run had
     * @param pages fetched
     */
    public record Brought(int rows, int fresh, int pages) {}

    /** How a run stands. */
    public enum State {
        COMPLETE,
        /** A process works on it now. */
        UNDER_WAY,
        /** It was ended before it was complete, and said why. */
        ENDED_EARLY,
        /** Nobody works on it and nobody ended it: its process was killed. */
        UNFINISHED
    }

    public RunRow {
        cities = List.copyOf(cities);
    }
}
