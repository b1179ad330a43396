package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import paymap.crawl.CrawlReport.Tally;

class TallyKeeperTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final TallyKeeper tally = new TallyKeeper(START);

    @Test
    void eachThingIsCountedForItself() {
        for (int i = 0; i < 7; i++) {
            tally.sent();
        }
        for (int i = 0; i < 3; i++) {
            tally.page();
        }
        tally.opened();
        tally.opened();
        tally.trouble(true, true);
        tally.trouble(true, false);
        tally.trouble(true, false);
        tally.trouble(false, false);

        assertEquals(7, tally.requests());
        assertEquals(
                new Tally(7, 3, 2, 3, 1, 1, Duration.ZERO, Duration.ofSeconds(90)), tally.until(START.plusSeconds(90)));
    }

    @Test
    void pausesAddUpFromTheirFirstMomentToTheNextRequest() {
        tally.resumed(START.plusSeconds(1)); // nothing was paused
        tally.paused(START.plusSeconds(2));
        tally.paused(START.plusSeconds(4)); // it is
        tally.resumed(START.plusSeconds(5));
        tally.resumed(START.plusSeconds(6));
        tally.paused(START.plusSeconds(10));
        tally.resumed(START.plusSeconds(14));

        assertEquals(
                new Tally(0, 0, 0, 0, 0, 0, Duration.ofSeconds(7), Duration.ofSeconds(20)),
                tally.until(START.plusSeconds(20)));
    }
}
