package paymap.page.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of postings.
 *
 * @param ids of its rows, ordered by city, title and salary
 * @param before how many rows are on the pages before it
 * @param total how many rows there are on all pages
 * @param next what the next page begins after; null = this is the last one
 */
public record Listing(
        List<Long> ids, long before, long total, @Nullable Long next) {

    public Listing {
        ids = List.copyOf(ids);
    }
}
