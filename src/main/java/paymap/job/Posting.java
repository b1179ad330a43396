package paymap.job;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One posting as a site shows it, cleaned, with everything about recruiters left behind. These are the only
 * fields that ever leave a site's parser.
 *
 * @param positionId the site's own id of the opening, never blank
 * @param title cleaned: entities decoded, zero-width characters dropped, white space folded
 * @param salary as the site wrote it, e.g. {@code 15k-25k}; empty where the site names none
 * @param salaryMonths months paid a year as the site states them beside the pay; 0 = not stated
 * @param city the bare Chinese name, e.g. 北京
 * @param district e.g. 海淀区; null = not given
 * @param experience as the site writes it, e.g. 3-5年; null = not given
 * @param education as the site writes it, e.g. 本科; null = not given
 * @param company the company's short name; null = not given
 * @param posted the day it was posted, ISO 8601; null = not given or not a date
 */
public record Posting(
        String positionId,
        String title,
        String salary,
        int salaryMonths,
        String city,
        @Nullable String district,
        @Nullable String experience,
        @Nullable String education,
        @Nullable String company,
        @Nullable String posted)
        implements RowResult {

    public Posting {
        requireText("position id", positionId);
        requireText("title", title);
        requireText("city", city);
        if (salaryMonths < 0) {
            throw new IllegalArgumentException("months paid a year must not be negative: " + salaryMonths);
        }
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
