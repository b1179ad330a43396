package paymap.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One posting as a site shows it, cleaned, with everything about recruiters left behind. These are the only
 * fields that ever leave a site's parser.
 *
 * @param positionId the id of the opening, never blank; see {@link #isSitesOwn}
 * @param title cleaned: entities decoded, zero-width characters dropped, white space folded
 * @param salary as the site wrote it, e.g. {@code 15k-25k}; empty where the site names none
 * @param salaryMonths months paid a year as the site states them beside the pay; 0 = not stated
 * @param city the bare Chinese name, e.g. 北京
 * @param details whatever else the site tells
 */
public record Posting(String positionId, String title, String salary, int salaryMonths, String city, Details details)
        implements RowResult {

    /** How an id begins that is made of the content of a row, where the site gives none. */
    static final String CONTENT_ID = "row:";

    /**
     * What a posting can do without; null = not given.
     *
     * @param company its short name
     * @param district within the city, e.g. 海淀区
     * @param experience as the site writes it, e.g. 3-5年
     * @param education as the site writes it, e.g. 本科
     * @param posted the day it was posted, ISO 8601
     */
    public record Details(
            @Nullable String company,
            @Nullable String district,
            @Nullable String experience,
            @Nullable String education,
            @Nullable String posted) {

        /** Nothing but title, pay and city. */
        public static final Details NONE = new Details(null, null, null, null, null);
    }

    /** @throws IllegalArgumentException if the id, the title or the city is blank, or the months are negative */
    public Posting {
        requireText("position id", positionId);
        requireText("title", title);
        requireText("city", city);
        if (salaryMonths < 0) {
            throw new IllegalArgumentException("months paid a year must not be negative: " + salaryMonths);
        }
    }

    /** Whether an id is the site's own, and so names the same position whatever is told of it. */
    public static boolean isSitesOwn(String positionId) {
        return !positionId.startsWith(CONTENT_ID);
    }

    /** The same position with another text of its pay. */
    public Posting paying(String otherSalary) {
        return new Posting(positionId, title, otherSalary, salaryMonths, city, details);
    }

    @Override
    public void match(Consumer<Posting> posting, Consumer<Rejected> rejected) {
        posting.accept(this);
    }

    private static void requireText(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a posting needs a " + what);
        }
    }
}
