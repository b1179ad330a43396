package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Where no interval is kept, pages do not wait for the session of later ones. */
class OpeningAheadTest {

    @TempDir
    Path folder;

    private final Workers workers = new Workers();
    private final Steps site = new Steps();

    @Test
    void pagesGoOnWhileTheNextSessionIsOpened() throws Exception {
        CrawlReport report = crawl(Rate.MAX);

        assertEquals(Ending.COMPLETE, report.ending());
        assertTrue(workers.startedDuringOpening);
        assertEquals(60, site.pagesAsked());
        assertEquals(6, site.sessions, "and none is opened that is not needed");
        assertEquals(6, site.firstSteps, "whatever pages come between the steps");
    }

    @Test
    void withAnIntervalPagesWaitForTheSession() throws Exception {
        crawl(Rate.of("20/s"));

        assertFalse(workers.startedDuringOpening);
        assertEquals(6, site.sessions);
        assertEquals(6, site.firstSteps);
    }

    /** A session takes two requests. */
    private final class Steps extends ScriptedSite {
        private int firstSteps;

        Steps() {
            super(OpeningAheadTest.this.workers);
            withCity("北京", 450, 0, 1).withCity("上海", 450, 0, 2);
        }

        @Override
        public Outcome open(String city, String keyword, String at, Departure departure) {
            workers.opening = true;
            if (at == null) {
                firstSteps++;
                note("step", departure);
                return new Outcome.Moved("http://127.0.0.1/next");
            }
            return super.open(city, keyword, at, departure);
        }
    }

    private static final class Workers extends InlineWorkers {
        private boolean opening;
        private boolean startedDuringOpening;

        Workers() {
            super(4, 1);
        }

        @Override
        public void start(Call<Event> call) {
            startedDuringOpening |= opening;
            super.start(call);
        }

        @Override
        public Event await(Duration atMost) {
            Event event = super.await(atMost);
            if (event instanceof Event.Completed end && end.request().purpose == InFlightRequest.Purpose.SESSION) {
                opening = false;
            }
            return event;
        }
    }

    private CrawlReport crawl(Rate rate) throws Exception {
        CrawlPlan plan = new CrawlPlan("scripted", "python", City.listOf("bj,sh"), 450, "");
        Crawler.Settings settings = new Crawler.Settings(rate, Duration.ofMinutes(15), true, false);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), workers)) {
            return new Crawler(new Crawler.Parts(site, store.ledger(), workers, settings, new Random(1), new Silent()))
                    .run(plan);
        }
    }
}
