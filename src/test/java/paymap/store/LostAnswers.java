package paymap.store;

import org.jspecify.annotations.Nullable;
import paymap.store.sql.Database;
import paymap.store.sql.Sql;

/**
 * A database whose server does what it is told and is cut off before it can say so: the work is done, and done again on a
 * new connection.
 */
final class LostAnswers implements Database {

    private final Database database;
    private boolean next;

    LostAnswers(Database database) {
        this.database = database;
    }

    /** Loses the answer to the next transaction. */
    void loseNext() {
        next = true;
    }

    @Override
    public <T> T transaction(Work<T> work) {
        if (next) {
            next = false;
            database.transaction(work);
        }
        return database.transaction(work);
    }

    @Override
    public void begin() {
        database.begin();
    }

    @Override
    public void commit() {
        database.commit();
    }

    @Override
    public <T> T within(Work<T> work) {
        return database.within(work);
    }

    @Override
    public void expectManyRows() {
        database.expectManyRows();
    }

    @Override
    public <T> T snapshot(Work<T> work) {
        return database.snapshot(work);
    }

    @Override
    public Moment moment() {
        return database.moment();
    }

    @Override
    public <T> T look(Work<T> work) {
        return database.look(work);
    }

    @Override
    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    @Override
    public <T> @Nullable T first(String query, Sql.Row<T> row, @Nullable Object... values) {
        return database.first(query, row, values);
    }

    @Override
    public void close() {
        database.close();
    }
}
