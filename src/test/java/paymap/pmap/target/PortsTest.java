package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

    private static final Services BUNDLED = new Services(Path.of("/no/such/file"));

    @Test
    void readsListsRangesAndNames() {
        assertEquals("22,80-82,443", Ports.of("82,ssh,80-81,https,80", BUNDLED).toString());
    }

    @Test
    void aDashMeansAllOfThem() {
        assertEquals(65535, Ports.of("-", BUNDLED).count());
        assertEquals("1-65535", Ports.of("-", BUNDLED).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-3|1-3", "65533-|65533-65535", "22,-3|1-3,22", "65535-|65535", "-1|1"})
    void aRangeMayBeOpenAtOneEnd(String text, String ports) {
        assertEquals(ports, Ports.of(text, BUNDLED).toString());
    }

    @Test
    void asksCommonPortsFirstAndEachOnce() {
        int[] order = Ports.of("1-1024", BUNDLED).asked(new Random(1));

        assertArrayEquals(new int[] {80, 443, 22}, Arrays.copyOf(order, 3));
        assertArrayEquals(
                Ports.of("1-1024", BUNDLED).sorted(),
                Arrays.stream(order).sorted().toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|from 1 to 65535, not 0",
                "70000|from 1 to 65535, not 70000",
                "99999999999|from 1 to 65535",
                "90-80|goes backwards",
                "22,,80|missing between the commas",
                "no-such-service|no known service",
                "-0|from 1 to 65535, not 0",
                "70000-|from 1 to 65535, not 70000",
                "--|no known service",
                "-80-|no known service",
                "22,-|no known service",
                "1-2-3|no known service",
            })
    void refusesWhatIsNoPort(String text, String why) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Ports.of(text, BUNDLED));

        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void theBundledTableKnowsWhatIsOftenMet() {
        assertEquals("ssh", BUNDLED.name(22));
        assertEquals("https", BUNDLED.name(443));
        assertEquals("redis", BUNDLED.name(6379));
        assertNull(BUNDLED.name(2));
    }

    @Test
    void theSystemsTableComesFirst(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(
                folder.resolve("services"),
                "# a comment\nmine 22/tcp alias # trailing\nudponly 23/udp\nbad x/tcp\nbad 99999/tcp\n\n");
        Services services = new Services(table);

        assertEquals("mine", services.name(22));
        assertEquals("telnet", services.name(23));
        assertEquals("22", Ports.of("alias", services).toString());
    }
}
