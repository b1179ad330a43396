package paymap.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

    private static final long MS = 1_000_000L;
    private static final long BEGUN = Long.MAX_VALUE - 700 * MS; // such clocks may run over

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void inAPipeItIsALineAfterASecondAndThenEveryFive() {
        ProgressLine line = line(false, 80);
        for (int ms = 0; ms <= 11_500; ms += 100) {
            String text = "at " + ms;
            line.show(BEGUN + ms * MS, () -> text);
        }
        line.clear();

        assertEquals("at 1000\nat 6000\nat 11000\n", told());
    }

    @Test
    void onATerminalItIsDrawnOverItselfFourTimesASecond() {
        ProgressLine line = line(true, 80);
        for (int ms = 900; ms <= 1_500; ms += 50) {
            String text = ms < 1_200 ? "longer line" : "line";
            line.show(BEGUN + ms * MS, () -> text);
        }

        assertEquals("\rlonger line\rline       \rline", told());
    }

    @Test
    void itIsTakenAwayWholeAndOnce() {
        ProgressLine line = line(true, 80);
        line.show(BEGUN + 2_000 * MS, () -> "北京 5");
        line.clear();
        line.clear();

        assertEquals("\r北京 5\r      \r", told());
    }

    @ParameterizedTest
    @CsvSource({"40, 北京上海广州深圳", "9, 北京上海", "8, 北京上", "3, 北", "2, ''"})
    void itIsCutAtTheTerminalsEdgeByColumnsAndNotByCharacters(int columns, String shown) {
        line(true, columns).show(BEGUN + 2_000 * MS, () -> "北京上海广州深圳");

        assertEquals("\r" + shown, told());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 400, [--------------------] 0 %",
        "100, 400, [#####---------------] 25 %",
        "399, 400, [###################-] 99 %",
        "400, 400, [####################] 100 %",
        "500, 400, [####################] 100 %",
        "-1, 400, [--------------------] 0 %",
        "0, 0, [####################] 100 %"
    })
    void aBarShowsWhatIsDone(long done, long total, String bar) {
        assertEquals(bar, ProgressLine.bar(done, total));
    }

    private ProgressLine line(boolean live, int columns) {
        PrintStream stream = new PrintStream(err, true, UTF_8);
        return new ProgressLine(new Terminal(stream, stream, false, live, columns), BEGUN);
    }

    private String told() {
        return err.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
