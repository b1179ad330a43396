package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paymap.pmap.tcp.engine.FakeNetwork.MS;
import static paymap.pmap.tcp.engine.FakeNetwork.SILENCE;
import static paymap.pmap.tcp.engine.FakeNetwork.after;

import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.HostResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.TargetsTest;

class HostTimeoutTest {

    private static final int[] PORTS = IntStream.rangeClosed(1, 1000).toArray();
    private static final long START = new FakeNetwork().now;

    @Test
    void aHostIsToldAsFarAsItIsKnownByThen() {
        // Ten at once, each answered after 100 ms: a hundred a second.
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.1", (port, now) -> after(port <= 3 ? Reason.CONNECTED : Reason.REFUSED, 100));

        HostResult host = scan(network, "10.0.0.1", false, within(1_000, 10, 0)).only();

        assertTrue(host.timedOut());
        assertEquals(3, host.open().size());
        assertEquals(0, host.filtered(), "what was not asked is not called filtered");
        assertTrue(host.closed() > 0 && host.unasked() > 0, host.toString());
        assertEquals(1000, host.open().size() + host.closed() + host.unasked());
        assertTrue(network.toldAt - START == 1_000 * MS, "over after " + (network.toldAt - START) / MS + " ms");
    }

    @Test
    void aHostThatIsDoneBeforeIsNoDifferent() {
        FakeNetwork network = new FakeNetwork().with("10.0.0.1", (port, now) -> after(Reason.REFUSED, 1));

        HostResult host =
                scan(network, "10.0.0.1", false, within(60_000, 100, 0)).only();

        assertFalse(host.timedOut());
        assertEquals(1000, host.closed());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aSlowHostDoesNotHoldUpTheOthers(boolean discover) {
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.1", (port, now) -> port % 2 == 0 ? after(Reason.REFUSED, 900) : SILENCE)
                .with("10.0.0.2", (port, now) -> after(Reason.REFUSED, 1));

        int[] ports = IntStream.rangeClosed(1, 200).toArray();
        network.scan(hosts("10.0.0.1-2"), discover, ports, within(1_000, 300, 0));

        List<HostResult> hosts = network.results.stream()
                .sorted(Comparator.comparing(HostResult::address))
                .toList();
        assertEquals(2, hosts.size());
        assertTrue(hosts.get(0).timedOut());
        assertFalse(hosts.get(1).timedOut());
        assertEquals(200, hosts.get(1).closed());
    }

    @Test
    void theTimeOfAHostRunsFromItsFirstProbeHoweverLongItWaitedForThat() {
        // At 1,000 a second, a hundred hosts of ten ports take a second, each far less than half of one.
        FakeNetwork network = new FakeNetwork();
        for (int host = 0; host < 100; host++) {
            network.with("10.0.0." + host, (port, now) -> after(Reason.REFUSED, 1));
        }
        int[] ten = IntStream.rangeClosed(1, 10).toArray();

        network.scan(hosts("10.0.0.0-99"), false, ten, within(500, 256, 1_000));

        assertEquals(
                100,
                network.results.stream().filter(host -> host.closed() == 10).count());
        assertTrue(network.toldAt - START > 900 * MS, "took " + (network.toldAt - START) / MS + " ms");
    }

    @Test
    void aRateThatIsTooLowForAHostEndsInItsTimeNotInItsSilence() {
        FakeNetwork network = new FakeNetwork().with("10.0.0.1", (port, now) -> after(Reason.REFUSED, 1));

        HostResult host =
                scan(network, "10.0.0.1", false, within(1_000, 256, 100)).only();

        assertTrue(host.timedOut());
        assertTrue(host.closed() >= 90 && host.closed() <= 110, "closed: " + host.closed());
        assertEquals(0, host.filtered());
    }

    @Test
    void whoWasNotHeardByThenIsNotCalledSilent() {
        FakeNetwork network = new FakeNetwork();

        HostResult host = scan(network, "10.0.0.1", true, within(300, 256, 0)).only();

        assertTrue(host.timedOut());
        assertEquals(HostResult.Verdict.SCANNED, host.verdict());
        assertEquals(1000, host.unasked());
        assertTrue(network.toldAt - START == 300 * MS, "over after " + (network.toldAt - START) / MS + " ms");
    }

    @Test
    void anAnswerAfterTheEndChangesNothing() {
        FakeNetwork heard = new FakeNetwork();
        HostPlan plan = HostPlan.of(new int[] {22, 80}, false, within(1_000, 1, 0), host -> false, heard);
        TcpScan scan = new TcpScan(hosts("10.0.0.1"), plan, 100, 0);
        Probe probe = scan.next(0);

        scan.expire(1_000 * MS);
        scan.answered(new Answer(probe, Reason.CONNECTED, 0, 1_001 * MS));

        assertTrue(scan.isOver());
        assertEquals(2, heard.only().unasked());
        assertEquals(List.of(), heard.opened);
        assertTrue(probe.isObsolete());
    }

    private static FakeNetwork scan(FakeNetwork network, String hosts, boolean discover, ScanSettings settings) {
        return network.scan(hosts(hosts), discover, PORTS, settings);
    }

    private static Iterator<Address> hosts(String text) {
        return TargetsTest.reader().targets(text, "", false).iterator();
    }

    private static ScanSettings within(long millis, int atOnce, int rate) {
        return new ScanSettings(atOnce, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, rate, false, false)
                .within(Duration.ofMillis(millis));
    }
}
