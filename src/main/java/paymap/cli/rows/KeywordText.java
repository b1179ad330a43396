package paymap.cli.rows;

import java.util.ArrayList;
import java.util.List;
import paymap.cli.console.Table;
import paymap.job.Keywords;

/** What is said of the searches behind a figure. Keywords are as sites and files spell them: print them by {@link Table#safe}. */
final class KeywordText {

    /** A store can hold hundreds, and a line of them all would hide what it says. */
    private static final int MOST_NAMED = 5;

    private KeywordText() {}

    /** For the first line of a figure, behind the site: {@code , keyword java}; empty where no run is known. */
    static String named(Keywords keywords) {
        List<String> taken = keywords.taken();
        if (taken.isEmpty()) {
            return "";
        }
        if (keywords.isMixed()) {
            return ", keywords " + listed(taken, "no keyword", " + ") + " together";
        }
        return taken.get(0).isEmpty() ? ", no keyword" : ", keyword " + taken.get(0);
    }

    /** That rows of other searches are stored, and how to ask for them; empty where there are none. */
    static String note(Keywords keywords) {
        if (keywords.left().isEmpty()) {
            return "";
        }
        String taken = keywords.taken().get(0);
        return (taken.isEmpty() ? "Rows without a keyword" : "Keyword " + taken) + "; also stored: "
                + listed(keywords.left(), "rows without a keyword (" + RowFilterOptions.KEYWORD + " \"\")", ", ")
                + ". " + RowFilterOptions.KEYWORD + " names one, " + RowFilterOptions.ALL_KEYWORDS
                + " takes every row together.";
    }

    private static String listed(List<String> keywords, String empty, String between) {
        List<String> names = new ArrayList<>(keywords.stream()
                .limit(MOST_NAMED)
                .map(keyword -> keyword.isEmpty() ? empty : keyword)
                .toList());
        if (keywords.size() > MOST_NAMED) {
            names.add(keywords.size() - MOST_NAMED + " more");
        }
        return String.join(between, names);
    }
}
