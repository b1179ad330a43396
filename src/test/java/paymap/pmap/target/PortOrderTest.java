package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortOrderTest {

    private static final int[] PORTS = IntStream.rangeClosed(1, 100).toArray();
    private static final Address HOST = Address.of("192.0.2.1");

    @Test
    void staysAsItIsUnlessItIsShuffled() {
        assertArrayEquals(PORTS, all(PortOrder.of(PORTS)));
    }

    @Test
    void shuffledHasEachPortOnceAndKeepsItsBeginning() {
        int[] order = all(PortOrder.of(PORTS).shuffled(4, 1, HOST));

        assertArrayEquals(new int[] {1, 2, 3, 4}, Arrays.copyOf(order, 4));
        assertFalse(Arrays.equals(PORTS, order));
        assertArrayEquals(PORTS, Arrays.stream(order).sorted().toArray());
    }

    @Test
    void everyHostHasAnOrderOfItsOwnAndTheSameOneAgain() {
        PortOrder usual = PortOrder.of(PORTS);
        int[] order = all(usual.shuffled(0, 1, HOST));

        assertArrayEquals(order, all(usual.shuffled(0, 1, HOST)));
        assertFalse(Arrays.equals(order, all(usual.shuffled(0, 1, HOST.plus(1)))));
        assertFalse(Arrays.equals(order, all(usual.shuffled(0, 2, HOST))));
    }

    @Test
    void allMayBeFixed() {
        assertArrayEquals(PORTS, all(PortOrder.of(PORTS).shuffled(100, 1, HOST)));
        assertEquals(0, PortOrder.of().shuffled(0, 1, HOST).count());
    }

    private static int[] all(PortOrder order) {
        return IntStream.range(0, order.count()).map(order::at).toArray();
    }
}
