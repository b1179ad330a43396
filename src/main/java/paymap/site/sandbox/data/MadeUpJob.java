package paymap.site.sandbox.data;

import org.jspecify.annotations.Nullable;

/**
 * One made-up posting.
 *
 * @param title as the site writes it, with entities and zero-width spaces
 * @param months the salaryMonth of 2021: "0" where nothing is said
 * @param daysAgo age of the posting on the site's own first of March 2021
 * @param pinned an advertisement that stands at the head of several pages
 */
public record MadeUpJob(
        int id, String title, String salary, String months, Terms terms, String company, int daysAgo, boolean pinned) {

    public String city() {
        return terms.city();
    }

    /** The title as a reader sees it. */
    public String shownTitle() {
        return Titles.cleaned(title);
    }

    /** Null where the posting names none. */
    public @Nullable String district() {
        return terms.district();
    }

    /** As the site writes it, such as 3-5年. */
    public String workYear() {
        return terms.experience().text();
    }

    /** As the site writes it, such as 本科. */
    public String education() {
        return terms.education().text();
    }
}
