package paymap.pmap.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.pmap.target.Address;

class EphemeralPortsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"80,false", "32767,false", "32768,true", "65535,true"})
    void onlyPortsThatTheKernelGivesToClientsMayBeSelfConnects(int port, boolean possible) throws Exception {
        Path range = Files.writeString(folder.resolve("range"), "32768\t60999\n");

        assertEquals(possible, isPossible(new EphemeralPorts(range), "127.0.0.1", port));
    }

    @ParameterizedTest
    @CsvSource({"1023,false", "1024,true"})
    void whereTheRangeIsNotToldEveryPortOfAClientMayBeOne(int port, boolean possible) throws Exception {
        assertEquals(possible, isPossible(new EphemeralPorts(folder.resolve("none")), "127.0.0.1", port));
        Path garbled = Files.writeString(folder.resolve("range"), "many\n");
        assertEquals(possible, isPossible(new EphemeralPorts(garbled), "127.0.0.1", port));
    }

    @Test
    void anotherMachineIsNeverThisOne() throws Exception {
        assertFalse(isPossible(new EphemeralPorts(folder.resolve("none")), "192.0.2.1", 60_000));
    }

    private static boolean isPossible(EphemeralPorts ports, String host, int port) throws Exception {
        return ports.possibleSelfConnect(Address.of(host), InetAddress.getByName(host), port);
    }
}
