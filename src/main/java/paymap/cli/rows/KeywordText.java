package paymap.cli.rows;

import java.util.ArrayList;
import java.util.List;
import paymap.cli.console.Table;
import paymap.job.Keywords;
import paymap.words.Words;

/** What is said of the searches behind a figure. Keywords are as sites and files spell them: print them by {@link Table#safe}. */
final class KeywordText {

    /** A store can hold hundreds, and a line of them all would hide what it says. */
    private static final int MOST_NAMED = 5;

    private KeywordText() {}

    /** For the first line of a figure, behind the site: {@code keyword java}; empty where no run is known. */
    static String named(Keywords keywords) {
        List<String> taken = keywords.taken();
        if (taken.isEmpty()) {
            return "";
        }
        if (keywords.isMixed()) {
            return Words.say("keywords %s together", String.join(" + ", listed(taken, Words.say("no keyword"))));
        }
        return taken.get(0).isEmpty() ? Words.say("no keyword") : Words.say("keyword %s", taken.get(0));
    }

    /** That rows of other searches are stored, and how to ask for them; empty where there are none. */
    static String note(Keywords keywords) {
        if (keywords.left().isEmpty()) {
            return "";
        }
        String taken = keywords.taken().get(0);
        String empty = Words.say("rows without a keyword (%s \"\")", RowFilterOptions.KEYWORD);
        return Words.say(
                "%s; also stored: %s. %s names one, %s takes every row together.",
                taken.isEmpty() ? Words.say("Rows without a keyword") : Words.say("Keyword %s", taken),
                Words.list(listed(keywords.left(), empty)),
                RowFilterOptions.KEYWORD,
                RowFilterOptions.ALL_KEYWORDS);
    }

    /**
     * What was left out without being asked to.
     *
     * @param without sites that have no row of those searches
     * @param named whether a person named the searches
     * @return empty = nothing
     */
    static String notes(Keywords keywords, List<String> without, boolean named) {
        String others = named ? "" : note(keywords);
        if (without.isEmpty()) {
            return others;
        }
        String sites = Words.say("Without such rows: %s.", Words.list(listed(without, "")));
        return others.isEmpty() ? sites : others + " " + sites;
    }

    private static List<String> listed(List<String> keywords, String empty) {
        List<String> names = new ArrayList<>(keywords.stream()
                .limit(MOST_NAMED)
                .map(keyword -> keyword.isEmpty() ? empty : keyword)
                .toList());
        if (keywords.size() > MOST_NAMED) {
            names.add(Words.say("%d more", keywords.size() - MOST_NAMED));
        }
        return names;
    }
}
