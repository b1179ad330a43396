package paymap.pmap.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import paymap.words.Words;

/** Addresses of which something is known, as ranges that grow together: a swept network costs as much as one host. */
public final class AddressSet {

    private final TreeMap<Address, Address> ranges = new TreeMap<>(); // the first of each and its last; no two touch

    /** Of what is scanned. */
    public static AddressSet of(Targets targets) {
        AddressSet set = new AddressSet();
        for (AddressRange range : targets.ranges()) {
            set.add(range);
        }
        return set;
    }

    /**
     * Reads what {@link #toString} wrote, at most so many ranges of it.
     *
     * @param text addresses and ranges {@code a-b} by commas; empty = none
     * @throws IllegalArgumentException if a part of it is neither, or they are more
     */
    public static AddressSet of(String text, int most) {
        AddressSet set = new AddressSet();
        int read = 0;
        for (int start = 0; start < text.length(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String part = text.substring(start, end);
            if (++read > most) {
                throw new IllegalArgumentException(Words.say("more than %d ranges of addresses", most));
            }
            int dash = part.indexOf('-');
            Address first = Address.of(dash < 0 ? part : part.substring(0, dash));
            set.add(new AddressRange(first, dash < 0 ? first : Address.of(part.substring(dash + 1))));
            start = end + 1;
        }
        return set;
    }

    public void add(Address address) {
        if (!contains(address)) {
            add(new AddressRange(address, address));
        }
    }

    public void add(AddressRange range) {
        Address first = range.first();
        Address last = range.last();
        Map.Entry<Address, Address> before = ranges.floorEntry(first);
        if (before != null && joins(before.getValue(), first)) {
            first = before.getKey();
            last = higher(last, before.getValue());
        }
        for (Map.Entry<Address, Address> next = ranges.ceilingEntry(first);
                next != null && joins(last, next.getKey());
                next = ranges.ceilingEntry(first)) {
            last = higher(last, next.getValue());
            ranges.remove(next.getKey());
        }
        ranges.put(first, last);
    }

    public void addAll(AddressSet other) {
        for (AddressRange range : other.ranges()) {
            add(range);
        }
    }

    /** Those that are not in the other. */
    public AddressSet without(AddressSet holes) {
        AddressSet left = new AddressSet();
        ranges.forEach((first, last) -> left.addRest(first, last, holes));
        return left;
    }

    private void addRest(Address first, Address last, AddressSet holes) {
        Address from = first;
        Map.Entry<Address, Address> hole = holes.ranges.floorEntry(from);
        if (hole == null || hole.getValue().compareTo(from) < 0) {
            hole = holes.ranges.higherEntry(from);
        }
        while (hole != null && hole.getKey().compareTo(last) <= 0) {
            if (from.compareTo(hole.getKey()) < 0) {
                ranges.put(from, hole.getKey().plus(-1));
            }
            if (hole.getValue().compareTo(last) >= 0) {
                return;
            }
            from = hole.getValue().plus(1);
            hole = holes.ranges.higherEntry(hole.getKey());
        }
        ranges.put(from, last);
    }

    /** How many addresses; {@link Long#MAX_VALUE} where a long does not hold it. */
    public long count() {
        return Targets.of(ranges(), List.of()).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    public boolean contains(Address address) {
        Map.Entry<Address, Address> before = ranges.floorEntry(address);
        return before != null && before.getValue().compareTo(address) >= 0;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many ranges they make, which is what they cost. */
    public int size() {
        return ranges.size();
    }

    /** In ascending order; no two of them touch. */
    public List<AddressRange> ranges() {
        List<AddressRange> all = new ArrayList<>(ranges.size());
        ranges.forEach((first, last) -> all.add(new AddressRange(first, last)));
        return all;
    }

    /** Addresses and ranges by commas: {@code 192.0.2.1,192.0.2.4-192.0.2.9}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Address, Address> range : ranges.entrySet()) {
            text.append(text.isEmpty() ? "" : ",").append(range.getKey());
            if (!range.getKey().equals(range.getValue())) {
                text.append('-').append(range.getValue());
            }
        }
        return text.toString();
    }

    /** Whether a range that ends at the one goes on without a gap at the other, or beyond it. */
    private static boolean joins(Address last, Address first) {
        if (last.six() != first.six() || last.scope() != first.scope()) {
            return false;
        }
        return first.compareTo(last) <= 0 || first.plus(-1).equals(last);
    }

    private static Address higher(Address one, Address other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
