package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import paymap.pmap.target.Address;

class OwnPortsTest {

    private final OwnPorts own = new OwnPorts();

    @Test
    void onlyPortsThatTheKernelGivesToClientsMayBeAccidents() throws Exception {
        InetAddress inet = InetAddress.getByName("127.0.0.1");

        assertFalse(own.mayBeAccident(Address.of("127.0.0.1"), inet, 80));
        assertTrue(own.mayBeAccident(Address.of("127.0.0.1"), inet, 60_000));
    }
}
