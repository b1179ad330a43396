package paymap.torture.site;

import java.util.Random;
import java.util.function.Predicate;

/** Which requests a fault befalls. */
enum When {
    /** The first request for rows of one city. */
    ONCE("once"),
    /** The first page that begins a visit. */
    ENTRANCE("once, way in"),
    /** All requests for rows of one city. */
    CITY("one city"),
    /** One request in a hundred, of a crawl of many pages. */
    HUNDREDTH("1 %"),
    TENTH("10 %"),
    HALF("50 %"),
    ALWAYS("always"),
    /** The first request for robots.txt. */
    ROBOTS_ONCE("robots.txt once"),
    ROBOTS("robots.txt");

    static final String HURT = "上海";

    private final String words;

    When(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether only one city, or a single request, is befallen, so that the others must be complete. */
    boolean sparesOtherCities() {
        return this == ONCE || this == CITY || this == HUNDREDTH;
    }

    boolean isSingle() {
        return this == ONCE || this == ENTRANCE || this == HUNDREDTH || this == ROBOTS_ONCE;
    }

    /** A plan of its own for one crawl, which counts; the same name gives the same one. */
    Predicate<Asked> plan(String name) {
        int[] seen = new int[2];
        Random chance = new Random(name.hashCode());
        return asked -> {
            boolean rowsOfIt = asked.kind() == Asked.Kind.ROWS && asked.city().equals(HURT);
            int number = seen[1]++;
            return switch (this) {
                case ONCE -> rowsOfIt && seen[0]++ == 0;
                case ENTRANCE -> asked.kind() == Asked.Kind.ENTRANCE && seen[0]++ == 0;
                case CITY -> rowsOfIt;
                case HUNDREDTH -> number % 100 == 20;
                case TENTH -> chance.nextInt(10) == 0;
                case HALF -> chance.nextBoolean();
                case ALWAYS -> true;
                case ROBOTS_ONCE -> asked.kind() == Asked.Kind.ROBOTS && seen[0]++ == 0;
                case ROBOTS -> asked.kind() == Asked.Kind.ROBOTS;
            };
        };
    }
}
