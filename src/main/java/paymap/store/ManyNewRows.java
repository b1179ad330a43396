package paymap.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.Entry;
import paymap.job.ImportSink.History.Opening;
import paymap.job.Posting;
import paymap.salary.Salary;
import paymap.store.sql.Sql;

/**
 * Inserts the new ones of many rows by two statements, as on a server each takes its way there and back. What
 * it passes over is for {@link JobWriter}: rows that are there, a second sight of one, and all of a title that hides its
 * pay somewhere.
 */
final class ManyNewRows implements NewRows {

    private static final String INSERT = """
            INSERT INTO jobs (id, site, city, title, salary, salary_interval, company, district, experience, education,
                posted, first_seen, last_seen, salary_low, salary_high, salary_months, openings, openings_without_id,
                made_up)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[],
                ?::integer[], ?::integer[], ?::integer[])
            ON CONFLICT DO NOTHING RETURNING id""";

    private static final String OPENINGS = """
            INSERT INTO openings (job_id, position_id, first_seen, last_seen)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) ON CONFLICT DO NOTHING""";

    private static final String HIDING = """
            SELECT DISTINCT j.site, j.city, j.title FROM unnest(?::text[], ?::text[], ?::text[]) k (site, city, title)
            JOIN jobs j ON j.site = k.site AND j.city = k.city AND j.title = k.title WHERE j.salary < '+'""";

    private record Title(String site, String city, String title) {
        static Title of(Entry row) {
            return new Title(row.site(), row.posting().city(), row.posting().title());
        }
    }

    private record Key(Title title, String salary) {}

    private record New(long id, Entry row, Sight sight) {}

    private final Writing writing;
    private final Sql sql;
    private final String now;

    /** @param now UTC, ISO 8601 */
    ManyNewRows(Writing writing, String now) {
        this.writing = writing;
        this.sql = writing.sql();
        this.now = now;
    }

    /** Whether it would pass over none but those that are there, as no title hides its pay. */
    boolean takesAll(List<Entry> rows) throws SQLException {
        return hiding(rows).isEmpty();
    }

    @Override
    public Map<Integer, Long> insert(List<Entry> rows) throws SQLException {
        Set<Title> hiding = hiding(rows);
        Set<Key> known = new HashSet<>();
        Map<Long, Integer> places = new HashMap<>();
        List<New> fresh = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            Entry row = rows.get(place);
            Title title = Title.of(row);
            if (!hiding.contains(title)
                    && known.add(new Key(title, row.posting().salary()))) {
                long id = writing.ids().next();
                writing.ids().used();
                fresh.add(new New(id, row, Sight.of(row.history(), now)));
                places.put(id, place);
            }
        }
        Map<Integer, Long> inserted = new HashMap<>();
        for (long id : fresh.isEmpty() ? List.<Long>of() : insertNew(fresh)) {
            inserted.put(places.getOrDefault(id, -1), id);
        }
        openings(fresh.stream()
                .filter(each -> inserted.containsKey(places.get(each.id)))
                .toList());
        return inserted;
    }

    /** Titles of which a row hides its pay, among these rows or those that are there. */
    private Set<Title> hiding(List<Entry> rows) throws SQLException {
        Set<Title> hiding = new HashSet<>();
        Set<Title> asked = new HashSet<>();
        for (Entry row : rows) {
            Title title = Title.of(row);
            writing.lock(title.site, title.city);
            if (Writing.mayHide(row.posting().salary())) {
                hiding.add(title);
            } else if (writing.mayHidePay(title.site, title.city)) {
                asked.add(title);
            }
        }
        if (!asked.isEmpty()) {
            sql.each(
                    HIDING,
                    row -> hiding.add(new Title(row.getString(1), row.getString(2), row.getString(3))),
                    texts(asked, Title::site),
                    texts(asked, Title::city),
                    texts(asked, Title::title));
        }
        return hiding;
    }

    private List<Long> insertNew(List<New> rows) throws SQLException {
        return sql.all(
                INSERT,
                row -> row.getLong(1),
                ids(rows, New::id),
                texts(rows, each -> each.row.site()),
                texts(rows, each -> each.row.posting().city()),
                texts(rows, each -> each.row.posting().title()),
                texts(rows, each -> each.row.posting().salary()),
                texts(rows, each -> pay(each, pay -> pay.interval().code())),
                texts(rows, each -> details(each).company()),
                texts(rows, each -> details(each).district()),
                texts(rows, each -> details(each).experience()),
                texts(rows, each -> details(each).education()),
                texts(rows, each -> details(each).posted()),
                texts(rows, each -> each.sight.first()),
                texts(rows, each -> each.sight.last()),
                numbers(rows, each -> pay(each, Salary.Disclosed::low)),
                numbers(rows, each -> pay(each, Salary.Disclosed::high)),
                numbers(rows, each -> pay(each, Salary.Disclosed::months)),
                numbers(rows, each -> each.sight.openings()),
                numbers(rows, each -> each.sight.withoutId()),
                numbers(rows, each -> each.row.madeUp() ? 1 : 0));
    }

    private static <T> @Nullable T pay(New row, Function<Salary.Disclosed, T> column) {
        return row.row.salary() instanceof Salary.Disclosed disclosed ? column.apply(disclosed) : null;
    }

    private static Posting.Details details(New row) {
        return row.row.posting().details();
    }

    private void openings(List<New> rows) throws SQLException {
        List<Long> jobs = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (New each : rows) {
            if (each.row.history() == null) {
                jobs.add(each.id);
                ids.add(each.row.posting().positionId());
                first.add(now);
                last.add(now);
                continue;
            }
            for (Opening opening : each.row.history().known()) {
                jobs.add(each.id);
                ids.add(opening.id());
                first.add(Sight.earlier(opening.firstSeen(), now));
                last.add(Sight.earlier(opening.lastSeen(), now));
            }
        }
        if (!jobs.isEmpty()) {
            sql.update(
                    OPENINGS,
                    ids(jobs, job -> job),
                    texts(ids, id -> id),
                    texts(first, at -> at),
                    texts(last, at -> at));
        }
    }

    private static <T> Long[] ids(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(Iterable<T> rows, Function<T, @Nullable String> column) {
        List<@Nullable String> all = new ArrayList<>();
        rows.forEach(row -> all.add(column.apply(row)));
        return all.toArray(new @Nullable String[0]);
    }

    private static <T> @Nullable Integer[] numbers(List<T> rows, Function<T, @Nullable Integer> column) {
        List<@Nullable Integer> all = new ArrayList<>();
        rows.forEach(row -> all.add(column.apply(row)));
        return all.toArray(new @Nullable Integer[0]);
    }
}
