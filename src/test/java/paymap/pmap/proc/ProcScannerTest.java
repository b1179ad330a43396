package paymap.pmap.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.pmap.CouldNotScan;
import paymap.pmap.Heard;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.TargetsTest;
import paymap.pmap.tcp.TcpScanner;

/** Real children, on the loopback only. */
@Timeout(60)
class ProcScannerTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @Test
    void findsTheSameAsThreadsDo() throws Exception {
        try (ServerSocket server = listening()) {
            ScanPlan plan = plan("127.0.0.1", "1-200," + server.getLocalPort());
            new ProcScanner(plan, program("pmap-child"), new Random(1)).run(heard);
            Heard threads = new Heard();
            new TcpScanner(plan, new Random(1)).run(threads);

            assertEquals(threads.results(), heard.results());
            assertEquals(List.of("127.0.0.1:" + server.getLocalPort()), heard.open);
        }
    }

    @Test
    void aKilledChildCostsNothing() throws Exception {
        // One child kills itself over its first chunk. If two did, the one in place of the first might die over the
        // same.
        ScanPlan plan = plan("127.0.0.1", "1-200");

        new ProcScanner(plan, dyingFirst(1), new Random(1)).run(heard);

        assertEquals(200, heard.hosts.get(0).closed());
        assertEquals(List.of(), heard.troubles);
        assertEquals(1, heard.decisions.size(), heard.decisions.toString());
        assertTrue(heard.decisions.get(0).contains("status 137"), heard.decisions.toString());
    }

    @Test
    void aSecondDeathIsReported() throws Exception {
        ScanPlan plan = plan("127.0.0.1,127.0.0.9", "1-200");

        CouldNotScan e = assertThrows(
                CouldNotScan.class, () -> new ProcScanner(plan, dyingFirst(1000), new Random(1)).run(heard));

        assertEquals("child processes end with status 137", e.getMessage());

        assertEquals(2, heard.troubles.size(), heard.troubles.toString());
        assertTrue(heard.troubles.get(0).contains("that part is missing"), heard.troubles.toString());
    }

    @Test
    void childrenEndWhenTheirParentIsKilled() throws Exception {
        try (ServerSocket server = listening()) {
            // Ten probes a second: it would last for a minute.
            String ports = "1,2," + server.getLocalPort();
            Process parent = new ProcessBuilder(program(
                            "pmap",
                            "-ip",
                            "127.0.0.0/24",
                            "-p",
                            ports,
                            "-m",
                            "proc",
                            "--rate",
                            "10",
                            "--format",
                            "plain"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Both children are started before either is listened to.
            assertEquals(
                    "127.0.0.1:" + server.getLocalPort(), parent.inputReader().readLine());
            List<ProcessHandle> children = parent.children().toList();

            parent.destroyForcibly().waitFor();

            assertEquals(2, children.size());
            for (ProcessHandle child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void pingsWithChildrenToo() throws Exception {
        ScanPlan plan = new ScanPlan(
                ScanPlan.Kind.PING,
                TargetsTest.reader().targets("127.0.0.1-127.0.0.130", "", false),
                Ports.of(1),
                settings(),
                PingerChoice.AUTO);

        new ProcScanner(plan, program("pmap-child"), new Random(1)).run(heard);

        assertEquals(130, heard.alive.size());
    }

    @Test
    void aProgramThatIsNoChildIsReported() {
        List<String> chatter = List.of("sh", "-c", "echo hello; cat >/dev/null");

        CouldNotScan e = assertThrows(
                CouldNotScan.class,
                () -> new ProcScanner(plan("127.0.0.1", "1-10"), chatter, new Random(1)).run(heard));

        assertTrue(e.getMessage().contains("child processes end"), e.getMessage());
    }

    private List<String> dyingFirst(int times) {
        String script = "i=0; while [ $i -lt " + times + " ]; do i=$((i+1)); if mkdir \"$0/$i\" 2>/dev/null; then"
                + " read -r settings; read -r chunk; kill -9 $$; fi; done; exec \"$@\"";
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, folder.toString()));
        command.addAll(program("pmap-child"));
        return command;
    }

    private static List<String> program(String... args) {
        List<String> command = new ArrayList<>(
                List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "paymap.Main"));
        command.addAll(List.of(args));
        return command;
    }

    private static ScanPlan plan(String hosts, String ports) {
        return new ScanPlan(
                ScanPlan.Kind.TCP,
                TargetsTest.reader().targets(hosts, "", false),
                Ports.of(ports, new Services(Services.SYSTEM)),
                settings(),
                PingerChoice.AUTO);
    }

    private static ScanSettings settings() {
        return new ScanSettings(64, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }
}
