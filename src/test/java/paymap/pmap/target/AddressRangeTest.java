package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 32, 10.1.2.3, 10.1.2.3, 1",
        "10.1.2.3, 31, 10.1.2.2, 10.1.2.3, 2",
        "10.1.2.3, 24, 10.1.2.0, 10.1.2.255, 256",
        "10.1.2.3, 0, 0.0.0.0, 255.255.255.255, 4294967296",
        "fd00::12, 128, fd00::12, fd00::12, 1",
        "fd00::12, 120, fd00::, fd00::ff, 256",
        "fd00::12, 65, fd00::, fd00::7fff:ffff:ffff:ffff, 9223372036854775807", // 2^63 does not fit
        "fd00::12, 64, fd00::, fd00::ffff:ffff:ffff:ffff, 9223372036854775807",
        "fd00::12, 0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 9223372036854775807",
    })
    void aNetworkHasAllItsAddresses(String address, int bits, String first, String last, long count) {
        AddressRange network = AddressRange.network(Address.of(address), bits);

        assertEquals(range(first, last), network);
        assertEquals(count, network.count());
    }

    @ParameterizedTest
    @CsvSource({
        "fd00::ffff:ffff:ffff:ffff, fd00:0:0:1::, 2",
        "fd00::ffff:ffff:ffff:fff0, fd00:0:0:1::f, 32",
        "fd00::, fd00:0:0:1::, 9223372036854775807",
        "fd00::1, fd00:0:0:2::, 9223372036854775807",
    })
    void countsAcrossTheMiddleOfAnIpv6Address(String first, String last, long count) {
        assertEquals(count, range(first, last).count());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.5, 10.0.0.5, 10.0.0.9, true",
        "10.0.0.1, 10.0.0.5, 10.0.0.6, 10.0.0.9, false", // side by side is not overlapping
        "10.0.0.1, 10.0.0.9, 10.0.0.4, 10.0.0.4, true",
        "10.0.0.4, 10.0.0.4, 10.0.0.1, 10.0.0.9, true",
        "::1, ::9, 0.0.0.1, 0.0.0.9, false",
    })
    void knowsWhichRangesOverlap(String first, String last, String otherFirst, String otherLast, boolean touches) {
        assertEquals(touches, range(first, last).touches(range(otherFirst, otherLast)));
        assertEquals(touches, range(otherFirst, otherLast).touches(range(first, last)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.2|10.0.0.1|goes backwards",
                "10.0.0.2|fd00::1|one kind of address",
                "fd00::2|fd00::1|backwards"
            })
    void refusesEndsThatDoNotBelongTogether(String first, String last, String why) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> range(first, last));

        assertTrue(e.getMessage().contains(why), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1,33", "10.0.0.1,-1", "fd00::1,129"})
    void refusesAPrefixThatIsNone(String address, int bits) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.network(Address.of(address), bits));
    }

    private static AddressRange range(String first, String last) {
        return new AddressRange(Address.of(first), Address.of(last));
    }
}
