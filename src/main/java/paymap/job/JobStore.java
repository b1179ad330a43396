package paymap.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.job.age.CitySights;

/**
 * What is asked of the stored postings. Every figure, picture and table starts from {@link #payGroups}. Not for several
 * threads at once.
 *
 * <p>Each method throws {@link StoreException} if the store cannot be read. A site, city or run that is not there is no
 * mistake: there is nothing of it. Lists and maps that are returned are never null.
 */
public interface JobStore extends PayLines, AutoCloseable {

    /**
     * Which rows are meant.
     *
     * @param site as stored in {@code jobs.site}; rows of two sites are never averaged together
     * @param keywords only rows that a search for one of them found, regardless of the case of A to Z; an empty one means
     *     rows taken in without a keyword; none = all
     * @param cities only these, by Chinese name; empty = all
     * @param since only rows last seen then or later, before the year 10000, as times are compared as texts; null = all
     * @param conditions what else they must be
     */
    record Filter(
            String site,
            List<String> keywords,
            List<String> cities,
            @Nullable Instant since,
            Conditions conditions) {

        private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

        /** @throws IllegalArgumentException if {@code since} is too late */
        public Filter {
            keywords = List.copyOf(keywords);
            cities = List.copyOf(cities);
            if (since != null && !since.isBefore(TOO_LATE)) {
                throw new IllegalArgumentException("a time must be before the year 10000: " + since);
            }
        }

        /** Rows of one search, whenever they were seen; null = of every search. */
        public Filter(String site, @Nullable String keyword, List<String> cities) {
            this(site, keyword == null ? List.of() : List.of(keyword), cities, null, Conditions.NONE);
        }

        /** The same rows of other searches; none = of all. */
        public Filter of(List<String> otherKeywords) {
            return new Filter(site, otherKeywords, cities, since, conditions);
        }

        /** The same, as far as it is told by where and when rows were found. */
        public Filter unconditional() {
            return new Filter(site, keywords, cities, since, Conditions.NONE);
        }
    }

    /** By what the store puts rows into groups: a text that the site told of each. */
    enum Column {
        CITY,
        EXPERIENCE,
        EDUCATION,
        DISTRICT,
        COMPANY,
        TITLE
    }

    /**
     * The rows of one group with the same pay: one line of the frequency table.
     *
     * @param values of the columns grouped by, in the order asked for; an empty one = the site said nothing
     * @param salary as the site wrote it
     * @param salaryMonths paid a year; 0 = not stated
     * @param rows 1 or more
     * @param openings distinct position ids behind them
     */
    record PayGroup(List<String> values, String salary, int salaryMonths, long rows, long openings) {

        /** Of a single column. */
        public PayGroup(String value, String salary, int salaryMonths, long rows, long openings) {
            this(List.of(value), salary, salaryMonths, rows, openings);
        }
    }

    /**
     * The rows of one group with the same pay that one run found: one line of the frequency table of history.
     *
     * @param run its number; later runs have higher ones
     * @param started when it began, UTC, ISO 8601
     * @param keyword what it searched for
     */
    record RunPay(long run, String started, String keyword, PayGroup pay) {}

    /**
     * When rows were collected; both UTC, ISO 8601, and the same where one moment is known.
     *
     * @param first the beginning of the earliest run
     * @param last the end of the latest run
     */
    record Collected(String first, String last) {

        /** From the earlier beginning of the two to the later end. */
        public Collected with(Collected other) {
            return new Collected(
                    first.compareTo(other.first) <= 0 ? first : other.first,
                    last.compareTo(other.last) >= 0 ? last : other.last);
        }
    }

    /** Of the sites with rows, the one whose run started last; empty when no site has rows. */
    Optional<String> latestSite();

    /** All runs, the oldest first. */
    List<RunRow> runs();

    /** All sites with rows, by name. */
    List<String> sites();

    /** The frequency table by city. */
    default List<PayGroup> payGroups(Filter filter) {
        List<PayGroup> groups = new ArrayList<>();
        payGroups(filter, List.of(Column.CITY), groups::add);
        return groups;
    }

    /** What rows that are handed on one by one come in the order of. */
    enum RowOrder {
        /** City, title and salary. */
        CITY,
        /** The month they were first seen in, the earliest first; within it as {@link #CITY}. */
        MONTH
    }

    /**
     * Hands on every row that matches, of one filter after the other, in an order; all as they stood at one moment, and
     * never more than one in memory.
     */
    void rows(List<Filter> filters, RowOrder order, Consumer<JobRow> reader);

    /** The same, ordered by city, title and salary. */
    default void rows(List<Filter> filters, Consumer<JobRow> reader) {
        rows(filters, RowOrder.CITY, reader);
    }

    /**
     * One row as figures need it, without what tells it from others.
     *
     * @param id of the row, as long as it is stored
     * @param pay its line of the frequency table by {@link #COLUMNS}; of one row
     * @param lastSeen UTC, ISO 8601
     * @param keywords of the runs of its site that found it, A to Z in lower case, each once; empty = of no run that is
     *     known, while an empty one stands for runs without a keyword
     */
    record Line(long id, String site, PayGroup pay, String lastSeen, Set<String> keywords) {

        /** What {@code pay} holds the values of, in this order. */
        public static final List<Column> COLUMNS =
                List.of(Column.CITY, Column.EXPERIENCE, Column.EDUCATION, Column.DISTRICT);
    }

    /**
     * Hands on every row there is, ordered by site, city, title and salary; all as they stood at one moment, and never
     * more than one in memory.
     */
    void lines(Consumer<Line> reader);

    /**
     * A row with all that is known of it.
     *
     * @param positionIds of the openings behind it that have an id, in order; {@value #MOST_BY_ID} at most
     */
    record StoredRow(long id, JobRow row, List<String> positionIds) {}

    /** How many rows can be asked for by id at once. */
    int MOST_BY_ID = 100;

    /**
     * Some rows, in the order asked for.
     *
     * @param ids those that are not stored (any more) are passed over
     * @throws IllegalArgumentException if there are more than {@value #MOST_BY_ID}
     */
    List<StoredRow> rows(List<Long> ids);

    /**
     * A number that is another one when somebody, also another program, may have changed what is stored since it was last
     * asked for. It says nothing beside other numbers of this store as long as it is open.
     */
    long version();

    /** Whether any of the rows is invented, as its site said of itself. */
    boolean madeUp(Filter filter);

    /** When the rows were collected; empty when there are none. */
    Optional<Collected> collected(Filter filter);

    /** The frequency table of each run by city, in the order of the runs; empty when fewer than two match the filter. */
    List<RunPay> payByRun(Filter filter);

    /** A row without its times. */
    record Title(String city, String title, String salary) {}

    /**
     * Some of the rows that one run holds and another does not: at most so many of each city, ordered by city and title.
     */
    List<Title> titlesOnlyIn(long run, long other, Filter filter, int mostOfACity);

    /** Which of two runs hold a row. */
    enum Held {
        FIRST,
        SECOND,
        BOTH
    }

    /**
     * A row of two runs.
     *
     * @param title with A to Z in lower case
     * @param experience as the site wrote it; empty = it said nothing
     * @param salary as the site wrote it
     * @param salaryMonths paid a year; 0 = not stated
     */
    record RunJob(Held held, String city, String title, String experience, String salary, int salaryMonths) {}

    /** Hands on the rows that match of two runs, ordered by city and title, and never more than one in memory. */
    void rowsOfRuns(long first, long second, Filter filter, Consumer<RunJob> reader);

    /**
     * Hands on every row that matches and was first seen at a moment or later, the newest first, and of one moment by
     * city, title and salary; never more than one in memory.
     */
    void newRows(Filter filter, Instant firstSeen, Consumer<JobRow> reader);

    /**
     * Which of the runs that read a city to its end saw its rows; cities that none read so are missing.
     *
     * @param keyword what they searched for, regardless of the case of A to Z
     * @param cities only these, by Chinese name; empty = all
     */
    List<CitySights> sights(String site, String keyword, List<String> cities);

    @Override
    void close();
}
