package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ByHandTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final PaceState pace =
            PaceState.fresh(Duration.ofSeconds(5), NOW.minusSeconds(60)).withBlockedUntil(NOW.plusSeconds(30));

    @Test
    void aSiteIsLeftAloneLonger() {
        assertEquals(
                NOW.plusSeconds(31), ByHand.blocked(pace, NOW.plusSeconds(31)).blockedUntil());
    }

    @Test
    void aWaitThatTheSiteAskedForIsNotCut() {
        assertSame(pace, ByHand.blocked(pace, NOW.plusSeconds(29)));
    }

    @Test
    void aSlowerPaceCountsAsRefusalsSoThatTheNextCrawlKeepsIt() {
        PaceState slowed = ByHand.slowed(pace, Duration.ofSeconds(6), NOW);

        assertEquals(Duration.ofSeconds(6), slowed.interval());
        assertEquals(6, slowed.incidents().penalty());
        assertEquals(new PaceState.Served(NOW, 0), slowed.quiet());
        assertEquals(pace.blockedUntil(), slowed.blockedUntil());
    }

    @Test
    void aPersonCanOnlySlowAPace() {
        assertSame(pace, ByHand.slowed(pace, Duration.ofSeconds(5), NOW));
        assertSame(pace, ByHand.slowed(pace, Duration.ofSeconds(4), NOW));
    }
}
