package paymap.store;

import java.sql.SQLException;
import paymap.store.sqlite.Sql;

/**
 * Numbers for new rows of one table that no row ever had, not even one that was deleted. Good for one transaction in
 * which nobody else can write, so that no row has to be asked for its own.
 */
final class Ids {

    private long next;

    private Ids(long last) {
        this.next = last + 1;
    }

    static Ids ofJobs(Sql sql) throws SQLException {
        return after(
                sql,
                "SELECT max((SELECT coalesce(max(id), 0) FROM jobs), "
                        + "(SELECT coalesce(max(id), 0) FROM last_ids WHERE name = 'jobs'))");
    }

    static Ids ofRuns(Sql sql) throws SQLException {
        return after(
                sql,
                "SELECT max((SELECT coalesce(max(id), 0) FROM runs), "
                        + "(SELECT coalesce(max(id), 0) FROM last_ids WHERE name = 'runs'))");
    }

    private static Ids after(Sql sql, String last) throws SQLException {
        Long found = sql.first(last, row -> row.getLong(1));
        return new Ids(found == null ? 0 : found);
    }

    /** The number of the next row, which stays the next until it is {@link #used}. */
    long next() {
        return next;
    }

    /** The next row has its number. */
    void used() {
        next++;
    }
}
