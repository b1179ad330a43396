package paymap.pmap.target;

/**
 * A way through the numbers from 0 up to a size that meets each of them once, in an order that looks random, and that is
 * the same for the same seed. It remembers nothing: a Feistel network stirs the bits of a place, and a number beyond the
 * size is stirred again until it falls within (cycle walking), which takes less than four turns on average. It hides a
 * pattern from a firewall; it is no cipher.
 */
public final class Permutation {

    /** Fewer leave traces of the order that was put in; measured by {@code PermutationTest}. */
    private static final int ROUNDS = 4;

    private final long size;
    private final int halfBits;
    private final long halfMask;
    private final long seed;

    /**
     * @param size how many numbers, 0 to 2^62
     * @throws IllegalArgumentException if it is more or less
     */
    public Permutation(long size, long seed) {
        if (size < 0 || size > 1L << 62) {
            throw new IllegalArgumentException("a permutation of 0 to 2^62 numbers, not of " + size);
        }
        int bits = size <= 1 ? 0 : 64 - Long.numberOfLeadingZeros(size - 1);
        this.size = size;
        this.halfBits = (bits + 1) / 2;
        this.halfMask = (1L << halfBits) - 1;
        this.seed = mixed(seed);
    }

    /** How many numbers it has. */
    public long size() {
        return size;
    }

    /**
     * The number that stands at a place.
     *
     * @param place from 0 to below {@link #size}
     * @throws IndexOutOfBoundsException if it is none of them
     */
    public long at(long place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("place " + place + " of " + size);
        }
        long number = stirred(place);
        while (number >= size) {
            number = stirred(number);
        }
        return number;
    }

    private long stirred(long number) {
        long left = number >>> halfBits;
        long right = number & halfMask;
        for (int round = 1; round <= ROUNDS; round++) {
            long next = left ^ mixed(right + seed * round) & halfMask;
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }

    /** The finish of SplitMix64 (Steele, Lea, Flood 2014): each bit that goes in changes about half of those that come out. */
    private static long mixed(long bits) {
        long one = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        long two = (one ^ one >>> 27) * 0x94d049bb133111ebL;
        return two ^ two >>> 31;
    }
}
