package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is scanned who was excluded, whichever way it was written; a set of all addresses, one by one, says who that is. */
class ExcludedTest {

    /** 512 addresses about a place where a carry goes through, as a text and as a number. */
    private enum World {
        FOUR(new Address(0, 0x0A00_00FFL - 127, false, 0)),
        END_OF_FOUR(new Address(0, (224L << 24) - 512, false, 0)),
        SIX(new Address(0xfd00_0000_0000_0000L, -128, true, 0));

        private final Address first;

        World(Address first) {
            this.first = first;
        }

        String text(int place) {
            return first.plus(place).toString();
        }
    }

    private static final int PLACES = 512;

    @TempDir
    Path folder;

    @Tag("slow")
    @Test
    void whatIsNamedWithoutWhatIsExcludedIsAskedAndNothingElse() throws IOException {
        Random dice = new Random(11);
        for (int round = 0; round < 600; round++) {
            World world = World.values()[round % World.values().length];
            TreeSet<Integer> left = new TreeSet<>();
            TreeSet<Integer> holes = new TreeSet<>();
            String wanted = text(dice, world, 1 + dice.nextInt(5), left);
            String typed = text(dice, world, dice.nextInt(5), holes);
            String filed = text(dice, world, 1 + dice.nextInt(5), holes);
            left.removeAll(holes);
            Path file = Files.writeString(folder.resolve("out"), filed.replace(",", dice.nextBoolean() ? "\n" : " , "));

            check(
                    world,
                    left,
                    wanted + " without " + typed + " and " + filed,
                    () -> TargetsTest.reader().targets(wanted, typed, file.toString(), false));
        }
    }

    private interface Read {
        Targets targets();
    }

    private static void check(World world, TreeSet<Integer> left, String what, Read read) {
        if (left.isEmpty()) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, read::targets, what);
            assertTrue(e.getMessage().contains("is excluded"), e.getMessage());
            return;
        }
        Targets targets = read.targets();
        List<String> expected = left.stream().map(world::text).toList();
        assertEquals(expected, all(targets.iterator()), what);
        assertEquals(left.size(), targets.count(), what);
        List<String> shuffled = all(targets.shuffled(left.size()));
        assertEquals(left.size(), shuffled.size(), what);
        assertEquals(new TreeSet<>(expected), new TreeSet<>(shuffled), what);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "7", "40"})
    void aShuffledWalkHasItsOwnEndAndTheSameOrderForTheSameSeed(long seed) {
        Targets targets = TargetsTest.reader().targets("10.0.0.1-9,10.0.2.0/28,10.1.0.1", "10.0.0.5", false);

        assertEquals(all(targets.shuffled(seed)), all(targets.shuffled(seed)));
        assertNotEquals(all(targets.iterator()), all(targets.shuffled(seed)));
    }

    @Test
    void aNameIsExcludedWithAllOfItsAddresses() {
        TargetText text = new TargetText(ExcludedTest::resolve, new ByteArrayInputStream(new byte[0]));

        assertEquals(
                List.of("192.0.2.8", "192.0.2.10", "2001:db8::6", "2001:db8::8"),
                all(text.targets("192.0.2.7-10,2001:db8::6-2001:db8::8", "many.example", false)
                        .iterator()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fe80::1%1|fe80::1|true", // on each interface
                "fe80::1%1|fe80::/10|true",
                "fe80::1%1|fe80::1%1|true",
                "fe80::1%1|fe80::1%2|false",
                "fd00::1|fd00::1%1|true", // which may be the one that it is reached by
                "fd00::1%1|fd00::1|true",
                "::ffff:10.0.0.1|10.0.0.1|true", // is the same address
                "10.0.0.1|::ffff:10.0.0.1|true",
                "10.0.0.1|::10.0.0.1|false",
            })
    void anInterfaceThatIsNotNamedHidesNobody(String wanted, String excluded, boolean gone) {
        List<AddressRange> from = List.of(one(wanted));

        assertEquals(gone ? 0 : 1, Targets.of(from, List.of(one(excluded))).count());
    }

    /** Took hours where each hole went through all that was left. */
    @Tag("slow")
    @Test
    @Timeout(60)
    void aFileMayExcludeHundredsOfThousands() throws IOException {
        StringBuilder odd = new StringBuilder();
        for (int host = 1; host < 1 << 19; host += 2) {
            odd.append("10.")
                    .append(host >> 16)
                    .append('.')
                    .append(host >> 8 & 255)
                    .append('.')
                    .append(host & 255);
            odd.append('\n');
        }
        Path file = Files.writeString(folder.resolve("out"), odd);

        Targets left = TargetsTest.reader().targets("10.0.0.0/13", "", file.toString(), false);

        assertEquals(1 << 18, left.count());
        left.forEach(host -> assertEquals(0, host.low() & 1));
        left.shuffled(3).forEachRemaining(host -> assertEquals(0, host.low() & 1));
    }

    @Test
    void holesOnSeveralInterfacesAreCutFromEachRangeTheyMean() {
        List<AddressRange> wanted = List.of(
                new AddressRange(on("fe80::1", 1), on("fe80::9", 1)),
                new AddressRange(on("fe80::1", 2), on("fe80::9", 2)),
                new AddressRange(Address.of("10.0.0.1"), Address.of("10.0.0.3")));
        List<AddressRange> holes = List.of(
                new AddressRange(on("fe80::4", 0), on("fe80::20", 0)),
                new AddressRange(on("fe80::2", 2), on("fe80::2", 2)),
                new AddressRange(Address.of("10.0.0.2"), Address.of("10.0.0.2")));

        assertEquals(
                List.of("10.0.0.1", "10.0.0.3", "fe80::1%1", "fe80::2%1", "fe80::3%1", "fe80::1%2", "fe80::3%2"),
                all(Targets.of(wanted, holes).iterator()));
    }

    private static Address on(String text, int scope) {
        Address address = Address.of(text);
        return new Address(address.high(), address.low(), true, scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nobody\n", "\n , \n"})
    void aFileThatExcludesNobodyIsLikelyTheWrongOne(String content) throws IOException {
        String file = Files.writeString(folder.resolve("out"), content).toString();

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> TargetsTest.reader().targets("10.0.0.1", "", file, false));

        assertTrue(e.getMessage().contains("no targets are in"), e.getMessage());
    }

    @Test
    void aFileThatIsNotThereStopsTheScan() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> TargetsTest.reader()
                        .targets("10.0.0.1", "", folder.resolve("none").toString(), false));

        assertTrue(e.getMessage().contains("cannot be read"), e.getMessage());
    }

    @Test
    void aFileMayHaveACommaInItsName() throws IOException {
        String file = Files.writeString(folder.resolve("a,b"), "10.0.0.2 # the router")
                .toString();

        assertEquals(
                List.of("10.0.0.1", "10.0.0.3"),
                all(TargetsTest.reader().targets("10.0.0.1-3", "", file, false).iterator()));
    }

    /** Some of each way to write hosts, and the places that they mean; IPv6 by literal ends. */
    private static String text(Random dice, World world, int count, TreeSet<Integer> places) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = dice.nextInt(PLACES - 1);
            int last = Math.min(PLACES - 1, first + dice.nextInt(dice.nextBoolean() ? 4 : 200));
            if (dice.nextInt(4) == 0) {
                words.add(world.text(first));
                last = first;
            } else if (dice.nextInt(4) == 0) {
                int bits = dice.nextInt(8);
                int width = world.first.six() ? 128 : 32;
                AddressRange network = AddressRange.network(world.first.plus(first), width - bits);
                first = (int) (network.first().low() - world.first.low());
                last = (int) (network.last().low() - world.first.low());
                words.add(world.text(dice.nextInt(last - first + 1) + first) + "/" + (width - bits));
            } else {
                words.add(world.text(first) + "-" + world.text(last));
            }
            IntStream.rangeClosed(first, last).forEach(places::add);
        }
        return String.join(",", words);
    }

    private static List<String> all(Iterator<Address> walk) {
        List<String> all = new ArrayList<>();
        walk.forEachRemaining(address -> all.add(address.toString()));
        return all;
    }

    private static AddressRange one(String text) {
        if (text.indexOf('/') >= 0) {
            return AddressRange.network(Address.of("fe80::"), 10);
        }
        int scope = text.indexOf('%');
        Address address = Address.of(scope < 0 ? text : text.substring(0, scope));
        Address there = scope < 0
                ? address
                : new Address(address.high(), address.low(), true, Integer.parseInt(text.substring(scope + 1)));
        return new AddressRange(there, there);
    }

    private static InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equals("many.example")) {
            throw new UnknownHostException(name);
        }
        return new InetAddress[] {
            InetAddress.getByName("192.0.2.7"), InetAddress.getByName("2001:db8::7"), InetAddress.getByName("192.0.2.9")
        };
    }
}
