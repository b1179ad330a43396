package paymap.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be taken out of a store again: what some runs brought. Rows that other runs found too stay.
 *
 * @param runs numbers of the runs that are meant; empty = all that fit {@code site} and {@code keyword}
 * @param site as stored in {@code jobs.site}; null = any. Where nothing else is named, rows that no run is known to have
 *     found are meant too
 * @param keyword that the runs searched for, in any case; empty = those that name none; null = any
 * @param cities by Chinese name; empty = all. Else the runs stay, without these cities
 */
public record Forget(
        List<Long> runs, @Nullable String site, @Nullable String keyword, List<String> cities) {

    public Forget {
        runs = List.copyOf(runs);
        cities = List.copyOf(cities);
    }

    /** Whether a run is meant. */
    public boolean means(RunRow run) {
        return (runs.isEmpty() || runs.contains(run.id()))
                && (site == null || site.equals(run.work().site()))
                && (keyword == null || keyword.equalsIgnoreCase(run.work().keyword()));
    }

    /** Whether every row of a site is meant, whoever found it. */
    public boolean isWholeSite() {
        return site != null && runs.isEmpty() && keyword == null;
    }
}
