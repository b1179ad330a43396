package paymap.store.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class PostgresAddressTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            nullValues = "-",
            delimiter = '|',
            value = {
                // who listens on the way is kept out, but on this machine there is no way
                "postgresql://db.example/x              | -    | jdbc:postgresql://db.example/x?sslmode=verify-full",
                "postgres://me@db.example:6432/x        | me   | jdbc:postgresql://db.example:6432/x?sslmode=verify-full",
                "jdbc:postgresql://db.example/x         | -    | jdbc:postgresql://db.example/x?sslmode=verify-full",
                "POSTGRESQL://db.example/x              | -    | jdbc:postgresql://db.example/x?sslmode=verify-full",
                "postgresql://db.example/x?a=b          | -    | jdbc:postgresql://db.example/x?a=b&sslmode=verify-full",
                "postgresql://127.0.0.1.example/x       | -    | jdbc:postgresql://127.0.0.1.example/x?sslmode=verify-full",
                "postgresql://[2001:db8::1]:5432/x      | -    | jdbc:postgresql://[2001:db8::1]:5432/x?sslmode=verify-full",
                "postgresql://localhost/x               | -    | jdbc:postgresql://localhost/x",
                "postgresql://me@127.0.0.1:5544/x       | me   | jdbc:postgresql://127.0.0.1:5544/x",
                "postgresql://me@[::1]:5544/x           | me   | jdbc:postgresql://[::1]:5544/x",
                "postgresql:///x                        | -    | jdbc:postgresql:///x",
                // as the person says, in the driver's spelling: it takes sslMode for nothing
                "postgresql://db.example/x?sslmode=disable | - | jdbc:postgresql://db.example/x?sslmode=disable",
                "postgresql://db.example/x?sslMode=disable | - | jdbc:postgresql://db.example/x?sslMode=disable&sslmode=verify-full",
                // several: one far away is enough
                "postgresql://me@a.example:1,b.example:2/x?targetServerType=primary | me | jdbc:postgresql://a.example:1,b.example:2/x?targetServerType=primary&sslmode=verify-full",
                "postgresql://localhost:1,b.example:2/x | -    | jdbc:postgresql://localhost:1,b.example:2/x?sslmode=verify-full",
                "postgresql://localhost:1,127.0.0.1:2/x | -    | jdbc:postgresql://localhost:1,127.0.0.1:2/x",
                // as a cloud names its users
                "postgresql://me%40corp@localhost/x     | me@corp | jdbc:postgresql://localhost/x",
            })
    void whatIsTypedIsForTheDriver(String typed, String user, String jdbc) {
        PostgresAddress address = PostgresAddress.of(typed);

        assertEquals(jdbc, address.jdbc());
        assertEquals(user, address.user());
        assertEquals(address, PostgresAddress.of(address.shown()), "it can be typed once more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:s3cret@localhost/x",
                "postgresql://me:s3cret/1@localhost/x",
                "postgresql://me:s3cret @localhost/x",
                "postgresql://me:9%s3cret@localhost/x",
                "postgresql://me:12345@localhost/x",
                "postgresql://localhost/x?password=s3cret",
                "postgresql://localhost/x?a=b&sslpassword=s3cret",
                "jdbc:postgresql://localhost/x?user=me&password=s3cret"
            })
    void aPasswordIsRefusedAndNotRepeated(String typed) {
        String told = assertThrows(IllegalArgumentException.class, () -> PostgresAddress.of(typed))
                .getMessage();

        assertTrue(told.contains("must not hold a password"), told);
        assertFalse(told.contains("s3cret") || told.contains("12345"), told);
    }

    /** The last ones would end up on this machine without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://localhost",
                "postgresql://localhost/",
                "postgresql:",
                "postgresql://local host/x",
                "postgresql://localhost:port/x",
                "postgresql://localhost/x/y",
                "postgresql://localhost/x#y",
                "postgresql:///x?host=/var/run/postgresql",
                "postgresql:///x?host=db.example",
                "postgresql://%2Fvar%2Frun%2Fpostgresql/x"
            })
    void whatTheDriverWouldNotTakeAsMeantIsRefused(String typed) {
        String told = assertThrows(IllegalArgumentException.class, () -> PostgresAddress.of(typed))
                .getMessage();

        assertTrue(told.contains("is no address of a database"), told);
    }

    @Test
    void aServiceSaysWhereAndHow(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("services"),
                "[far]\nhost=db.example\ndbname=x\nuser=me\n\n[near]\nhost=localhost\ndbname=x\n\n"
                        + "[open]\nhost=db.example\ndbname=x\nsslmode=disable\n");
        System.setProperty("org.postgresql.pgservicefile", file.toString());
        try {
            assertEquals(
                    "jdbc:postgresql:///?service=far&sslmode=verify-full",
                    PostgresAddress.of("postgresql://?service=far").jdbc());
            assertEquals(
                    "jdbc:postgresql:///?service=near",
                    PostgresAddress.of("postgresql://?service=near").jdbc());
            assertEquals(
                    "jdbc:postgresql:///?service=open",
                    PostgresAddress.of("postgresql:///?service=open").jdbc());
            Properties far = Driver.parseURL(
                    PostgresAddress.of("postgresql://?service=far").jdbc(), new Properties());
            assertEquals("db.example", far.getProperty("PGHOST"));
            assertEquals("me", far.getProperty("user"));
            assertThrows(IllegalArgumentException.class, () -> PostgresAddress.of("postgresql://?service=none"));
        } finally {
            System.clearProperty("org.postgresql.pgservicefile");
        }
    }

    @Test
    void whoAndThePasswordComeFromTheEnvironment() {
        Map<String, String> environment = Map.of("PGUSER", "other", "PGPASSWORD", "s3cret");

        Properties named = PostgresAddress.of("postgresql://me@localhost/x").properties(environment);
        Properties unnamed = PostgresAddress.of("postgresql://localhost/x").properties(environment);

        assertEquals("me", named.getProperty("user"));
        assertEquals("other", unnamed.getProperty("user"));
        assertEquals("s3cret", named.getProperty("password"));
        assertEquals(
                null,
                PostgresAddress.of("postgresql://localhost/x")
                        .properties(Map.of())
                        .getProperty("password"));
    }
}
