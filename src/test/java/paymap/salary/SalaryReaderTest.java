package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SalaryReaderTest {

    private final SalaryReader pay = new SalaryReader();

    @Test
    void theSameTextIsReadOnce() {
        assertSame(pay.of("15k-25k", 0), pay.of("15k-25k", 0));
    }

    @Test
    void monthsInAFieldOfTheirOwnMakeAnotherPay() {
        Salary twelve = pay.of("15k-25k", 0);
        Salary fourteen = pay.of("15k-25k", 14);

        assertEquals(12, ((Salary.Disclosed) twelve).months());
        assertEquals(14, ((Salary.Disclosed) fourteen).months());
    }

    @Test
    void moreTextsThanAreRememberedAreReadAllTheSame() {
        for (int i = 1; i <= 20_100; i++) {
            assertEquals(i, ((Salary.Disclosed) pay.of(i + "元/月", 0)).low());
        }
    }
}
