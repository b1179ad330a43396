package paymap.pmap.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.HostResult;
import paymap.pmap.PingerChoice;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;
import paymap.pmap.target.TargetsTest;

@Timeout(60)
class WorkerProtocolTest {

    @Test
    void textsNumbersAndListsComeBackAsTheyWere() {
        WorkerProtocol.Line line = roundTrip(
                "text",
                "a \"quoted\"\n\u4e2d\u6587 \u0001",
                "number",
                Long.MAX_VALUE,
                "list",
                List.of(1, "two", List.of(-3L)));

        assertEquals("a \"quoted\"\n\u4e2d\u6587 \u0001", line.text("text"));
        assertEquals(Long.MAX_VALUE, line.number("number"));
        assertEquals(List.of(1L, "two", List.of(-3L)), line.list("list"));
        assertThrows(IllegalArgumentException.class, () -> line.number("text"));
        assertThrows(IllegalArgumentException.class, () -> line.text("number"));
        assertThrows(IllegalArgumentException.class, () -> line.text("missing"));
        assertThrows(ArithmeticException.class, () -> line.small("number"));
        assertEquals(List.of(), line.list("missing"));
    }

    @Test
    void aMessageIsOneLine() {
        assertEquals(
                "{\"type\":\"TROUBLE\",\"why\":\"a\\nb\"}\n", WorkerProtocol.line(FromWorker.TROUBLE, "why", "a\nb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[1]", "{\"open\":", "{\"open\":1", "null", "{open:1}"})
    void refusesWhatIsNoMessage(String line) {
        assertThrows(IllegalArgumentException.class, () -> WorkerProtocol.read(line));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonTravelsAsItself(Reason reason) {
        HostResult host = new HostResult(
                Address.of("fe80::1%1"),
                HostResult.Verdict.UNREACHABLE,
                List.of(new PortResult(22, Reason.CONNECTED, 1234)),
                1,
                2,
                3,
                4,
                List.of(new PortResult(65535, reason, -1)));

        assertEquals(host, WorkerMessages.host(roundTrip(WorkerMessages.of(host))));
    }

    @Test
    void refusesAPortThatIsNone() {
        WorkerProtocol.Line line = roundTrip(
                "ip",
                "192.0.2.1",
                "verdict",
                "SCANNED",
                "open",
                List.of(List.of(22, "CONNECTED")),
                "closed",
                0,
                "filtered",
                0,
                "errors",
                0,
                "unasked",
                0);

        assertThrows(IllegalArgumentException.class, () -> WorkerMessages.host(line));
    }

    @Test
    void whatIsKnownOfHostsComesBackAsItWas() {
        HostResult known = new HostResult(
                Address.of("192.0.2.2"),
                HostResult.Verdict.SCANNED,
                List.of(new PortResult(22, Reason.CONNECTED, 1234, "SSH-2.0"), new PortResult(99, Reason.CONNECTED, 9)),
                0,
                0,
                0,
                0,
                List.of(),
                Map.of(Reason.REFUSED, PortSet.of("1-21,23"), Reason.SILENT, PortSet.of("80")),
                false);
        ScanMemory memory = new ScanMemory(host -> host.equals(known.address()) ? known : null, true, true);
        Targets hosts = Targets.of(new AddressRange(Address.of("192.0.2.1"), Address.of("192.0.2.3")));

        ScanMemory read = WorkerMessages.memory(
                roundTrip("known", WorkerMessages.known(memory, hosts)).list("known"), true);

        assertEquals(known, read.known().of(known.address()));
        assertNull(read.known().of(Address.of("192.0.2.1")));
        assertTrue(read.portByPort());
        assertEquals(List.of(), WorkerMessages.known(ScanMemory.NONE, hosts));
        assertThrows(IllegalArgumentException.class, () -> WorkerMessages.memory(List.of("x"), false));
    }

    @Test
    void settingsComeBackAsTheyWere() {
        for (boolean on : new boolean[] {true, false}) {
            ScanSettings settings = new ScanSettings(7, Duration.ofMillis(1500), ScanSettings.AS_NEEDED, 9, on, !on);

            assertEquals(settings, WorkerMessages.settings(roundTrip(WorkerMessages.of(plan(settings), settings))));
        }
    }

    @Test
    void theOrderAndTheTimeOfAHostTravelToo() {
        ScanSettings settings = new ScanSettings(
                7, Duration.ofMillis(1500), ScanSettings.AS_NEEDED, 9, true, false, Duration.ofSeconds(5), 42);
        Object[] first = WorkerMessages.of(plan(settings), settings);
        Chunk chunk = new Chunk(
                TargetsTest.reader().targets("10.0.0.1-3,10.0.0.9,fd00::1", "", false), Ports.of(22, 80), true, false);
        WorkerProtocol.Line line = roundTrip(WorkerMessages.of(chunk, Duration.ofMillis(700), ScanMemory.NONE));

        assertEquals(settings.within(Duration.ZERO), WorkerMessages.settings(roundTrip(first)));
        assertEquals(chunk.hosts.ranges(), WorkerMessages.hosts(line).ranges());
        assertEquals(700, line.number("host_timeout_ms"));
        assertEquals("22,80", line.text("ports"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.1", "10.0.0.1,10.0.0.2,10.0.0.3", "10.0.0.2,10.0.0.1", "x,y"})
    void refusesHostsThatAreNone(String ends) {
        List<String> hosts = ends.isEmpty() ? List.of() : List.of(ends.split(","));

        assertThrows(IllegalArgumentException.class, () -> WorkerMessages.hosts(roundTrip("hosts", hosts)));
    }

    @Test
    void aHostWhoseTimeWasUpTravelsAsSuch() {
        HostResult host = new HostResult(
                Address.of("192.0.2.1"), HostResult.Verdict.SCANNED, List.of(), 1, 0, 0, 9, List.of(), Map.of(), true);

        assertEquals(host, WorkerMessages.host(roundTrip(WorkerMessages.of(host))));
    }

    @Test
    void aParentOfAnotherVersionIsRefused() {
        Object[] first = WorkerMessages.of(plan(settings()), settings());
        first[1] = WorkerProtocol.VERSION + 1;

        IOException e = assertThrows(
                IOException.class,
                () -> ScanWorker.serve(
                        input(WorkerProtocol.line(ToWorker.SETTINGS, first)), new ByteArrayOutputStream()));

        assertTrue(e.getMessage().contains("two versions of paymap"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"NEWS\"}",
                "{\"type\":1}",
                "{\"ip\":\"192.0.2.1\"}",
                "{\"type\":\"SILENT\"}",
                "{\"type\":\"SILENT\",\"ip\":\"192.0.2.1.5\"}",
                "{\"type\":\"OPEN\",\"ip\":\"192.0.2.1\",\"rtt_us\":5}",
                "{\"type\":\"PROGRESS\",\"done\":\"5\",\"total\":5,\"found\":5}",
            })
    void refusesALineThatNoWorkerWrites(String line) {
        assertThrows(IllegalArgumentException.class, () -> FromWorker.read(WorkerProtocol.read(line)));
    }

    @Test
    void whatAWorkerSaysIsHeardByItsParent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Said said = new Said();
        tellEverything(new ToParent(out));

        out.toString(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> FromWorker.read(WorkerProtocol.read(line)).tell(said));

        Said expected = new Said();
        tellEverything(expected);
        assertEquals(expected.all, said.all);
        assertEquals(FromWorker.values().length, said.all.size());
    }

    private static void tellEverything(WorkerListener listener) {
        Address host = Address.of("fd00::1");
        listener.open(host, new PortResult(65535, Reason.CONNECTED, 1234));
        listener.host(new HostResult(host, HostResult.Verdict.SCANNED, List.of(), 1, 2, 3, 4, List.of()));
        listener.alive(host, -1);
        listener.silent(host);
        listener.rttKnown(host, Long.MAX_VALUE);
        listener.chose("a \"way\"");
        listener.decided("a decision");
        listener.ports(
                Address.of("192.0.2.1"), Map.of(Reason.REFUSED, PortSet.of("1-9"), Reason.SILENT, PortSet.of("80")));
        listener.trouble("a trouble\n");
        listener.progress(new ScanListener.Progress(1, 2, 3));
        listener.done();
        listener.failed("a failure");
    }

    /** Writes down what a worker says. */
    private static final class Said implements WorkerListener {
        private final List<List<Object>> all = new ArrayList<>();

        @Override
        public void open(Address host, PortResult port) {
            all.add(List.of("open", host, port));
        }

        @Override
        public void ports(Address host, Map<Reason, PortSet> byReason) {
            all.add(List.of("ports", host, byReason));
        }

        @Override
        public void host(HostResult result) {
            all.add(List.of("host", result));
        }

        @Override
        public void alive(Address host, long rttMicros) {
            all.add(List.of("alive", host, rttMicros));
        }

        @Override
        public void silent(Address host) {
            all.add(List.of("silent", host));
        }

        @Override
        public void rttKnown(Address host, long rttNanos) {
            all.add(List.of("rtt", host, rttNanos));
        }

        @Override
        public void chose(String sentence) {
            all.add(List.of("chose", sentence));
        }

        @Override
        public void decided(String sentence) {
            all.add(List.of("decided", sentence));
        }

        @Override
        public void trouble(String sentence) {
            all.add(List.of("trouble", sentence));
        }

        @Override
        public void progress(Progress progress) {
            all.add(List.of("progress", progress));
        }

        @Override
        public void done() {
            all.add(List.of("done"));
        }

        @Override
        public void failed(String why) {
            all.add(List.of("failed", why));
        }
    }

    @Test
    void aWorkerWithoutAParentEnds() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ScanWorker.serve(input(""), out);

        assertEquals(0, out.size());
    }

    private static WorkerProtocol.Line roundTrip(Object... namesAndValues) {
        return WorkerProtocol.read(WorkerProtocol.line(FromWorker.HOST, namesAndValues));
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ScanSettings settings() {
        return new ScanSettings(64, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false);
    }

    private static ScanPlan plan(ScanSettings settings) {
        return new ScanPlan(
                ScanPlan.Kind.TCP,
                TargetsTest.reader().targets("127.0.0.1", "", false),
                Ports.of(1),
                settings,
                PingerChoice.AUTO);
    }
}
