package paymap.job;

import paymap.words.Words;

/** How a site says that its postings are invented, and how that is passed on to people. */
public final class MadeUpData {

    /** The header of a reply that says so. */
    public static final String HEADER = "X-Made-Up-Data";

    private static final String YES = "true";
    private static final String IN_A_NAME = " (made-up data)";

    private MadeUpData() {}

    /** Whether the value of {@link #HEADER} says it; any other value, as a missing one, says nothing. */
    public static boolean isSaid(String headerValue) {
        return YES.equalsIgnoreCase(headerValue.strip());
    }

    /**
     * Whether the name of a site says it. Only for files: what paymap exported before it had a column for this says it
     * nowhere else.
     */
    public static boolean isSaidByName(String site) {
        return site.endsWith(IN_A_NAME);
    }

    /** A site as people read it, e.g. {@code 127.0.0.1:8080 (made-up data)}; a name that says so itself stays. */
    public static String named(String site, boolean madeUp) {
        return madeUp ? Words.say("%s (made-up data)", bare(site)) : site;
    }

    /** The name of a site without the words, for where they are said apart. */
    public static String bare(String site) {
        return isSaidByName(site) ? site.substring(0, site.length() - IN_A_NAME.length()) : site;
    }
}
