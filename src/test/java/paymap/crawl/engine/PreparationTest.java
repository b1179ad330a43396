package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PreparationTest {

    private final Preparation preparation = new Preparation(true);

    @Test
    void robotsTxtComesFirstUnlessItIsIgnored() {
        assertTrue(preparation.needsRobots());
        preparation.robotsRead();
        assertFalse(preparation.needsRobots());
        assertFalse(new Preparation(false).needsRobots());
    }

    @Test
    void oneStepIsUnderWayAtATime() {
        preparation.started();
        assertTrue(preparation.isUnderWay());
        preparation.answered();
        assertFalse(preparation.isUnderWay());
    }

    @Test
    void fiveRedirectsAreFollowedAndTheSixthBeginsAnew() {
        for (int i = 1; i <= 5; i++) {
            assertTrue(preparation.redirected("http://127.0.0.1/" + i));
            assertEquals("http://127.0.0.1/" + i, preparation.nextAddress());
        }
        assertFalse(preparation.redirected("http://127.0.0.1/6"));
        assertNull(preparation.nextAddress());
        assertTrue(preparation.redirected("http://127.0.0.1/1"), "counted anew");
    }

    @Test
    void aFailureWaitsCountsAndBeginsAtTheFirstStep() {
        Instant later = Instant.parse("2026-11-23T08:00:00Z");
        preparation.redirected("http://127.0.0.1/1");

        preparation.failed(later);

        assertEquals(later, preparation.notBefore());
        assertEquals(1, preparation.attempts());
        assertNull(preparation.nextAddress());
        preparation.reached();
        assertEquals(0, preparation.attempts());
    }
}
