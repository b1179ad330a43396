package paymap.chart.draw;

import org.jspecify.annotations.Nullable;

/**
 * What an SVG tells of what is painted.
 *
 * @param words who points at it sees them; plain text, e.g. {@code Beijing: mean 25.6k}
 * @param address where a page that is served leads from it, not escaped; null = nowhere. Other homes never lead anywhere
 * @param stop whether who goes through a page by the keyboard stops at it; one of hundreds of dots is none
 */
public record Mark(String words, @Nullable String address, boolean stop) {

    /** Closes what another one opened. */
    static final Mark END = new Mark("", null, false);

    /** Leads nowhere. */
    public static Mark of(String words) {
        return new Mark(words, null, false);
    }
}
