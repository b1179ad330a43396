package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualPortsTest {

    @Test
    void eachIsAPortAndThereOnce() {
        int[] all = UsualPorts.first(UsualPorts.MOST);

        assertEquals(all.length, Arrays.stream(all).distinct().count());
        assertTrue(Arrays.stream(all).allMatch(port -> port >= 1 && port <= Ports.HIGHEST));
    }

    @Test
    void fewerAreTheBeginningOfMore() {
        int[] all = UsualPorts.first(UsualPorts.MOST);
        for (int count = 0; count <= all.length; count++) {
            assertArrayEquals(Arrays.copyOf(all, count), UsualPorts.first(count));
        }
    }

    @Test
    void afterTheFirstStepTheyStandByNumberAsTheSourceSays() {
        int[] all = UsualPorts.first(UsualPorts.MOST);
        long falls =
                IntStream.range(11, all.length).filter(i -> all[i] < all[i - 1]).count();

        assertEquals(3, falls, "one between the second and each further step");
    }

    @Test
    void asPortsTheyAreTheSame() {
        assertEquals("80", Ports.usual(1).toString());
        assertEquals("22,80,443,445", Ports.usual(4).toString());
        assertEquals(UsualPorts.MOST, Ports.usual(UsualPorts.MOST).count());
    }
}
