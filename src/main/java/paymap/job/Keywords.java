package paymap.job;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which searches the rows behind a figure were found by. A keyword is as the newest run spells it; an empty one stands
 * for rows that were taken in without a keyword.
 *
 * @param taken those whose rows are in the figure, the newest first; several = they are mixed; empty = rows of no run
 * @param left those of the same site whose rows are not in it, the newest first
 */
public record Keywords(List<String> taken, List<String> left) {

    public Keywords {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
    }

    /** The rows of one search, where no other is stored. */
    public static Keywords of(String only) {
        return new Keywords(List.of(only), List.of());
    }

    /** Rows of all searches together. */
    public static Keywords together(List<String> stored) {
        return new Keywords(stored, List.of());
    }

    /**
     * The rows of one search.
     *
     * @param stored as {@link JobStore#keywords} tells them
     * @param asked regardless of case, though the same case goes first; null = the newest
     * @return empty when that one is not stored
     */
    public static Optional<Keywords> one(List<String> stored, @Nullable String asked) {
        if (stored.isEmpty() && asked == null) {
            return Optional.of(together(stored));
        }
        return stored.stream()
                .filter(known -> asked == null || known.equals(asked))
                .findFirst()
                .or(() -> stored.stream()
                        .filter(known -> known.equalsIgnoreCase(asked))
                        .findFirst())
                .map(found -> new Keywords(
                        List.of(found),
                        stored.stream().filter(known -> !known.equals(found)).toList()));
    }

    /** Whether rows of several searches are in one figure. */
    public boolean isMixed() {
        return taken.size() > 1;
    }

    /** The one search, as a filter takes it; null = no row is left out for its keyword. */
    public @Nullable String filter() {
        return taken.size() == 1 ? taken.get(0) : null;
    }
}
