package paymap.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.schedule.Schedules.Trial;

/** It finds what a missing lock and two locks in two orders do, and nothing where there is nothing. */
@Timeout(60)
class SchedulesTest {

    private static final class Counter {
        private int value;

        void unguarded(Runnable point) {
            int read = value;
            point.run();
            value = read + 1;
        }

        synchronized void guarded(Runnable point) {
            unguarded(point);
        }
    }

    private record Counting(Counter counter, boolean isGuarded, Runnable point) implements Trial {
        @Override
        public List<Runnable> threads() {
            Runnable twice = () -> {
                for (int i = 0; i < 2; i++) {
                    if (isGuarded) {
                        counter.guarded(point);
                    } else {
                        counter.unguarded(point);
                    }
                }
            };
            return List.of(twice, twice);
        }

        @Override
        public void check() {
            assertEquals(4, counter.value);
        }
    }

    private record Crossing(Object one, Object other, Runnable point) implements Trial {
        @Override
        public List<Runnable> threads() {
            return List.of(() -> both(one, other), () -> both(other, one));
        }

        private void both(Object first, Object second) {
            synchronized (first) {
                point.run();
                synchronized (second) {
                    point.run();
                }
            }
        }

        @Override
        public void check() {}
    }

    @Test
    void aCounterWithoutItsLockIsFoundOut() {
        Schedules schedules = new Schedules(1, point -> new Counting(new Counter(), false, point));

        AssertionError found = assertThrows(AssertionError.class, schedules::all);

        assertTrue(found.getMessage().startsWith("in the order ["), found.getMessage());
    }

    @Test
    void aCounterWithItsLockIsRightInEveryOrder() {
        Schedules schedules = new Schedules(2, point -> new Counting(new Counter(), true, point));

        schedules.all();

        assertTrue(schedules.tried() > 5, "only " + schedules.tried());
    }

    @Test
    void twoThatWaitForEachOtherAreFoundOut() {
        Schedules schedules = new Schedules(1, point -> new Crossing(new Object(), new Object(), point));

        AssertionError found = assertThrows(AssertionError.class, schedules::all);

        assertTrue(found.getMessage().contains("wait for each other"), found.getMessage());
    }
}
