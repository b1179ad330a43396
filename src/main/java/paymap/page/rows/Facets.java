package paymap.page.rows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What can be chosen, and how many rows there would be.
 *
 * @param counts of every facet
 */
public record Facets(Map<Facet, List<Count>> counts) {

    public Facets {
        counts = Map.copyOf(new EnumMap<>(counts));
    }

    /**
     * A value that rows of the site have.
     *
     * @param value a name as the site or a person wrote it, the code of a step, or that of {@link PayTold}; empty = the site
     *     said nothing, or without a keyword
     * @param rows that have it and meet what is chosen by other facets, 0 or more; a row that two searches found counts
     *     for both
     * @param chosen whether rows without it are left out
     */
    public record Count(String value, long rows, boolean chosen) {}

    /**
     * The values of a facet, also those without rows: lower steps and larger cities first, keywords from the newest on,
     * other names by their letters, and what is not said last. Of districts those of the chosen cities alone.
     */
    public List<Count> of(Facet facet) {
        return counts.getOrDefault(facet, List.of());
    }
}
