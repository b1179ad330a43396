package paymap.pmap.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.TargetsTest;

/** A worker within this process, talked to as its parent does; on the loopback only. */
@Timeout(60)
class ScanWorkerTest {

    @Test
    void doesOneChunkAfterTheOtherUntilItsInputEnds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            int port = server.getLocalPort();
            List<String> said = talk(ScanPlan.Kind.TCP, chunk("127.0.0.1", "1," + port), chunk("127.0.0.2", "1,2"));

            assertEquals(
                    List.of(
                            "OPEN 127.0.0.1 " + port,
                            "HOST 127.0.0.1 1 open 1 closed",
                            "DONE",
                            "HOST 127.0.0.2 0 open 2 closed",
                            "DONE"),
                    said);
        }
    }

    @Test
    void aChunkThatMakesNoSenseFailsAndTheNextIsDone() throws Exception {
        List<String> said = talk(ScanPlan.Kind.TCP, chunk("127.0.0.1", "no-such-service"), chunk("127.0.0.1", "1"));

        assertTrue(said.get(0).startsWith("FAILED no port and no known service"), said.toString());
        assertEquals(List.of("HOST 127.0.0.1 0 open 1 closed", "DONE"), said.subList(1, said.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"type\":\"NEWS\"}",
                "{\"type\":\"SETTINGS\"}",
                "{\"type\":\"RTT_KNOWN\",\"ip\":\"127.0.0.1\"}"
            })
    void endsWhereItDoesNotUnderstandItsParent(String line) {
        assertThrows(
                IllegalArgumentException.class,
                () -> ScanWorker.serve(
                        new ByteArrayInputStream((settings(ScanPlan.Kind.TCP) + line).getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream()));
    }

    @Test
    void aDistanceThatComesBeforeAnyChunkIsLeftAlone() throws Exception {
        String early = WorkerProtocol.line(ToWorker.RTT_KNOWN, "ip", Address.of("127.0.0.1"), "rtt_ns", 5);

        assertEquals(
                List.of("HOST 127.0.0.1 0 open 1 closed", "DONE"),
                talk(ScanPlan.Kind.TCP, early + chunk("127.0.0.1", "1")));
    }

    /** What the worker says to these lines, but for distances; its input ends when all chunks are done. */
    private static List<String> talk(ScanPlan.Kind kind, String... lines) throws Exception {
        List<String> said = new ArrayList<>();
        CompletableFuture<Void> served;
        try (PipedOutputStream toWorker = new PipedOutputStream();
                PipedInputStream fromWorker = new PipedInputStream(1 << 16)) {
            PipedInputStream in = new PipedInputStream(toWorker, 1 << 16);
            PipedOutputStream out = new PipedOutputStream(fromWorker);
            served = CompletableFuture.runAsync(() -> serve(in, out));
            toWorker.write((settings(kind) + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
            toWorker.flush();
            BufferedReader answers = new BufferedReader(new InputStreamReader(fromWorker, StandardCharsets.UTF_8));
            for (int chunks = lines.length; chunks > 0; ) {
                WorkerProtocol.Line line = WorkerProtocol.read(answers.readLine());
                FromWorker type = line.type(FromWorker.class);
                chunks -= type == FromWorker.DONE || type == FromWorker.FAILED ? 1 : 0;
                if (type != FromWorker.RTT_KNOWN) {
                    said.add(describe(type, line));
                }
            }
        }
        served.get(30, TimeUnit.SECONDS);
        return said;
    }

    private static String describe(FromWorker type, WorkerProtocol.Line line) {
        return type
                + switch (type) {
                    case OPEN -> " " + line.text("ip") + " " + line.number("port");
                    case HOST ->
                        " " + line.text("ip") + " " + line.list("open").size() + " open " + line.number("closed")
                                + " closed";
                    case FAILED -> " " + line.text("why");
                    default -> "";
                };
    }

    private static void serve(PipedInputStream in, PipedOutputStream out) {
        try {
            ScanWorker.serve(in, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String settings(ScanPlan.Kind kind) {
        ScanSettings settings = new ScanSettings(16, Duration.ofSeconds(1), -1, 0, false, false);
        ScanPlan plan = new ScanPlan(
                kind, TargetsTest.reader().targets("127.0.0.1", "", false), Ports.of(1), settings, PingerChoice.AUTO);
        return WorkerProtocol.line(ToWorker.SETTINGS, WorkerMessages.of(plan, settings));
    }

    private static String chunk(String host, String ports) {
        return WorkerProtocol.line(
                ToWorker.CHUNK, "hosts", List.of(host, host), "ports", ports, "discover", 0, "host_timeout_ms", 0);
    }
}
