package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Departure;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.job.City;
import paymap.pace.OnTheWay;
import paymap.pace.Rate;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Requests whose connection takes its time, while another process wants a turn. */
class TurnTest {

    private static final Crawler.Settings SETTINGS =
            new Crawler.Settings(Rate.of("1/s"), Duration.ofMinutes(15), true, false);

    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void aRequestThatIsLateAndAloneLeaves() throws Exception {
        Slow site = new Slow(OnTheWay.LONGEST.plusSeconds(3), ledger -> {});

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(List.of(), site.kept);
        assertEquals(3, site.pagesAsked());
    }

    @Test
    void aRequestWhoseTurnIsAnothersByNowWaitsForTheNextOne() throws Exception {
        Slow site = new Slow(OnTheWay.LONGEST.plusSeconds(3), ledger -> {
            SiteThrottle another = new SiteThrottle("scripted", ledger, SETTINGS, new Random(1));
            assertTrue(another.tryAcquire());
            another.sent(now);
        });

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(List.of("北京 2"), site.kept);
        assertEquals(45, report.cities().get(0).stored());
        assertEquals(3, site.pagesAsked());
        assertEquals(report.tally().requests(), site.asked.size()); // what was not sent is no request
        assertFalse(site.askedAt.get(site.asked.indexOf("北京 2")).isBefore(site.anotherWent.plusSeconds(1)));
        assertEquals(List.of(0, 0, 0, 0), site.attempts); // nor a failure
    }

    @Test
    void aRequestWaitsForTheSiteToCalmDownWhereAnotherWasRefusedMeanwhile() throws Exception {
        Slow site = new Slow(
                Duration.ofSeconds(2),
                ledger -> new SiteThrottle("scripted", ledger, SETTINGS, new Random(1))
                        .refused(now, Duration.ofSeconds(30), "HTTP 429"));

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(List.of("北京 2"), site.kept);
        assertFalse(site.askedAt.get(site.asked.indexOf("北京 2")).isBefore(site.anotherWent.plusSeconds(30)));
    }

    @Test
    void aRefusalOfARequestThatHadItsTurnAgainIsNotOneOfThoseBefore() throws Exception {
        Slow site = new Slow(Duration.ofSeconds(4), ledger -> {
            SiteThrottle another = new SiteThrottle("scripted", ledger, SETTINGS, new Random(1));
            another.refused(now, Duration.ofSeconds(1), "HTTP 429");
            now = now.plusSeconds(2); // the site is calm again when we ask for our turn
        });
        site.refusesTheLateOne = true;

        CrawlReport report = crawl(site);

        assertEquals(Ending.COMPLETE, report.ending(), report.why());
        assertEquals(List.of(), site.kept);
        assertEquals(1, report.tally().incidents());
    }

    private CrawlReport crawl(Slow site) throws Exception {
        CrawlPlan plan = new CrawlPlan("scripted", "python", City.listOf("bj"), 45, "");
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), () -> now);
                Waiting workers = new Waiting()) {
            site.ledger = store.ledger();
            return new Crawler(new Crawler.Parts(site, store.ledger(), workers, SETTINGS, new Random(1), new Silent()))
                    .run(plan);
        }
    }

    /** What another process does with the ledger while a request connects. */
    private interface Meanwhile {
        void with(Ledger ledger);
    }

    /** The connection for its second page takes its time. */
    private final class Slow extends ScriptedSite {
        private final Duration connecting;
        private final Meanwhile meanwhile;
        final List<String> kept = Collections.synchronizedList(new ArrayList<>());
        final List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
        volatile Instant anotherWent = Instant.MAX;
        volatile boolean refusesTheLateOne;
        volatile Ledger ledger;

        Slow(Duration connecting, Meanwhile meanwhile) {
            super(() -> now);
            this.connecting = connecting;
            this.meanwhile = meanwhile;
            withCity("北京", 45, 0, 1);
        }

        @Override
        public Outcome fetch(Session session, PageTask page, Departure departure) {
            attempts.add(page.attempt());
            boolean isLate = page.page() == 2 && anotherWent.equals(Instant.MAX);
            if (isLate) {
                now = now.plus(connecting);
                anotherWent = now;
                meanwhile.with(ledger);
            }
            if (!departure.mayLeave()) {
                kept.add(page.city() + " " + page.page());
                return new Outcome.NotSent();
            }
            if (isLate && refusesTheLateOne) {
                departure.left(now);
                return new Outcome.Throttled(null, "HTTP 429");
            }
            return super.fetch(session, page, departure);
        }
    }

    /** Real threads; no time passes while one of them has something to do. */
    private final class Waiting implements Workers<Event> {
        private final ThreadWorkers<Event> threads = new ThreadWorkers<>(2, "slow");
        private int atWork;

        @Override
        public int size() {
            return threads.size();
        }

        @Override
        public void start(Call<Event> call) {
            atWork++;
            threads.start(call);
        }

        @Override
        public Event await(Duration atMost) throws InterruptedException {
            if (atWork == 0) {
                now = now.plus(atMost);
                return null;
            }
            Event event = threads.await(Duration.ofMinutes(1));
            atWork -= event instanceof Event.Completed || event instanceof Event.Failed ? 1 : 0;
            return event;
        }

        @Override
        public void wake() {
            threads.wake();
        }

        @Override
        public void close() {
            threads.close();
        }
    }
}
