package paymap.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.JobRow;
import paymap.job.Posting;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;
import paymap.store.sql.StoreClock;

/**
 * Puts imported rows among the jobs. Each site and keyword gets a run of its own, so that no figure ever mixes two
 * sites; the same files again are the same run, so that history shows them once.
 */
final class SqlImportSink implements ImportSink {

    private record Name(String site, String keyword) {}

    /**
     * How long rows are gathered before they are committed. Rows land all over the indexes, so each commit writes most
     * pages of them again: a commit for every 20,000 rows takes twice the time. A power cut costs this much work.
     */
    private static final Duration TRANSACTION = Duration.ofSeconds(2);

    private static final int WORTH_SORTING = 2_000;

    /** Rows that go to a server in one statement; each may have many openings. */
    private static final int AT_ONCE = 500;

    private final Database database;
    private final String fingerprint;
    private final StoreClock clock;
    private final String now;
    private final Map<Name, Run> runs = new LinkedHashMap<>();
    private final Map<Name, ImportedRows.IdSet> brought = new HashMap<>();
    private final Map<Name, ImportedRows> targets = new HashMap<>();
    private @Nullable Writing writing;
    private @Nullable Instant since;
    private Instant renewAt;

    /** @param fingerprint tells these files from all others */
    SqlImportSink(Database database, String fingerprint, StoreClock clock) {
        this.database = database;
        this.fingerprint = fingerprint;
        this.clock = clock;
        this.now = Sql.text(clock.outside().instant());
        this.renewAt = clock.outside().instant().plus(Owners.RENEWAL);
        database.expectManyRows();
    }

    @Override
    public List<UpsertResult> put(List<Entry> rows) {
        if (since == null) {
            database.begin();
            since = clock.outside().instant();
        }
        List<UpsertResult> became = database.within(sql -> {
            List<UpsertResult> each = new ArrayList<>(rows.size());
            NewRows newRows = NewRows.in(writing(sql), now);
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                put(sql, newRows, rows.subList(from, Math.min(from + AT_ONCE, rows.size())), each);
            }
            return each;
        });
        if (!clock.outside().instant().isBefore(since.plus(TRANSACTION))) {
            commit();
        }
        return became;
    }

    private void put(Sql sql, NewRows newRows, List<Entry> rows, List<UpsertResult> became) throws SQLException {
        Map<Integer, Long> inserted = newRows.insert(rows);
        for (int i = 0; i < rows.size(); i++) {
            became.add(put(sql, rows.get(i), inserted.get(i)));
        }
    }

    /**
     * Neighbours in the index go in one after the other, so that a page of it is looked up and written less often. A
     * few rows, which gain nothing, stay in the order of the file.
     */
    @Override
    public void arrange(List<Entry> rows) {
        if (rows.size() >= WORTH_SORTING) {
            rows.sort(SqlImportSink::compare);
        }
    }

    /** One method, as a chain of comparators took a sixth of an import's time. */
    private static int compare(Entry one, Entry other) {
        Posting left = one.posting();
        Posting right = other.posting();
        int order = compare(one.site(), other.site());
        order = order == 0 ? compare(left.city(), right.city()) : order;
        order = order == 0 ? left.title().compareTo(right.title()) : order;
        return order == 0 ? left.salary().compareTo(right.salary()) : order;
    }

    /** Names of sites and cities are mostly one and the same text. */
    @SuppressWarnings("ReferenceEquality")
    private static int compare(String one, String other) {
        return one == other ? 0 : one.compareTo(other);
    }

    @Override
    public List<Run> end(boolean complete, String why) {
        commit();
        database.transaction(sql -> {
            for (Run run : runs.values()) {
                sql.update(
                        "UPDATE runs SET ended = ?, complete = ?, why = ? WHERE id = ?",
                        Sql.text(clock.now(sql)),
                        complete ? 1 : 0,
                        why,
                        run.id());
                Owners.leave(sql, run.id(), Owners.self());
            }
            return runs.size();
        });
        return List.copyOf(runs.values());
    }

    @Override
    public void commit() {
        if (since == null) {
            return;
        }
        database.within(sql -> {
            for (ImportedRows target : targets.values()) {
                target.finish();
            }
            return stay(sql);
        });
        database.commit();
        targets.clear();
        writing = null;
        since = null;
    }

    @Override
    public void renew() {
        if (clock.outside().instant().isBefore(renewAt)) {
            return;
        }
        if (since != null) {
            commit();
        } else if (!runs.isEmpty()) {
            database.transaction(this::stay);
        }
    }

    private int stay(Sql sql) throws SQLException {
        Instant alive = clock.now(sql);
        for (Run run : runs.values()) {
            Owners.stay(sql, run.id(), Owners.self(), alive);
        }
        renewAt = alive.plus(Owners.RENEWAL);
        return runs.size();
    }

    /** @param number of the row if it is stored already, and new; else null */
    private UpsertResult put(Sql sql, Entry row, @Nullable Long number) throws SQLException {
        if (row.history() == null) {
            return target(sql, new Name(row.site(), row.keyword()))
                    .put(row, number)
                    .result();
        }
        List<String> known = row.history().keywords();
        List<String> keywords = known.isEmpty() ? JobRow.keywords(row.keyword()) : known;
        JobWriter.Upserted job =
                target(sql, new Name(row.site(), keywords.get(0))).put(row, number);
        for (String other : keywords.subList(1, keywords.size())) {
            target(sql, new Name(row.site(), other)).join(row, job);
        }
        return job.result();
    }

    private ImportedRows target(Sql sql, Name name) throws SQLException {
        ImportedRows known = targets.get(name);
        if (known != null) {
            return known;
        }
        // Asking run_jobs, of which new rows are no part yet, would cost a look-up for each known row.
        ImportedRows.IdSet ofThisRun = brought.computeIfAbsent(name, any -> new ImportedRows.IdSet());
        JobWriter jobs = new JobWriter(writing(sql), name.site, now, new BroughtHere(ofThisRun));
        ImportedRows target = new ImportedRows(sql, run(sql, name).id(), jobs, ofThisRun);
        targets.put(name, target);
        return target;
    }

    private final class BroughtHere implements JobWriter.Brought {
        private final ImportedRows.IdSet ofThisRun;

        BroughtHere(ImportedRows.IdSet ofThisRun) {
            this.ofThisRun = ofThisRun;
        }

        @Override
        public boolean has(JobWriter.Known job) {
            return ofThisRun.has(job.id());
        }

        @Override
        public void write() throws SQLException {
            for (ImportedRows target : targets.values()) {
                target.namesNewRows();
            }
        }
    }

    private Writing writing(Sql sql) throws SQLException {
        Writing known = writing;
        Writing current = known == null ? Writing.in(sql) : known;
        writing = current;
        return current;
    }

    private Run run(Sql sql, Name name) throws SQLException {
        Run known = runs.get(name);
        if (known != null) {
            return known;
        }
        String plan = "import|" + name.site + "|" + name.keyword + "|" + fingerprint;
        Run again = again(sql, plan, name);
        Run run = again == null ? create(sql, plan, name) : again;
        Instant alive = clock.now(sql);
        Owners.forgetTheDead(sql, run.id(), Owners.self(), alive);
        Owners.stay(sql, run.id(), Owners.self(), alive);
        runs.put(name, run);
        return run;
    }

    private static @Nullable Run again(Sql sql, String plan, Name name) throws SQLException {
        Long id = sql.first(
                "SELECT id FROM runs WHERE plan = ? AND kind = 'import' ORDER BY id DESC LIMIT 1",
                row -> row.getLong(1),
                plan);
        if (id == null) {
            return null;
        }
        sql.update("UPDATE runs SET ended = NULL, complete = 0, why = '' WHERE id = ?", id);
        sql.update("UPDATE run_cities SET seen = 0, repeated = 0, unreadable = 0 WHERE run_id = ?", id);
        return new Run(id, name.site, name.keyword);
    }

    private Run create(Sql sql, String plan, Name name) throws SQLException {
        long id = Ids.ofRuns(sql).next();
        sql.update("""
                INSERT INTO runs (id, plan, site, keyword, per_city, started, kind)
                VALUES (?, ?, ?, ?, 0, ?, 'import')""", id, plan, name.site, name.keyword, now);
        return new Run(id, name.site, name.keyword);
    }
}
