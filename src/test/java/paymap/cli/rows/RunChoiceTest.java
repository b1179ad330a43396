package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.rows.RunChoice.EndedBy;
import paymap.cli.rows.RunChoice.Numbered;

class RunChoiceTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "' 12 ', 12",
        "run:3, 3",
        "run 3, 3",
        "run3, 3",
        "run:2026, 2026",
        "0, 0",
        "1899, 1899",
        "20261117, 20261117"
    })
    void aNumberIsARun(String typed, long id) {
        assertEquals(new Numbered(id), RunChoice.of("--from", typed, NOW, SHANGHAI));
    }

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-11-23T12:00:00Z",
        "12h, 2026-11-30T00:00:00Z",
        "2w, 2026-11-16T12:00:00Z",
        "2026-11-17, 2026-11-17T15:59:59.999999999Z", // the end of that day in Shanghai
        "2028-02-29, 2028-02-29T15:59:59.999999999Z"
    })
    void aTimeIsAMoment(String typed, Instant moment) {
        assertEquals(new EndedBy(moment), RunChoice.of("--from", typed, NOW, SHANGHAI));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900", "2026", " 2199 "})
    void aYearAloneIsRefused(String typed) {
        assertRefused("--to " + typed.strip() + " may be a run or a year; write run:" + typed.strip(), typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "last week", "2026-11", "2026-11-31", "1000000d", "1e9", "9999999999999999999", "run:"
            })
    void anythingElseIsRefused(String typed) {
        assertRefused("--to must be a run like 3, a date like 2026-11-17, or a time back like 7d", typed);
    }

    private static void assertRefused(String said, String typed) {
        String told = assertThrows(IllegalArgumentException.class, () -> RunChoice.of("--to", typed, NOW, SHANGHAI))
                .getMessage();
        assertTrue(told.startsWith(said), told);
    }
}
