package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.pmap.HostResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;

/** Ports are named by their places: 0 to 4. */
class PortQueueTest {

    private static final long MS = 1_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final PortStates states = new PortStates(PortOrder.of(80, 443, 22, 21, 25));
    private final PortQueue queue = new PortQueue(5, states, 0);

    @Test
    void asksEachPortOnceInOrder() {
        assertEquals(List.of(0, 1, 2, 3, 4), takeAll(NEVER));
        assertTrue(queue.isEmpty());
    }

    @Test
    void leavesOutWhatADiscoveryProbeHasAsked() {
        queue.asked(1, 5 * MS);

        assertEquals(List.of(0, 2, 3, 4), takeAll(NEVER));
    }

    @Test
    void whatWasPutBackComesFirstUnlessItsStateHasBecomeKnown() {
        queue.take(NEVER);
        queue.requeue(3);
        queue.requeue(2);
        states.set(2, Reason.REFUSED);

        assertEquals(List.of(3, 1), List.of(queue.take(NEVER), queue.take(NEVER)));
    }

    @Test
    void aRepetitionAsksOnlyWhatIsStillSilent() {
        takeAll(NEVER);
        states.set(0, Reason.REFUSED);
        states.set(3, Reason.REFUSED);

        assertTrue(queue.repeatSilent(NEVER));
        states.set(1, Reason.REFUSED); // answered late, after the round began

        assertEquals(List.of(2, 4), takeAll(NEVER));
    }

    @Test
    void aPortThatTheKernelHasRepeatedNeedsNoRepetition() {
        for (int place = queue.take(NEVER); place != PortQueue.NONE; place = queue.take(NEVER)) {
            queue.asked(place, place * 100 * MS);
        }

        assertTrue(queue.repeatSilent(200 * MS));
        assertEquals(List.of(3, 4), takeAll(200 * MS));
        assertFalse(queue.repeatSilent(400 * MS));
    }

    @Test
    void aPortThatCannotBeAskedGetsItsReasonAfterSoManyTimes() {
        queue.requeue(2, 2, Reason.FORBIDDEN);
        queue.requeue(2, 2, Reason.FORBIDDEN);
        assertFalse(states.isKnown(2));
        assertTrue(queue.hasRequeued());

        queue.requeue(2, 2, Reason.FORBIDDEN);

        HostResult host =
                states.result(Address.of("192.0.2.1"), HostResult.Verdict.SCANNED, Reason.UNKNOWN, true, false);
        assertEquals(Reason.FORBIDDEN, host.others().get(0).reason());
        assertEquals(PortQueue.NONE, queue.takeRequeued());
    }

    @Test
    void aPortIsRecheckedOnce() {
        assertTrue(queue.recheck(1));
        assertFalse(queue.recheck(1));
        assertTrue(queue.recheck(2));
    }

    @Test
    void aPortThatWasNotAskedForIsNeverTaken() {
        queue.asked(PortQueue.NONE, 0);
        queue.requeue(PortQueue.NONE);
        queue.requeue(PortQueue.NONE, 0, Reason.OTHER);

        assertFalse(queue.isWanted(PortQueue.NONE));
        assertFalse(queue.recheck(PortQueue.NONE));
        assertEquals(List.of(0, 1, 2, 3, 4), takeAll(NEVER));
    }

    private List<Integer> takeAll(long repeatedBefore) {
        List<Integer> places = new ArrayList<>();
        for (int place = queue.take(repeatedBefore); place != PortQueue.NONE; place = queue.take(repeatedBefore)) {
            places.add(place);
        }
        return places;
    }
}
