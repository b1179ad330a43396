package paymap.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "WAIT, 90s, PT90S",
        "WAIT, 15 min, PT15M",
        "WAIT, ' 2h ', PT2H",
        "WAIT, 999999h, PT999999H",
        "PROBE, 500ms, PT0.5S",
        "PROBE, 0ms, PT0S",
        "PROBE, 1min, PT1M",
        "BACK, 12h, PT12H",
        "BACK, 7d, PT168H",
        "BACK, 2w, PT336H",
        "BACK, 0d, PT0S"
    })
    void aTimeIsANumberAndItsUnit(Durations kind, String typed, Duration time) {
        assertEquals(time, kind.of(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT, 0s",
        "WAIT, 5ms",
        "WAIT, 1d",
        "WAIT, 1000000s",
        "WAIT, -1h",
        "WAIT, 15",
        "WAIT, min",
        "WAIT, 1.5h",
        "WAIT, ''",
        "PROBE, 1h",
        "PROBE, ٣s",
        "BACK, 15min",
        "BACK, 2026-11-01"
    })
    void anythingElseIsNone(Durations kind, String typed) {
        assertNull(kind.find(typed));
    }

    @Test
    void aRefusalSaysWhatIsAllowed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Durations.WAIT.of("soon\u001b"));

        assertEquals("not a time: \"soon?\"; allowed e.g. 90s, 15min, 2h", refused.getMessage());
    }
}
