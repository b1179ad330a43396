package paymap.job.age;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many are left after a time, by Kaplan and Meier (1958); whole numbers throughout, so that a half is a half. */
final class Survival {

    /**
     * Those whose time is known up to one moment.
     *
     * @param ended at it
     * @param lost from sight at it, and not ended by then
     */
    private record At(long ended, long lost) {
        private At with(At other) {
            return new At(Math.addExact(ended, other.ended), Math.addExact(lost, other.lost));
        }
    }

    private final TreeMap<Double, At> times = new TreeMap<>();
    private long size;

    /** So many ended after a time. */
    void ended(double after, long count) {
        add(after, new At(count, 0));
    }

    /** So many were still there after a time, and nothing later is known of them. */
    void stillThere(double after, long count) {
        add(after, new At(0, count));
    }

    private void add(double after, At at) {
        times.merge(after, at, At::with);
        size = Math.addExact(size, Math.addExact(at.ended, at.lost));
    }

    long size() {
        return size;
    }

    /** The first time after which at most half are left; null = the curve does not fall so far, or there is none. */
    @Nullable
    Double median() {
        BigInteger left = BigInteger.ONE;
        BigInteger all = BigInteger.ONE;
        long atRisk = size;
        for (Map.Entry<Double, At> time : times.entrySet()) {
            At at = time.getValue();
            if (at.ended > 0) {
                left = left.multiply(BigInteger.valueOf(atRisk - at.ended));
                all = all.multiply(BigInteger.valueOf(atRisk));
                if (left.shiftLeft(1).compareTo(all) <= 0) {
                    return time.getKey();
                }
            }
            atRisk -= at.ended + at.lost;
        }
        return null;
    }
}
