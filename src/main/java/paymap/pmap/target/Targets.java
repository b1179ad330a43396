package paymap.pmap.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses to scan, each once, in order; only the ends of ranges are kept, so a /8 costs as much as one host. */
public final class Targets implements Iterable<Address> {

    private final List<AddressRange> ranges;
    private final long count;
    private long @Nullable [] before; // how many addresses stand before each range; made when first asked for

    private Targets(List<AddressRange> ranges) {
        this.ranges = ranges;
        this.count = count(ranges);
    }

    /** Overlapping ranges are joined, what is excluded is cut out. */
    public static Targets of(List<AddressRange> wanted, List<AddressRange> excluded) {
        List<AddressRange> ranges = joined(wanted);
        return new Targets(excluded.isEmpty() ? ranges : without(ranges, joined(onInterfacesOf(ranges, excluded))));
    }

    public static Targets of(AddressRange range) {
        return new Targets(List.of(range));
    }

    /** How many addresses; {@link Long#MAX_VALUE} where a long does not hold it. */
    public long count() {
        return count;
    }

    public List<AddressRange> ranges() {
        return ranges;
    }

    /** Whether this is one host only. */
    public boolean single() {
        return count == 1;
    }

    @Override
    public Iterator<Address> iterator() {
        return new Walk();
    }

    /**
     * In an order that looks random, the same for the same seed; takes no memory.
     *
     * @throws IllegalArgumentException if there are more than 2^62
     */
    public Iterator<Address> shuffled(long seed) {
        return new Shuffled(new Permutation(count, seed));
    }

    private Address at(long index) {
        long[] starts = before();
        int found = Arrays.binarySearch(starts, index);
        int range = found < 0 ? -found - 2 : found;
        return ranges.get(range).first().plus(index - starts[range]);
    }

    private long[] before() {
        long[] starts = before;
        if (starts == null) {
            starts = new long[ranges.size()];
            for (int i = 1; i < starts.length; i++) {
                starts[i] = starts[i - 1] + ranges.get(i - 1).count();
            }
            before = starts;
        }
        return starts;
    }

    private static List<AddressRange> joined(List<AddressRange> ranges) {
        List<AddressRange> sorted = new ArrayList<>(ranges);
        if (sorted.size() > 1) {
            Collections.sort(sorted, Comparator.comparing(AddressRange::first));
        }
        List<AddressRange> joined = new ArrayList<>();
        for (AddressRange range : sorted) {
            AddressRange before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before == null || !before.touches(range)) {
                joined.add(range);
            } else if (before.last().compareTo(range.last()) < 0) {
                joined.set(joined.size() - 1, new AddressRange(before.first(), range.last()));
            }
        }
        return joined;
    }

    private static List<AddressRange> onInterfacesOf(List<AddressRange> ranges, List<AddressRange> excluded) {
        Set<AddressRange> holes = new HashSet<>(excluded);
        Set<Integer> scopes = new HashSet<>();
        for (AddressRange range : ranges) {
            if (range.first().six() && scopes.add(range.first().scope())) {
                for (AddressRange hole : excluded) {
                    holes.add(hole.onInterfaceOf(range));
                }
            }
        }
        return new ArrayList<>(holes);
    }

    /** At one go through both, as there may be many of either; each is in order, and has no overlaps. */
    private static List<AddressRange> without(List<AddressRange> ranges, List<AddressRange> holes) {
        List<AddressRange> left = new ArrayList<>();
        int next = 0;
        for (AddressRange range : ranges) {
            while (next < holes.size() && holes.get(next).last().compareTo(range.first()) < 0) {
                next++;
            }
            cut(range, holes, next, left);
        }
        return left;
    }

    /** @param next the first hole that does not end before the range */
    private static void cut(AddressRange range, List<AddressRange> holes, int next, List<AddressRange> left) {
        Address first = range.first();
        for (int i = next; i < holes.size() && holes.get(i).first().compareTo(range.last()) <= 0; i++) {
            AddressRange hole = holes.get(i);
            if (first.compareTo(hole.first()) < 0) {
                left.add(new AddressRange(first, hole.first().plus(-1)));
            }
            if (hole.last().compareTo(range.last()) >= 0) {
                return;
            }
            first = hole.last().plus(1);
        }
        left.add(new AddressRange(first, range.last()));
    }

    private static long count(List<AddressRange> ranges) {
        long sum = 0;
        for (AddressRange range : ranges) {
            sum = sum + range.count() < sum ? Long.MAX_VALUE : sum + range.count();
        }
        return sum;
    }

    private final class Shuffled implements Iterator<Address> {
        private final Permutation permutation;
        private long place;

        Shuffled(Permutation permutation) {
            this.permutation = permutation;
        }

        @Override
        public boolean hasNext() {
            return place < permutation.size();
        }

        @Override
        public Address next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return at(permutation.at(place++));
        }
    }

    private final class Walk implements Iterator<Address> {
        private int range;
        private long offset;

        @Override
        public boolean hasNext() {
            return range < ranges.size();
        }

        @Override
        public Address next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            AddressRange here = ranges.get(range);
            Address address = here.first().plus(offset++);
            if (address.compareTo(here.last()) == 0) {
                range++;
                offset = 0;
            }
            return address;
        }
    }
}
