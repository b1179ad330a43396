package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class TargetsTest {

    @Test
    void readsOneAddress() {
        assertEquals(List.of("192.168.0.1"), all("192.168.0.1"));
    }

    @Test
    void readsARangeAcrossOctets() {
        List<String> hosts = all("192.168.0.250-192.168.1.5");

        assertEquals(12, hosts.size());
        assertEquals("192.168.0.255", hosts.get(5));
        assertEquals("192.168.1.0", hosts.get(6));
    }

    @Test
    void readsTheShortFormOfARange() {
        assertEquals(List.of("192.168.0.98", "192.168.0.99", "192.168.0.100"), all("192.168.0.98-100"));
    }

    @Test
    void readsANetworkWithAllItsAddresses() {
        assertEquals(List.of("10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.7"), all("10.0.0.6/30"));
    }

    @Test
    void readsIpv6() {
        assertEquals(List.of("fd00::fe", "fd00::ff", "fd00::100"), all("fd00::fe-fd00::100"));
        assertEquals(256, all("fd00::/120").size());
        assertEquals(List.of("::1"), all("0:0:0:0:0:0:0:1"));
    }

    @Test
    void writesIpv6AsRfc5952Says() {
        assertEquals("2001:db8::1:0:0:1", Address.of("2001:db8:0:0:1:0:0:1").toString());
        assertEquals("2001:db8:0:1:1:1:1:1", Address.of("2001:db8:0:1:1:1:1:1").toString());
        assertEquals("::", Address.of("0:0:0:0:0:0:0:0").toString());
    }

    @Test
    void carriesIntoTheUpperHalfOfIpv6() {
        assertEquals(
                List.of("fd00::ffff:ffff:ffff:ffff", "fd00:0:0:1::"), all("fd00::ffff:ffff:ffff:ffff-fd00:0:0:1::"));
    }

    @Test
    void asksAHostOnceThoughItIsNamedTwice() {
        assertEquals(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"), all("10.0.0.2-3,10.0.0.1-2,10.0.0.3"));
    }

    @Test
    void cutsOutWhatIsExcluded() {
        assertEquals(List.of("10.0.0.1", "10.0.0.4"), all("10.0.0.1-4", "10.0.0.2-3"));
        assertEquals(List.of("10.0.0.3"), all("10.0.0.1-3", "10.0.0.0/31,10.0.0.2"));
    }

    /** By the last octet. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-9|3,5,7|1 2 4 6 8 9", // several holes in one range
                "1-3,5-7,9|2-6|1 7 9", // one hole over several ranges
                "1-9|1|2 3 4 5 6 7 8 9",
                "1-9|9|1 2 3 4 5 6 7 8",
                "1-9|0-1,9-12|2 3 4 5 6 7 8",
                "1-9|4-6,5-7|1 2 3 8 9", // holes that overlap
                "1-9|5-7,4-6|1 2 3 8 9", // in any order
                "1-4|7-9|1 2 3 4", // a hole beside it
                "3-4|1-2,5-6|3 4",
                "1-5,3-9|6|1 2 3 4 5 7 8 9", // ranges that overlap
                "1-9,3-5|9|1 2 3 4 5 6 7 8", // one within the other
                "3-5,1-9|1|2 3 4 5 6 7 8 9",
                "1-5,5-9|''|1 2 3 4 5 6 7 8 9",
                "1-4,5-9|''|1 2 3 4 5 6 7 8 9",
                "7,5,3,5,7|5|3 7",
                "4-7,1-2,4-5,9|''|1 2 4 5 6 7 9",
            })
    void asksWhatIsNamedAndNotExcludedAndNothingElse(String wanted, String excluded, String left) {
        Targets targets = reader().targets(full(wanted), full(excluded), false);

        List<String> octets = new ArrayList<>();
        targets.forEach(address -> octets.add(address.toString().substring("192.0.2.".length())));
        assertEquals(left, String.join(" ", octets));
        assertEquals(octets.size(), targets.count());
        assertEquals(octets.size() == 1, targets.single());
    }

    @Test
    void aThousandRandomListsAskWhatSetsSay() {
        Random dice = new Random(9);
        for (int round = 0; round < 1_000; round++) {
            TreeSet<Integer> expected = new TreeSet<>();
            List<AddressRange> wanted = ranges(dice, expected::addAll);
            List<AddressRange> excluded = ranges(dice, expected::removeAll);

            List<Integer> asked = new ArrayList<>();
            Targets.of(wanted, excluded).forEach(address -> asked.add((int) address.low()));

            assertEquals(List.copyOf(expected), asked, wanted + " without " + excluded);
        }
    }

    @Test
    void moreThanAScanCanFinishIsRefusedWithTheirNumber() {
        assertEquals(1L << 32, reader().targets("fd00::/96", "", true).count());
        assertEquals(
                "8589934592 addresses are more than a scan can ever finish; at most 2^32",
                assertThrows(IllegalArgumentException.class, () -> reader().targets("fd00::/95", "", false))
                        .getMessage());
        assertEquals(
                "more than 2^63 addresses are more than a scan can ever finish; at most 2^32",
                assertThrows(IllegalArgumentException.class, () -> reader().targets("fd00::/64", "", false))
                        .getMessage());
    }

    @Test
    void excludingOneKindOfAddressLeavesTheOther() {
        Targets targets = reader().targets("fd00::1-fd00::3,10.0.0.1", "fd00::2", false);

        assertEquals(3, targets.count());
        Iterator<Address> walk = targets.iterator();
        assertEquals("10.0.0.1", walk.next().toString());
        assertEquals("fd00::1", walk.next().toString());
        assertEquals("fd00::3", walk.next().toString());
        assertFalse(walk.hasNext());
    }

    @Test
    void theLastAddressThereIsEndsARange() {
        Address last = new Address(-1, -1, true, 0);
        Iterator<Address> walk =
                Targets.of(new AddressRange(new Address(-1, -2, true, 0), last)).iterator();

        walk.next();
        assertEquals(last, walk.next());
        assertFalse(walk.hasNext());
    }

    @Test
    void whoeverAsksBeyondTheEndIsTold() {
        Iterator<Address> walk = reader().targets("192.0.2.1", "", false).iterator();
        walk.next();

        assertFalse(walk.hasNext());
        assertThrows(NoSuchElementException.class, walk::next);
    }

    @Test
    void takesIpv4WhereANameHasBoth() {
        assertEquals(List.of("192.0.2.7"), all("both.example"));
    }

    @Test
    void readsAFileWithComments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("hosts"), "10.0.0.1 # the router\n\n10.0.0.7, 10.0.0.9\n");

        assertEquals(List.of("10.0.0.1", "10.0.0.7", "10.0.0.9"), all("@" + file));
    }

    @Test
    void readsStandardInput() {
        assertEquals(List.of("10.0.0.1", "10.0.0.2"), all("-"));
    }

    @Test
    void aHugeRangeStartsAtOnceAndCostsNothing() {
        Targets targets = reader().targets("10.0.0.0/8", "", false);
        Iterator<Address> walk = targets.iterator();

        assertEquals(1 << 24, targets.count());
        assertEquals("10.0.0.0", walk.next().toString());
        assertEquals(1, targets.ranges().size());
    }

    @Test
    void moreThanASlashEightNeedsAYes() {
        TargetText.Unconfirmed e =
                assertThrows(TargetText.Unconfirmed.class, () -> reader().targets("10.0.0.0/7", "", false));

        assertEquals(1 << 25, e.count());
        assertEquals(1 << 25, reader().targets("10.0.0.0/7", "", true).count());
    }

    @Test
    void aRangeBeyondAllOfIpv4IsRefusedEvenSo() {
        assertThrows(IllegalArgumentException.class, () -> reader().targets("fd00::/64", "", true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.168.0.9-192.168.0.1|goes backwards",
                "192.168.0.100-20|goes backwards",
                "192.168.0.256|an octet goes to 255, not 256",
                "010.0.0.1|leading zeros",
                "10.0.0|four octets",
                "10.0.0.0/33|from /0 to /32",
                "fd00::/129|from /0 to /128",
                "10.0.0.0/|number of bits",
                "fe80::1|needs its interface",
                "0.0.0.0|is no host",
                "::|is no host",
                "224.0.0.1|multicast",
                "ff02::1|multicast",
                "255.255.255.255|multicast",
                "10.0.0.1,,10.0.0.2|missing between the commas",
                "no.such.example|no host of this name",
                "fd00::1-10.0.0.1|one kind of address",
                "fd00::zz|not an IPv6 address",
                "@/dev/zero|line 1 of /dev/zero is longer than 1,000,000 characters",
                "host:80|not an IPv6 address",
                "@/no/such/file|cannot be read: it is not there",
                "@/|cannot be read: Is a directory",
            })
    void refusesWhatMakesNoSense(String text, String why) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> reader().targets(text, "", false));

        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @Test
    void refusesAnEmptyFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("hosts"), "# nobody\n");

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> reader().targets("@" + file, "", false));

        assertTrue(e.getMessage().contains("no targets are in"), e.getMessage());
    }

    @Test
    void refusesToScanNobody() {
        assertThrows(IllegalArgumentException.class, () -> reader().targets("10.0.0.1", "10.0.0.0/24", false));
    }

    private static List<String> all(String wanted) {
        return all(wanted, "");
    }

    private static List<String> all(String wanted, String excluded) {
        List<String> hosts = new ArrayList<>();
        reader().targets(wanted, excluded, false).forEach(host -> hosts.add(host.toString()));
        return hosts;
    }

    public static TargetText reader() {
        byte[] input = "10.0.0.1\n10.0.0.2\n".getBytes(StandardCharsets.UTF_8);
        return new TargetText(TargetsTest::resolve, new ByteArrayInputStream(input));
    }

    private static InetAddress[] resolve(String name) throws UnknownHostException {
        if (!name.equals("both.example")) {
            throw new UnknownHostException(name);
        }
        return new InetAddress[] {InetAddress.getByName("2001:db8::7"), InetAddress.getByName("192.0.2.7")};
    }

    private static String full(String octets) {
        return octets.isEmpty() ? "" : "192.0.2." + octets.replace(",", ",192.0.2.");
    }

    /** Up to four, within forty addresses, and what they hold. */
    private static List<AddressRange> ranges(Random dice, Consumer<Set<Integer>> held) {
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = dice.nextInt(5); i > 0; i--) {
            int first = dice.nextInt(40);
            int last = first + dice.nextInt(12);
            ranges.add(new AddressRange(new Address(0, first, false, 0), new Address(0, last, false, 0)));
            held.accept(IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet()));
        }
        return ranges;
    }
}
