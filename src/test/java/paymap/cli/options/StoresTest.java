package paymap.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.job.StoreException;
import paymap.store.Store;

class StoresTest {

    @TempDir
    Path folder;

    @Test
    void aMissingDatabaseIsNotMadeByLookingAtIt() {
        Path file = folder.resolve("none.db");

        StoreException refused = assertThrows(StoreException.class, () -> Stores.openExisting(file));

        assertTrue(refused.getMessage().contains("there is no database"), refused.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aDatabaseIsMadeWhereItIsMeantToBeWritten() {
        Path file = folder.resolve("new/x.db");

        try (Store store = Stores.open(file)) {
            assertEquals(List.of(), store.runs());
        }
        try (Store store = Stores.openExisting(file)) {
            assertEquals(List.of(), store.sites());
        }
    }
}
