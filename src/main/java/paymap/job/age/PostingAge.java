package paymap.job.age;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.age.CitySights.Group;
import paymap.job.age.CitySights.Reading;

/**
 * How long the postings of one city stay, as far as runs that read it to its end can tell. All times are in days.
 *
 * @param city by Chinese name
 * @param readings those runs, the oldest first; two or more
 * @param rows what became of the rows they saw
 * @param seen from the first sight to the last, of the rows that are gone: they stayed so long at least
 * @param stay how long rows stay that appeared after the first of the runs
 * @param posted from the day of posting to the last sight, of the rows that are gone and have such a day
 */
public record PostingAge(String city, List<Reading> readings, Rows rows, Quartiles seen, Median stay, Median posted) {

    /** Two sights tell how long something stayed. */
    public static final int FEWEST_READINGS = 2;

    private static final double SECONDS_OF_A_DAY = 86_400;

    /** The boards are of China, and name its days. */
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    /**
     * Rows that any of the runs saw; none is negative.
     *
     * @param all there + gone
     * @param there seen by the newest run
     * @param gone seen by an earlier one and not by the newest
     * @param cameBack of all, those that a run between two that saw them did not see
     */
    public record Rows(long all, long there, long gone, long cameBack) {

        /** From 0 to 1; null = there are no rows. */
        public @Nullable Double shareThatCameBack() {
            return all == 0 ? null : cameBack / (double) all;
        }
    }

    /**
     * Interpolated as PERCENTILE_CONT in SQL (type 7 in R); all null where there are no values.
     *
     * @param p25 first quartile
     * @param p50 the median
     * @param p75 third quartile
     */
    public record Quartiles(
            @Nullable Double p25,
            @Nullable Double p50,
            @Nullable Double p75) {}

    /**
     * A median and of how many.
     *
     * @param rows behind it
     * @param days null = not known
     */
    public record Median(long rows, @Nullable Double days) {}

    public PostingAge {
        readings = List.copyOf(readings);
    }

    /** @throws IllegalArgumentException if fewer than {@link #FEWEST_READINGS} runs read the city */
    public static PostingAge of(CitySights city) {
        if (city.readings().size() < FEWEST_READINGS) {
            throw new IllegalArgumentException(city.city() + " was read once");
        }
        Tally seen = new Tally();
        Tally posted = new Tally();
        int newest = city.readings().size() - 1;
        for (Group group : city.groups()) {
            if (group.last() < newest) {
                Instant last = at(city, group.last());
                seen.add(days(at(city, group.first()), last), group.rows());
                addPosted(posted, group, last);
            }
        }
        Survival survival = survival(city);
        return new PostingAge(
                city.city(),
                city.readings(),
                rows(city.groups(), newest),
                new Quartiles(seen.quantile(0.25), seen.quantile(0.5), seen.quantile(0.75)),
                new Median(survival.size(), survival.median()),
                new Median(posted.size(), posted.quantile(0.5)));
    }

    private static Rows rows(List<Group> groups, int newest) {
        long all = 0;
        long there = 0;
        long cameBack = 0;
        for (Group group : groups) {
            all += group.rows();
            there += group.last() == newest ? group.rows() : 0;
            cameBack += group.times() <= group.last() - group.first() ? group.rows() : 0;
        }
        return new Rows(all, there, all - there, cameBack);
    }

    /**
     * Of rows whose beginning is known: those that the first run saw may have been there for years. A row ends when the
     * first run no longer sees it, the latest moment at which it can have gone; so the curve falls too late, never too early.
     */
    private static Survival survival(CitySights city) {
        Survival survival = new Survival();
        int newest = city.readings().size() - 1;
        for (Group group : city.groups()) {
            Instant first = at(city, group.first());
            if (group.first() > 0 && group.last() < newest) {
                survival.ended(days(first, at(city, group.last() + 1)), group.rows());
            } else if (group.first() > 0) {
                survival.stillThere(days(first, at(city, newest)), group.rows());
            }
        }
        return survival;
    }

    /** A day that is later than the last sight was told later, for another opening of the same row. */
    private static void addPosted(Tally posted, Group group, Instant last) {
        LocalDate day = group.posted();
        if (day != null) {
            long days = ChronoUnit.DAYS.between(day, LocalDate.ofInstant(last, CHINA));
            if (days >= 0) {
                posted.add(days, group.rows());
            }
        }
    }

    private static Instant at(CitySights city, int reading) {
        return city.readings().get(reading).at();
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_OF_A_DAY;
    }
}
