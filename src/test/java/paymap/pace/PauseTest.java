package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void aPauseThatIsOverSaysSo() {
        assertTrue(Pause.of(Duration.ZERO));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void anInterruptEndsItAndIsPassedOn() {
        Thread.currentThread().interrupt();

        assertFalse(Pause.of(Duration.ofDays(1)));
        assertTrue(Thread.interrupted());
    }
}
