package paymap.job;

/**
 * What is known of a row from where it stands.
 *
 * @param city where it belongs if it names none itself, the bare Chinese name; empty = such a row is rejected
 * @param onlyThatCity whether a row that names another city is rejected
 */
public record RowContext(String city, boolean onlyThatCity) {

    public RowContext {
        if (onlyThatCity && city.isEmpty()) {
            throw new IllegalArgumentException("the city that was asked for must be named");
        }
    }

    /** On a page of a search in one city: a row of another one answers another question. */
    public static RowContext ofSearch(String city) {
        return new RowContext(city, true);
    }

    /** In a file, whose rows may be of any city; {@code city} as in {@link RowContext}. */
    public static RowContext ofFile(String city) {
        return new RowContext(city, false);
    }
}
