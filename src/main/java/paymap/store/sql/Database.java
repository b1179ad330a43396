package paymap.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import paymap.job.StoreException;

/**
 * One open database with our schema in it. Not for several threads at once. Every method throws {@link StoreException} if
 * it cannot be read or written, or is held by others for too long.
 */
public interface Database extends AutoCloseable {

    /**
     * Work on an open database.
     *
     * @param <T> what comes of it
     */
    interface Work<T> {
        /**
         * What it throws undoes what it did where a transaction is open. In a transaction of its own it may be called
         * again after that, where the database is one of many machines: it must leave no trace elsewhere until it returns.
         */
        T in(Sql sql) throws SQLException;
    }

    /** Begins a transaction that lasts over several calls; {@link #commit} ends it. */
    void begin();

    /** What the transaction did stays. */
    void commit();

    /** Works in the transaction that is begun; trouble undoes all of it. */
    <T> T within(Work<T> work);

    /** Prepares for an import. */
    void expectManyRows();

    /** Works in a transaction of its own, all or nothing. */
    <T> T transaction(Work<T> work);

    /** Reads everything as it stands at one moment; others may write meanwhile. */
    <T> T snapshot(Work<T> work);

    /** Everything as it stands at one moment, for several calls; to be closed before anything else is done. */
    interface Moment extends AutoCloseable {

        /** Reads; changes nothing. */
        <T> T read(Work<T> work);

        @Override
        void close();
    }

    /** Begins to read everything as it stands now; others may write meanwhile. */
    Moment moment();

    /** Reads what is returned and tells nobody on the way: where the connection is lost, it may be called again. */
    default <T> T look(Work<T> work) {
        return read(work);
    }

    /** Works outside of a transaction. */
    <T> T read(Work<T> work);

    /** Reads one row, which may be missing. */
    <T> @Nullable T first(String query, Sql.Row<T> row, @Nullable Object... values);

    @Override
    void close();
}
