package paymap.pmap.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1,   1,  10.0.0.2",
        "10.0.0.255, 1,  10.0.1.0",
        "10.0.1.0,  -1,  10.0.0.255",
        "10.0.0.1,   0,  10.0.0.1",
        "fd00::1,    1,  fd00::2",
        "fd00::2,   -1,  fd00::1", // --exclude fd00::2 ends a range before it
        "fd00::1,   -1,  fd00::",
        "fd00::,    -1,  fcff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "fd00::ffff:ffff:ffff:ffff, 1, fd00:0:0:1::",
        "fd00:0:0:1::, -1, fd00::ffff:ffff:ffff:ffff",
        "fd00::8000:0:0:0, 9223372036854775807, fd00::ffff:ffff:ffff:ffff",
        "fd00::7fff:ffff:ffff:ffff, -9223372036854775807, fd00::",
    })
    void countsOnAndBack(String address, long count, String sum) {
        assertEquals(Address.of(sum), Address.of(address).plus(count));
    }

    @Test
    void standsInTheOrderOfNumbersIpv4First() {
        List<Address> ordered = Stream.of(
                        "0.0.0.1",
                        "9.255.255.255",
                        "10.0.0.9",
                        "10.0.0.10",
                        "127.0.0.1",
                        "128.0.0.1",
                        "255.255.255.255",
                        "::1",
                        "::7fff:ffff:ffff:ffff",
                        "::8000:0:0:0",
                        "0:0:0:1::",
                        "7fff::",
                        "8000::",
                        "fe80::1%1")
                .map(Address::of)
                .toList();
        List<Address> sorted = new ArrayList<>(ordered);
        Collections.reverse(sorted);

        Collections.sort(sorted);

        assertEquals(ordered, sorted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.255", "255.255.255.255", "::", "::1", "2001:db8::1:0:0:1", "fe80::1%1"})
    void comesBackFromASocketAsItWasWritten(String text) {
        Address address = Address.of(text);

        assertEquals(text, address.toString());
        assertEquals(address, Address.of(address.inet()));
        assertEquals(address.hashCode(), Address.of(text).hashCode());
        assertEquals(text.indexOf(':') < 0 ? 4 : 16, address.bytes().length);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1,0.0.0.1", "0.0.0.1,::1", "fe80::1,fe80::1%1", "fd00::1,fd00:0:0:1::1", "fd00::1,fd00::2"})
    void differsInEachOfItsParts(String one, String another) {
        assertNotEquals(Address.of(one), Address.of(another));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "127.255.255.255,true",
        "128.0.0.1,false",
        "126.255.255.255,false",
        "::1,true",
        "::2,false",
        "::,false",
        "0:0:0:1::1,false"
    })
    void knowsThisMachine(String address, boolean loopback) {
        assertEquals(loopback, Address.of(address).isLoopback());
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1,true",
        "febf:ffff::1,true",
        "fec0::1,false",
        "fe7f::1,false",
        "169.254.0.1,false",
    })
    void knowsWhatNeedsAnInterface(String address, boolean linkLocal) {
        assertEquals(linkLocal, Address.of(address).isLinkLocal());
    }

    @ParameterizedTest
    @CsvSource({
        "223.255.255.255,false",
        "224.0.0.0,true",
        "255.255.255.255,true",
        "ff00::,true",
        "feff::1,false",
        "::1,false"
    })
    void knowsWhatIsNoHost(String address, boolean beyond) {
        assertEquals(beyond, Address.of(address).isBeyondHosts());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.254,true",
        "192.0.2.1,192.0.3.1,false",
        "fd00::1,fd00::ffff:1,true",
        "fd00::1,fd00:0:0:1::1,false",
    })
    void hostsOfANetworkAreAboutEquallyFarAway(String one, String another, boolean near) {
        assertEquals(near, Address.of(one).subnet() == Address.of(another).subnet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.3|four octets, not 3",
                "1.2.3.4.5|four octets, not 5",
                "1.2.3.|not an IPv4 address",
                "1.2.3.1000|not an IPv4 address",
                "1.2.3.x|not an IPv4 address",
                "1.2.3.04|leading zeros",
                "1.2.3.00|leading zeros",
                "1.2.3.256|goes to 255, not 256",
                "::ffff:10.0.0.02|leading zeros",
                "::ffff:10.0.25|four octets, not 3",
                "::ffff:10.0.0.256|goes to 255, not 256",
                "[::ffff:10.0.0.01]|leading zeros",
                "fe80::10.0.0.01%1|leading zeros",
                "fd00::1::2|not an IPv6 address",
                "fd00:::|not an IPv6 address",
                "fe80::1%no-such-interface|no such interface here",
            })
    void refusesWhatIsNoAddress(String text, String why) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Address.of(text));

        assertTrue(e.getMessage().contains(why), e.getMessage());
        assertTrue(e.getMessage().contains("\"" + text + "\""), e.getMessage());
    }

    @Test
    void takesWhatTheSystemResolved() throws Exception {
        assertEquals(Address.of("127.0.0.1"), Address.of(InetAddress.getByName("127.0.0.1")));
        assertEquals(Address.of("255.0.0.255"), Address.of(InetAddress.getByName("255.0.0.255")));
        assertEquals(Address.of("fd00::1"), Address.of(InetAddress.getByName("fd00::1")));
    }

    @Test
    void anIpv4AddressInTheDressOfIpv6IsTheIpv4Address() {
        assertEquals(Address.of("10.0.0.2"), Address.of("::ffff:10.0.0.2"));
        assertEquals(Address.of("10.0.0.2"), Address.of("[::ffff:10.0.0.2]"));
        assertEquals(Address.of("fd00::a00:2"), Address.of("fd00::10.0.0.2"));
    }
}
