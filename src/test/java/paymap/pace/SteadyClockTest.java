package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Instant timeOfDay = START;
    private long nanos = 77;
    private final SteadyClock clock = new SteadyClock(() -> timeOfDay, () -> nanos);

    @Test
    void goesOnEvenlyWhenTheTimeOfDayIsSetBack() {
        timeOfDay = START.minus(Duration.ofHours(1));
        assertEquals(START, clock.instant());
        awake(Duration.ofSeconds(3));
        assertEquals(START.plusSeconds(3), clock.instant());
    }

    @Test
    void smallCorrectionsDoNotTouchIt() {
        timeOfDay = START.plusSeconds(9);
        assertEquals(START, clock.instant());
    }

    @Test
    void catchesUpWhenTheMachineHasSlept() {
        awake(Duration.ofSeconds(5));
        timeOfDay = timeOfDay.plus(Duration.ofHours(8));

        assertEquals(START.plusSeconds(5).plus(Duration.ofHours(8)), clock.instant());
        awake(Duration.ofSeconds(1));
        assertEquals(START.plusSeconds(6).plus(Duration.ofHours(8)), clock.instant());
    }

    private void awake(Duration time) {
        nanos += time.toNanos();
        timeOfDay = timeOfDay.plus(time);
    }
}
