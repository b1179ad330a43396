package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Broken;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.crawl.StopCause;

/** What one answer changes for the following ones. */
class JudgementTest {

    private static final Broken SILENCE = new Broken(Flaw.SILENCE, "no whole answer in time");

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(1, 1);
    private final List<String> decisions = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Deque<Outcome> ofRobots = new ArrayDeque<>();
    private final Deque<Outcome> ofOpenings = new ArrayDeque<>();
    private final Deque<Outcome> ofPageTwo = new ArrayDeque<>();

    @BeforeEach
    void waitsAreLong() {
        workers.mostLooks = 3_000;
    }

    @Test
    void whateverIsAnsweredEndsASilence() throws Exception {
        ofRobots.addAll(List.of(SILENCE, SILENCE, SILENCE, SILENCE));
        ofOpenings.addAll(List.of(SILENCE, SILENCE, SILENCE, SILENCE));
        ofPageTwo.addAll(List.of(SILENCE, SILENCE, SILENCE, SILENCE));

        CrawlReport report = crawl(new Scripted());

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(12, report.tally().broken());
    }

    @Test
    void soDoesARedirect() throws Exception {
        ofOpenings.addAll(List.of(
                SILENCE, SILENCE, SILENCE, SILENCE, new Outcome.Moved("http://127.0.0.1/there"), SILENCE, SILENCE));

        CrawlReport report = crawl(new Scripted());

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(6, report.tally().broken());
    }

    @Test
    void whatWasNotSentUsesUpNoSession() throws Exception {
        for (int i = 0; i < 12; i++) {
            ofPageTwo.add(new Outcome.NotSent());
        }

        Scripted site = new Scripted();
        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(1, site.sessions);
        assertEquals(report.tally().requests(), site.asked.size());
    }

    @Test
    void anOddPageIsAskedForInAnotherSession() throws Exception {
        Scripted site = new Scripted();
        ofPageTwo.add(site.page("北京", 1));

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(45, report.stored());
        assertEquals(2, site.sessions);
    }

    @Test
    void theFirstPageOfAnEarlierCommandIsKnownWhenItComesAgain() throws Exception {
        ofPageTwo.add(new Outcome.NeedsHuman("a captcha"));
        assertEquals(15, crawl(new Scripted()).stored());
        Scripted again = new Scripted();
        ofPageTwo.add(again.page("北京", 1));

        CrawlReport report = crawl(again);

        assertEquals(1, report.tally().broken());
        assertEquals(45, report.stored());
        assertEquals(Ending.COMPLETE, report.ending(), report.why());
    }

    @Test
    void aRefusalIsToldWithItsReasonAndTheWait() throws Exception {
        ofPageTwo.add(new Outcome.Throttled(Duration.ofMinutes(2), "HTTP 429"));

        CrawlReport report = crawl(new Scripted());

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(List.of("HTTP 429"), refusals);
        assertEquals(1, decisions.size(), decisions.toString());
        assertTrue(decisions.get(0).contains("北京 page 2"), decisions.toString());
    }

    @Test
    void aFailureIsToldWithItsNumberAndTheSecondInARowAsksInAnotherSession() throws Exception {
        Broken broken = new Broken(Flaw.SERVER_ERROR, "HTTP 500");
        ofPageTwo.add(broken);
        Scripted once = new Scripted();
        crawl(once);
        assertEquals(List.of("北京 page 2 failed (HTTP 500); trying again, attempt 2"), decisions);
        assertEquals(1, once.sessions);

        ofPageTwo.addAll(List.of(broken, broken));
        Scripted twice = new Scripted();
        crawl(twice);
        assertEquals(
                List.of(
                        "北京 page 2 failed (HTTP 500); trying again, attempt 2",
                        "北京 page 2 failed (HTTP 500); trying again, attempt 3"),
                decisions.subList(1, 3));
        assertEquals(2, twice.sessions);
    }

    @Test
    void aPageThatIsGivenUpIsTold() throws Exception {
        Outcome.Fetched unreadable = new Outcome.Fetched(List.of(), List.of("no title"), ScriptedSite.PAGE, null, null);
        ofPageTwo.addAll(List.of(unreadable, unreadable));

        CrawlReport report = crawl(new Scripted());

        assertEquals(StopCause.PAGES_LOST, report.cause());
        assertEquals(
                List.of(
                        "北京 page 2 failed (no row of page 2 could be read); trying again, attempt 2",
                        "北京 page 2 is given up: no row of page 2 could be read"),
                decisions);
    }

    private CrawlReport crawl(ScriptedSite site) throws InterruptedException {
        return Crawls.of(site, workers, "bj", folder.resolve("x.db"), new Silent() {
            @Override
            public void decided(String line) {
                decisions.add(line);
            }

            @Override
            public void refused(String why) {
                refusals.add(why);
            }
        });
    }

    private final class Scripted extends ScriptedSite {
        Scripted() {
            super(workers);
            withCity("北京", 45, 0, 1);
        }

        @Override
        Outcome robots() {
            return ofRobots.isEmpty() ? super.robots() : ofRobots.poll();
        }

        @Override
        Outcome interceptOpening() {
            return ofOpenings.poll();
        }

        @Override
        public Outcome fetch(Session session, PageTask page, Departure departure) {
            boolean scripted = page.page() == 2 && !ofPageTwo.isEmpty();
            if (scripted && ofPageTwo.peek() instanceof Outcome.NotSent) {
                return ofPageTwo.poll();
            }
            return super.fetch(session, page, departure);
        }

        @Override
        Outcome intercept(Visit visit, PageTask page) {
            return page.page() == 2 ? ofPageTwo.poll() : null;
        }
    }
}
