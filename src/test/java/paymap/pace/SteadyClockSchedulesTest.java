package paymap.pace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.schedule.Schedules;

/** Two threads look at the clock of a machine that has slept, in every order. */
@Timeout(60)
class SteadyClockSchedulesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void nobodySeesItGoBackWhileItCatchesUpWithAnHour() {
        Schedules schedules = new Schedules(3, Looking::new);

        schedules.all();

        assertTrue(schedules.tried() > 50, "only " + schedules.tried());
    }

    private static final class Looking implements Schedules.Trial {
        private final AtomicLong nanos = new AtomicLong();
        private volatile boolean slept;
        private final SteadyClock clock;

        Looking(Runnable point) {
            clock = new SteadyClock(
                    () -> {
                        point.run();
                        return BEGUN.plusNanos(nanos.incrementAndGet()).plusSeconds(slept ? 3600 : 0);
                    },
                    () -> {
                        point.run();
                        return nanos.incrementAndGet();
                    });
            slept = true;
        }

        @Override
        public List<Runnable> threads() {
            return List.of(this::look, this::look);
        }

        private void look() {
            Instant last = clock.instant();
            for (int i = 0; i < 2; i++) {
                Instant next = clock.instant();
                assertFalse(next.isBefore(last), last + " and then " + next);
                last = next;
            }
        }

        @Override
        public void check() {
            assertFalse(clock.instant().isBefore(BEGUN.plusSeconds(3600)), "it has not caught up");
        }
    }
}
