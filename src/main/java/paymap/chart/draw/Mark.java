package paymap.chart.draw;

import org.jspecify.annotations.Nullable;

/**
 * What an SVG tells of what is painted.
 *
 * @param words who points at it sees them; plain text, e.g. {@code Beijing: mean 25.6k}
 * @param name what it is called where nothing is seen around it; null = the same words
 * @param address where a page that is served leads from it, not escaped; null = nowhere. Other homes never lead anywhere
 */
public record Mark(
        String words, @Nullable String name, @Nullable String address, Reach reach) {

    /** Who gets to it in a page that is served. */
    public enum Reach {
        /** Everybody: the keyboard stops at it. */
        STOP,
        /** Who points at it or hears the page: there is nothing to do at it. */
        HEARD,
        /** Who points at it: one of hundreds of dots, whose group has a mark of its own. */
        POINTED
    }

    /** Closes what another one opened. */
    static final Mark END = heard("");

    /** Leads nowhere. */
    public static Mark heard(String words) {
        return new Mark(words, null, null, Reach.HEARD);
    }
}
