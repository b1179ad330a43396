package paymap.job;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One stored row, with the columns that docs/store.md documents and nothing else of the database.
 *
 * @param site as stored, e.g. lagou
 * @param madeUp whether it said that the row is invented
 * @param city by Chinese name
 * @param title cleaned
 * @param pay as written and in numbers
 * @param details whatever else the site told
 * @param seen when and how often
 * @param found which searches found it
 */
public record JobRow(
        String site,
        boolean madeUp,
        String city,
        String title,
        Pay pay,
        Posting.Details details,
        Seen seen,
        Found found) {

    /** What no keyword holds, as it stands between several on the command line too. */
    private static final String BETWEEN_KEYWORDS = ",";

    /**
     * Which searches found a row.
     *
     * @param keyword what they were for, in the order of their letters, by commas; empty = not known
     * @param run the newest that did; null = none that is known
     */
    public record Found(String keyword, @Nullable Integer run) {

        /** By no run that is known. */
        public static final Found UNKNOWN = new Found("", null);

        /** @param keywords each once, in any order; empty ones, which say nothing, are left out */
        public static Found of(List<String> keywords, @Nullable Integer run) {
            return new Found(
                    keywords.stream()
                            .filter(word -> !word.isEmpty())
                            .sorted()
                            .collect(Collectors.joining(BETWEEN_KEYWORDS)),
                    run);
        }
    }

    /** The keywords that {@link Found#keyword} names; never empty, as an empty text is one that is not known. */
    public static List<String> keywords(String found) {
        List<String> words = Arrays.stream(found.split(BETWEEN_KEYWORDS))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return words.isEmpty() ? List.of("") : words;
    }

    /**
     * Pay.
     *
     * @param written as the site wrote it; empty where it named none
     * @param low whole CNY per {@code interval}; null = open or undisclosed
     * @param high as {@code low}
     * @param interval {@code month}, {@code year}, {@code day} or {@code hour}; null = not known
     * @param months paid a year; null = not stated
     */
    public record Pay(
            String written,
            @Nullable Integer low,
            @Nullable Integer high,
            @Nullable String interval,
            @Nullable Integer months) {

        private static final double MONTHS_OF_A_YEAR = 12;

        /** The midpoint, CNY a month on a 12-month basis, as the view postings has it; null = it is in no mean. */
        @Nullable
        Double monthlyMid() {
            if (low == null || high == null || interval == null) {
                return null;
            }
            double mid = (low + (double) high) / 2;
            return switch (interval) {
                case "month" -> mid;
                case "year" -> mid / MONTHS_OF_A_YEAR;
                default -> null;
            };
        }
    }

    /**
     * How a row was seen.
     *
     * @param openings distinct position ids behind it, 1 or more
     * @param first UTC, ISO 8601
     * @param last as {@code first}
     */
    public record Seen(int openings, String first, String last) {
        /** How many characters of a time tell its year and month. */
        public static final int MONTH = 7;

        /** The month it was first seen in, of UTC, e.g. 2026-11. */
        public String firstMonth() {
            return first.substring(0, Math.min(MONTH, first.length()));
        }
    }

    /** A column: its name in the database, and whether it holds whole numbers, or others, and may be null. */
    public record Column(String name, boolean number, boolean fraction, boolean nullable) {
        /** A column without fractions. */
        public Column(String name, boolean number, boolean nullable) {
            this(name, number, false, nullable);
        }
    }

    /** In the order of {@link #values}. */
    public static final List<Column> COLUMNS = List.of(
            new Column("site", false, false),
            new Column("city", false, false),
            new Column("title", false, false),
            new Column("salary", false, false),
            new Column("salary_low", true, true),
            new Column("salary_high", true, true),
            new Column("salary_interval", false, true),
            new Column("salary_months", true, true),
            new Column("company", false, true),
            new Column("district", false, true),
            new Column("experience", false, true),
            new Column("education", false, true),
            new Column("posted", false, true),
            new Column("openings", true, false),
            new Column("first_seen", false, false),
            new Column("last_seen", false, false),
            new Column("made_up", true, false),
            new Column("keyword", false, false),
            new Column("run", true, true),
            new Column("monthly_mid", false, true, true));

    /** Each a {@link String}, an {@link Integer}, a {@link Double} or null. */
    public List<@Nullable Object> values() {
        return Arrays.asList(
                site,
                city,
                title,
                pay.written,
                pay.low,
                pay.high,
                pay.interval,
                pay.months,
                details.company(),
                details.district(),
                details.experience(),
                details.education(),
                details.posted(),
                seen.openings,
                seen.first,
                seen.last,
                madeUp ? 1 : 0,
                found.keyword,
                found.run,
                pay.monthlyMid());
    }
}
