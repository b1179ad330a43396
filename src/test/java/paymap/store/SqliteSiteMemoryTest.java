package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.SiteMemory;

class SqliteSiteMemoryTest {

    @TempDir
    Path folder;

    @Test
    void aNoteOutlivesTheProcessAndIsReplacedByTheNext() {
        try (SqlStore store = open()) {
            SiteMemory memory = store.memory("lagou");
            assertEquals(Optional.empty(), memory.read("era"));
            memory.write("era", "encrypted");
            memory.write("era", "rendered");
        }
        try (SqlStore store = open()) {
            assertEquals(Optional.of("rendered"), store.memory("lagou").read("era"));
        }
    }

    @Test
    void notesOfTwoSitesAndOfTwoNamesAreApart() {
        try (SqlStore store = open()) {
            SiteMemory lagou = store.memory("lagou");
            SiteMemory other = store.memory("127.0.0.1:8080");
            lagou.write("era", "encrypted");
            lagou.write("other", "x");
            other.write("era", "classic");

            lagou.forget("era");

            assertEquals(Optional.empty(), lagou.read("era"));
            assertEquals(Optional.of("x"), lagou.read("other"));
            assertEquals(Optional.of("classic"), other.read("era"));
        }
    }

    @Test
    void whatWasNeverNotedCanBeForgotten() {
        try (SqlStore store = open()) {
            store.memory("lagou").forget("era");

            assertEquals(Optional.empty(), store.memory("lagou").read("era"));
        }
    }

    private SqlStore open() {
        return SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")));
    }
}
