package paymap.torture.privacy;

import java.util.Set;

/**
 * A page or reply of a board.
 *
 * @param name board and kind, e.g. {@code boss list}
 * @param url where a browser was given it
 * @param asked what the browser sent for it; empty = nothing
 * @param isJson else it is HTML
 * @param wanted what is read by right: in JSON paths with {@code *} for the places of a list, in HTML selectors
 */
record Sample(String name, String url, String asked, boolean isJson, String text, Set<String> wanted) {

    static Sample json(String name, String url, String asked, String text, String... wanted) {
        return new Sample(name, url, asked, true, text, Set.of(wanted));
    }

    static Sample html(String name, String url, String text, String... wanted) {
        return new Sample(name, url, "", false, text, Set.of(wanted));
    }

    Sample with(String other) {
        return new Sample(name, url, asked, isJson, other, wanted);
    }
}
