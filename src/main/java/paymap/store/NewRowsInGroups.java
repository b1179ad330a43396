package paymap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.Entry;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.store.sql.Sql;

/**
 * Inserts the new ones of many rows into a file, a group of them by two statements: what a statement costs besides its
 * rows, and the values that all of them share, took as long as SQLite itself. What it passes over is for
 * {@link JobWriter}: rows that are there, those of a city that hides pay somewhere, what is left when no group is full
 * any more, and all where one has a history, so that sights of the same row keep their order.
 */
final class NewRowsInGroups implements NewRows {

    private static final int GROUP = 50;

    /** Of each row; before them stand the number of the first row and the time that all share. */
    private static final int VALUES = 14;

    private static final int SHARED = 2;

    /** IGNORE, as with any other word SQLite keeps a copy of each page until the statement has ended. */
    private static final String INSERT =
            """
            INSERT OR IGNORE INTO jobs (id, openings, openings_without_id, first_seen, last_seen, site, city, title, salary,
                salary_low, salary_high, salary_interval, salary_months, company, district, experience, education, posted,
                made_up)
            VALUES\s""" + rows(row -> "(?1 + " + row + ", 1, 0, ?2, ?2, " + values(row, VALUES) + ")");

    private static final String OPENINGS = """
            INSERT OR IGNORE INTO openings (job_id, first_seen, last_seen, position_id)
            VALUES\s""" + rows(row -> "(?1 + " + row + ", ?2, ?2, " + values(row, 1) + ")");

    private static final String OPENING = """
            INSERT INTO openings (job_id, first_seen, last_seen, position_id) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String STORED = "SELECT id FROM jobs WHERE id BETWEEN ? AND ?";

    private static String rows(IntFunction<String> row) {
        return IntStream.range(0, GROUP).mapToObj(row).collect(Collectors.joining(", "));
    }

    private static String values(int row, int each) {
        int first = SHARED + row * each + 1;
        return IntStream.range(first, first + each)
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(", "));
    }

    private record City(String site, String city) {
        static City of(Entry row) {
            return new City(row.site(), row.posting().city());
        }
    }

    private final Writing writing;
    private final Sql sql;
    private final String now;
    private boolean worthIt = true;

    /** @param now UTC, ISO 8601 */
    NewRowsInGroups(Writing writing, String now) {
        this.writing = writing;
        this.sql = writing.sql();
        this.now = now;
    }

    /** Passes over all rows once most of a group were there, as then the next ones are likely to be, too. */
    @Override
    public Map<Integer, Long> insert(List<Entry> rows) throws SQLException {
        if (rows.stream().anyMatch(row -> row.history() != null)) {
            return Map.of();
        }
        Set<City> hiding = rows.stream()
                .filter(row -> Writing.mayHide(row.posting().salary()))
                .map(City::of)
                .collect(Collectors.toSet());
        Map<Integer, Long> inserted = new HashMap<>();
        List<Integer> group = new ArrayList<>();
        for (int place = 0; place < rows.size() && worthIt; place++) {
            Entry row = rows.get(place);
            if (!writing.mayHidePay(row.site(), row.posting().city())
                    && (hiding.isEmpty() || !hiding.contains(City.of(row)))) {
                group.add(place);
            }
            if (group.size() == GROUP) {
                int before = inserted.size();
                insert(rows, group, inserted);
                worthIt = inserted.size() - before > GROUP / 2;
                group.clear();
            }
        }
        return inserted;
    }

    private void insert(List<Entry> rows, List<Integer> group, Map<Integer, Long> inserted) throws SQLException {
        long first = writing.ids().next();
        for (int i = 0; i < GROUP; i++) {
            writing.ids().used();
        }
        if (sql.update(INSERT, jobs(first, rows, group)) == GROUP) {
            sql.update(OPENINGS, openings(first, rows, group));
            for (int i = 0; i < GROUP; i++) {
                inserted.put(group.get(i), first + i);
            }
            return;
        }
        for (long id : sql.all(STORED, row -> row.getLong(1), first, first + GROUP - 1)) {
            int place = group.get((int) (id - first));
            sql.update(OPENING, id, now, now, rows.get(place).posting().positionId());
            inserted.put(place, id);
        }
    }

    private @Nullable Object[] jobs(long first, List<Entry> rows, List<Integer> group) {
        @Nullable Object[] values = new @Nullable Object[SHARED + GROUP * VALUES];
        values[0] = first;
        values[1] = now;
        int at = SHARED;
        for (int place : group) {
            Entry row = rows.get(place);
            Posting posting = row.posting();
            Posting.Details details = posting.details();
            Salary.@Nullable Disclosed pay = row.salary() instanceof Salary.Disclosed disclosed ? disclosed : null;
            values[at++] = row.site();
            values[at++] = posting.city();
            values[at++] = posting.title();
            values[at++] = posting.salary();
            values[at++] = pay == null ? null : pay.low();
            values[at++] = pay == null ? null : pay.high();
            values[at++] = pay == null ? null : pay.interval().code();
            values[at++] = pay == null ? null : pay.months();
            values[at++] = details.company();
            values[at++] = details.district();
            values[at++] = details.experience();
            values[at++] = details.education();
            values[at++] = details.posted();
            values[at++] = row.madeUp() ? 1 : 0;
        }
        return values;
    }

    private Object[] openings(long first, List<Entry> rows, List<Integer> group) {
        Object[] values = new Object[SHARED + GROUP];
        values[0] = first;
        values[1] = now;
        int at = SHARED;
        for (int place : group) {
            values[at++] = rows.get(place).posting().positionId();
        }
        return values;
    }
}
