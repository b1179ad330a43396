package paymap.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import paymap.job.JobStore.Filter;
import paymap.job.Keywords;

/**
 * Rows of one site before it is settled which of its searches they are of.
 *
 * @param rows with the keywords that a person named, none = no one did
 * @param stored keywords of the site, as {@link paymap.job.JobStore#keywords} tells them
 */
public record SearchedRows(Filter rows, List<String> stored) {

    public SearchedRows {
        stored = List.copyOf(stored);
    }

    /**
     * The searches behind a figure.
     *
     * @param sites one or more; where nobody named a keyword, the newest of the first counts
     * @param together whether rows of all searches are wanted
     * @return empty when a keyword that was named is stored of none of them
     */
    public static Optional<Keywords> keywords(List<SearchedRows> sites, Grouping by, boolean together) {
        List<String> stored = new ArrayList<>();
        sites.stream()
                .flatMap(site -> site.stored.stream())
                .filter(keyword -> stored.stream().noneMatch(keyword::equalsIgnoreCase))
                .forEach(stored::add);
        List<String> asked = sites.stream()
                .flatMap(site -> site.rows.keywords().stream())
                .distinct()
                .toList();
        boolean all = together || (asked.isEmpty() && by.dimensions().contains(Dimension.KEYWORD));
        return all ? Optional.of(Keywords.together(stored)) : Keywords.chosen(stored, asked);
    }

    /** Whether a person named a keyword. */
    public boolean isNamed() {
        return !rows.keywords().isEmpty();
    }

    /** The rows that these searches found; empty when the site knows none of them. */
    public Optional<Filter> of(Keywords keywords) {
        List<String> wanted = keywords.filter();
        List<String> found = stored.stream()
                .filter(keyword -> wanted.stream().anyMatch(keyword::equalsIgnoreCase))
                .toList();
        return found.isEmpty() && !wanted.isEmpty() ? Optional.empty() : Optional.of(rows.of(found));
    }
}
