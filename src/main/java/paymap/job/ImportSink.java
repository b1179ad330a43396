package paymap.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.salary.Salary;

/**
 * Where imported rows go. Not for several threads at once. Each method throws {@link StoreException} if the store
 * cannot do it; what earlier calls stored is kept then, and the sink is of no more use.
 */
public interface ImportSink {

    /**
     * A row to keep.
     *
     * @param site as it is to stand in {@code jobs.site}, 1 to 60 visible characters
     * @param keyword that was searched for; empty = unknown. With a history it may name several by commas, as an
     *     export does
     * @param salary how the pay of {@code posting} reads
     * @param madeUp whether its site says that it is invented
     * @param history null = the row is seen by this import, and {@code posting} has the id of one opening
     */
    record Entry(
            String site,
            String keyword,
            Posting posting,
            Salary salary,
            boolean madeUp,
            @Nullable History history) {

        /** A row that is seen now. */
        public Entry(String site, String keyword, Posting posting, Salary salary, boolean madeUp) {
            this(site, keyword, posting, salary, madeUp, null);
        }
    }

    /**
     * What a store knew of a row that was exported from it. A store that knows the row already keeps the longer time
     * and the larger number: the same export twice changes nothing.
     *
     * @param openings behind the row, 1 or more
     * @param firstSeen when it was seen first
     * @param lastSeen when it was seen last, not before {@code firstSeen}; a time to come counts as now
     * @param known those of the openings whose ids are known; empty, as of an export = none
     * @param keywords of the searches that found it; empty = {@link Entry#keyword} names them
     */
    record History(int openings, Instant firstSeen, Instant lastSeen, List<Opening> known, List<String> keywords) {

        /**
         * An opening by its id.
         *
         * @param id the site's own, 1 to 100 characters
         * @param firstSeen when it was seen first
         * @param lastSeen when it was seen last
         */
        public record Opening(String id, Instant firstSeen, Instant lastSeen) {}

        /** Of a row whose ids nobody knows. */
        public History(int openings, Instant firstSeen, Instant lastSeen) {
            this(openings, firstSeen, lastSeen, List.of(), List.of());
        }

        /** @throws IllegalArgumentException if a number is out of its range */
        public History {
            known = List.copyOf(known);
            keywords = List.copyOf(keywords);
            if (openings < 1) {
                throw new IllegalArgumentException("openings must be 1 or more: " + openings);
            }
            if (lastSeen.isBefore(firstSeen)) {
                throw new IllegalArgumentException("last_seen is before first_seen: " + lastSeen + ", " + firstSeen);
            }
        }
    }

    /**
     * A run that rows were put into.
     *
     * @param id its number, as {@link RunRow#id}
     * @param site as stored
     * @param keyword empty = unknown
     */
    record Run(long id, String site, String keyword) {}

    /**
     * Puts rows into the order in which they are stored fastest; equal rows stay in theirs. The one method that may be
     * called from another thread, while the others are, so that it costs the storing one no time.
     *
     * @param rows that {@link #put} is going to get; any number
     */
    default void arrange(List<Entry> rows) {}

    /**
     * Stores rows, all or none of them. They last from {@link #commit} or {@link #end} on, or earlier: a store may commit whenever it
     * likes.
     *
     * @param rows at least one
     * @return what became of each, in the same order
     */
    List<UpsertResult> put(List<Entry> rows);

    /** What was put until now lasts from now on, and others may write meanwhile. */
    void commit();

    /**
     * To be called every few seconds, also while no rows come: others hear that this import is alive. What was put may be
     * committed by it.
     */
    void renew();

    /**
     * Commits what was put and closes the runs of this import. To be called once, also after an import that was cut
     * short.
     *
     * @param complete whether all files were read to their ends
     * @param why they were not, for people; empty where they were
     * @return the runs that got rows, in the order they began; empty if none did
     */
    List<Run> end(boolean complete, String why);

    /** What became of a row that was stored. Rows are the same if site, city, title and salary are. */
    enum UpsertResult {
        /** It was not there before. */
        INSERTED,
        /** It was there before; what it tells anew is written over what was known, what it does not tell stays. */
        UPDATED,
        /** This run or import has brought it already; only the opening behind it may be another. */
        DUPLICATE
    }
}
