package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;

class PortStatesTest {

    private final PortStates states = new PortStates(PortOrder.of(443, 80, 22, 9, 7, 1));

    @Test
    void countsEachKindAndListsOpenPortsInOrder() {
        states.setOpen(0, 1_500_000);
        states.setOpen(2, 2_000);
        states.set(1, Reason.REFUSED);
        states.set(3, Reason.NO_ROUTE);
        states.set(4, Reason.FORBIDDEN);

        HostResult host = result(Reason.SILENT, false);

        assertEquals(
                List.of(new PortResult(22, Reason.CONNECTED, 2), new PortResult(443, Reason.CONNECTED, 1500)),
                host.open());
        assertEquals(1, host.closed());
        assertEquals(2, host.filtered()); // the last one was silent
        assertEquals(1, host.errors());
        assertEquals(0, host.unasked());
        assertEquals(List.of(), host.others());
    }

    @Test
    void listsTheOthersWithTheirReasonsWhereAskedFor() {
        states.setOpen(0, 0);
        states.set(1, Reason.REFUSED);

        List<PortResult> others = result(Reason.SILENT, true).others();

        assertEquals(
                List.of(1, 7, 9, 22, 80), others.stream().map(PortResult::port).toList());
        assertEquals(Reason.SILENT, others.get(0).reason());
        assertEquals(Reason.REFUSED, others.get(4).reason());
    }

    @Test
    void ofAStoppedScanPortsWithoutAStateAreUnasked() {
        states.set(1, Reason.REFUSED);

        HostResult host = result(Reason.UNKNOWN, true);

        assertEquals(5, host.unasked());
        assertEquals(0, host.filtered());
        assertEquals(1, host.others().size());
    }

    @Test
    void countsAPortOnceThoughItsStateIsSetTwice() {
        states.set(1, Reason.SILENT);
        states.set(1, Reason.REFUSED);

        assertEquals(5, states.unknown());
        assertEquals(1, states.known());
        assertTrue(states.isKnown(1));
        assertFalse(states.isKnown(0));
    }

    @Test
    void knowsWhetherAllAreTheSame() {
        for (int place = 0; place < 5; place++) {
            states.set(place, Reason.NET_UNREACHABLE);
        }
        assertFalse(states.all(Reason.NET_UNREACHABLE));

        states.set(5, Reason.NET_UNREACHABLE);

        assertTrue(states.all(Reason.NET_UNREACHABLE));
    }

    private HostResult result(Reason unanswered, boolean everyPort) {
        return states.result(Address.of("192.0.2.1"), HostResult.Verdict.SCANNED, unanswered, everyPort, false);
    }
}
