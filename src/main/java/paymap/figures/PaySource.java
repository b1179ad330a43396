package paymap.figures;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.Filter;
import paymap.job.Keywords;

/**
 * Where the rows behind a figure are from: what must be said wherever the figure is shown.
 *
 * @param question what was asked
 * @param madeUp whether any of its postings is invented, as the site said of itself
 * @param keywords what was searched for
 * @param collected null = not known
 */
public record PaySource(
        Question question,
        boolean madeUp,
        Keywords keywords,
        @Nullable Collected collected) {

    /** Of a question of old: what each city of a site pays a month. */
    public PaySource(
            String site, boolean madeUp, Keywords keywords, @Nullable Instant since, @Nullable Collected collected) {
        this(
                Question.byCity(new Filter(site, keywords.filter(), List.of(), since, Conditions.NONE)),
                madeUp,
                keywords,
                collected);
    }

    /** As in {@code jobs.site}; several with a plus between them. */
    public String site() {
        return question.filters().stream().map(Filter::site).collect(Collectors.joining(" + "));
    }

    /** Only rows seen then or later; null = whenever they were seen. */
    public @Nullable Instant since() {
        return question.since();
    }
}
