package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTimerTest {

    private static final long MS = 1_000_000L;

    @Test
    void isDueFiveTimesASecondWhateverHappensBetween() {
        ProgressTimer timer = new ProgressTimer(0);
        int told = 0;
        for (long now = 0; now <= 1_000 * MS; now += MS) {
            told += timer.isDue(now) ? 1 : 0;
        }

        assertEquals(5, told);
    }

    @Test
    void tellsHowLongToWait() {
        ProgressTimer timer = new ProgressTimer(100 * MS);

        assertEquals(Duration.ofMillis(200), timer.left(100 * MS));
        assertEquals(Duration.ofMillis(50), timer.left(250 * MS));
        assertEquals(Duration.ZERO, timer.left(999 * MS));
    }

    @Test
    void afterALongPauseItIsDueOnce() {
        ProgressTimer timer = new ProgressTimer(0);

        assertTrue(timer.isDue(10_000 * MS));
        assertFalse(timer.isDue(10_199 * MS));
        assertTrue(timer.isDue(10_200 * MS));
    }
}
