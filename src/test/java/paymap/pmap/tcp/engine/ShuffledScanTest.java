package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paymap.pmap.tcp.engine.FakeNetwork.after;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.HostResult;
import paymap.pmap.PingerChoice;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Services;
import paymap.pmap.target.Targets;
import paymap.pmap.target.TargetsTest;

class ShuffledScanTest {

    private static final Targets HOSTS = TargetsTest.reader().targets("10.0.0.1-20,10.0.3.7", "10.0.0.5", false);

    @ParameterizedTest
    @CsvSource({"1-100,true", "1-100,false", "1-6,true", "80,true", "1-65,false"})
    void everyPortOfEveryHostIsAskedOnce(String ports, boolean discover) {
        FakeNetwork network = scan(ports, discover, 5);

        TreeSet<String> pairs = new TreeSet<>();
        HOSTS.forEach(host -> IntStream.of(ports(ports).sorted()).forEach(port -> pairs.add(host + ":" + port)));
        TreeSet<String> asked = new TreeSet<>(network.asked.keySet());
        asked.retainAll(pairs); // to see who is there, the web and login are asked as well
        assertEquals(pairs, asked);
        assertEquals(20, network.results.size());
        for (HostResult host : network.results) {
            assertEquals(ports(ports).count(), host.closed() + host.open().size());
        }
    }

    @Test
    void theSameSeedAsksInTheSameOrder() {
        assertEquals(scan("1-50", false, 5).sequence, scan("1-50", false, 5).sequence);
        assertNotEquals(scan("1-50", false, 5).sequence, scan("1-50", false, 6).sequence);
    }

    @Test
    void neitherHostsNorPortsComeByTheirNumber() {
        List<String> sequence = scan("1-50", false, 5).sequence;

        List<String> hosts = sequence.stream()
                .map(pair -> pair.substring(0, pair.indexOf(':')))
                .distinct()
                .toList();
        assertNotEquals(hosts.stream().sorted().toList(), hosts);
        List<String> first = of(sequence, "10.0.0.1");
        assertNotEquals(first, of(sequence, "10.0.0.2"), "each host has an order of its own");
        assertEquals(50, first.size());
    }

    @Test
    void whoIsThereIsStillSeenAtTheCommonPorts() {
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.1", (port, now) -> port == 80 ? after(Reason.CONNECTED, 1) : FakeNetwork.SILENCE);
        ScanPlan plan = plan("1-1000", 9);

        network.scan(plan.asked(), true, plan.ports().asked(new Random(9)), plan.settings());

        assertTrue(network.opened.contains("10.0.0.1:80"), network.opened.toString());
    }

    private static List<String> of(List<String> sequence, String host) {
        return sequence.stream()
                .filter(pair -> pair.startsWith(host + ":"))
                .map(pair -> pair.substring(host.length()))
                .toList();
    }

    private static FakeNetwork scan(String ports, boolean discover, int seed) {
        FakeNetwork network = new FakeNetwork();
        HOSTS.forEach(host ->
                network.with(host.toString(), (port, now) -> after(port == 22 ? Reason.CONNECTED : Reason.REFUSED, 1)));
        ScanPlan plan = plan(ports, seed);
        return network.scan(plan.asked(), discover, plan.ports().asked(new Random(seed)), plan.settings());
    }

    private static ScanPlan plan(String ports, int seed) {
        ScanSettings settings = new ScanSettings(
                16, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, 0, false, false, Duration.ZERO, seed);
        return new ScanPlan(ScanPlan.Kind.TCP, HOSTS, ports(ports), settings, PingerChoice.AUTO);
    }

    private static Ports ports(String text) {
        return Ports.of(text, new Services(Services.SYSTEM));
    }
}
