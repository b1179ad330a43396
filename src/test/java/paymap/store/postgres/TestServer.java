package paymap.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL of this build's own, on loopback, once for all tests; each gets a database of its own in it. */
public final class TestServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    /** An empty database. */
    public static PostgresAddress database() {
        String name = "test" + DATABASES.incrementAndGet();
        run("CREATE DATABASE " + name);
        return address("postgres", name);
    }

    /** The same server as another of its users sees it. */
    public static PostgresAddress address(String user, String name) {
        return PostgresAddress.of("postgresql://" + user + "@localhost:" + port() + "/" + name);
    }

    /** Where it listens on loopback. */
    public static int port() {
        return SERVER.getPort();
    }

    /** What a superuser says to the server. */
    public static void run(String sql) {
        run("postgres", sql);
    }

    /** The same within one of its databases. */
    public static void run(String database, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("fsync", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            // It ends with this process, or its folder is left in the folder for temporary files.
        }
    }
}
