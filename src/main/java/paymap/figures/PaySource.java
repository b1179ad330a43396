package paymap.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Collected;
import paymap.job.Keywords;

/**
 * Where the rows behind a figure are from: what must be said wherever the figure is shown.
 *
 * @param site as in {@code jobs.site}
 * @param madeUp whether any of its postings is invented, as the site said of itself
 * @param keywords what was searched for
 * @param since only rows seen then or later; null = whenever they were seen
 * @param collected null = not known
 */
public record PaySource(
        String site,
        boolean madeUp,
        Keywords keywords,
        @Nullable Instant since,
        @Nullable Collected collected) {}
