package paymap.site.sandbox.data;

import org.jspecify.annotations.Nullable;

/**
 * One made-up posting.
 *
 * @param title as the site writes it, with entities and zero-width spaces
 * @param months the salaryMonth of 2021: "0" where nothing is said
 * @param district null for a few, as in the captures of 2018
 * @param daysAgo age of the posting on the site's own first of March 2021
 * @param pinned an advertisement that stands at the head of several pages
 */
public record MadeUpJob(
        int id,
        String title,
        String salary,
        String months,
        String city,
        @Nullable String district,
        String workYear,
        String education,
        String company,
        int daysAgo,
        boolean pinned) {}
