package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1,192.0.2.2,192.0.2.4 | 192.0.2.1-192.0.2.2,192.0.2.4",
                "192.0.2.4,192.0.2.2,192.0.2.3 | 192.0.2.2-192.0.2.4",
                "192.0.2.0-192.0.2.9,192.0.2.3-192.0.2.5 | 192.0.2.0-192.0.2.9",
                "192.0.2.3-192.0.2.5,192.0.2.0-192.0.2.9 | 192.0.2.0-192.0.2.9",
                "192.0.2.255,192.0.3.0 | 192.0.2.255-192.0.3.0",
                "fd00::1,fd00::2,192.0.2.1 | 192.0.2.1,fd00::1-fd00::2"
            })
    void rangesGrowTogether(String text, String expected) {
        assertEquals(expected, AddressSet.of(text, 10).toString());
    }

    @Test
    void holdsWhatWasAddedInAnyOrder() {
        Random random = new Random(1);
        Set<Integer> added = new HashSet<>();
        AddressSet set = new AddressSet();
        for (int i = 0; i < 3_000; i++) {
            int from = random.nextInt(5_000);
            int to = from + random.nextInt(3);
            set.add(new AddressRange(address(from), address(to)));
            for (int each = from; each <= to; each++) {
                added.add(each);
            }
        }

        for (int each = 0; each < 5_010; each++) {
            assertEquals(added.contains(each), set.contains(address(each)), "" + each);
        }
        assertEquals(
                added.size(),
                set.ranges().stream().mapToLong(AddressRange::count).sum());
    }

    @Test
    void whatIsLeftWithoutAnotherIsWhatSetsSay() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Set<Integer> left = new HashSet<>();
            AddressSet one = some(random, left::addAll);
            AddressSet holes = some(random, left::removeAll);

            AddressSet rest = one.without(holes);

            for (int each = 0; each < 70; each++) {
                assertEquals(
                        left.contains(each), rest.contains(address(each)), one + " without " + holes + ": " + each);
            }
            assertEquals(left.size(), rest.count(), one + " without " + holes);
            assertEquals(rest, AddressSet.of(rest.toString(), 100), "it reads what it writes");
            assertEquals(rest.hashCode(), AddressSet.of(rest.toString(), 100).hashCode());
        }
    }

    private static AddressSet some(Random random, Consumer<Set<Integer>> taken) {
        AddressSet set = new AddressSet();
        Set<Integer> all = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(60);
            int to = from + random.nextInt(8);
            set.add(new AddressRange(address(from), address(to)));
            for (int each = from; each <= to; each++) {
                all.add(each);
            }
        }
        taken.accept(all);
        return set;
    }

    @Test
    void oneOfTargetsOfAnotherAndOfSingleAddressesAreTheSame() {
        AddressSet ofTargets = AddressSet.of(Targets.of(
                List.of(new AddressRange(address(1), address(3)), new AddressRange(address(7), address(7))),
                List.of()));
        AddressSet ofAnother = new AddressSet();
        ofAnother.addAll(ofTargets);
        AddressSet single = new AddressSet();
        for (int each : new int[] {7, 1, 3, 2, 2}) {
            single.add(address(each));
        }

        assertEquals("192.0.2.1-192.0.2.3,192.0.2.7", ofTargets.toString());
        assertEquals(ofTargets, ofAnother);
        assertEquals(ofTargets, single);
        assertEquals(4, single.count());
        assertNotEquals(single, new AddressSet());
        assertNotEquals(single, "192.0.2.1-192.0.2.3,192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "192.0.2.1-", "192.0.2.9-192.0.2.1", "192.0.2.1-fd00::1", "192.0.2.1,,192.0.2.2"})
    void whatIsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressSet.of(text, 10));
    }

    @Test
    void moreRangesThanAllowedAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> AddressSet.of("192.0.2.1,192.0.2.3,192.0.2.5", 2));
        assertTrue(AddressSet.of("", 2).isEmpty());
        assertFalse(AddressSet.of("192.0.2.1", 2).isEmpty());
    }

    private static Address address(int number) {
        return Address.of("192.0.2.0").plus(number);
    }
}
