package paymap.crawl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Searches that one crawl takes on. */
    public static final int MOST_KEYWORDS = 50;

    private static final int MOST_OF_NAMES = 300;

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

    /**
     * The same for each of several keywords.
     *
     * @param keywords by commas, ASCII or Chinese ones, at most {@value #MOST_KEYWORDS}; one that comes twice, whatever the
     *     case of its letters, counts once, as it is first spelled
     * @throws IllegalArgumentException if there is none, one is too long, or there are too many
     */
    public static List<CrawlPlan> forEach(String keywords, String site, List<City> cities, int perCity, String source) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : keywords.split("[,，、]")) {
            if (!word.isBlank()) {
                words.putIfAbsent(word.strip().toLowerCase(Locale.ROOT), word.strip());
            }
        }
        if (words.size() > MOST_KEYWORDS) {
            throw new IllegalArgumentException(
                    Words.say("at most %d keywords at a time, and these are %d", MOST_KEYWORDS, words.size()));
        }
        return (words.isEmpty() ? List.of("") : words.values())
                .stream()
                        .map(word -> new CrawlPlan(site, word, cities, perCity, source))
                        .toList();
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

    /** Equal for equal work, whatever the order of the cities; bounded, however many they are. */
    public String key() {
        String names = cities.stream().map(City::shortest).sorted().collect(Collectors.joining(","));
        String which = names.length() <= MOST_OF_NAMES ? names : cities.size() + " cities " + hash(names);
        return String.join("|", site, source, keyword, which, isWhole() ? "whole" : Integer.toString(perCity));
    }

    /** An index of PostgreSQL takes some 2,700 bytes. */
    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
