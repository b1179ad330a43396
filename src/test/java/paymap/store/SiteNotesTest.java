package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteNotesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aNoteOutlivesTheProcessAndIsReplacedByTheNext() {
        try (SqliteStore store = open()) {
            assertEquals(Optional.empty(), store.siteNotes().read("lagou", "era"));
            store.siteNotes().write("lagou", "era", "encrypted", NOW);
            store.siteNotes().write("lagou", "era", "rendered", NOW.plusSeconds(1));
        }
        try (SqliteStore store = open()) {
            assertEquals(Optional.of("rendered"), store.siteNotes().read("lagou", "era"));
        }
    }

    @Test
    void notesOfTwoSitesAndOfTwoNamesAreApart() {
        try (SqliteStore store = open()) {
            store.siteNotes().write("lagou", "era", "encrypted", NOW);
            store.siteNotes().write("lagou", "other", "x", NOW);
            store.siteNotes().write("127.0.0.1:8080", "era", "classic", NOW);
            store.siteNotes().forget("lagou", "era");

            assertEquals(Optional.empty(), store.siteNotes().read("lagou", "era"));
            assertEquals(Optional.of("x"), store.siteNotes().read("lagou", "other"));
            assertEquals(Optional.of("classic"), store.siteNotes().read("127.0.0.1:8080", "era"));
        }
    }

    @Test
    void whatWasNeverNotedCanBeForgotten() {
        try (SqliteStore store = open()) {
            store.siteNotes().forget("lagou", "era");
        }
    }

    private SqliteStore open() {
        return SqliteStore.open(folder.resolve("x.db"));
    }
}
