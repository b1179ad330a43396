package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;

/** Nine ports or more, so that a discovery asks seven of them: 1, 2, 3, 4, 443, 80, 22. */
class HostPhasesTest {

    private static final long MS = 1_000_000L;
    private static final long TIMEOUT = 1_000 * MS;
    private static final Address HOST = Address.of("192.0.2.1");

    private final int[] order = IntStream.rangeClosed(1, 20).toArray();
    private final PortStates states = new PortStates(PortOrder.of(order));
    private final PortQueue queue = new PortQueue(order.length, states, 0);

    @Test
    void withoutADiscoveryAllPortsAreAskedAtOnce() {
        HostPhases phases = phases(false, 1_000, -1);

        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), ports(phases));
    }

    @Test
    void aDiscoveryAsksAFewAndWaitsForAnAnswerToTheKernelsRepetition() {
        HostPhases phases = phases(true, 1_000, -1);
        assertEquals(List.of(1, 2, 3, 4, 443, 80, 22), ports(phases));
        assertEquals(Long.MAX_VALUE, phases.deadline());

        phases.advance(1_000 * MS, TIMEOUT);

        assertEquals(List.of(), ports(phases));
        assertEquals(2_500 * MS, phases.deadline()); // the kernel's second, and half a timeout
        phases.advance(2_499 * MS, TIMEOUT);
        assertFalse(phases.isOver());
        phases.advance(2_500 * MS, TIMEOUT);
        assertTrue(phases.isOver());
        assertEquals(Verdict.SILENT, phases.verdict());
        assertEquals(Long.MAX_VALUE, phases.deadline());
    }

    @Test
    void aDiscoveryIsNotOverWhileAPortIsToBeAskedAgain() {
        HostPhases phases = phases(true, 1_000, -1);
        ports(phases);
        queue.requeue(2);

        phases.advance(1_000 * MS, TIMEOUT);

        assertEquals(List.of(3), ports(phases), "the port that was put back");
        phases.advance(2_000 * MS, TIMEOUT);
        assertEquals(3_500 * MS, phases.deadline());
    }

    @Test
    void theFirstAnswerBeginsWithAllPorts() {
        HostPhases phases = phases(true, 1_000, -1);
        assertEquals(1, phases.take(0, TIMEOUT).port());
        queue.asked(0, 0);

        phases.heard(Reason.REFUSED, false);

        Question next = phases.take(MS, TIMEOUT);
        assertEquals(new Question(1, 2, 0), next);
    }

    @Test
    void anAnswerWhileListeningBeginsWithAllPortsToo() {
        HostPhases phases = phases(true, 1_000, -1);
        ports(phases);
        phases.advance(1_000 * MS, TIMEOUT);

        phases.heard(Reason.REFUSED, true);

        assertEquals(16, ports(phases).size(), "four of the seven were among the twenty");
        assertEquals(Long.MAX_VALUE, phases.deadline());
    }

    @Test
    void whereNoKernelRepeatsTheDiscoveryIsRepeatedHere() {
        HostPhases phases = phases(true, 100, -1); // too short for the kernel's second
        ports(phases);
        phases.advance(100 * MS, 100 * MS);
        assertEquals(100 * MS, phases.deadline());

        phases.advance(100 * MS, 100 * MS);

        Question again = phases.take(100 * MS, 100 * MS);
        assertEquals(1, again.round());
        assertEquals(1, again.port());
        ports(phases);
        phases.advance(200 * MS, 100 * MS);
        phases.advance(200 * MS, 100 * MS);
        assertEquals(Verdict.SILENT, phases.verdict());
    }

    @Test
    void withoutRetriesNoDiscoveryIsRepeated() {
        HostPhases phases = phases(true, 100, 0);
        ports(phases);
        phases.advance(100 * MS, 100 * MS);
        phases.advance(100 * MS, 100 * MS);

        assertTrue(phases.isOver());
        assertEquals(Verdict.SILENT, phases.verdict());
    }

    @Test
    void aNeighbourThatIsSilentIsThere() {
        HostPhases phases = phases(true, 1_000, -1, HOST::equals);
        ports(phases);
        phases.advance(1_000 * MS, TIMEOUT);

        phases.advance(2_500 * MS, TIMEOUT);

        assertFalse(phases.isOver());
        assertEquals(0, phases.take(2_500 * MS, TIMEOUT).round());
    }

    @ParameterizedTest
    @CsvSource({"NO_ROUTE,true,3,UNREACHABLE", "NO_ROUTE,true,2,SCANNED", "NO_ROUTE,false,9,SCANNED"})
    void threeLateUnreachablesEndIt(Reason reason, boolean late, int times, Verdict verdict) {
        HostPhases phases = phases(true, 1_000, -1);
        for (int i = 0; i < times; i++) {
            phases.heard(reason, late);
        }

        assertEquals(verdict, phases.verdict());
        assertEquals(verdict == Verdict.UNREACHABLE, phases.isOver());
    }

    @Test
    void withoutARouteTheDiscoveryIsEnough() {
        HostPhases phases = phases(true, 1_000, -1);
        for (int port : ports(phases)) {
            phases.heard(Reason.NET_UNREACHABLE, false);
            if (port <= 20) {
                states.set(port - 1, Reason.NET_UNREACHABLE);
            }
        }

        phases.advance(MS, TIMEOUT);

        assertEquals(Verdict.NO_ROUTE, phases.verdict());
        assertTrue(phases.isOver());
    }

    @Test
    void isOverWhenEveryPortHasAState() {
        HostPhases phases = phases(false, 1_000, -1);
        ports(phases);
        for (int place = 0; place < order.length; place++) {
            assertFalse(phases.isOver());
            states.set(place, Reason.REFUSED);
            phases.advance(MS, TIMEOUT);
        }

        assertTrue(phases.isOver());
        assertEquals(Verdict.SCANNED, phases.verdict());
        assertNull(phases.take(MS, TIMEOUT));
    }

    @Test
    void silentPortsAreAskedInAFurtherRound() {
        HostPhases phases = phases(false, 1_000, 1);
        List<Integer> first = ports(phases);
        states.set(4, Reason.REFUSED);

        phases.advance(1_000 * MS, TIMEOUT);

        Question again = phases.take(1_000 * MS, TIMEOUT);
        assertEquals(new Question(0, 1, 1), again);
        assertEquals(first.size() - 2, ports(phases).size(), "all but the one that has answered and the one taken");
        phases.advance(2_000 * MS, TIMEOUT);
        assertTrue(phases.isOver(), "one repetition was asked for");
    }

    @Test
    void aPortThatTheKernelHasRepeatedInVainNeedsNoRoundOfItsOwn() {
        HostPhases phases = phases(false, 1_000, -1);
        ports(phases); // all at 0

        phases.advance(2_000 * MS, TIMEOUT); // a second for the kernel and one to answer

        assertTrue(phases.isOver());
        assertEquals(Verdict.SCANNED, phases.verdict());
    }

    @Test
    void whereAnswersGetLostEveryPortIsAskedAgain() {
        HostPhases phases = phases(false, 1_000, -1);
        ports(phases);
        phases.foundLate();

        phases.advance(2_000 * MS, TIMEOUT);

        assertFalse(phases.isOver());
        assertEquals(order.length, ports(phases).size());
    }

    @Test
    void whatIsOverStaysSo() {
        HostPhases phases = phases(true, 1_000, -1);
        for (int i = 0; i < 3; i++) {
            phases.heard(Reason.NO_ROUTE, true);
        }

        phases.startProbing();
        phases.advance(MS, TIMEOUT);

        assertEquals(Verdict.UNREACHABLE, phases.verdict());
        assertNull(phases.take(MS, TIMEOUT));
    }

    /** All that is to be asked at 0, or at once. */
    private List<Integer> ports(HostPhases phases) {
        List<Integer> ports = new ArrayList<>();
        for (Question next = phases.take(0, TIMEOUT); next != null; next = phases.take(0, TIMEOUT)) {
            queue.asked(next.place(), 0);
            ports.add(next.port());
        }
        return ports;
    }

    private HostPhases phases(boolean discover, long longest, int retries) {
        return phases(discover, longest, retries, host -> false);
    }

    private HostPhases phases(boolean discover, long longest, int retries, Predicate<Address> neighbour) {
        ScanSettings settings = new ScanSettings(16, Duration.ofMillis(longest), retries, 0, false, false);
        HostPlan plan = HostPlan.of(order, discover, settings, neighbour, new ScanListener() {});
        return new HostPhases(HOST, PortOrder.of(order), plan, states, queue);
    }
}
