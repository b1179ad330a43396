package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.console.Terminal;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.words.Language;

class PmapNotesTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|paymap: c.", "1|paymap: a. paymap: c.", "2|paymap: a. paymap: b. paymap: c."})
    void troublesAreAlwaysToldAndDecisionsWhereAskedFor(int verbosity, String said) {
        PmapNotes notes = notes(verbosity);
        notes.chose("a.");
        notes.decided("b.");
        notes.trouble("c.");

        assertEquals(said, err.toString(StandardCharsets.UTF_8).strip().replaceAll("\\R", " "));
    }

    @Test
    void whatASystemSaysCannotMoveTheCursor() {
        notes(0).trouble("a\u001b[31m trouble");

        assertEquals(false, err.toString(StandardCharsets.UTF_8).contains("\u001b"));
    }

    @Test
    void aHostThatAnswersEverywhereIsPointedAt() {
        PortResult open = new PortResult(1, Reason.CONNECTED, 5);
        PmapNotes notes = notes(0);
        notes.host(new HostResult(
                Address.of("192.0.2.1"),
                HostResult.Verdict.SCANNED,
                Collections.nCopies(60, open),
                41,
                0,
                0,
                0,
                List.of()));
        notes.host(new HostResult(
                Address.of("192.0.2.2"),
                HostResult.Verdict.SCANNED,
                Collections.nCopies(50, open),
                51,
                0,
                0,
                0,
                List.of()));

        assertEquals(
                "paymap: 192.0.2.1: more than half of its ports are open; something in between may answer for it.\n",
                err.toString(StandardCharsets.UTF_8));
    }

    /** Done, total, found, seconds; what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|100|0|1|0 of 100 done, 0 found, 0/s",
                "50|100|3|2|50 of 100 done, 3 found, 25/s, about 2 s left",
                "100|12100|3|1|100 of 12100 done, 3 found, 100/s, about 2 min left",
                "10|1000000|3|10|10 of 1000000 done, 3 found, 1/s, about 277 h left",
                "1|121|0|1|1 of 121 done, 0 found, 1/s, about 2 min left",
                "1|120|0|1|1 of 120 done, 0 found, 1/s, about 119 s left",
            })
    void theLineOfProgressSaysHowFarItIsAndHowLongItTakes(
            long done, long total, long found, double seconds, String line) {
        assertEquals(line, PmapProgress.line(new ScanListener.Progress(done, total, found), seconds));
    }

    @Test
    void progressIsToldInChineseToo() {
        Language.CHINESE.speak();

        assertEquals("已完成 50/100，找到 3 个，每秒 25 次探测，约剩 2 秒", PmapProgress.line(new ScanListener.Progress(50, 100, 3), 2));
        assertEquals(
                "已完成 10/1000000，找到 3 个，每秒 1 次探测，约剩 277 小时",
                PmapProgress.line(new ScanListener.Progress(10, 1_000_000, 3), 10));
    }

    private PmapNotes notes(int verbosity) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new PmapNotes(stream, new PmapProgress(Terminal.of(stream, stream), 0), verbosity, true);
    }
}
