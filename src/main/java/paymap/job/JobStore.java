package paymap.job;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of the stored postings. Every figure, picture and table starts from {@link #payGroups}. */
public interface JobStore extends AutoCloseable {

    /**
     * Which rows are meant.
     *
     * @param site as stored in {@code jobs.site}; rows of two sites are never averaged together
     * @param keyword only rows that a search for it found; null = all
     * @param cities only these, by Chinese name; empty = all
     */
    record Filter(String site, @Nullable String keyword, List<String> cities) {
        public Filter {
            cities = List.copyOf(cities);
        }
    }

    /** The rows of one city with the same pay: one line of the frequency table. */
    record PayGroup(String city, String salary, int salaryMonths, long rows, long openings) {}

    /** The site of the run that started last; empty when nothing was ever crawled. */
    Optional<String> latestSite();

    /** All sites with rows, by name. */
    List<String> sites();

    /** The frequency table behind every figure: one {@code GROUP BY}, ordered by city and pay. */
    List<PayGroup> payGroups(Filter filter);

    @Override
    void close();
}
