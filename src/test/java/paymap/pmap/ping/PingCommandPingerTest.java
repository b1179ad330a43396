package paymap.pmap.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.TargetsTest;

/** A ping of our own making stands in: the last octet says what becomes of a host. It writes down each call. */
@Timeout(60)
class PingCommandPingerTest {

    private static final String SCRIPT = """
            #!/bin/sh
            echo "$*" >>"$0.calls"
            case $3 in
              *.1) echo "64 bytes from $3: icmp_seq=1 ttl=64 time=1.25 ms"; exit 0 ;;
              *.2) exit 1 ;;
              *.3) exit 127 ;;
              *.4) echo "Reply from 192.0.2.254: Destination host unreachable."; exit 0 ;;
              *.5) echo "Reply from $3: bytes=32 time<1ms TTL=128"; exit 0 ;;
              *.6) if [ -e "$0.once" ]; then echo "time=7 ms"; exit 0; fi; : >"$0.once"; exit 1 ;;
              *.7) echo "64 bytes from $3: no time told"; exit 0 ;;
            esac
            """;

    @TempDir
    Path folder;

    private Path ping;
    private final Told told = new Told();

    @BeforeEach
    void writePing() throws IOException {
        ping = Files.writeString(folder.resolve("ping"), SCRIPT);
        Files.setPosixFilePermissions(ping, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void anAnswerIsAliveWithItsTime() throws Exception {
        sweep("192.0.2.1,198.51.100.7", 1, false, false);

        assertEquals(List.of("192.0.2.1 alive 1250", "198.51.100.7 alive -1"), told.sorted());
    }

    @Test
    void aSilentHostIsAskedOnceMoreAfterAllOthers() throws Exception {
        sweep("192.0.2.2,198.51.100.1", -1, false, false);

        assertEquals(List.of("192.0.2.2 silent", "198.51.100.1 alive 1250"), told.sorted());
        assertEquals(
                List.of("-W 1 192.0.2.2", "-W 1 198.51.100.1", "-W 1 192.0.2.2"),
                Files.readAllLines(Path.of(ping + ".calls")));
    }

    @Test
    void withoutRetriesItIsAskedOnce() throws Exception {
        sweep("192.0.2.2", 0, false, false);

        assertEquals(List.of("192.0.2.2 silent"), told.sorted());
        assertEquals(1, Files.readAllLines(Path.of(ping + ".calls")).size());
    }

    @Test
    void whereOneCallAsksTwiceThereIsNoSecondCall() throws Exception {
        sweep("192.0.2.2", -1, true, false);

        assertEquals(1, Files.readAllLines(Path.of(ping + ".calls")).size());
    }

    @Test
    void aHostThatAnswersTheSecondTimeIsAlive() throws Exception {
        sweep("192.0.2.6", -1, false, false);

        assertEquals(List.of("192.0.2.6 alive 7000"), told.sorted());
    }

    @Test
    void aPingThatBreaksIsNoSilentHost() throws Exception {
        sweep("192.0.2.3", -1, false, false);

        assertEquals(List.of("192.0.2.3 failed: ping broke off, status 127"), told.sorted());
    }

    @Test
    void onWindowsARoutersAnswerIsNotTheHosts() throws Exception {
        sweep("192.0.2.4,192.0.2.5", 0, false, true);

        assertEquals(List.of("192.0.2.4 silent", "192.0.2.5 alive 1000"), told.sorted());
    }

    @Test
    void aSubnetThatHasAnsweredIsWaitedForNoLongerThanItNeeds() throws Exception {
        sweep("192.0.2.1-2", 0, false, false);

        assertEquals(List.of("-W 1 192.0.2.1", "-w 0.5 192.0.2.2"), Files.readAllLines(Path.of(ping + ".calls")));
    }

    @Test
    void oneThatIsStoppedAsksNobody() throws Exception {
        PingCommandPinger pinger = pinger(1, false, false);
        pinger.stop();

        pinger.sweep(TargetsTest.reader().targets("192.0.2.1", "", false).iterator(), told);

        assertEquals(List.of(), told.sorted());
    }

    @Test
    void commandsOfTheSystemAreJudgedByTheirStatusAndNotThere() throws Exception {
        assertTrue(Commands.succeeds("true"));
        assertEquals(false, Commands.succeeds("false"));
        assertEquals(false, Commands.succeeds(folder.resolve("nothing").toString()));
        assertEquals("out\nerr\n", Commands.output("sh", "-c", "echo out; echo err >&2"));
        assertEquals("", Commands.output(folder.resolve("nothing").toString()));
    }

    private void sweep(String hosts, int retries, boolean asksTwice, boolean byTtl) throws Exception {
        pinger(retries, asksTwice, byTtl)
                .sweep(TargetsTest.reader().targets(hosts, "", false).iterator(), told);
    }

    /** One at a time, so that calls come in their order. */
    private PingCommandPinger pinger(int retries, boolean asksTwice, boolean byTtl) {
        ScanSettings settings = new ScanSettings(1, Duration.ofSeconds(1), retries, 0, false, false);
        return new PingCommandPinger(
                settings, new PingCommand(List.of(ping.toString()), "-W 1", "-w 0.5", asksTwice, byTtl));
    }
}
