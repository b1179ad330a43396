package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesWithEachAttemptAndAddsAtMostATenth() {
        Random random = new Random(3);
        for (int attempt = 1; attempt <= 10; attempt++) {
            Duration plain = Duration.ofSeconds(1L << (attempt - 1));
            Duration wait = Backoff.of(Duration.ofSeconds(1), attempt, random);
            assertTrue(wait.compareTo(plain) >= 0, attempt + ": " + wait);
            assertTrue(wait.toMillis() <= plain.toMillis() * 1.1, attempt + ": " + wait);
        }
    }

    @Test
    void sameSeedSameJitter() {
        assertEquals(
                Backoff.of(Duration.ofSeconds(1), 3, new Random(5)),
                Backoff.of(Duration.ofSeconds(1), 3, new Random(5)));
    }

    @Test
    void stopsDoublingBeforeItOverflows() {
        assertTrue(Backoff.of(Duration.ofSeconds(1), 1_000_000, new Random(5)).toHours() < 2);
    }

    @Test
    void refusesAnAttemptBeforeTheFirst() {
        assertThrows(IllegalArgumentException.class, () -> Backoff.of(Duration.ofSeconds(1), 0, new Random(5)));
    }
}
