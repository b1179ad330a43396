package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import paymap.pmap.target.Address;

class EphemeralPortsTest {

    private final EphemeralPorts own = new EphemeralPorts();

    @Test
    void onlyPortsThatTheKernelGivesToClientsMayBeAccidents() throws Exception {
        InetAddress inet = InetAddress.getByName("127.0.0.1");

        assertFalse(own.possibleSelfConnect(Address.of("127.0.0.1"), inet, 80));
        assertTrue(own.possibleSelfConnect(Address.of("127.0.0.1"), inet, 60_000));
    }
}
