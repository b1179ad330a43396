package paymap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final int VALUES = 14; // of each row

    /**
     * IGNORE, and no number named: with any other word, and with numbers, SQLite keeps a copy of each page until the
     * statement has ended. The time is the first value, as all share it.
     */
    private static final String INSERT = """
            INSERT OR IGNORE INTO jobs (openings, openings_without_id, first_seen, last_seen, site, city, title, salary,
                salary_low, salary_high, salary_interval, salary_months, company, district, experience, education, posted,
                made_up)
            VALUES\s""" + rows(row -> "(1, 0, ?1, ?1, " + values(2 + row * VALUES, VALUES) + ")");

    /** SQLite gives a row without a number the one after this. */
    private static final String HIGHEST = "SELECT coalesce(max(id), 0) FROM jobs";

    private static final String OPENINGS = """
            INSERT OR IGNORE INTO openings (first_seen, last_seen, job_id, position_id)
            VALUES\s""" + rows(row -> "(?1, ?1, ?2 + " + row + ", ?" + (3 + row) + ")");

    private static final String OPENING = """
            INSERT INTO openings (first_seen, last_seen, job_id, position_id) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String FIND =
            "SELECT id FROM jobs WHERE site = ? AND city = ? AND title = ? AND salary = ? AND id >= ?";

    private static String rows(IntFunction<String> row) {
        return IntStream.range(0, GROUP).mapToObj(row).collect(Collectors.joining(", "));
    }

    private static String values(int first, int many) {
        return IntStream.range(first, first + many)
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
        Long highest = sql.first(HIGHEST, row -> row.getLong(1));
        if (highest == null || highest + 1 != first) {
            return; // a number was given to a row that is gone
        }
        int many = sql.update(INSERT, jobs(rows, group));
        for (int i = 0; i < many; i++) {
            writing.ids().used();
        }
        if (many < GROUP) {
            findInserted(rows, group, first, inserted);
            return;
        }
        sql.update(OPENINGS, openings(first, rows, group));
        for (int i = 0; i < GROUP; i++) {
            inserted.put(group.get(i), first + i);
        }
    }

    /** Some were there, or are in the group twice: only the row itself tells which number it was given. */
    private void findInserted(List<Entry> rows, List<Integer> group, long first, Map<Integer, Long> inserted)
            throws SQLException {
        Set<Long> given = new HashSet<>();
        for (int place : group) {
            Posting row = rows.get(place).posting();
            String site = rows.get(place).site();
            Long id = sql.first(FIND, each -> each.getLong(1), site, row.city(), row.title(), row.salary(), first);
            if (id != null && given.add(id)) {
                sql.update(OPENING, now, now, id, row.positionId());
                inserted.put(place, id);
            }
        }
    }

    private @Nullable Object[] jobs(List<Entry> rows, List<Integer> group) {
        @Nullable Object[] values = new @Nullable Object[1 + GROUP * VALUES];
        values[0] = now;
        int at = 1;
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
        Object[] values = new Object[2 + GROUP];
        values[0] = now;
        values[1] = first;
        int at = 2;
        for (int place : group) {
            values[at++] = rows.get(place).posting().positionId();
        }
        return values;
    }
}
