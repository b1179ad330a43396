package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Broken;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;

/** Each way in which a crawl comes to an early end: when, with which cause, and after how many requests. */
@Timeout(60)
class StopsTest {

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(1, 1);
    private final List<CrawlListener.Status> told = new ArrayList<>();

    @Test
    void aPersonIsWantedInTheMiddle() throws Exception {
        CrawlReport report = crawl(pages(page -> page == 3 ? new Outcome.NeedsHuman("a captcha") : null));

        assertEquals(Ending.PARTIAL, report.ending());
        assertEquals(StopCause.HUMAN_NEEDED, report.cause());
        assertEquals("the site requires a login or a captcha: a captcha", report.why());
        assertEquals(30, report.stored());
        assertEquals(3, report.tally().requests() - 2, "it is not asked again");
    }

    @Test
    void aPersonIsWantedAtTheDoor() throws Exception {
        CrawlReport report = crawl(openings(() -> new Outcome.NeedsHuman("a captcha")));

        assertEquals(Ending.FAILED, report.ending());
        assertEquals(StopCause.HUMAN_NEEDED, report.cause());
        assertEquals(2, report.tally().requests());
    }

    @Test
    void twelveBrokenAnswersInARowEndACrawlOfSeveralCities() throws Exception {
        ScriptedSite site =
                pages(page -> new Broken(Flaw.SERVER_ERROR, "HTTP 500")).withCity("上海", 450, 0, 2);

        CrawlReport report = crawl(site, "bj,sh");

        assertEquals(StopCause.FRUITLESS, report.cause());
        assertEquals("12 consecutive responses were unusable, the last: HTTP 500", report.why());
        assertEquals(12, report.tally().broken());
    }

    @Test
    void redirectsInACircleAreFollowedFiveTimesAndNotForEver() throws Exception {
        CrawlReport report = crawl(openings(() -> new Outcome.Moved("http://127.0.0.1/again")));

        assertEquals(StopCause.FRUITLESS, report.cause());
        assertTrue(report.why().endsWith("the last trouble: the site redirects in a circle"), report.why());
        assertEquals(RetryRule.MOST_FRUITLESS + 1, report.tally().requests());
        assertEquals((RetryRule.MOST_FRUITLESS + 1 - 1) / 6, report.tally().broken(), "one in six is the last straw");
    }

    @Test
    void whatAWorkerThrowsEndsTheCrawl() {
        ScriptedSite site = pages(page -> {
            throw new IllegalStateException("made up");
        });

        IllegalStateException failed = assertThrows(IllegalStateException.class, () -> crawl(site));

        assertEquals("a worker failed", failed.getMessage());
        assertEquals("made up", failed.getCause().getMessage());
    }

    @Test
    void aPageWithoutAReadableRowThatComesBackTheSameIsGivenUpAndTheOthersAreKept() throws Exception {
        ScriptedSite site = pages(page -> page == 3
                ? new Outcome.Fetched(List.of(), List.of("no title", "no title"), ScriptedSite.PAGE, null, null)
                : null);

        CrawlReport report = crawl(site);

        assertEquals(StopCause.PAGES_LOST, report.cause());
        CityProgress city = report.cities().get(0);
        assertEquals(1, city.counts().lost());
        assertEquals(100 - 15, city.stored());
        assertEquals(2, site.asked.stream().filter("北京 3"::equals).count());
    }

    @Test
    void aPageWithoutAReadableRowThatDiffersEachTimeIsAskedForSixTimes() throws Exception {
        int[] asked = new int[1];
        ScriptedSite site = pages(page -> page == 3
                ? new Outcome.Fetched(List.of(), List.of("row " + asked[0]++), ScriptedSite.PAGE, null, null)
                : null);

        assertEquals(StopCause.PAGES_LOST, crawl(site).cause());
        assertEquals(RetryRule.MOST_ATTEMPTS, asked[0]);
    }

    @Test
    void aSessionThatCannotBeOpenedIsTriedEightTimes() throws Exception {
        CrawlReport report = crawl(openings(() -> new Broken(Flaw.CONNECTION, "the connection broke off")));

        assertEquals(Ending.FAILED, report.ending());
        assertEquals(StopCause.FRUITLESS, report.cause());
        assertEquals("a session could not be fetched: the connection broke off", report.why());
        assertEquals(8, report.tally().broken());
    }

    @Test
    void aSilentSiteIsLeftAfterFiveRequestsAndEachLongWaitIsTold() throws Exception {
        ScriptedSite site = openings(() -> new Broken(Flaw.SILENCE, "no whole answer in time"));

        CrawlReport report = crawl(site);

        assertEquals(Ending.FAILED, report.ending());
        assertEquals(StopCause.FRUITLESS, report.cause());
        assertEquals("5 requests in a row were not answered, the last: no whole answer in time", report.why());
        assertEquals(5, report.tally().broken());
        assertWaitsAreTold(site, CrawlListener.WaitKind.RETRY, "no whole answer in time");
    }

    @Test
    void aLongWaitForTheNextRequestIsTold() throws Exception {
        ScriptedSite site = pacedAt(12);

        crawl(site);

        assertWaitsAreTold(site, CrawlListener.WaitKind.PACE, "");
    }

    @Test
    void theWaitsOfAUsualPaceAreNotTold() throws Exception {
        ScriptedSite site = pacedAt(5);

        crawl(site);

        int last = site.askedAt.size() - 1;
        assertTrue(Duration.between(site.askedAt.get(last - 1), site.askedAt.get(last))
                        .toSeconds()
                >= 5);
        assertFalse(told.isEmpty());
        assertTrue(told.stream().allMatch(status -> status.waiting() == null), told.toString());
    }

    private ScriptedSite pacedAt(int seconds) {
        return new ScriptedSite(workers) {
            @Override
            Outcome robots() {
                return new Outcome.RobotsRead(Duration.ofSeconds(seconds));
            }
        }.withCity("北京", 30, 0, 1);
    }

    @Test
    void aLongWaitForAnAnswerIsTold() throws Exception {
        InlineWorkers slow = new SlowWorkers();
        ScriptedSite site = new ScriptedSite(slow).withCity("北京", 15, 0, 1);

        Crawls.of(site, slow, "bj", folder.resolve("x.db"), notes());

        List<Long> seconds = told.stream()
                .map(CrawlListener.Status::waiting)
                .filter(wait -> wait != null && wait.about().equals("北京 page 1"))
                .map(wait -> wait.lasts().toSeconds())
                .toList();
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L), seconds.subList(0, 10));
        assertTrue(told.stream()
                .allMatch(status -> status.waiting() == null
                        || (status.waiting().kind() == CrawlListener.WaitKind.ANSWER
                                && status.waiting().until() == null)));
    }

    /** Of each pause of four seconds or more between two requests something was told, with its end. */
    private void assertWaitsAreTold(ScriptedSite site, CrawlListener.WaitKind kind, String about) {
        int pauses = 0;
        for (int i = 1; i < site.askedAt.size(); i++) {
            Instant end = site.askedAt.get(i);
            if (Duration.between(site.askedAt.get(i - 1), end).toSeconds() >= 4) {
                pauses++;
                boolean isTold = told.stream()
                        .map(CrawlListener.Status::waiting)
                        .anyMatch(wait -> wait != null
                                && wait.kind() == kind
                                && wait.about().equals(about)
                                && Duration.between(wait.until(), end).abs().toMillis() < 1500);
                assertTrue(isTold, "the pause until " + end + ": " + told);
            }
        }
        assertTrue(pauses > 0, site.askedAt.toString());
    }

    /** What comes instead of a page; null = the page. */
    private interface Pages {
        Outcome of(int page);
    }

    private ScriptedSite pages(Pages pages) {
        return new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return pages.of(page.page());
            }
        }.withCity("北京", 100, 0, 1);
    }

    private ScriptedSite openings(java.util.function.Supplier<Outcome> opening) {
        return new ScriptedSite(workers) {
            @Override
            Outcome interceptOpening() {
                return opening.get();
            }
        }.withCity("北京", 100, 0, 1);
    }

    private CrawlReport crawl(ScriptedSite site) throws InterruptedException {
        return crawl(site, "bj");
    }

    private CrawlReport crawl(ScriptedSite site, String cities) throws InterruptedException {
        return Crawls.of(site, workers, cities, folder.resolve("x.db"), notes());
    }

    private CrawlListener notes() {
        return new Silent() {
            @Override
            public void status(Status status) {
                told.add(status);
            }
        };
    }

    /** An answer to a page takes 13 s. */
    private static final class SlowWorkers extends InlineWorkers {

        private int ticks;

        SlowWorkers() {
            super(1, 1);
        }

        @Override
        public Event await(Duration atMost) {
            boolean isLanding = isLanding() && !atMost.isZero();
            return isLanding && ticks++ % 14 != 13 ? super.pass(atMost) : super.await(atMost);
        }
    }
}
