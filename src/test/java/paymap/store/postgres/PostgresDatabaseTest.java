package paymap.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.StoreException;
import paymap.store.postgres.PostgresDatabase.Absence;

class PostgresDatabaseTest {

    @TempDir
    private Path folder;

    private static final int OFTEN = 8; // the driver keeps a statement on the server from the fifth time on

    @Test
    void statementsThatTheServerHasForgottenAreDoneWithout() {
        Absence absence = new Absence(Duration.ofSeconds(20), () -> {});
        try (PostgresDatabase database = PostgresDatabase.open(TestServer.database(), absence)) {
            for (int i = 0; i < OFTEN; i++) {
                assertEquals(7, seven(database));
            }
            // As from a pool that gives the next transaction to a session which never saw them; the driver sees nothing
            // of it.
            database.look(sql -> sql.all("SELECT 1 FROM (SELECT 1) x", row -> 1));
            database.transaction(sql -> {
                sql.run("DO 'BEGIN EXECUTE ''DEALLOCATE ALL''; END'");
                return 0;
            });

            for (int i = 0; i < OFTEN; i++) {
                assertEquals(7, seven(database));
            }
        }
    }

    @Test
    void statementsAreKeptOnTheServerItselfAndNeverBehindAPool() throws Exception {
        PostgresAddress direct = TestServer.database();

        assertTrue(kept(direct) > 0);
        try (TestPool pool = TestPool.start(folder, 1)) {
            assertEquals(0, kept(pool.address(direct)));
        }
        assertEquals(0, kept(PostgresAddress.of(direct.shown() + "?prepareThreshold=0")));
    }

    /** How many statements a session keeps after one that came often. */
    private static int kept(PostgresAddress address) {
        Absence absence = new Absence(Duration.ofSeconds(20), () -> {});
        try (PostgresDatabase database = PostgresDatabase.open(address, absence)) {
            for (int i = 0; i < OFTEN; i++) {
                assertEquals(7, seven(database));
            }
            return database.transaction(
                    sql -> sql.all("SELECT count(*) FROM pg_prepared_statements", row -> row.getInt(1))
                            .get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1, refused", "nobody.invalid, there is no host nobody.invalid"})
    void whoOnlyLooksIsToldAtOnceThatNobodyIsThere(String host, String told) {
        Absence absence = new Absence(Duration.ofDays(1), () -> fail("it waits"), false);
        PostgresAddress address = PostgresAddress.of("postgresql://me@" + host + "/x");

        StoreException e = assertThrows(StoreException.class, () -> PostgresDatabase.openToRead(address, absence));

        assertTrue(String.valueOf(e.getMessage()).contains(told), e.getMessage());
    }

    private static int seven(PostgresDatabase database) {
        return database.transaction(sql ->
                sql.all("SELECT CAST(? AS INTEGER)", row -> row.getInt(1), 7).get(0));
    }
}
