package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;

/** The first requests to a site count from where their answers begin, at 10 requests a second. */
class ColdSiteTest {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(4, 1);

    /** Takes its time to answer, and we take ours to read it. */
    private final class Slow extends ScriptedSite {
        private final Duration answering;
        private final Duration reading;

        Slow(Duration answering, Duration reading) {
            super(ColdSiteTest.this.workers);
            this.answering = answering;
            this.reading = reading;
            withCity("北京", 120, 0, 1);
        }

        private Outcome answered(Outcome outcome, Departure departure) {
            workers.pass(answering);
            departure.answered(clock.instant());
            workers.pass(reading);
            return outcome;
        }

        @Override
        public Outcome readRobots(String at, Departure departure) {
            return answered(super.readRobots(at, departure), departure);
        }

        @Override
        public Outcome open(String city, String keyword, String at, Departure departure) {
            return answered(super.open(city, keyword, at, departure), departure);
        }

        @Override
        public Outcome fetch(Session session, PageTask page, Departure departure) {
            return answered(super.fetch(session, page, departure), departure);
        }
    }

    @Test
    void anIntervalLiesBetweenTheBeginningOfAnAnswerAndTheNextRequest() throws Exception {
        Duration answering = Duration.ofMillis(80);

        List<Duration> gaps = firstGaps(new Slow(answering, Duration.ZERO));

        Duration least = answering.plus(INTERVAL);
        assertTrue(gaps.stream().noneMatch(gap -> gap.compareTo(least) < 0), gaps.toString());
    }

    @Test
    void whatWeTakeToReadAnAnswerIsNotWaitedForOnTop() throws Exception {
        Duration reading = Duration.ofMillis(500);

        List<Duration> gaps = firstGaps(new Slow(Duration.ofMillis(80), reading));

        Duration most = reading.plus(INTERVAL.multipliedBy(2)).minusMillis(30);
        assertTrue(gaps.stream().allMatch(gap -> gap.compareTo(most) < 0), gaps.toString());
    }

    private List<Duration> firstGaps(Slow site) throws Exception {
        Crawls.of(site, workers, "bj", folder.resolve("x.db"), new Silent());
        return IntStream.range(1, 4)
                .mapToObj(i -> Duration.between(site.askedAt.get(i - 1), site.askedAt.get(i)))
                .toList();
    }
}
