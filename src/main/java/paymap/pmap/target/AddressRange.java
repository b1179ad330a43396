package paymap.pmap.target;

import paymap.words.Words;

/**
 * Addresses from one to another, both included.
 *
 * @param first of the same family and interface as {@code last}
 * @param last not below {@code first}
 */
public record AddressRange(Address first, Address last) {

    public AddressRange {
        if (first.six() != last.six() || first.scope() != last.scope()) {
            throw new IllegalArgumentException(
                    Words.say("a range stays within one kind of address: \"%s-%s\"", first, last));
        }
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    Words.say("the range goes backwards: \"%s-%s\"; write the lower address first", first, last));
        }
    }

    /**
     * @param address any address within the network
     * @param bits of the prefix, 0 to 32 or 128
     */
    public static AddressRange network(Address address, int bits) {
        int width = address.six() ? 128 : 32;
        if (bits < 0 || bits > width) {
            throw new IllegalArgumentException(
                    Words.say("a network's prefix is from /0 to /%d: \"%s/%d\"", width, address, bits));
        }
        long lowMask = ones(Math.min(64, width - bits));
        long highMask = address.six() ? ones(Math.max(0, 64 - bits)) : 0;
        return new AddressRange(
                new Address(address.high() & ~highMask, address.low() & ~lowMask, address.six(), address.scope()),
                new Address(address.high() | highMask, address.low() | lowMask, address.six(), address.scope()));
    }

    /** How many; {@link Long#MAX_VALUE} where a long does not hold it. */
    public long count() {
        long difference = last.low() - first.low();
        boolean huge = last.high() != first.high()
                && !(last.high() - first.high() == 1
                        && difference >= 0
                        && Long.compareUnsigned(last.low(), first.low()) < 0);
        return huge || difference < 0 || difference == Long.MAX_VALUE ? Long.MAX_VALUE : difference + 1;
    }

    public boolean touches(AddressRange other) {
        return sameKind(other) && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    public boolean sameKind(AddressRange other) {
        return first.six() == other.first.six() && first.scope() == other.first.scope();
    }

    /**
     * The same addresses on the interface of others: what names no interface means each of them, and what is on one may
     * be reached without its being named.
     */
    AddressRange onInterfaceOf(AddressRange other) {
        int there = other.first.scope();
        boolean any = first.six() && other.first.six() && (first.scope() == 0 || there == 0);
        return any
                ? new AddressRange(
                        new Address(first.high(), first.low(), true, there),
                        new Address(last.high(), last.low(), true, there))
                : this;
    }

    private static long ones(int count) {
        return count == 0 ? 0 : -1L >>> (64 - count);
    }
}
