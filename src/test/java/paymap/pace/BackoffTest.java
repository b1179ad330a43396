package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"1,0,1000", "1,0.5,1050", "2,0,2000", "3,0,4000", "3,0.5,4200", "13,0,4096000", "14,0,4096000"})
    void theJitterIsATenthTimesWhatIsDrawn(int attempt, double drawn, long millis) {
        assertEquals(Duration.ofMillis(millis), Backoff.of(Duration.ofSeconds(1), attempt, drawing(drawn)));
    }

    @Test
    void stopsDoublingBeforeItOverflows() {
        assertTrue(Backoff.of(Duration.ofSeconds(1), 1_000_000, new Random(5)).toHours() < 2);
    }

    @Test
    void refusesAnAttemptBeforeTheFirst() {
        assertThrows(IllegalArgumentException.class, () -> Backoff.of(Duration.ofSeconds(1), 0, new Random(5)));
    }

    private static Random drawing(double number) {
        return new Random() {
            private static final long serialVersionUID = 1;

            @Override
            public double nextDouble() {
                return number;
            }
        };
    }
}
