package paymap.store.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.job.JobRow;
import paymap.job.JobRow.Found;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.RowOrder;
import paymap.job.JobStore.StoredRow;
import paymap.job.Posting.Details;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;

/** Hands on rows one by one, as they stood at one moment, each with the searches that found it. */
public final class RowQueries {

    /** The runs of a row come as one text, of which there are few different ones. */
    private static final String SELECT = """
            SELECT site, made_up, city, title, salary, salary_low, salary_high, salary_interval, salary_months, company,
                district, experience, education, posted, openings, first_seen, last_seen,
                (SELECT group_concat(run_id) FROM run_jobs f WHERE f.job_id = jobs.id), id
            FROM jobs WHERE\s""";

    private static final String POSITIONS =
            "SELECT position_id FROM openings WHERE job_id = ? ORDER BY position_id LIMIT " + JobStore.MOST_BY_ID;

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<Long, String> keywords = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();

    private RowQueries() {}

    public static void rows(Database database, List<Filter> filters, RowOrder order, Consumer<JobRow> reader) {
        String by = switch (order) {
            case CITY -> " ORDER BY site, city, title, salary"; // the index behind UNIQUE has this order already
            case MONTH -> " ORDER BY substr(first_seen, 1, " + JobRow.Seen.MONTH + "), city, title, salary";
        };
        database.snapshot(sql -> {
            RowQueries queries = known(sql);
            for (Filter filter : filters) {
                queries.each(sql, filter, Where.jobs(sql, filter), by, reader);
            }
            return true;
        });
    }

    /** Those first seen at a moment or later, the newest first. */
    public static void newest(Database database, Filter filter, Instant firstSeen, Consumer<JobRow> reader) {
        database.snapshot(sql -> {
            known(sql)
                    .each(
                            sql,
                            filter,
                            Where.jobs(sql, filter).firstSeen(firstSeen),
                            " ORDER BY rtrim(first_seen, 'Z') DESC, city, title, salary",
                            reader);
            return true;
        });
    }

    /** Some, in the order asked for, each with what its openings are called. */
    public static List<StoredRow> byId(Database database, List<Long> ids) {
        if (ids.size() > JobStore.MOST_BY_ID) {
            throw new IllegalArgumentException("more than " + JobStore.MOST_BY_ID + " rows by id: " + ids.size());
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        String which = "id IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        return database.snapshot(sql -> {
            RowQueries queries = known(sql);
            Map<Long, JobRow> rows = new HashMap<>();
            sql.each(SELECT + which, row -> rows.put(row.getLong(19), queries.row(row)), ids.toArray());
            List<StoredRow> found = new ArrayList<>();
            for (Long id : ids) {
                JobRow row = rows.get(id);
                if (row != null) {
                    found.add(new StoredRow(id, row, sql.all(POSITIONS, each -> each.getString(1), id)));
                }
            }
            return found;
        });
    }

    private static RowQueries known(Sql sql) throws SQLException {
        RowQueries queries = new RowQueries();
        sql.each(
                "SELECT id, keyword FROM runs",
                run -> queries.keywords.put(run.getLong("id"), run.getString("keyword")));
        return queries;
    }

    private void each(Sql sql, Filter filter, Where where, String order, Consumer<JobRow> reader) throws SQLException {
        PayCheck pay = PayCheck.of(filter);
        sql.each(
                SELECT + where.sql() + order,
                row -> {
                    JobRow read = row(row);
                    Integer months = read.pay().months();
                    if (pay.passes(read.pay().written(), months == null ? 0 : months)) {
                        reader.accept(read);
                    }
                    return true;
                },
                where.values());
    }

    /** By place, not by name: a million rows make the difference felt. */
    private JobRow row(ResultSet row) throws SQLException {
        return new JobRow(
                row.getString(1),
                row.getInt(2) == 1,
                row.getString(3),
                row.getString(4),
                new JobRow.Pay(row.getString(5), number(row, 6), number(row, 7), row.getString(8), number(row, 9)),
                new Details(
                        row.getString(10), row.getString(11), row.getString(12), row.getString(13), row.getString(14)),
                new JobRow.Seen(row.getInt(15), row.getString(16), row.getString(17)),
                found(row.getString(18)));
    }

    private Found found(@Nullable String runs) {
        if (runs == null) {
            return Found.UNKNOWN;
        }
        if (found.size() >= MOST_REMEMBERED) {
            found.clear();
        }
        return found.computeIfAbsent(runs, this::read);
    }

    /** @param runs numbers by commas */
    private Found read(String runs) {
        List<Long> ids = new ArrayList<>();
        Arrays.stream(runs.split(",")).map(Long::valueOf).forEach(ids::add);
        ids.sort(Collections.reverseOrder());
        Set<String> spellings = new HashSet<>();
        List<String> newestFirst = ids.stream()
                .map(id -> keywords.getOrDefault(id, ""))
                .filter(word -> spellings.add(word.toLowerCase(Locale.ROOT)))
                .toList();
        long newest = ids.get(0);
        return Found.of(newestFirst, newest <= Integer.MAX_VALUE ? (Integer) (int) newest : null);
    }

    private static @Nullable Integer number(ResultSet row, int place) throws SQLException {
        int value = row.getInt(place);
        return value == 0 && row.wasNull() ? null : value;
    }
}
