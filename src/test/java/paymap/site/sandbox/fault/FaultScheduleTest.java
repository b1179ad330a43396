package paymap.site.sandbox.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.fault.FaultRule.NoCookie;
import paymap.site.sandbox.fault.FaultRule.PageOneForEver;
import paymap.site.sandbox.fault.FaultRule.Sometimes;

class FaultScheduleTest {
    @Test
    void allFaultsAreReadAsAPersonTypesThem() {
        assertEquals(
                List.of(
                        new Sometimes(Fault.SERVER_ERROR, 0.05),
                        new Sometimes(Fault.RESET, 0.03),
                        new Sometimes(Fault.CUT, 0.03),
                        new Sometimes(Fault.HTML, 0.02),
                        new Sometimes(Fault.EMPTY, 0.01),
                        new Sometimes(Fault.OVERSIZE, 0.01),
                        new PageOneForEver(4),
                        new NoCookie()),
                FaultRule.parse("500:0.05, reset:0.03,cut:0.03,html:0.02,empty:0.01,oversize:0.01 ,page1:4,nocookie"));
    }

    @Test
    void blankMeansNoFaults() {
        assertEquals(List.of(), FaultRule.parse("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire:0.1", "500", "500:often", "nocookie:1", "page1", "page1:x", "500:0.1,,cut:0.1", ":"})
    void whatIsNoFaultIsRefusedWithItsValueAndWhatIsAllowed(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> FaultRule.parse(text))
                .getMessage();
        assertTrue(message.startsWith("This is not a fault: \""), message);
        assertTrue(message.contains("500, reset, cut, html, empty, oversize"), message);
        assertTrue(message.contains("nocookie"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500:1.5", "500:-0.1", "500:NaN", "500:0.6,cut:0.6", "page1:0"})
    void sharesAndPagesOutOfRangeAreRefused(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> FaultRule.parse(text))
                .getMessage();
        assertTrue(message.matches(".*at (least|most) 1: .*|.*from 0 to 1: .*"), message);
    }

    @Test
    void faultsComeInTheShareThatWasAskedForAndInTheSameOrderEachTime() {
        FaultSchedule schedule = new FaultSchedule(7, FaultRule.parse("500:0.05,reset:0.03"));
        FaultSchedule again = new FaultSchedule(7, FaultRule.parse("500:0.05,reset:0.03"));
        int errors = 0;
        int resets = 0;
        for (long number = 1; number <= 20_000; number++) {
            Fault fault = schedule.faultOf(number);
            assertEquals(fault, again.faultOf(number));
            errors += fault == Fault.SERVER_ERROR ? 1 : 0;
            resets += fault == Fault.RESET ? 1 : 0;
        }
        assertEquals(0.05, errors / 20_000.0, 0.006);
        assertEquals(0.03, resets / 20_000.0, 0.005);
    }

    @Test
    void allRequestsFailWhenTheSharesAddUpToOne() {
        FaultSchedule schedule = new FaultSchedule(1, FaultRule.parse("500:0.5,cut:0.5"));
        for (long number = 1; number <= 1_000; number++) {
            assertTrue(schedule.faultOf(number) != null, "request " + number);
        }
    }
}
