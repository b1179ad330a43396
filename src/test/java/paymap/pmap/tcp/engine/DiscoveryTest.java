package paymap.pmap.tcp.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.Reason;
import paymap.pmap.target.PortOrder;

class DiscoveryTest {

    private static final int[] ORDER = {80, 443, 22, 9};

    private final Discovery discovery = new Discovery(new int[] {80, 443, 631}, PortOrder.of(ORDER));

    @Test
    void asksItsPortsInOrderAndOnceMoreWhenRepeated() {
        assertEquals(List.of(80, 443, 631), all());
        assertFalse(discovery.hasNext());

        discovery.repeat();

        assertEquals(List.of(80, 443, 631), all());
    }

    @Test
    void knowsWhichOfItsPortsWereAskedFor() {
        assertEquals(1, discovery.placeOf(443));
        assertEquals(PortQueue.NONE, discovery.placeOf(631));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTED,       false, true",
        "REFUSED,         true,  true",
        "NO_PROTOCOL,     false, true",
        "NO_ROUTE,        false, true", // a firewall is quick
        "NO_ROUTE,        true,  false", // ARP is not
        "NET_UNREACHABLE, false, false",
    })
    void tellsWhetherSomebodyIsThere(Reason reason, boolean late, boolean there) {
        assertEquals(there, discovery.heard(reason, late));
    }

    @Test
    void threeLateUnreachablesMeanThatNobodyIsThere() {
        discovery.heard(Reason.NO_ROUTE, true);
        discovery.heard(Reason.NO_ROUTE, true);
        assertFalse(discovery.isUnreachable());

        discovery.heard(Reason.NO_ROUTE, true);

        assertTrue(discovery.isUnreachable());
    }

    @Test
    void aHostThatWasHeardOnceIsThere() {
        discovery.heard(Reason.REFUSED, false);
        for (int i = 0; i < 9; i++) {
            discovery.heard(Reason.NO_ROUTE, true);
        }

        assertFalse(discovery.isUnreachable());
    }

    @Test
    void aHostIsWithoutARouteWhereNothingElseIsTheAnswer() {
        PortStates states = new PortStates(PortOrder.of(ORDER));
        for (int probe = 0; probe < 3; probe++) {
            assertFalse(discovery.isWithoutRoute(states));
            discovery.heard(Reason.NET_UNREACHABLE, false);
        }
        assertTrue(discovery.isWithoutRoute(states));

        discovery.heard(Reason.REFUSED, false);

        assertFalse(discovery.isWithoutRoute(states));
    }

    private List<Integer> all() {
        List<Integer> ports = new ArrayList<>();
        while (discovery.hasNext()) {
            ports.add(discovery.next());
        }
        return ports;
    }
}
