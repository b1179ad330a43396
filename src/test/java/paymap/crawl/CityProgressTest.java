package paymap.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityProgressTest {

    @Test
    void theFirstPageGoesAlone() {
        assertEquals(1, start(100, null).lastPageNeeded());
    }

    @Test
    void asksForAsManyPagesAsAreCertainlyNeeded() {
        CityProgress after = start(100, null).with(page(1, 15, 15, 12));

        assertEquals(1 + 6, after.lastPageNeeded(), "88 missing rows need at least 6 pages of 15");
    }

    @Test
    void neverAsksPastThePageThatCompletesTheCity() {
        for (int seed = 0; seed < 500; seed++) {
            Random chance = new Random(seed);
            CityProgress city = start(1 + chance.nextInt(300), null);
            int farthest = 1;
            while (!city.ended()) {
                farthest = Math.max(farthest, city.lastPageNeeded());
                int fresh = 1 + chance.nextInt(15);
                city = city.with(page(city.list().settled() + 1, 15, 15, Math.min(fresh, city.missing())));
            }
            assertEquals(city.list().settled(), farthest, "seed " + seed);
        }
    }

    @Test
    void theSitesCountBoundsWhatIsAskedFor() {
        CityProgress after = start(100, 40).with(page(1, 15, 15, 15));

        assertEquals(3, after.lastPageNeeded());
    }

    @Test
    void theLastPageByTheSitesCountEndsTheCity() {
        CityProgress after = start(100, 20).with(page(1, 15, 15, 15)).with(page(2, 5, 5, 5));

        assertTrue(after.ended());
        assertEquals("the site has no more", after.why());
    }

    @Test
    void aCountThatIsTooSmallDoesNotEndTheCity() {
        CityProgress after = start(100, 20).with(page(1, 15, 15, 15)).with(page(2, 15, 15, 15));

        assertTrue(!after.ended(), "page 2 shows more rows than the count allows: " + after);
        assertEquals(3, after.lastPageNeeded());
    }

    @Test
    void aFullPageNeverEndsTheCityWhateverTheCountSays() {
        CityProgress after = start(100, 15).with(page(1, 15, 15, 15));

        assertTrue(!after.ended(), "a count is a hint: " + after);
        assertEquals(2, after.lastPageNeeded());
    }

    @Test
    void pastACountThatTheLastPageFillsOnePageIsAskedForAndNoMore() {
        CityProgress after = start(500, 45)
                .with(page(1, 15, 15, 15))
                .with(page(2, 15, 15, 15))
                .with(page(3, 15, 15, 15));

        assertEquals(4, after.lastPageNeeded());
        assertEquals("the site has no more", after.with(page(4, 0, 0, 0)).why());
        assertEquals(5, after.with(page(4, 15, 15, 15)).lastPageNeeded());
    }

    @ParameterizedTest(name = "page {0} of {1}, and {2} by now: {3}")
    @CsvSource({
        "1,15,,true",
        "2,15,,false",
        "2,16,,true",
        "2,16,0,true",
        "2,16,15,false",
        "2,15,16,true",
        "1,0,,false",
        "9,,,false"
    })
    void rowsAreDueOnAPageAsTheSiteCounts(int page, Integer count, Integer countNow, boolean due) {
        assertEquals(due, start(100, count).shouldHaveRows(page, countNow));
    }

    @Test
    void anEmptyPageEndsTheCity() {
        assertTrue(start(100, null).with(page(1, 0, 0, 0)).ended());
    }

    @Test
    void aPageWithoutANewPositionEndsTheCity() {
        CityProgress after = start(100, null).with(page(1, 15, 15, 15)).with(page(2, 15, 0, 0));

        assertTrue(after.ended());
        assertEquals("the site shows nothing new from page 2 on", after.why());
    }

    @Test
    void aFullCityHasNothingToExplain() {
        CityProgress after = start(10, null).with(new CityProgress.Settled(1, 15, 1, 14, 10, 4, 2));

        assertTrue(after.ended());
        assertEquals("", after.why());
        assertEquals(4, after.counts().fresh());
        assertEquals(2, after.counts().repeated(), "15 shown - 1 unreadable - 10 added - 2 past the last");
    }

    @ParameterizedTest(name = "a count of {0}, pages of {1} rows: page {2} is needed, and it ended there: {3}")
    @CsvSource({
        ",      0,           1,  true",
        ",      15,          2,  false",
        ",      '15,15',     3,  false",
        ",      '15,15,0',   3,  true",
        ",      '15,15,4',   4,  false", // who does not count may show short pages
        "40,    15,          3,  false",
        "40,    '15,15,10',  3,  true",
        "40,    '15,15,9',   4,  false", // a row fewer than counted: only an empty page tells
        "45,    '15,15,15',  4,  false",
        "9999,  15,          65, false", // not all at once
        "9999,  '15,15',     66, false"
    })
    void aWholeListIsReadToTheLastPageThatIsShown(Integer count, String pages, int needed, boolean toEnd) {
        CityProgress city = start(CrawlPlan.WHOLE, count);
        int number = 0;
        for (String shown : pages.split(",")) {
            int rows = Integer.parseInt(shown);
            city = city.with(page(++number, rows, rows, rows));
        }

        assertEquals(toEnd, city.ended());
        assertEquals(toEnd, city.list().toEnd());
        assertEquals(toEnd, !city.mayLackRows());
        assertEquals(0, city.missing());
        assertEquals(toEnd ? city.list().asked() : needed, city.lastPageNeeded());
    }

    @ParameterizedTest
    @CsvSource({",true", "15,true", "30,true", "31,false"})
    void aPageWithNothingNewIsTheEndUnlessTheSiteCountsFurther(Integer count, boolean toEnd) {
        CityProgress after =
                start(CrawlPlan.WHOLE, count).with(page(1, 15, 15, 15)).with(page(2, 15, 0, 0));

        assertTrue(after.ended());
        assertEquals(toEnd, after.list().toEnd());
        assertEquals("the site shows nothing new from page 2 on", after.why());
    }

    @Test
    void aListWithAPageGivenUpIsNotReadToItsEnd() {
        CityProgress.Counts counts = new CityProgress.Counts(15, 15, 1, 1, 15, 0, 0, 0);
        CityProgress.ListPosition list = new CityProgress.ListPosition(2, 3, 15, null, null, false);

        CityProgress after = new CityProgress("北京", CrawlPlan.WHOLE, counts, list, false, "").with(page(3, 0, 0, 0));

        assertTrue(after.ended() && after.mayLackRows() && !after.list().toEnd(), after.toString());
    }

    @Test
    void aWholeListThatNeverEndsIsLeft() {
        CityProgress city = start(CrawlPlan.WHOLE, null);
        int pages = 0;
        while (!city.ended()) {
            city = city.with(page(++pages, 1000, 1000, 0));
        }

        assertEquals(CityProgress.MOST_ROWS_OF_A_LIST / 1000, pages);
        assertTrue(city.mayLackRows());
        assertEquals("its list goes on after 100,000 rows", city.why());
    }

    @Test
    void theEndOfAListOfWhichANumberIsWantedIsKnownToo() {
        assertTrue(start(100, null).with(page(1, 0, 0, 0)).list().toEnd());
        assertTrue(!start(15, null).with(page(1, 15, 15, 15)).list().toEnd());
    }

    @Test
    void asManyRowsFindRoomAsAreWantedAndNotStored() {
        CityProgress some = start(40, null).with(page(1, 15, 15, 15));

        assertEquals(25, some.room());
        assertEquals(25, some.missing());
        assertTrue(some.mayLackRows());
        assertFalse(start(15, null).with(page(1, 15, 15, 15)).mayLackRows());
        assertEquals(Integer.MAX_VALUE, start(CrawlPlan.WHOLE, null).room());
        assertTrue(start(CrawlPlan.WHOLE, null).mayLackRows());
    }

    @Test
    void aPageIsPastTheCountThatTheSiteNames() {
        assertFalse(start(450, 45).isPastCount(3));
        assertTrue(start(450, 45).isPastCount(4));
        assertFalse(start(450, null).isPastCount(4));
    }

    @Test
    void refusesPagesOutOfOrder() {
        CityProgress after = start(100, null).with(page(1, 15, 15, 15));

        assertThrows(IllegalArgumentException.class, () -> after.with(page(1, 15, 15, 15)));
    }

    private static CityProgress start(int wanted, Integer totalCount) {
        return new CityProgress(
                "北京",
                wanted,
                CityProgress.Counts.NONE,
                new CityProgress.ListPosition(0, 1, 15, totalCount, null, false),
                false,
                "");
    }

    private static CityProgress.Settled page(int number, int shown, int newIds, int added) {
        return new CityProgress.Settled(number, shown, 0, newIds, added, added, 0);
    }
}
