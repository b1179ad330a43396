package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** Scans that go on where another stopped. */
class KnownPortsTest {

    private static final Address HOST = Address.of("10.0.0.1");
    private static final int PORTS = 300;
    private static final ScanSettings SETTINGS =
            new ScanSettings(64, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsKnownIsNotAskedAgainAndTheResultIsThatOfTheWhole(long seed) {
        FakeNetwork undisturbed = network(new ScanMemory(host -> null, true, true));
        HostResult whole = scan(undisturbed);
        HostResult known = some(whole, new Random(seed));

        FakeNetwork resumed = network(new ScanMemory(host -> known, true, true));
        HostResult result = scan(resumed);

        assertEquals(ports(whole.open()), ports(result.open()));
        assertEquals(whole.byReason(), result.byReason());
        assertEquals(whole.closed(), result.closed());
        assertEquals(whole.filtered(), result.filtered());
        PortSet again = PortSet.of(resumed.asked.keySet().stream()
                        .mapToInt(place -> Integer.parseInt(place.substring(place.indexOf(':') + 1)))
                        .toArray())
                .within(everything(known));
        assertEquals("", again.toString());
        assertEquals(whole.open().size(), resumed.opened.size(), "those known before are told as well, each once");
    }

    @Test
    void aHostOfWhichAllIsKnownIsNotAskedAtAll() {
        HostResult whole = scan(network(new ScanMemory(host -> null, true, true)));
        Map<Reason, PortSet> all = whole.byReason();

        FakeNetwork resumed = network(new ScanMemory(
                host -> new HostResult(
                        HOST, HostResult.Verdict.SCANNED, whole.open(), 0, 0, 0, 0, List.of(), all, false),
                true,
                true));

        assertEquals(all, scan(resumed).byReason());
        assertEquals(0, resumed.sent);
    }

    @Test
    void newsAreWhatBecameKnownSinceTheLastTime() {
        FakeNetwork network = network(new ScanMemory(host -> null, true, true));

        HostResult result = scan(network);

        assertEquals(result.byReason().get(Reason.REFUSED), network.news.get(HOST + " " + Reason.REFUSED));
        assertNull(network.news.get(HOST + " " + Reason.SILENT), "a silent port may still answer");
    }

    @Test
    void withoutBeingAskedForNothingIsKept() {
        assertEquals(Map.of(), scan(network(ScanMemory.NONE)).byReason());
    }

    private static HostResult scan(FakeNetwork network) {
        int[] order = IntStream.rangeClosed(1, PORTS).map(i -> PORTS + 1 - i).toArray();
        return network.scan(List.of(HOST).iterator(), true, order, SETTINGS).only();
    }

    private static FakeNetwork network(ScanMemory memory) {
        FakeNetwork network = new FakeNetwork().with("" + HOST, (port, now) -> switch (port % 7) {
            case 0 -> FakeNetwork.after(Reason.CONNECTED, 2);
            case 1 -> FakeNetwork.SILENCE;
            case 2 -> FakeNetwork.after(Reason.NO_ROUTE, 2);
            default -> FakeNetwork.after(Reason.REFUSED, 2);
        });
        network.memory = memory;
        return network;
    }

    /** As much of a result as a stopped scan may have known. */
    private static HostResult some(HostResult whole, Random random) {
        BitSet chosen = new BitSet();
        random.ints(PORTS, 1, PORTS + 1).filter(port -> random.nextInt(8) < 5).forEach(chosen::set);
        PortSet kept = PortSet.of(chosen);
        List<PortResult> open = new ArrayList<>(whole.open());
        open.removeIf(port -> !kept.contains(port.port()));
        Map<Reason, PortSet> others = Map.of(
                Reason.REFUSED, whole.byReason().get(Reason.REFUSED).within(kept),
                Reason.NO_ROUTE, whole.byReason().get(Reason.NO_ROUTE).within(kept));
        return new HostResult(HOST, HostResult.Verdict.SCANNED, open, 0, 0, 0, 0, List.of(), others, false);
    }

    private static PortSet everything(HostResult known) {
        PortSet all = PortSet.of(ports(known.open()).stream().mapToInt(i -> i).toArray());
        for (PortSet ports : known.byReason().values()) {
            all = all.with(ports);
        }
        return all;
    }

    private static List<Integer> ports(List<PortResult> open) {
        return open.stream().map(PortResult::port).toList();
    }
}
