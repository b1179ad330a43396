package paymap.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import paymap.job.ImportSink.Entry;

/** Inserts the new ones of many rows by few statements. What it passes over is for {@link JobWriter}. */
interface NewRows {

    /**
     * Stores new rows and their openings, within a transaction.
     *
     * @param rows may be there already, or twice among them
     * @return the numbers of those that were inserted, by their place among the rows
     */
    Map<Integer, Long> insert(List<Entry> rows) throws SQLException;

    /**
     * For one transaction.
     *
     * @param now UTC, ISO 8601
     */
    static NewRows in(Writing writing, String now) {
        return switch (writing.sql().dialect()) {
            case SQLITE -> new NewRowsInGroups(writing, now);
            case POSTGRESQL -> new ManyNewRows(writing, now);
        };
    }
}
