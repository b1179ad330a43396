package paymap.page.rows;

import java.util.Set;

/** What was searched for, compared as the store compares it. */
final class Keyword {

    private Keyword() {}

    /** With A to Z in lower case, and all other letters as they are. */
    static String folded(String keyword) {
        StringBuilder folded = new StringBuilder(keyword);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c - 'A' + 'a'));
            }
        }
        return folded.toString();
    }

    /** Whether these are all that runs which found rows of a site searched for; not where there is no such run. */
    static boolean areAll(Site site, Set<String> folded) {
        return !site.keywords().isEmpty()
                && site.keywords().stream().map(Keyword::folded).allMatch(folded::contains);
    }
}
