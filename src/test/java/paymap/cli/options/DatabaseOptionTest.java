package paymap.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Commands;
import paymap.cli.console.Terminal;
import paymap.job.StoreException;
import paymap.store.Store;
import paymap.store.sqlite.DatabaseCheck;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The database that a command is given. */
class DatabaseOptionTest {

    @TempDir
    Path folder;

    @Test
    void aMissingDatabaseIsNotMadeByLookingAtIt() {
        Path file = folder.resolve("none.db");

        StoreException refused =
                assertThrows(StoreException.class, () -> option(file).openExisting());

        assertTrue(refused.getMessage().contains("there is no database"), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aDatabaseIsMadeWhereItIsMeantToBeWritten() {
        Path file = folder.resolve("new/x.db");

        try (Store store = option(file).open()) {
            assertEquals(List.of(), store.runs());
        }
        try (Store store = option(file).openExisting()) {
            assertEquals(List.of(), store.sites());
        }
    }

    @Test
    void anAddressIsNoDatabaseHoweverItIsOpened() {
        DatabaseOption database = option(Path.of("http://127.0.0.1:9/x"));
        Terminal terminal = Terminal.of(System.out, System.err);

        for (Executable opening : List.<Executable>of(
                database::open, database::openExisting, () -> database.open(Duration.ofSeconds(1), terminal))) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, opening);
            assertTrue(refused.getMessage().contains("this is neither"), refused.getMessage());
        }
    }

    @Test
    void whatIsOnlyReadIsOpenedForReading() throws Exception {
        Path file = folder.resolve("x.db");
        option(file).open().close();
        WritingRefused stores = new WritingRefused();

        try (Store store = option(file, stores).openExisting()) {
            assertEquals(List.of(), store.sites());
        }
    }

    /** A user without the right to write, though tests may run as one who has every right. */
    private static final class WritingRefused implements Stores {
        @Override
        public Optional<Path> file(String db) {
            return Commands.stores().file(db);
        }

        @Override
        public String shown(String db) {
            return db;
        }

        @Override
        public Store open(String db) {
            throw new AssertionError("opened for writing");
        }

        @Override
        public Store open(String db, Duration patience, Runnable waiting) {
            throw new AssertionError("opened for writing");
        }

        @Override
        public Store openToRead(String db) {
            return Commands.stores().openToRead(db);
        }

        @Override
        public boolean isSame(String db, String address) {
            return Commands.stores().isSame(db, address);
        }

        @Override
        public paymap.job.OtherStores others() {
            return Commands.stores().others();
        }

        @Override
        public DatabaseCheck check(String db) {
            return Commands.stores().check(db);
        }
    }

    @Command
    private static final class Opening {
        @Mixin
        private final DatabaseOption database;

        Opening(Stores stores) {
            database = new DatabaseOption(stores);
        }
    }

    private static DatabaseOption option(Path file) {
        return option(file, Commands.stores());
    }

    private static DatabaseOption option(Path file, Stores stores) {
        Opening command = new Opening(stores);
        new CommandLine(command).parseArgs("--db", file.toString());
        return command.database;
    }
}
