package paymap.crawl;

import java.util.List;
import java.util.stream.Collectors;
import paymap.job.City;
import paymap.words.Words;

/**
 * What is to be collected. Two crawls with equal plans are the same work: the later continues the earlier if that is
 * unfinished.
 *
 * @param site as it will stand in {@code jobs.site}
 * @param keyword what is searched for, e.g. python
 * @param cities at least one, in the order of the report
 * @param perCity distinct (city, title, salary) wanted in each city, 1 to 10,000; {@link #WHOLE} = all that the site shows
 * @param source tells apart what {@code site} does not, e.g. the seed of made-up data; empty = nothing
 */
public record CrawlPlan(String site, String keyword, List<City> cities, int perCity, String source) {

    public static final int MOST_PER_CITY = 10_000;

    /** In place of a number of rows: every page that the site shows of a city. */
    public static final int WHOLE = 0;

    public CrawlPlan {
        cities = List.copyOf(cities);
        if (cities.isEmpty()) {
            throw new IllegalArgumentException("a crawl needs at least one city");
        }
        if (keyword.isBlank() || keyword.length() > 100) {
            throw new IllegalArgumentException(Words.say("a keyword must have 1 to 100 characters: \"%s\"", keyword));
        }
        if (perCity != WHOLE) {
            requireRows(perCity);
        }
    }

    /** @throws IllegalArgumentException if no plan can want so many rows of each city; {@link #WHOLE} is no number */
    public static void requireRows(int perCity) {
        if (perCity < 1 || perCity > MOST_PER_CITY) {
            throw new IllegalArgumentException(
                    Words.say("rows per city must be from 1 to %d: %d", MOST_PER_CITY, perCity));
        }
    }

    /** Whether each city is read to its end. */
    public boolean isWhole() {
        return perCity == WHOLE;
    }

    /** Equal for equal work, whatever the order of the cities. */
    public String key() {
        String names = cities.stream().map(City::code).sorted().collect(Collectors.joining(","));
        return String.join("|", site, source, keyword, names, isWhole() ? "whole" : Integer.toString(perCity));
    }
}
