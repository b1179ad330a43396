package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {

    @Test
    void meetsEachNumberOnceWhateverTheSize() {
        Random dice = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            int size = round < 300 ? round : 300 + dice.nextInt(round < 320 ? 300_000 : 1_000);
            Permutation permutation = new Permutation(size, dice.nextLong());

            BitSet met = new BitSet(size);
            for (int place = 0; place < size; place++) {
                met.set(Math.toIntExact(permutation.at(place)));
            }
            assertEquals(size, met.cardinality(), "of " + size);
            assertEquals(size, met.length(), "none is beyond " + size);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 24, (1L << 32) - 1, 1L << 32, (1L << 40) + 7, 1L << 62})
    void aHugeOneCostsNothingAndMeetsNoNumberTwice(long size) {
        Permutation permutation = new Permutation(size, 7);
        Set<Long> met = new HashSet<>();
        for (int place = 0; place < 20_000; place++) {
            long number = permutation.at(place);
            assertTrue(number >= 0 && number < size, number + " of " + size);
            assertTrue(met.add(number), "twice: " + number);
        }
        permutation.at(size - 1);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        int[] first = order(1_000, 1);

        assertEquals(Arrays.toString(first), Arrays.toString(order(1_000, 1)));
        for (long seed : new long[] {0, 2, -1, 1L << 40}) {
            assertNotEquals(Arrays.toString(first), Arrays.toString(order(1_000, seed)));
        }
    }

    /** Of a truly random order, 1 of 256 neighbours is 1 away, and a number stands anywhere. */
    @Test
    void leavesNoTraceOfTheOrderThatWasPutIn() {
        int steps = 0;
        long inPlace = 0;
        int[] first = new int[256];
        for (int seed = 0; seed < 2_000; seed++) {
            int[] order = order(256, seed);
            for (int place = 0; place + 1 < order.length; place++) {
                steps += Math.abs(order[place + 1] - order[place]) == 1 ? 1 : 0;
            }
            inPlace += IntStream.range(0, 256).filter(i -> order[i] == i).count();
            first[order[0]]++;
        }
        assertTrue(steps > 2_000 && steps < 8_000, "steps of one, about 4,000 by chance: " + steps);
        assertTrue(inPlace > 1_000 && inPlace < 4_000, "in their place, about 2,000 by chance: " + inPlace);
        assertTrue(
                Arrays.stream(first).max().orElse(0) < 32,
                "first of all, about 8 each by chance: " + Arrays.toString(first));
    }

    @Test
    void refusesPlacesThatItDoesNotHave() {
        Permutation permutation = new Permutation(5, 1);

        assertThrows(IndexOutOfBoundsException.class, () -> permutation.at(5));
        assertThrows(IndexOutOfBoundsException.class, () -> permutation.at(-1));
        assertThrows(IllegalArgumentException.class, () -> new Permutation(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Permutation((1L << 62) + 1, 1));
        assertEquals(0, new Permutation(1, 9).at(0));
        assertFalse(LongStream.range(0, 5).map(permutation::at).anyMatch(number -> number > 4));
    }

    private static int[] order(int size, long seed) {
        Permutation permutation = new Permutation(size, seed);
        return LongStream.range(0, size)
                .map(permutation::at)
                .mapToInt(Math::toIntExact)
                .toArray();
    }
}
