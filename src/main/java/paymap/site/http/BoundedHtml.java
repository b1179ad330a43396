package paymap.site.http;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Pages, parsed only where that is sure to be cheap: a page of 8 MiB can hold 2,700,000 elements, and a tree of them took
 * 2.8 GB and minutes.
 */
public final class BoundedHtml {

    /** Real result pages of five boards hold 250 to 1,200 (captures 2018 to 2026). */
    public static final int MOST_TAGS = 10_000;

    /** Real pages have about three a tag. */
    public static final int MOST_ATTRIBUTES = 60_000;

    private BoundedHtml() {}

    /** @return empty where the page has more tags or attributes than any result page has */
    public static Optional<Document> parse(String page) {
        return isBounded(page) ? Optional.of(Jsoup.parse(page)) : Optional.empty();
    }

    /**
     * Counts generously, what stands in scripts and comments too; the parser itself bounds depth (512) and what one tag
     * opens again.
     */
    private static boolean isBounded(String page) {
        int tags = 0;
        int attributes = 0;
        boolean inTag = false;
        boolean between = false;
        for (int i = 0; i < page.length() && tags <= MOST_TAGS && attributes <= MOST_ATTRIBUTES; i++) {
            char c = page.charAt(i);
            if (c == '<' && i + 1 < page.length() && isLetter(page.charAt(i + 1))) {
                tags++;
                inTag = true;
                between = false;
            } else if (c == '>') {
                inTag = false;
            } else if (inTag) {
                boolean separates = c <= ' ' || c == '/' || c == '"' || c == '\'';
                attributes += between && !separates ? 1 : 0;
                between = separates;
            }
        }
        return tags <= MOST_TAGS && attributes <= MOST_ATTRIBUTES;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
