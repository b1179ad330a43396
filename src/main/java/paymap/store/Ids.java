package paymap.store;

import java.sql.SQLException;
import paymap.store.sql.Sql;

/**
 * Numbers for new rows of one table that no row ever had, not even one that was deleted; so no row has to be asked for its
 * own. Good for one transaction. Where others write at the same time, they are taken a block at a time.
 */
final class Ids {

    /** As the sequence of the schema counts. */
    private static final int JOBS_AT_ONCE = 100;

    private final Sql sql;
    private final String table;
    private final int atOnce;
    private long next;
    private long last;

    private Ids(Sql sql, String table, int atOnce) throws SQLException {
        this.sql = sql;
        this.table = table;
        this.atOnce = atOnce;
        more();
    }

    static Ids ofJobs(Sql sql) throws SQLException {
        return new Ids(sql, "jobs", JOBS_AT_ONCE);
    }

    static Ids ofRuns(Sql sql) throws SQLException {
        return new Ids(sql, "runs", 1);
    }

    private void more() throws SQLException {
        switch (sql.dialect()) {
            case SQLITE -> {
                next = 1
                        + asked("SELECT max((SELECT coalesce(max(id), 0) FROM " + table
                                + "), (SELECT coalesce(max(id), 0) FROM last_ids WHERE name = '" + table + "'))");
                last = Long.MAX_VALUE;
            }
            case POSTGRESQL -> {
                next = asked("SELECT nextval('" + table + "_ids')");
                last = next + atOnce - 1;
            }
        }
    }

    private long asked(String query) throws SQLException {
        Long found = sql.first(query, row -> row.getLong(1));
        return found == null ? 0 : found;
    }

    /** The number of the next row, which stays the next until it is {@link #used}. */
    long next() {
        return next;
    }

    /** The next row has its number. */
    void used() throws SQLException {
        if (next++ == last) {
            more();
        }
    }
}
