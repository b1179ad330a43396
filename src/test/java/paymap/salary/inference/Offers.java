package paymap.salary.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import paymap.salary.Midpoints;
import paymap.salary.PayCount;
import paymap.salary.Salary.Disclosed;
import paymap.salary.Salary.Interval;

/** Made-up offers: given ones, and populations to draw from whose figures are known. */
enum Offers {
    /** As many everywhere from 10000 to 30000. */
    EVEN(20_000) {
        @Override
        int one(Random random) {
            return 10_000 + random.nextInt(20_001);
        }
    },
    /** A long tail above: log-normal. */
    SKEW(15_000) {
        @Override
        int one(Random random) {
            return Math.max(1, (int) Math.round(15_000 * Math.exp(0.6 * random.nextGaussian())));
        }
    },
    /** Few figures that many offers share; 45 of 100 are below the median, 25 have it. */
    ROUND(15_000) {
        @Override
        int one(Random random) {
            return ROUND_FIGURES[random.nextInt(ROUND_FIGURES.length)];
        }
    },
    /** Two figures; 49 of 100 have the lower, and the median is the higher. */
    STEP(15_000) {
        @Override
        int one(Random random) {
            return random.nextInt(100) < 49 ? 12_500 : 15_000;
        }
    },
    /** Above nearly all of the others. */
    HIGH(30_000) {
        @Override
        int one(Random random) {
            return 18_000 + 500 * random.nextInt(49);
        }
    };

    private static final int[] ROUND_FIGURES = {
        8000, 8000, 10_000, 10_000, 10_000, 10_000, 12_500, 12_500, 12_500, 15_000,
        15_000, 15_000, 15_000, 15_000, 17_500, 20_000, 20_000, 20_000, 25_000, 30_000
    };

    private final double median;

    Offers(double median) {
        this.median = median;
    }

    abstract int one(Random random);

    double median() {
        return median;
    }

    Midpoints draw(Random random, int n) {
        return of(IntStream.range(0, n).map(i -> one(random)).toArray());
    }

    /** One offer for each monthly pay. */
    static Midpoints of(int... pays) {
        return Midpoints.of(Arrays.stream(pays).mapToObj(pay -> line(pay, 1)).toList());
    }

    /** A pay and its count, and so on. */
    static Midpoints table(int... payAndCount) {
        List<PayCount> lines = new ArrayList<>();
        for (int i = 0; i < payAndCount.length; i += 2) {
            lines.add(line(payAndCount[i], payAndCount[i + 1]));
        }
        return Midpoints.of(lines);
    }

    private static PayCount line(int pay, long count) {
        return new PayCount(new Disclosed(pay, pay, Interval.MONTH, 12), count);
    }
}
