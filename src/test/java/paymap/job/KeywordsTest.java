package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    private static final List<String> STORED = List.of("Go", "java", "Java", "");

    @Test
    void theNewestIsTakenWhereNoneIsAskedFor() {
        assertEquals(Optional.of(new Keywords(List.of("Go"), List.of("java", "Java", ""))), Keywords.one(STORED, null));
    }

    @Test
    void caseDoesNotMatterButTheSameCaseGoesFirst() {
        assertEquals("Go", Keywords.one(STORED, "gO").orElseThrow().filter());
        assertEquals("Java", Keywords.one(STORED, "Java").orElseThrow().filter());
        assertEquals("java", Keywords.one(STORED, "JAVA").orElseThrow().filter());
    }

    @Test
    void rowsWithoutAKeywordCanBeAskedFor() {
        assertEquals("", Keywords.one(STORED, "").orElseThrow().filter());
    }

    @Test
    void whatIsNotStoredIsNotFound() {
        assertEquals(Optional.empty(), Keywords.one(STORED, "cobol"));
        assertEquals(Optional.empty(), Keywords.one(List.of(), "java"));
    }

    @Test
    void onlySeveralAreMixed() {
        assertTrue(Keywords.together(STORED).isMixed());
        assertFalse(Keywords.together(List.of("Go")).isMixed());
        assertFalse(Keywords.one(List.of(), null).orElseThrow().isMixed());
    }

    @Test
    void rowsOfNoRunAreTakenAsTheyAre() {
        assertEquals(null, Keywords.one(List.of(), null).orElseThrow().filter());
    }
}
