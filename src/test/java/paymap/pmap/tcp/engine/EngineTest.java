package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.RttEstimator;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/** The smaller parts. */
class EngineTest {

    private static final long MS = 1_000_000L;
    private static final Address HOST = Address.of("192.0.2.1");
    private static final ScanListener NOBODY = new ScanListener() {};

    @Test
    void everythingThatTheLoopsShareIsDoneUnderTheLock() {
        List<String> unlocked = Arrays.stream(SharedScan.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isSynchronized(method.getModifiers()))
                .map(Object::toString)
                .toList();

        assertEquals(List.of(), unlocked);
    }

    @Test
    void whatTheLockGuardsCannotBeReachedFromOutside() throws Exception {
        Path folder = Path.of(SharedScan.class.getResource("SharedScan.class").toURI())
                .getParent();
        Set<String> reachable = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.equals("package-info")
                        && Modifier.isPublic(Class.forName(SharedScan.class.getPackageName() + "." + name)
                                .getModifiers())) {
                    reachable.add(name);
                }
            }
        }

        assertEquals(Set.of("Answer", "HostPlan", "Probe", "SharedScan"), reachable);
    }

    @Test
    void whatALoopMayReadOfAProbeIsFinalOrASignal() {
        for (Class<?> shown : List.of(Probe.class, ProbedHost.class)) {
            for (Field field : shown.getDeclaredFields()) {
                boolean isSafe = (field.getModifiers() & (Modifier.FINAL | Modifier.VOLATILE)) != 0;
                assertTrue(isSafe || field.isSynthetic(), field.toString()); // as tools that count put some in
            }
        }
    }

    @Test
    void aProbeIsReleasedOnceAndTheOldestIsTheOneStillWaitedFor() {
        InFlight.Total total = new InFlight.Total();
        InFlight inFlight = new InFlight(total);
        InFlight other = new InFlight(total);
        List<Probe> probes = IntStream.range(0, 3).mapToObj(EngineTest::probe).toList();
        probes.forEach(inFlight::add);
        other.add(probe(3));

        inFlight.release(probes.get(1));
        assertEquals(probes.get(0), inFlight.oldest());
        inFlight.release(probes.get(0));
        inFlight.release(probes.get(0));

        assertEquals(probes.get(2), inFlight.oldest());
        assertEquals(1, inFlight.count());
        assertEquals(2, total.count());
        inFlight.releaseAll();
        assertNull(inFlight.oldest());
        assertEquals(1, total.count());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,-1,true", "192.0.2.1,-1,false", "192.0.2.1,99000,true", "192.0.2.1,100000,false"})
    void anAnswerIsThereAtOnceOnTheLoopbackAndWhereItIsAsNear(String host, long rtt, boolean immediate) {
        RttEstimator estimator = new RttEstimator(MS, MS);
        if (rtt >= 0) {
            estimator.update(rtt);
        }
        HostScan scan = new HostScan(Address.of(host), plan(1_000, 0), estimator, new InFlight.Total(), 0);

        assertEquals(immediate, new Probe(scan, new Question(0, 80, 0), 0).isImmediate());
    }

    /** At most 1 s is waited for a probe, or 100 ms once the host is known to be near. */
    @ParameterizedTest
    @CsvSource({"192.0.2.9,20,500", "192.0.2.9,150,750", "192.0.2.9,900,1000", "198.51.100.1,20,1000"})
    void aHostOfASubnetThatHasAnsweredIsNotWaitedForInFull(String host, long knownRtt, long wait) {
        SubnetRtts subnets = new SubnetRtts();
        subnets.put(HOST, knownRtt * MS);

        assertEquals(wait, subnets.estimator(Address.of(host), 1_000 * MS).timeout(0) / MS);
    }

    @Test
    void theSubnetUsedLeastRecentlyIsForgotten() {
        SubnetRtts subnets = new SubnetRtts();
        for (int subnet = 0; subnet <= 256; subnet++) {
            subnets.put(Address.of("10." + subnet / 256 + "." + subnet % 256 + ".1"), MS);
        }

        assertEquals(
                1_000 * MS,
                subnets.estimator(Address.of("10.0.0.2"), 1_000 * MS).timeout(0));
        assertEquals(
                500 * MS, subnets.estimator(Address.of("10.0.1.2"), 1_000 * MS).timeout(0));
    }

    @Test
    void discoveryAsksTheFirstFewPortsAndTheMostCommonOnes() {
        assertArrayEquals(new int[] {1, 2, 3, 4, 443, 80, 22}, discovery(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertArrayEquals(new int[] {80, 443, 3, 4, 22}, discovery(80, 443, 3, 4, 5, 6, 7, 8, 9));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 7, 8}, discovery(1, 2, 3, 4, 5, 6, 7, 8));
    }

    @ParameterizedTest
    @CsvSource({"1000,0,1300", "5000,0,5000", "500,0,1300", "499,0,0", "1000,10,0"})
    void socketsStayForTheKernelsRepetitionUnlessThereIsARateOrAShortWait(long wait, int rate, long lives) {
        assertEquals(lives, plan(wait, rate).socketLives() / MS);
    }

    @Test
    void theLoopsAreWokenWhenTheScanIsOver() {
        SharedScan scan = new SharedScan(List.of(HOST).iterator(), plan(1_000, 0), 10, 0);
        boolean[] woken = {false};
        scan.whenOver(() -> woken[0] = true);

        scan.next(new Probe[1], 0);
        assertFalse(woken[0]);
        scan.stop();

        assertTrue(woken[0]);
        assertTrue(scan.isOver());
        assertEquals(0, scan.next(new Probe[1], 1));
    }

    private static int[] discovery(int... order) {
        return HostPlan.of(order, true, settings(1_000, 0), host -> false, NOBODY)
                .discovery();
    }

    private static Probe probe(int place) {
        HostScan scan = new HostScan(HOST, plan(1_000, 0), new RttEstimator(MS, MS), new InFlight.Total(), 0);
        return new Probe(scan, new Question(place, 80, 0), place);
    }

    private static HostPlan plan(long wait, int rate) {
        return HostPlan.of(new int[] {80, 443, 22, 21}, false, settings(wait, rate), host -> false, NOBODY);
    }

    private static ScanSettings settings(long wait, int rate) {
        return new ScanSettings(10, Duration.ofMillis(wait), ScanSettings.AS_NEEDED, rate, false, false);
    }
}
