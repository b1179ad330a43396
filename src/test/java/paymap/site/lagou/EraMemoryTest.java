package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paymap.crawl.SiteMemory;

class EraMemoryTest {

    private final Notes notes = new Notes();

    @Test
    void whatServedTheLastCrawlIsTriedFirstAndNotNotedAgain() {
        notes.noted.put("era", "classic");
        EraChoice choice = EraChoice.auto();

        EraMemory memory = new EraMemory(choice, notes);

        assertEquals(EraChoice.Door.LIST_PAGE, choice.door());
        assertEquals(List.of("the classic era served the last crawl of this site and is tried first"), memory.keep());
        assertEquals(List.of(), notes.writes);
        assertEquals(List.of(), memory.keep(), "it is told once");
    }

    @Test
    void whatServesNowIsNotedOnce() {
        EraChoice choice = EraChoice.auto();
        EraMemory memory = new EraMemory(choice, notes);
        assertEquals(List.of(), memory.keep());
        assertEquals(List.of(), notes.writes, "nothing is known yet");

        choice.recall(Era.RENDERED);
        memory.keep();
        memory.keep();

        assertEquals(List.of("era = rendered"), notes.writes);
    }

    @Test
    void anEraThatIsRefusedIsForgotten() {
        notes.noted.put("era", "encrypted");
        EraChoice choice = EraChoice.auto();
        EraMemory memory = new EraMemory(choice, notes);

        assertTrue(choice.refused(EraChoice.Door.AGREEMENT, "made up"));
        memory.keep();

        assertEquals(List.of("forget era"), notes.writes);
    }

    @Test
    void aWordOfALaterVersionSaysNothing() {
        notes.noted.put("era", "quantum");
        EraChoice choice = EraChoice.auto();

        new EraMemory(choice, notes);

        assertFalse(choice.known().isPresent());
        assertEquals(EraChoice.Door.AGREEMENT, choice.door());
    }

    @Test
    void anEraThatWasNamedIsNeitherReadNorNoted() {
        notes.noted.put("era", "classic");
        EraChoice choice = EraChoice.named(Era.RENDERED);
        EraMemory memory = new EraMemory(choice, notes);

        memory.keep();

        assertEquals(EraChoice.Door.RENDERED_PAGE, choice.door());
        assertEquals(List.of(), notes.writes);
    }

    private static final class Notes implements SiteMemory {
        private final Map<String, String> noted = new HashMap<>();
        private final List<String> writes = new ArrayList<>();

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(noted.get(name));
        }

        @Override
        public void write(String name, String value) {
            writes.add(name + " = " + value);
        }

        @Override
        public void forget(String name) {
            writes.add("forget " + name);
        }
    }
}
