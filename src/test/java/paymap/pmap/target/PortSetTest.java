package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortSetTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "65535", "1-65535", "22,80,1000-2000", "1-2,4-5,65534-65535"})
    void isReadAsItIsWritten(String text) {
        assertEquals(text, PortSet.of(text).toString());
    }

    @Test
    void rangesThatTouchBecomeOne() {
        PortSet set = PortSet.of("5-9,1-4,7,11");

        assertEquals("1-9,11", set.toString());
        assertEquals(10, set.count());
        assertEquals(2, set.ranges());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "65536", "x", "1,", ",1", "2-1", "1-", "-", "1--2", "99999999999999999999", "1 ", "+1"})
    void whatIsNoPortIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PortSet.of(text));
    }

    @Test
    void reckonsAsSetsDo() {
        PortSet some = PortSet.of("1-100,200");
        PortSet other = PortSet.of("50-150");

        assertEquals("1-150,200", some.with(other).toString());
        assertEquals("1-49,200", some.without(other).toString());
        assertEquals("50-100", some.within(other).toString());
        assertEquals(PortSet.EMPTY, some.within(PortSet.of("201")));
        assertTrue(some.without(some).isEmpty());
    }

    @Test
    void knowsWhatItHolds() {
        Random random = new Random(1);
        BitSet bits = new BitSet();
        for (int i = 0; i < 30_000; i++) {
            bits.set(1 + random.nextInt(65_535));
        }
        PortSet set = PortSet.of(bits);

        for (int port = 1; port <= 65_535; port++) {
            assertEquals(bits.get(port), set.contains(port), "" + port);
        }
        assertEquals(bits, set.bits());
        assertEquals(set, PortSet.of(set.toString()));
        assertArrayEquals(bits.stream().toArray(), set.sorted());
        assertFalse(set.contains(0));
    }
}
