package paymap.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.City;

class CrawlPlanTest {

    /** An index of PostgreSQL takes no longer key. */
    private static final int MOST_BYTES = 2_700;

    @Test
    void thePlanOfAnEarlierVersionHasTheKeyItHad() {
        assertEquals("lagou||python|bj,sh|100", plan(City.listOf("sh,bj"), 100).key());
        assertEquals(
                "lagou||python|bj|whole",
                plan(City.listOf("bj"), CrawlPlan.WHOLE).key());
        String codes = City.KNOWN.stream().map(City::code).sorted().collect(Collectors.joining(","));
        assertEquals("lagou||python|" + codes + "|100", plan(City.KNOWN, 100).key());
    }

    @Test
    void aCityWithoutACodeGoesByItsName() {
        assertEquals("lagou||python|bj,甘孜|100", plan(City.listOf("甘孜,bj"), 100).key());
    }

    @Test
    void howeverManyCitiesTheKeyIsShortAndTellsThemApart() {
        List<City> turned = new ArrayList<>(City.ALL);
        Collections.reverse(turned);
        String all = plan(City.ALL, 100).key();

        assertTrue(all.startsWith("lagou||python|369 cities "), all);
        assertEquals(all, plan(turned, 100).key());
        assertNotEquals(all, plan(City.ALL.subList(1, 369), 100).key());
        String longest = new CrawlPlan("s".repeat(255), "词".repeat(100), City.ALL.subList(44, 120), 10_000, "x").key();
        assertTrue(longest.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES, longest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Python,Java,Go | Python,Java,Go",
                "' Python ，Java、 Go ,' | Python,Java,Go",
                "Java,java,JAVA,Go | Java,Go",
                "C++ , C# | C++,C#",
                "java | java"
            })
    void keywordsArePartedByCommasAndCountOnce(String typed, String keywords) {
        assertEquals(
                List.of(keywords.split(",")),
                several(typed).stream().map(CrawlPlan::keyword).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "，、"})
    void noKeywordAtAllIsRefused(String typed) {
        assertThrows(IllegalArgumentException.class, () -> several(typed));
    }

    @Test
    void fiftyKeywordsAreTheMost() {
        String fifty = IntStream.range(0, 50).mapToObj(i -> "k" + i).collect(Collectors.joining(","));

        assertEquals(50, several(fifty).size());
        assertEquals(
                "at most 50 keywords at a time, and these are 51",
                assertThrows(IllegalArgumentException.class, () -> several(fifty + ",one more"))
                        .getMessage());
    }

    private static List<CrawlPlan> several(String keywords) {
        return CrawlPlan.forEach(keywords, "lagou", City.listOf("bj"), 100, "");
    }

    private static CrawlPlan plan(List<City> cities, int perCity) {
        return new CrawlPlan("lagou", "python", cities, perCity, "");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, CrawlPlan.MOST_PER_CITY + 1})
    void aPlanCannotWantFewerThanOneRowOrMoreThanThereCanBe(int perCity) {
        assertThrows(IllegalArgumentException.class, () -> new CrawlPlan("s", "java", City.listOf("bj"), perCity, ""));
        assertThrows(IllegalArgumentException.class, () -> CrawlPlan.requireRows(perCity));
    }

    @Test
    void theMostAndTheFewestRowsCanBeWanted() {
        CrawlPlan.requireRows(1);
        CrawlPlan.requireRows(CrawlPlan.MOST_PER_CITY);

        assertThrows(IllegalArgumentException.class, () -> CrawlPlan.requireRows(0));
    }
}
