package paymap.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore.Filter;

/**
 * Which rows a filter means, as SQL.
 *
 * @param sql a condition
 * @param values of its question marks
 */
record Where(String sql, @Nullable Object... values) {

    /** Of the table {@code jobs}. */
    static Where jobs(Filter filter) {
        List<@Nullable Object> values = new ArrayList<>(List.of(filter.site()));
        StringBuilder where = new StringBuilder("site = ?");
        if (!filter.cities().isEmpty()) {
            where.append(" AND city IN ").append(marks(filter.cities()));
            values.addAll(filter.cities());
        }
        if (filter.keyword() != null) {
            where.append("""
                     AND id IN (SELECT job_id FROM run_jobs j JOIN runs r ON r.id = j.run_id
                        WHERE r.site = ? AND lower(r.keyword) = lower(?))""");
            values.add(filter.site());
            values.add(filter.keyword());
        }
        if (filter.since() != null) {
            // Without the Z a time with parts of a second sorts after the whole second, as it should.
            where.append(" AND rtrim(last_seen, 'Z') >= ?");
            values.add(bare(filter.since()));
        }
        return new Where(where.toString(), values.toArray());
    }

    private static String bare(Instant since) {
        String text = SqliteLedger.text(since);
        return text.substring(0, text.length() - 1);
    }

    /** Of the table {@code runs}, named r: those that fit, whatever they found. */
    static Where runs(Filter filter) {
        List<@Nullable Object> values = new ArrayList<>(List.of(filter.site()));
        StringBuilder where = new StringBuilder("r.site = ?");
        if (filter.keyword() != null) {
            where.append(" AND lower(r.keyword) = lower(?)");
            values.add(filter.keyword());
        }
        if (!filter.cities().isEmpty()) {
            where.append(" AND EXISTS (SELECT 1 FROM run_cities c WHERE c.run_id = r.id AND c.city IN ")
                    .append(marks(filter.cities()))
                    .append(")");
            values.addAll(filter.cities());
        }
        if (filter.since() != null) {
            where.append(" AND rtrim(coalesce(r.ended, r.started), 'Z') >= ?");
            values.add(bare(filter.since()));
        }
        return new Where(where.toString(), values.toArray());
    }

    static String marks(List<String> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }
}
