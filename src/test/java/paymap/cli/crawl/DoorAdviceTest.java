package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Ledger;
import paymap.crawl.StopCause;
import paymap.job.City;

/** What a person is told who finds a door in place of a list: which it was, what is kept, and both ways on. */
class DoorAdviceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a redirect to the login page",
                "the login page",
                "a redirect to a verification",
                "state 2404, it asks for a verification",
                "the JavaScript challenge",
                "a redirect to the JavaScript challenge"
            })
    void theDoorTheRowsKeptAndBothWaysOnAreNamed(String door) {
        assertEquals(
                """
                paymap: not complete: the site requires a login or a captcha: %s.
                The 45 rows collected so far are kept. Open the site in your browser; then there are two ways on:
                  with the session of your own browser, its cookies exported as cookies.txt:
                    paymap crawl --cities bj --cookies cookies.txt
                  or with result pages that your browser saved:
                    paymap import --db x.db FILE...
                """.formatted(door),
                advice(
                        Ending.PARTIAL,
                        StopCause.HUMAN_NEEDED,
                        "the site requires a login or a captcha: " + door,
                        45,
                        "paymap crawl --cities bj"));
    }

    @ParameterizedTest
    @CsvSource({"0, No rows were collected so far. ", "1, The 1 row collected so far is kept. "})
    void theCountOfRowsIsASentence(int stored, String sentence) {
        Ending ending = stored == 0 ? Ending.FAILED : Ending.PARTIAL;
        String told = advice(
                ending,
                StopCause.HUMAN_NEEDED,
                "the site requires a login or a captcha: the login page",
                stored,
                "paymap crawl --cities bj");

        assertTrue(told.contains("\n" + sentence.strip() + " Open the site in your browser"), told);
    }

    @Test
    void whoGaveCookiesAlreadyIsToldToExportThemAgain() {
        String told = advice(
                Ending.PARTIAL,
                StopCause.HUMAN_NEEDED,
                "the site requires a login or a captcha: the login page",
                45,
                "paymap crawl --cookies c.txt --cities bj");

        assertTrue(
                told.contains("  with a fresh export of your browser's cookies in the same file:\n"
                        + "    paymap crawl --cookies c.txt --cities bj\n"),
                told);
        assertFalse(told.contains("--cookies cookies.txt"), told);
    }

    @Test
    void aDoorThatMeansALongWaitNamesTheWaysOnAfterIt() {
        String told = advice(
                Ending.PARTIAL,
                StopCause.LOGIN_WALL_WAIT,
                "the site refuses (a redirect to the login page) and is to be left alone until 09:00:00 UTC, longer"
                        + " than the longest wait of 1.0 s",
                45,
                "paymap crawl --cities bj");

        assertTrue(told.contains("after that time there are two ways on:"), told);
        assertTrue(told.contains("paymap import --db x.db FILE..."), told);
    }

    @Test
    void aRefusalOfThePaceNamesNoneOfThem() {
        String told = advice(
                Ending.PARTIAL,
                StopCause.WAIT_TOO_LONG,
                "the site refuses (HTTP 429) and is to be left alone until 09:00:00 UTC, longer than the longest wait",
                45,
                "paymap crawl --cities bj");

        assertTrue(told.endsWith("What was found is kept. To continue:\n  paymap crawl --cities bj\n"), told);
        assertFalse(told.contains("cookies") || told.contains("import"), told);
    }

    private String advice(Ending ending, StopCause cause, String why, int stored, String again) {
        CityProgress city = new CityProgress(
                "北京",
                100,
                new CityProgress.Counts(stored, stored, 3, 0, stored, 0, 0, 0),
                new CityProgress.ListPosition(3, 3, 15, null, null, false),
                false,
                "");
        CrawlPlan plan = new CrawlPlan("lagou", "python", City.listOf("bj"), 100, "");
        CrawlReport.Tally tally = new CrawlReport.Tally(5, 3, 1, 1, 1, 0, Duration.ZERO, Duration.ZERO);
        CrawlReport report = new CrawlReport(
                new Ledger.Run(1, false, false, false, Instant.EPOCH), plan, ending, cause, why, List.of(city), tally);
        CrawlSummary.Asked asked = new CrawlSummary.Asked(
                again, "paymap import --db x.db FILE...", stored, again.contains("--cookies"), false);
        return new CrawlSummary(report, List.of(), false, asked).advice();
    }
}
