package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
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

/** What one answer changes for the following ones. */
class JudgementTest {

    private static final Broken SILENCE = new Broken(Flaw.SILENCE, "no whole answer in time");

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(1, 1);
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

    private CrawlReport crawl(ScriptedSite site) throws InterruptedException {
        return Crawls.of(site, workers, "bj", folder.resolve("x.db"), new Silent());
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
