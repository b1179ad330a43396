package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static paymap.pmap.tcp.engine.FakeNetwork.MS;
import static paymap.pmap.tcp.engine.FakeNetwork.SILENCE;
import static paymap.pmap.tcp.engine.FakeNetwork.after;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.RateBudget;
import paymap.pmap.Reason;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;
import paymap.pmap.target.TargetsTest;

class TcpScanTest {

    private static final Set<Integer> OPEN = Set.of(22, 80, 443, 631, 1000);
    private static final int[] PORTS = IntStream.rangeClosed(1, 1024).toArray();

    @Test
    void tellsOpenClosedAndFilteredApart() {
        HostResult host = one(256, port -> switch (port) {
                    case 22 -> Reason.CONNECTED;
                    case 23 -> Reason.NO_ROUTE;
                    case 24 -> Reason.NO_PROTOCOL;
                    case 25 -> null;
                    default -> Reason.REFUSED;
                })
                .only();

        assertEquals(List.of(22), ports(host));
        assertEquals(1020, host.closed());
        assertEquals(3, host.filtered());
        assertEquals(0, host.errors());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 256, 1000})
    void neverWaitsForMoreThanAskedFor(int atOnce) {
        FakeNetwork network = one(atOnce, port -> OPEN.contains(port) ? Reason.CONNECTED : null);

        assertEquals(5, network.only().open().size());
        assertTrue(network.mostInFlight <= atOnce, "at once: " + network.mostInFlight);
    }

    @Test
    void aHostThatDropsIsDoneInTwoShortRoundsOnceItHasAnsweredOnce() {
        FakeNetwork network = one(256, port -> OPEN.contains(port) ? Reason.CONNECTED : null);

        assertEquals(1019, network.only().filtered());
        assertTrue(network.now < 1_000 * MS + 1_300 * MS, "took " + (network.now - 1_000 * MS) / MS + " ms");
    }

    @Test
    void withFewAtOnceTheKernelsRepetitionSparesTheSecondRound() {
        FakeNetwork network = one(10, port -> OPEN.contains(port) ? Reason.CONNECTED : null);

        assertTrue(network.sent < 1024 + 200, "sent " + network.sent);
        assertEquals(1019, network.only().filtered());
    }

    @Test
    void findsEverythingThoughOneAnswerInFiveGetsLost() {
        Random dice = new Random(7);
        for (int run = 0; run < 20; run++) {
            HostResult host = new FakeNetwork()
                    .with(
                            "10.0.0.1",
                            (port, now) -> dice.nextInt(5) == 0
                                    ? SILENCE
                                    : after(OPEN.contains(port) ? Reason.CONNECTED : Reason.REFUSED, 100))
                    .scan(targets("10.0.0.1"), false, PORTS, settings(256, 0))
                    .only();

            assertEquals(5, host.open().size());
            assertEquals(1019, host.closed());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 256, 1000})
    void findsEverythingThoughOnlyTwoHundredQuestionsASecondAreHeard(int atOnce) {
        RateBudget limiter = new RateBudget(200, 0);
        HostResult host = new FakeNetwork()
                .with(
                        "10.0.0.1",
                        (port, now) -> limiter.take(now)
                                ? after(OPEN.contains(port) ? Reason.CONNECTED : Reason.REFUSED, 1)
                                : SILENCE)
                .scan(targets("10.0.0.1"), false, PORTS, settings(atOnce, 0))
                .only();

        assertEquals(5, host.open().size());
        assertEquals(1019, host.closed());
    }

    @Test
    void localTroubleNeverBecomesAPortsState() {
        AtomicInteger files = new AtomicInteger();
        FakeNetwork network = new FakeNetwork()
                .with(
                        "10.0.0.1",
                        (port, now) ->
                                files.incrementAndGet() % 7 == 0 ? after(Reason.LOCAL, 0) : after(Reason.REFUSED, 1))
                .scan(targets("10.0.0.1"), false, PORTS, settings(256, 0));

        assertEquals(1024, network.only().closed());
        assertEquals(1, network.decisions.size());
    }

    @Test
    void aDiscoveryProbeThatThisMachineCouldNotSendIsSentAgain() {
        AtomicInteger sent = new AtomicInteger();
        FakeNetwork network = new FakeNetwork()
                .with(
                        "10.0.0.1",
                        (port, now) -> sent.incrementAndGet() <= 7 ? after(Reason.LOCAL, 0) : after(Reason.REFUSED, 1))
                .scan(targets("10.0.0.1"), true, PORTS, settings(256, 0));

        assertEquals(1024, network.only().closed());
    }

    @Test
    void aHostWhoseFirstPortsMayAllBeSelfConnectsIsScanned() {
        FakeNetwork heard = new FakeNetwork();
        HostPlan plan = HostPlan.of(new int[] {80, 443, 22, 21}, true, settings(256, 0), host -> false, heard);
        TcpScan scan = new TcpScan(targets("127.0.0.1"), plan, 100, 0);
        Probe knock = scan.next(0);
        scan.recheck(knock, MS);

        List<Integer> asked = new ArrayList<>();
        for (Probe probe = scan.next(2 * MS); probe != null; probe = scan.next(2 * MS)) {
            asked.add(probe.port());
        }

        assertEquals(List.of(80, 443, 22, 21), asked);
    }

    @Test
    void aHostThatOnlyAnswersTheSecondDiscoveryIsScannedToTheEnd() {
        // The first seven are sent within 12 ms and waited for until 1,012 ms.
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.1", (port, now) -> now < 2_020 * MS ? SILENCE : after(Reason.REFUSED, 1))
                .scan(targets("10.0.0.1"), true, PORTS, settings(256, 500));

        assertEquals(1024, network.only().closed());
    }

    @Test
    void aHostThatIsGivenUpLeavesItsShareToOthersOnce() {
        FakeNetwork network = new FakeNetwork();
        for (int host = 1; host <= 40; host++) {
            network.with(
                    "10.0.0." + host,
                    (port, now) -> after(Reason.NO_ROUTE, port == 80 || port == 443 || port == 22 ? 1_200 : 1_300));
        }
        network.with("10.0.0.41", (port, now) -> after(Reason.REFUSED, 1));

        network.scan(range("10.0.0.1-41"), true, PORTS, settings(16, 0));

        assertTrue(network.mostInFlight <= 16, "in flight: " + network.mostInFlight);
    }

    @Test
    void keepsToTheRate() {
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.1", (port, now) -> after(Reason.REFUSED, 1))
                .scan(targets("10.0.0.1"), false, PORTS, settings(256, 100));

        long seconds = (network.now - 1_000 * MS) / (1_000 * MS);
        assertTrue(seconds >= 10, "took " + seconds + " s");
        assertEquals(1024, network.only().closed());
    }

    @Test
    void silentHostsOfManyCostAFewProbesEach() {
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.7", (port, now) -> after(port == 80 ? Reason.CONNECTED : Reason.REFUSED, 1));

        network.scan(range("10.0.0.0/24"), true, PORTS, settings(256, 0));

        assertEquals(List.of("10.0.0.7:80"), network.opened);
        assertEquals(256, network.results.size());
        assertTrue(network.sent < 1024 + 255 * 10, "sent " + network.sent);
        assertEquals(
                255,
                network.results.stream()
                        .filter(host -> host.verdict() == HostResult.Verdict.SILENT)
                        .count());
    }

    @Test
    void aHostThatOnlyRefusesIsThere() {
        FakeNetwork network = new FakeNetwork().with("10.0.0.3", (port, now) -> after(Reason.REFUSED, 1));

        network.scan(range("10.0.0.2-4"), true, PORTS, settings(256, 0));

        assertEquals(
                List.of(1024),
                network.results.stream()
                        .map(HostResult::closed)
                        .filter(closed -> closed > 0)
                        .toList());
    }

    @Test
    void aHostBehindAFirewallThatProhibitsQuicklyIsScannedToTheEnd() {
        HostResult host = one(256, port -> port == 1000 ? Reason.CONNECTED : Reason.NO_ROUTE)
                .only();

        assertEquals(List.of(1000), ports(host));
        assertEquals(1023, host.filtered());
    }

    @Test
    void aHostThatArpDoesNotFindIsGivenUp() {
        FakeNetwork network = new FakeNetwork()
                .with("10.0.0.1", (port, now) -> after(Reason.NO_ROUTE, 1_200))
                .scan(targets("10.0.0.1"), false, PORTS, settings(256, 0));

        assertEquals(HostResult.Verdict.UNREACHABLE, network.only().verdict());
        assertTrue(network.sent < 1024, "sent " + network.sent);
    }

    @Tag("slow")
    @Test
    void aSlashEightStartsAtOnceInConstantMemory() {
        Targets targets = TargetsTest.reader().targets("10.0.0.0/8", "", false);
        AtomicInteger begun = new AtomicInteger();
        Iterator<Address> counted = new Iterator<>() {
            private final Iterator<Address> walk = targets.iterator();

            @Override
            public boolean hasNext() {
                return walk.hasNext() && begun.get() < 20_000;
            }

            @Override
            public Address next() {
                begun.incrementAndGet();
                return walk.next();
            }
        };
        FakeNetwork network = new FakeNetwork();

        network.scan(counted, true, PORTS, settings(1000, 0));

        assertEquals(20_000, network.results.size());
        assertTrue(network.socketsLeft() < 10_000, "left " + network.socketsLeft());
    }

    @Test
    void noRetriesMeansThatNothingIsAskedTwice() {
        ScanSettings once = new ScanSettings(256, Duration.ofSeconds(1), 0, 0, false, false);
        FakeNetwork network = new FakeNetwork().scan(targets("10.0.0.1"), false, PORTS, once);

        assertEquals(1024, network.sent);
    }

    private static FakeNetwork one(int atOnce, java.util.function.IntFunction<Reason> behaviour) {
        return new FakeNetwork()
                .with("10.0.0.1", (port, now) -> {
                    Reason reason = behaviour.apply(port);
                    return reason == null ? SILENCE : after(reason, 1);
                })
                .scan(targets("10.0.0.1"), false, Ports.of(PORTS).asked(new Random(1)), settings(atOnce, 0));
    }

    private static ScanSettings settings(int atOnce, int rate) {
        return new ScanSettings(atOnce, Duration.ofSeconds(1), ScanSettings.AS_NEEDED, rate, false, false);
    }

    private static Iterator<Address> targets(String address) {
        return List.of(Address.of(address)).iterator();
    }

    private static Iterator<Address> range(String text) {
        return TargetsTest.reader().targets(text, "", false).iterator();
    }

    private static List<Integer> ports(HostResult host) {
        return host.open().stream().map(PortResult::port).toList();
    }
}
