package paymap.pmap.target;

import java.util.Arrays;
import java.util.BitSet;
import paymap.words.Words;

/**
 * TCP ports of which something is known. Only the ends of ranges are kept, so that all closed ports of a host cost a few
 * bytes; however they lie, they cost at most 128 KB. Never changes.
 */
public final class PortSet {

    /** No port at all. */
    public static final PortSet EMPTY = new PortSet(new char[0]);

    private final char[] ends; // first and last of each range in turns, ascending, no two ranges touch

    private PortSet(char[] ends) {
        this.ends = ends;
    }

    /** @param ports bits from 1 to 65535 */
    public static PortSet of(BitSet ports) {
        char[] ends = new char[16];
        int length = 0;
        for (int from = ports.nextSetBit(1); from >= 0; ) {
            int to = ports.nextClearBit(from);
            if (length == ends.length) {
                ends = Arrays.copyOf(ends, 2 * length);
            }
            ends[length++] = (char) from;
            ends[length++] = (char) (to - 1);
            from = ports.nextSetBit(to);
        }
        return length == 0 ? EMPTY : new PortSet(Arrays.copyOf(ends, length));
    }

    public static PortSet of(int... ports) {
        BitSet bits = new BitSet();
        for (int port : ports) {
            bits.set(port);
        }
        return of(bits);
    }

    /** The ports that a scan asks. */
    public static PortSet of(Ports ports) {
        return of(ports.sorted());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text numbers and ranges by commas: {@code 22,80,1000-2000}; empty = none
     * @throws IllegalArgumentException if a part of it is no port, or no range
     */
    public static PortSet of(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        BitSet bits = new BitSet();
        for (int start = 0; start <= text.length(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            int dash = start; // looked for up to the comma only: to the end, a long text would take for ever
            while (dash < end && text.charAt(dash) != '-') {
                dash++;
            }
            int from = port(text, start, dash);
            int to = dash < end ? port(text, dash + 1, end) : from;
            if (from > to) {
                throw noPorts(text.substring(start, end));
            }
            bits.set(from, to + 1);
            start = end + 1;
        }
        return of(bits);
    }

    public boolean isEmpty() {
        return ends.length == 0;
    }

    /** How many ports. */
    public int count() {
        int count = 0;
        for (int i = 0; i < ends.length; i += 2) {
            count += ends[i + 1] - ends[i] + 1;
        }
        return count;
    }

    /** How many ranges they make, which is what they cost: 4 bytes each. */
    public int ranges() {
        return ends.length / 2;
    }

    public boolean contains(int port) {
        int at = Arrays.binarySearch(ends, (char) port);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    public PortSet with(PortSet other) {
        if (other.isEmpty() || isEmpty()) {
            return isEmpty() ? other : this;
        }
        BitSet bits = bits();
        bits.or(other.bits());
        return of(bits);
    }

    public PortSet without(PortSet other) {
        if (other.isEmpty() || isEmpty()) {
            return this;
        }
        BitSet bits = bits();
        bits.andNot(other.bits());
        return of(bits);
    }

    /** Those that are in the other as well. */
    public PortSet within(PortSet other) {
        if (other.isEmpty() || isEmpty()) {
            return EMPTY;
        }
        BitSet bits = bits();
        bits.and(other.bits());
        return of(bits);
    }

    /** A copy, for reckoning. */
    public BitSet bits() {
        BitSet bits = new BitSet();
        for (int i = 0; i < ends.length; i += 2) {
            bits.set(ends[i], ends[i + 1] + 1);
        }
        return bits;
    }

    /** In ascending order. */
    public int[] sorted() {
        int[] ports = new int[count()];
        int filled = 0;
        for (int i = 0; i < ends.length; i += 2) {
            for (int port = ends[i]; port <= ends[i + 1]; port++) {
                ports[filled++] = port;
            }
        }
        return ports;
    }

    /** Numbers and ranges by commas: {@code 22,80,1000-2000}; empty where there is none. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ends.length; i += 2) {
            text.append(i == 0 ? "" : ",").append((int) ends[i]);
            if (ends[i] != ends[i + 1]) {
                text.append('-').append((int) ends[i + 1]);
            }
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && Arrays.equals(ends, set.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    private static int port(String text, int start, int end) {
        int port = 0;
        for (int i = start; i < end && port <= Ports.HIGHEST; i++) {
            int digit = text.charAt(i) - '0';
            port = digit < 0 || digit > 9 ? Ports.HIGHEST + 1 : port * 10 + digit;
        }
        if (port < 1 || port > Ports.HIGHEST) {
            throw noPorts(text.substring(start, end));
        }
        return port;
    }

    private static IllegalArgumentException noPorts(String part) {
        String shown = part.length() > 20 ? part.substring(0, 20) + "..." : part;
        return new IllegalArgumentException(Words.say("no ports, or no range of them: \"%s\"", shown));
    }
}
