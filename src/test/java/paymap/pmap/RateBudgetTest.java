package paymap.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateBudgetTest {

    private static final long MS = 1_000_000L;

    @Test
    void givesOneAtOnceAndTheNextWhenItsTimeHasCome() {
        RateBudget budget = new RateBudget(10, 0);

        assertTrue(budget.take(0));
        assertFalse(budget.take(99 * MS));
        assertEquals(1, budget.untilNext(99 * MS) / MS);
        assertTrue(budget.take(100 * MS));
    }

    @Test
    void savesUpNoMoreThanAHundredthOfASecond() {
        RateBudget budget = new RateBudget(1000, 0);

        int taken = 0;
        while (budget.take(60_000 * MS)) {
            taken++;
        }

        assertEquals(10, taken);
    }

    @Test
    void takesBackWhatWasNotUsed() {
        RateBudget budget = new RateBudget(1, 0);
        budget.take(0);

        budget.giveBack();

        assertTrue(budget.take(0));
    }

    @Test
    void withoutALimitThereIsAlwaysOne() {
        RateBudget budget = new RateBudget(0, 0);

        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(budget.take(0));
        }
        assertEquals(0, budget.untilNext(0));
    }
}
