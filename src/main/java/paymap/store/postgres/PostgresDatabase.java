package paymap.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import paymap.pace.Pause;
import paymap.store.postgres.PostgresTrouble.Kind;
import paymap.store.sql.Database;
import paymap.store.sql.Dialect;
import paymap.store.sql.Sql;

/**
 * One PostgreSQL database with our schema in it, over one connection at a time. Whatever a transaction did is undone when
 * others or the network come between; then it is tried again, on a new connection where the old one is lost.
 */
public final class PostgresDatabase implements Database {

    /**
     * How long a server may be away, and who is told that it is.
     *
     * @param fromTheStart whether it may be away at first, too; else whoever finds nobody there is told so at once
     */
    public record Absence(Duration most, Runnable waiting, boolean fromTheStart) {

        /** Of a server that may be away from the start. */
        public Absence(Duration most, Runnable waiting) {
            this(most, waiting, true);
        }
    }

    /** A statement is kept when it comes for the fifth time; the driver's own default. */
    private static final int PREPARED_AFTER = 5;

    private static final int MOST_COLLISIONS = 100;
    private static final int ROWS_AT_ONCE = 2_000;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** Who froze within a transaction must not keep all the others waiting for its locks. */
    private static final String HURRIED = "SET idle_in_transaction_session_timeout = '30s'";

    /** Between two rows that an import waits for, or that whoever reads an export takes, may lie any time. */
    private static final String UNHURRIED = "SET LOCAL idle_in_transaction_session_timeout = 0";

    private static final String AS_IT_STANDS = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private static final String IDENTITY = """
            SELECT concat(system_identifier, ' ', (SELECT oid FROM pg_database WHERE datname = current_database()))
            FROM pg_control_system()""";

    private final PostgresAddress address;
    private final Properties properties;
    private final boolean toRead;
    private final Absence absence;
    private boolean met;
    private @Nullable Connection connection;
    private boolean prepares = true;
    private @Nullable Sql sql;

    private PostgresDatabase(PostgresAddress address, boolean toRead, Absence absence) {
        this.address = address;
        this.properties = address.properties(System.getenv());
        this.toRead = toRead;
        this.absence = absence;
    }

    /**
     * Opens it for writing, and makes or completes its tables where that is granted.
     *
     * @throws paymap.job.StoreException if it cannot be used
     */
    public static PostgresDatabase open(PostgresAddress address, Absence absence) {
        PostgresDatabase database = new PostgresDatabase(address, false, absence);
        // Each look is a transaction of its own, as one may go on not to see a table that others made meanwhile.
        int version = database.look(PostgresSchema::of);
        if (version < PostgresSchema.VERSION) {
            PostgresSchema.migrate(version, address, database.properties);
        }
        PostgresSchema.require(database.look(PostgresSchema::of), address);
        return database;
    }

    /**
     * Opens it for reading; it needs no right to write.
     *
     * @throws paymap.job.StoreException if it cannot be used
     */
    public static PostgresDatabase openToRead(PostgresAddress address, Absence absence) {
        PostgresDatabase database = new PostgresDatabase(address, true, absence);
        PostgresSchema.require(database.look(PostgresSchema::of), address);
        return database;
    }

    /**
     * Which one it is, whatever it is called and whichever way leads to it; a server that follows another has the same.
     *
     * @throws paymap.job.StoreException if it cannot be reached
     */
    public static String identity(PostgresAddress address, Absence absence) {
        try (PostgresDatabase database = new PostgresDatabase(address, true, absence)) {
            return database.look(
                    sql -> sql.all(IDENTITY, row -> row.getString(1)).get(0));
        }
    }

    @Override
    public void begin() {
        retried(all -> {
            // One import at a time: two that meet in other rows first would wait for each other for ever.
            all.run(UNHURRIED);
            all.lock("import");
            return true;
        });
    }

    @Override
    public void commit() {
        once(this::committed);
    }

    private boolean committed(Sql all) throws SQLException {
        if (connection == null || all != sql) {
            throw new SQLException("the transaction is gone with its connection", "08006");
        }
        connection.commit();
        return true;
    }

    @Override
    public <T> T within(Work<T> work) {
        return once(work);
    }

    @Override
    public void expectManyRows() {
        // Nothing to prepare: a server's cache is its own matter.
    }

    @Override
    public <T> T transaction(Work<T> work) {
        return retried(all -> {
            T result = work.in(all);
            committed(all);
            return result;
        });
    }

    @Override
    public <T> T snapshot(Work<T> work) {
        return reading(AS_IT_STANDS, work);
    }

    @Override
    public <T> T read(Work<T> work) {
        return reading("SET TRANSACTION READ ONLY", work);
    }

    @Override
    public Moment moment() {
        connected();
        once(all -> {
            all.run(AS_IT_STANDS + ";" + UNHURRIED);
            return true;
        });
        return new Moment() {
            @Override
            public <T> T read(Work<T> work) {
                return once(work); // on a lost connection it throws, and nobody reads on
            }

            @Override
            public void close() {
                rollBack();
            }
        };
    }

    private <T> T reading(String begin, Work<T> work) {
        connected();
        return once(all -> {
            all.run(begin + ";" + UNHURRIED);
            T result = work.in(all);
            committed(all);
            return result;
        });
    }

    @Override
    public <T> @Nullable T first(String query, Sql.Row<T> row, @Nullable Object... values) {
        return look(all -> Optional.ofNullable(all.first(query, row, values))).orElse(null);
    }

    @Override
    public <T> T look(Work<T> work) {
        return retried(all -> {
            all.run("SET TRANSACTION READ ONLY");
            T result = work.in(all);
            committed(all);
            return result;
        });
    }

    /** Works once; trouble undoes all of it, and leaves a connection that can be used, or none. */
    private <T> T once(Work<T> work) {
        try {
            return attempt(work);
        } catch (SQLException e) {
            throw PostgresTrouble.of(address, e);
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.in(open());
            done = true;
            return result;
        } catch (SQLException e) {
            if (PostgresTrouble.kind(e) == Kind.GONE) {
                leave();
            }
            throw e;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private <T> T retried(Work<T> work) {
        long start = System.nanoTime();
        Duration wait = FIRST_WAIT;
        int collisions = 0;
        boolean told = false;
        while (true) {
            try {
                return attempt(work);
            } catch (SQLException e) {
                boolean again = switch (PostgresTrouble.kind(e)) {
                    case COLLISION -> ++collisions <= MOST_COLLISIONS;
                    case UNPREPARED -> unprepared();
                    case GONE -> {
                        if (!met && !absence.fromTheStart && PostgresTrouble.isNobodyThere(e)) {
                            yield false;
                        }
                        if (!told) {
                            absence.waiting.run();
                            told = true;
                        }
                        boolean patient = System.nanoTime() - start < absence.most.toNanos() && Pause.of(wait);
                        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
                        yield patient;
                    }
                    case LASTING -> false;
                };
                if (!again) {
                    throw PostgresTrouble.of(address, e);
                }
            }
        }
    }

    /** A connection that a reader is given must be one that works: what a reader was told cannot be taken back. */
    private void connected() {
        look(all -> all.isThere("SELECT 1"));
    }

    private boolean unprepared() {
        leave();
        boolean before = prepares;
        prepares = false;
        return before;
    }

    /**
     * Statements that the server keeps cost it half. A pool hands our transactions to whichever session is free, and two
     * of its clients call different statements by the same name: one would run the other's. It gives itself away by the
     * session's number, which is not the one it told when the connection was made.
     */
    private void prepare(Connection made) throws SQLException {
        PGConnection server = made.unwrap(PGConnection.class);
        if (!prepares) {
            server.setPrepareThreshold(0);
        } else if (!address.saysWhenToPrepare()) {
            try (Statement statement = made.createStatement();
                    ResultSet session = statement.executeQuery("SELECT pg_backend_pid()")) {
                session.next();
                server.setPrepareThreshold(session.getInt(1) == server.getBackendPID() ? PREPARED_AFTER : 0);
            }
        }
    }

    private Sql open() throws SQLException {
        Sql known = sql;
        if (known != null) {
            return known;
        }
        Connection made = DriverManager.getConnection(address.jdbc(), properties);
        if (!toRead) {
            try (Statement statement = made.createStatement()) {
                statement.execute(HURRIED);
            }
        }
        prepare(made);
        made.setReadOnly(toRead);
        made.setAutoCommit(false); // otherwise the driver keeps all rows of an answer in memory
        connection = made;
        met = true;
        Sql fresh = new Sql(made, Dialect.POSTGRESQL, ROWS_AT_ONCE);
        sql = fresh;
        return fresh;
    }

    private void rollBack() {
        Connection known = connection;
        if (known == null) {
            return;
        }
        try {
            known.rollback();
        } catch (SQLException e) {
            leave(); // what cannot even be undone is undone by the server when the connection ends
        }
    }

    private void leave() {
        Connection left = connection;
        connection = null;
        sql = null;
        if (left != null) {
            try {
                left.close();
            } catch (SQLException e) {
                // It was lost already.
            }
        }
    }

    @Override
    public void close() {
        leave();
    }
}
