package paymap.pmap.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.CouldNotScan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.TargetsTest;

/** An fping of our own making stands in, which reads hosts and prints what a test wants. */
@Timeout(60)
class FpingPingerTest {

    @TempDir
    Path folder;

    private final Told told = new Told();

    @Test
    void whoIsNamedIsAliveAndTheOthersAreSilent() throws Exception {
        sweep("192.0.2.1-3", "echo '192.0.2.2 (0.25 ms)'; echo '192.0.2.3 (12 ms)'; exit 1");

        assertEquals(List.of("192.0.2.2 alive 250", "192.0.2.3 alive 12000", "192.0.2.1 silent"), told.inOrder());
    }

    @Test
    void ofHostsThatWereNotAskedAndOfTalkNothingIsTaken() throws Exception {
        sweep(
                "192.0.2.1",
                "echo '198.51.100.1 (0.25 ms)'; echo 'ICMP Host Unreachable from 192.0.2.9 for ICMP Echo';"
                        + " echo '192.0.2.1 (0.25 ms)'; echo '192.0.2.1 (0.99 ms)'; exit 0");

        assertEquals(List.of("192.0.2.1 alive 250"), told.inOrder());
    }

    @Test
    void hostsAreHandedOverALine() throws Exception {
        sweep("192.0.2.1-3", "exit 1");

        assertEquals(List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"), Files.readAllLines(folder.resolve("asked")));
        assertEquals(List.of("192.0.2.1 silent", "192.0.2.2 silent", "192.0.2.3 silent"), told.inOrder());
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "127"})
    void aHigherStatusIsTroubleAndNoSilence(int status) {
        CouldNotScan e = assertThrows(CouldNotScan.class, () -> sweep("192.0.2.1", "exit " + status));

        assertEquals("fping ended with status " + status + "; another way to ping may work", e.getMessage());
        assertEquals(List.of(), told.inOrder());
    }

    /** At once, retries, rate, longest wait; tries, interval and wait of fping. */
    @ParameterizedTest
    @CsvSource({
        "4,    -1, 0,    1000, 1, 25,   500",
        "64,   -1, 0,    1000, 1, 1,    500",
        "1000, 0,  0,    1000, 0, 1,    500",
        "1000, 5,  50,   1000, 5, 20,   500",
        "1000, -1, 300,  1000, 1, 4,    500",
        "1,    -1, 2000, 1000, 1, 100,  500",
        "64,   -1, 1,    60,   1, 1000, 50",
    })
    void isCalledAsTheSettingsSay(int atOnce, int retries, int rate, long longest, int tries, int interval, long wait) {
        ScanSettings settings = new ScanSettings(atOnce, Duration.ofMillis(longest), retries, rate, false, false);

        assertEquals(
                "fping -a -e -r " + tries + " -i " + interval + " -t " + wait,
                String.join(" ", FpingPinger.command(settings)));
    }

    private void sweep(String hosts, String script) throws InterruptedException {
        List<String> standIn = List.of("sh", "-c", "cat >'" + folder + "/asked'; " + script);
        new FpingPinger(standIn)
                .sweep(TargetsTest.reader().targets(hosts, "", false).iterator(), told);
    }
}
