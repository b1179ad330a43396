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
        assertEquals(
                Optional.of(new Keywords(List.of("Go"), List.of("java", "Java", ""))),
                Keywords.chosen(STORED, List.of()));
    }

    @Test
    void caseDoesNotMatterButTheSameCaseGoesFirst() {
        assertEquals("Go", Keywords.chosen(STORED, List.of("gO")).orElseThrow().only());
        assertEquals(
                "Java", Keywords.chosen(STORED, List.of("Java")).orElseThrow().only());
        assertEquals(
                "java", Keywords.chosen(STORED, List.of("JAVA")).orElseThrow().only());
    }

    @Test
    void rowsWithoutAKeywordCanBeAskedFor() {
        assertEquals("", Keywords.chosen(STORED, List.of("")).orElseThrow().only());
    }

    @Test
    void whatIsNotStoredIsNotFound() {
        assertEquals(Optional.empty(), Keywords.chosen(STORED, List.of("cobol")));
        assertEquals(Optional.empty(), Keywords.chosen(List.of(), List.of("java")));
    }

    @Test
    void onlySeveralAreMixed() {
        assertTrue(Keywords.together(STORED).isMixed());
        assertFalse(Keywords.together(List.of("Go")).isMixed());
        assertFalse(Keywords.chosen(List.of(), List.of()).orElseThrow().isMixed());
    }

    @Test
    void rowsOfNoRunAreTakenAsTheyAre() {
        assertEquals(null, Keywords.chosen(List.of(), List.of()).orElseThrow().only());
    }

    @Test
    void severalAreTakenInAnyCaseAndTheOthersAreLeft() {
        Keywords two = Keywords.chosen(STORED, List.of("JAVA", "go", "Go")).orElseThrow();

        assertEquals(new Keywords(List.of("Go", "java"), List.of("Java", "")), two);
        assertEquals(List.of("Go", "java"), two.filter());
        assertEquals(null, two.only());
        assertEquals(Optional.empty(), Keywords.chosen(STORED, List.of("Go", "cobol")));
        assertEquals(List.of(), Keywords.together(STORED).filter(), "no row is left out");
    }
}
