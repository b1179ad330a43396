package paymap.pmap.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Addresses to scan, each once, in order; only the ends of ranges are kept, so a /8 costs as much as one host. */
public final class Targets implements Iterable<Address> {

    private final List<AddressRange> ranges;
    private final long count;

    private Targets(List<AddressRange> ranges) {
        this.ranges = ranges;
        this.count = count(ranges);
    }

    /** Overlapping ranges are joined, what is excluded is cut out. */
    public static Targets of(List<AddressRange> wanted, List<AddressRange> excluded) {
        List<AddressRange> left = joined(wanted);
        for (AddressRange hole : excluded) {
            left = without(left, hole);
        }
        return new Targets(left);
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

    private static List<AddressRange> without(List<AddressRange> ranges, AddressRange hole) {
        List<AddressRange> left = new ArrayList<>();
        for (AddressRange range : ranges) {
            if (!range.touches(hole)) {
                left.add(range);
                continue;
            }
            if (range.first().compareTo(hole.first()) < 0) {
                left.add(new AddressRange(range.first(), hole.first().plus(-1)));
            }
            if (hole.last().compareTo(range.last()) < 0) {
                left.add(new AddressRange(hole.last().plus(1), range.last()));
            }
        }
        return left;
    }

    private static long count(List<AddressRange> ranges) {
        long sum = 0;
        for (AddressRange range : ranges) {
            sum = sum + range.count() < sum ? Long.MAX_VALUE : sum + range.count();
        }
        return sum;
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
