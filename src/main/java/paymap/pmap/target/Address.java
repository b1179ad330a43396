package paymap.pmap.target;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import paymap.words.Words;

/**
 * An IPv4 or IPv6 address as a number, so that a range is two of them and never a list.
 *
 * @param high the upper 64 bits; 0 for IPv4
 * @param low the lower 64 bits
 * @param six whether it is IPv6
 * @param scope the number of the interface that a link-local IPv6 address belongs to; 0 = none
 */
public record Address(long high, long low, boolean six, int scope) implements Comparable<Address> {

    private static final int GROUPS = 8;

    /**
     * @param text an IPv4 address in four decimal octets, or an IPv6 address, with {@code %interface} where it is
     *     link-local
     * @throws IllegalArgumentException if it is neither; leading zeros are refused because half the world's programs
     *     read them as octal
     */
    public static Address of(String text) {
        return text.indexOf(':') < 0 ? four(text, text) : sixOf(text);
    }

    /** What the system's resolver answered. */
    public static Address of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        if (address instanceof Inet6Address linked) {
            return new Address(bytes.getLong(), bytes.getLong(), true, linked.getScopeId());
        }
        return new Address(0, bytes.getInt() & 0xffff_ffffL, false, 0);
    }

    /** The address so many further, or back; wraps around silently, ranges see to it that it does not. */
    public Address plus(long count) {
        long sum = low + count;
        boolean carries = six && Long.compareUnsigned(sum, low) < 0 && count > 0;
        boolean borrows = six && Long.compareUnsigned(sum, low) > 0 && count < 0;
        return new Address(carries ? high + 1 : borrows ? high - 1 : high, sum, six, scope);
    }

    /** For sockets. Never asks a name server. */
    public InetAddress inet() {
        try {
            return six ? Inet6Address.getByAddress(null, bytes(), scope) : Inet4Address.getByAddress(bytes());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    /** 4 or 16 bytes, the highest first. */
    public byte[] bytes() {
        return six
                ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
    }

    /** Whether it is this machine by definition: 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        return six ? high == 0 && low == 1 : low >>> 24 == 127;
    }

    /** Whether it means nothing without an interface. */
    boolean isLinkLocal() {
        return six && high >>> 54 == 0xfe80 >>> 6;
    }

    /** 0.0.0.0 or ::, which connect to this machine itself. */
    boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    /** Multicast, and from 240.0.0.0 on what is reserved. */
    boolean isBeyondHosts() {
        return six ? high >>> 56 == 0xff : low >= 224L << 24;
    }

    /** Names the network whose hosts are about equally far away: a /24, or a /64. */
    public long subnet() {
        return six ? high : low >>> 8;
    }

    @Override
    public int compareTo(Address other) {
        if (six != other.six) {
            return six ? 1 : -1;
        }
        int byScope = Integer.compare(scope, other.scope);
        int byHigh = byScope != 0 ? byScope : Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    // Written out: what the compiler makes for a record is linked at run time, which costs a short scan some 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof Address a && a.low == low && a.high == high && a.six == six && a.scope == scope;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low * 31 + high) * 31 + scope;
    }

    /** As people write it; IPv6 as RFC 5952 says, with the number of the interface where there is one. */
    @Override
    public String toString() {
        if (!six) {
            return (low >>> 24) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
        }
        return shortest() + (scope == 0 ? "" : "%" + scope);
    }

    private String shortest() {
        int longest = 1; // a single group of zeros is written out
        int at = -1;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && group(end) == 0) {
                end++;
            }
            if (end - start > longest) {
                longest = end - start;
                at = start;
            }
        }
        return at < 0 ? groups(0, GROUPS) : groups(0, at) + "::" + groups(at + longest, GROUPS);
    }

    private String groups(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int number) {
        long half = number < GROUPS / 2 ? high : low;
        return (int) (half >>> (48 - 16 * (number % 4))) & 0xffff;
    }

    /** @param whole what was typed, of which the octets may be a part */
    private static Address four(String whole, String text) {
        long value = 0;
        int octets = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            value = value << 8 | octet(whole, text.substring(start, end));
            octets++;
            start = end + 1;
        }
        if (octets != 4) {
            throw new IllegalArgumentException(
                    Words.say("an IPv4 address has four octets, not %d: \"%s\"", octets, whole));
        }
        return new Address(0, value, false, 0);
    }

    private static int octet(String whole, String part) {
        if (part.length() > 3 || !Digits.only(part)) {
            throw new IllegalArgumentException(Words.say("not an IPv4 address: \"%s\"", whole));
        }
        if (part.length() > 1 && part.charAt(0) == '0') {
            throw new IllegalArgumentException(Words.say(
                    "leading zeros are octal to some programs and decimal to others; write \"%s\" without them",
                    whole));
        }
        int value = Integer.parseInt(part);
        if (value > 255) {
            throw new IllegalArgumentException(Words.say("an octet goes to 255, not %d: \"%s\"", value, whole));
        }
        return value;
    }

    private static Address sixOf(String text) {
        try {
            if (!mayBeSix(text)) {
                throw new UnknownHostException(text);
            }
            refuseOddOctets(text);
            return of(InetAddress.getByName(text)); // never looked up: it begins like an address, and has a colon
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    text.indexOf('%') < 0
                            ? Words.say("not an IPv6 address: \"%s\"", text)
                            : Words.say("not an IPv6 address, or no such interface here: \"%s\"", text),
                    e);
        }
    }

    /** Those of an IPv4 address within one of IPv6 are read as octets anywhere. */
    private static void refuseOddOctets(String text) {
        int end = beginOfScope(text);
        int dot = text.lastIndexOf('.', end);
        if (dot >= 0) {
            String bare = text.substring(0, end).replace("]", "");
            four(text, bare.substring(bare.lastIndexOf(':') + 1));
        }
    }

    private static int beginOfScope(String text) {
        int percent = text.indexOf('%');
        return percent < 0 ? text.length() : percent;
    }

    /** Anything else with a colon, as name:80, the JDK would take for a name and ask for. */
    private static boolean mayBeSix(String text) {
        int end = beginOfScope(text);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            if (!hex && c != ':' && c != '.' && c != '[' && c != ']') {
                return false;
            }
        }
        return true;
    }
}
