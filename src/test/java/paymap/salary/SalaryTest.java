package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;
import paymap.salary.Salary.Undisclosed;

class SalaryTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5, 12, 0",
        "-3, , 12, -3",
        "2, 1, 12, 2 > 1",
        "1, 2, 11, 11",
        "1, 2, 26, 26",
        ", , 12, both are null"
    })
    void refusesBadValuesAndNamesThem(Integer low, Integer high, int months, String named) {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new Disclosed(low, high, Interval.MONTH, months));
        assertTrue(refusal.getMessage().contains(named), refusal.getMessage());
    }

    @Test
    void takesEqualEndsAndOneEndAlone() {
        assertFalse(new Disclosed(1, 1, Interval.MONTH, 12).isOpenEnded());
        assertTrue(new Disclosed(1, null, Interval.MONTH, 24).isOpenEnded());
        assertTrue(new Disclosed(null, 1, Interval.MONTH, 12).isOpenEnded());
        assertEquals(new Undisclosed(), new Undisclosed());
    }

    @ParameterizedTest
    @CsvSource({"MONTH, month", "YEAR, year", "WEEK, week", "DAY, day", "HOUR, hour"})
    void namesItsIntervalsInLowerCase(Interval interval, String code) {
        assertEquals(code, interval.code());
    }

    @ParameterizedTest
    @EnumSource
    void findsAnIntervalByItsCode(Interval interval) {
        assertEquals(interval, Interval.ofCode(interval.code()));
    }

    @Test
    void refusesAnUnknownIntervalAndNamesIt() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Interval.ofCode("fortnight"));
        assertTrue(refusal.getMessage().contains("fortnight"), refusal.getMessage());
    }
}
