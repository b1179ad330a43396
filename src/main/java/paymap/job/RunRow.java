package paymap.job;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * One run, as the database remembers it.
 *
 * @param id its number, 1 or more; later runs have higher ones, and no number is given twice
 * @param kind where its rows came from
 * @param work what it was to do
 * @param madeUp whether the site said that rows of it are invented
 * @param started when it was begun
 * @param standing how it stands
 * @param brought what it brought
 */
public record RunRow(
        long id, Kind kind, Work work, boolean madeUp, Instant started, Standing standing, Brought brought) {

    /** Whether it was a crawl that was to read each city to its end. */
    public boolean isWhole() {
        return kind == Kind.CRAWL && work.perCity == 0;
    }

    /** Where the rows of a run came from. */
    public enum Kind {
        /** From a site. */
        CRAWL,
        /** From files. */
        IMPORT;

        /** As it is stored and shown: {@code crawl}, {@code import}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** For people. */
        public String words() {
            return this == CRAWL ? Words.say("crawl") : Words.say("import");
        }
    }

    /**
     * What a run was to do.
     *
     * @param site as stored in {@code jobs.site}
     * @param source what tells apart runs that {@code site} does not, e.g. {@code seed 1}; empty = nothing
     * @param keyword what was searched for; empty = not known
     * @param cities by Chinese name, in the order of the plan
     * @param perCity distinct rows wanted in each; 0 = all there are, as a whole crawl and an import take
     * @param plan equal for runs of the same work
     * @param series the first of the runs that were begun together, one for each of several keywords; null = it was begun
     *     alone
     */
    public record Work(
            String site,
            String source,
            String keyword,
            List<String> cities,
            int perCity,
            String plan,
            @Nullable Long series) {

        public Work {
            cities = List.copyOf(cities);
        }
    }

    /**
     * How a run stands.
     *
     * @param state in one word
     * @param ended when it was last ended; null = it never was
     * @param why it is not complete, as it said; empty = it said nothing
     * @param continues whether a crawl of the same plan would go on with this run
     */
    public record Standing(State state, @Nullable Instant ended, String why, boolean continues) {}

    /**
     * What a run brought; nothing is negative.
     *
     * @param rows distinct, that it holds
     * @param fresh those of them that no earlier run had
     * @param pages fetched
     */
    public record Brought(int rows, int fresh, int pages) {}

    /** How a run stands, in one word. */
    public enum State {
        COMPLETE,
        /** A process works on it now. */
        UNDER_WAY,
        /** It was ended before it was complete, and said why. */
        ENDED_EARLY,
        /** Nobody works on it and nobody ended it: its process was killed. */
        UNFINISHED;

        /** For people: what a run is that stands so. */
        public String words() {
            return switch (this) {
                case COMPLETE -> Words.say("complete");
                case UNDER_WAY -> Words.say("under way");
                case ENDED_EARLY -> Words.say("ended early");
                case UNFINISHED -> Words.say("unfinished");
            };
        }
    }
}
