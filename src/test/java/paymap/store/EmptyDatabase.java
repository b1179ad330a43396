package paymap.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * A database file with the tables of this version and nothing else. They are made once, by the library and none of our
 * code, and copied: making them takes as long as most tests.
 */
public final class EmptyDatabase {

    private static final byte[] BYTES = made();

    private EmptyDatabase() {}

    /** @return the same file, which is there then; what is in it already stays */
    public static Path at(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, BYTES);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made() {
        try {
            Path file = Files.createTempFile("paymap-empty", ".db");
            String url = "jdbc:sqlite:" + file;
            try {
                Flyway.configure()
                        .dataSource(url, null, null)
                        .locations("classpath:paymap/store/sqlite")
                        .load()
                        .migrate();
                try (Connection connection = DriverManager.getConnection(url);
                        Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA journal_mode = WAL");
                }
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
