package paymap.site.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import paymap.site.sandbox.SandboxOptions.RateLimit;

class TokenBucketTest {
    private final SettableClock clock = new SettableClock();
    private final TokenBucket bucket = bucket(4, 8, Duration.ofSeconds(3));

    @Test
    void aBurstIsServedAndTheNextRequestIsRefusedForTheWholeLockout() {
        takeAll(8);
        assertEquals(Duration.ofSeconds(3), bucket.take());
    }

    @Test
    void theBucketGainsWhatTheLimitSays() {
        takeAll(8);
        clock.pass(Duration.ofMillis(500));
        takeAll(2);
        assertEquals(Duration.ofSeconds(3), bucket.take());
    }

    @Test
    void theBucketHoldsNoMoreThanTheBurst() {
        clock.pass(Duration.ofHours(1));
        takeAll(8);
        assertTrue(bucket.take().compareTo(Duration.ZERO) > 0);
    }

    @Test
    void requestsDuringTheLockoutDoNotExtendIt() {
        takeAll(8);
        bucket.take();
        clock.pass(Duration.ofMillis(2_900));
        assertEquals(Duration.ofMillis(100), bucket.take());
        clock.pass(Duration.ofMillis(100));
        assertEquals(Duration.ZERO, bucket.take());
    }

    @Test
    void afterTheLockoutTheBucketIsFull() {
        takeAll(8);
        bucket.take();
        clock.pass(Duration.ofSeconds(3));
        takeAll(8);
        assertEquals(Duration.ofSeconds(3), bucket.take());
    }

    @Test
    void aSteadyClientWithinTheLimitIsNeverRefused() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Duration.ZERO, bucket.take(), "request " + i);
            clock.pass(Duration.ofMillis(250));
        }
    }

    @Test
    void withoutLockoutOnlyTheSingleRequestIsRefusedUntilTheNextToken() {
        TokenBucket calm = bucket(4, 1, Duration.ZERO);
        assertEquals(Duration.ZERO, calm.take());
        assertEquals(Duration.ofMillis(250), calm.take());
        clock.pass(Duration.ofMillis(250));
        assertEquals(Duration.ZERO, calm.take());
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        takeAll(4);
        clock.pass(Duration.ofHours(-1));
        takeAll(4);
    }

    @Test
    void aLimitThatMakesNoSenseIsRefusedWithItsValue() {
        assertRefused("0.0", () -> bucket(0, 1, Duration.ZERO));
        assertRefused("NaN", () -> bucket(Double.NaN, 1, Duration.ZERO));
        assertRefused("0", () -> bucket(1, 0, Duration.ZERO));
        assertRefused("PT-1S", () -> bucket(1, 1, Duration.ofSeconds(-1)));
    }

    private TokenBucket bucket(double perSecond, int burst, Duration lockout) {
        return new TokenBucket(new RateLimit(perSecond, burst, lockout), clock);
    }

    private void takeAll(int tokens) {
        for (int i = 0; i < tokens; i++) {
            assertEquals(Duration.ZERO, bucket.take(), "token " + i);
        }
    }

    private static void assertRefused(String value, Runnable making) {
        String message =
                assertThrows(IllegalArgumentException.class, making::run).getMessage();
        assertTrue(message.contains(value), message);
    }
}
