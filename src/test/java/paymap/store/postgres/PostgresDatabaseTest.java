package paymap.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import paymap.store.postgres.PostgresDatabase.Absence;

class PostgresDatabaseTest {

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

    private static int seven(PostgresDatabase database) {
        return database.transaction(sql ->
                sql.all("SELECT CAST(? AS INTEGER)", row -> row.getInt(1), 7).get(0));
    }
}
