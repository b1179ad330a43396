package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.schedule.Schedules;
import paymap.site.lagou.EraChoice.Door;

/** Several threads come to a door and are refused there, or get rows, in every order. */
@Timeout(60)
class EraChoiceSchedulesTest {

    @Test
    void aDoorIsGivenUpOnceHoweverManyAreRefusedThere() {
        Schedules schedules = new Schedules(3, Refused::new);

        schedules.all();

        assertTrue(schedules.tried() > 50, "only " + schedules.tried());
    }

    @Test
    void whoIsRefusedLateTakesNoDoorFromWhoGotRowsElsewhere() {
        Schedules schedules = new Schedules(3, RefusedAndServed::new);

        schedules.all();

        assertTrue(schedules.tried() > 10, "only " + schedules.tried());
    }

    private static final class Refused implements Schedules.Trial {
        private final EraChoice choice = EraChoice.auto();
        private final Set<Door> refused = EnumSet.noneOf(Door.class);
        private final Runnable point;

        Refused(Runnable point) {
            this.point = point;
        }

        @Override
        public List<Runnable> threads() {
            return List.of(this::visit, this::visit, this::visit);
        }

        private void visit() {
            Door door = choice.door();
            point.run();
            refused.add(door); // one thread runs at a time
            choice.refused(door, "made up");
            point.run();
        }

        @Override
        public void check() {
            List<Door> order = List.of(Door.AGREEMENT, Door.LIST_PAGE, Door.RENDERED_PAGE);
            assertEquals(order.get(Math.min(refused.size(), order.size() - 1)), choice.door(), "refused: " + refused);
        }
    }

    private static final class RefusedAndServed implements Schedules.Trial {
        private final EraChoice choice = EraChoice.auto();
        private final Runnable point;

        RefusedAndServed(Runnable point) {
            this.point = point;
        }

        @Override
        public List<Runnable> threads() {
            return List.of(this::visit, this::visit);
        }

        /** The newest era is refused, the next one serves. */
        private void visit() {
            Door door = choice.door();
            point.run();
            while (door == Door.AGREEMENT) {
                choice.refused(door, "made up");
                point.run();
                door = choice.door();
            }
            choice.served(Era.CLASSIC);
            point.run();
        }

        @Override
        public void check() {
            assertEquals(Door.LIST_PAGE, choice.door());
            assertTrue(choice.isProven(), "rows came, and it is not known");
            assertEquals(Era.CLASSIC, choice.known().orElseThrow());
        }
    }
}
