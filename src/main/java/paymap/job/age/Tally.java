package paymap.job.age;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values with how often each came. */
final class Tally {

    private final TreeMap<Double, Long> counts = new TreeMap<>();
    private long size;

    void add(double value, long times) {
        counts.merge(value, times, Math::addExact);
        size = Math.addExact(size, times);
    }

    long size() {
        return size;
    }

    /**
     * Interpolated as PERCENTILE_CONT in SQL (type 7 in R).
     *
     * @param share from 0 to 1
     * @return null = there are no values
     */
    @Nullable
    Double quantile(double share) {
        if (size == 0) {
            return null;
        }
        double place = (size - 1) * share;
        long below = (long) Math.floor(place);
        double low = at(below);
        return low + (at(Math.min(below + 1, size - 1)) - low) * (place - below);
    }

    private double at(long place) {
        long passed = 0;
        for (Map.Entry<Double, Long> value : counts.entrySet()) {
            passed += value.getValue();
            if (place < passed) {
                return value.getKey();
            }
        }
        throw new IllegalArgumentException("place " + place + " of " + size);
    }
}
