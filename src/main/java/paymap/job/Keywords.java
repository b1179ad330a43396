package paymap.job;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * The rows of the searches that are asked for.
     *
     * @param stored as {@link JobStore#keywords} tells them
     * @param asked regardless of case, though the same case goes first; none = the newest
     * @return empty when one of them is not stored
     */
    public static Optional<Keywords> chosen(List<String> stored, List<String> asked) {
        if (stored.isEmpty() && asked.isEmpty()) {
            return Optional.of(together(stored));
        }
        Set<String> found = new LinkedHashSet<>();
        for (String wanted : asked.isEmpty() ? List.of(stored.get(0)) : asked) {
            Optional<String> known = stored.stream()
                    .filter(wanted::equals)
                    .findFirst()
                    .or(() -> stored.stream().filter(wanted::equalsIgnoreCase).findFirst());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            found.add(known.get());
        }
        return Optional.of(new Keywords(
                stored.stream().filter(found::contains).toList(),
                stored.stream().filter(known -> !found.contains(known)).toList()));
    }

    /** Whether rows of several searches are in one figure. */
    public boolean isMixed() {
        return taken.size() > 1;
    }

    /** The one search; null = there are several, or none is known. */
    public @Nullable String only() {
        return taken.size() == 1 ? taken.get(0) : null;
    }

    /** As a filter takes them; none = no row is left out for its keyword. */
    public List<String> filter() {
        return taken.size() == 1 || !left.isEmpty() ? taken : List.of();
    }
}
