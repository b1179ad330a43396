package paymap.job;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stored row, with the columns that README.md documents and nothing else of the database.
 *
 * @param site as stored, e.g. lagou
 * @param city by Chinese name
 * @param title cleaned
 * @param salary as the site wrote it; empty where it named none
 * @param pay what {@code salary} says
 * @param posted the day, ISO 8601; null = not given
 * @param openings distinct position ids behind the row
 * @param firstSeen UTC, ISO 8601
 * @param lastSeen as {@code firstSeen}
 * @param madeUp whether the site said that the row is invented
 */
public record JobRow(
        String site,
        String city,
        String title,
        String salary,
        Pay pay,
        @Nullable String company,
        @Nullable String district,
        @Nullable String experience,
        @Nullable String education,
        @Nullable String posted,
        int openings,
        String firstSeen,
        String lastSeen,
        boolean madeUp) {

    /**
     * Pay in numbers.
     *
     * @param low whole CNY per {@code interval}; null = open or undisclosed
     * @param high as {@code low}
     * @param interval {@code month}, {@code year}, {@code day} or {@code hour}; null = not known
     * @param months paid a year; null = not stated
     */
    public record Pay(
            @Nullable Integer low,
            @Nullable Integer high,
            @Nullable String interval,
            @Nullable Integer months) {}

    /** A column: its name in the database, and whether it holds whole numbers and may be null. */
    public record Column(String name, boolean number, boolean nullable) {}

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
            new Column("made_up", true, false));

    /** Each a {@link String}, an {@link Integer} or null. */
    public List<@Nullable Object> values() {
        return Arrays.asList(
                site,
                city,
                title,
                salary,
                pay.low,
                pay.high,
                pay.interval,
                pay.months,
                company,
                district,
                experience,
                education,
                posted,
                openings,
                firstSeen,
                lastSeen,
                madeUp ? 1 : 0);
    }
}
