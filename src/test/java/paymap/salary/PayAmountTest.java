package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20k; 20000",
                "20K元; 20000",
                "20千; 20000",
                "2万; 20000",
                "1.5w; 15000",
                "20000; 20000",
                "20,000; 20000",
                "1,234,567; 1234567",
                "' ２０ｋ '; 20000",
                "0.5k; 500",
                "0.001k; 1",
                "500; 500",
                "999999999; 999999999",
                "214748.3647w; 2147483647",
                "2147483647; 2147483647" // as addresses of the page hold it
            })
    void anAmountIsReadAsPeopleWriteIt(String typed, int cny) {
        assertEquals(cny, PayAmount.of("--min-pay", typed, Basis.MONTH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k",
                "-1",
                "0",
                "0k",
                "0.5",
                "1.0005k",
                "2147483648",
                "214748.3648w",
                "20,00",
                "20 000",
                "1,0000",
                "20kk",
                "20$",
                "1e3"
            })
    void whatIsNoWholeAmountIsRefusedAsItWasTyped(String typed) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PayAmount.of("--min-pay", typed, Basis.DAY));

        assertEquals(
                "--min-pay must be a whole amount of CNY from 1 on, like 20k, 20000, 2万 or 1.5w: \"" + typed + "\"",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 499", "MONTH, 20", "PACKAGE, 20"})
    void aBareNumberThatNoMonthPaysIsRefusedWithWhatIsMeant(Basis basis, String typed) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PayAmount.of("--me", typed, basis));

        assertEquals(
                "--me is " + typed + " CNY a month, which no job pays; of thousands write " + typed + "k",
                refused.getMessage());
    }

    @Test
    void byTheHourDayOrWeekFewAreEnough() {
        for (Basis basis : new Basis[] {Basis.HOUR, Basis.DAY, Basis.WEEK}) {
            assertEquals(20, PayAmount.of("--min-pay", "20", basis));
        }
        assertEquals(100, PayAmount.of("--min-pay", "0.1k", Basis.MONTH));
    }
}
