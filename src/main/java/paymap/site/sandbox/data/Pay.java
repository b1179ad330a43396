package paymap.site.sandbox.data;

import java.util.Locale;
import java.util.Random;
import paymap.site.sandbox.data.Titles.Seniority;

/**
 * Makes up pay in the shapes and shares of 37,942 real rows: {@code 15k-30k} 96.8 %, {@code 15K-30K} 2.8 %,
 * {@code 20k以上} 0.4 %, {@code 35k以下} next to never; the upper end is never more than twice the lower. Other boards also
 * print {@code 面议} and, for trainees, {@code 150-200/天}: a few of each are among them.
 */
final class Pay {
    private record Range(int low, int high) {
        double middle() {
            return (low + high) / 2.0;
        }
    }

    /** A little below the real shares: what is rare is never taken already, so more of it stays in a list. */
    private static final double CAPITAL_K = 0.016;

    private static final double OPEN_ENDED = 0.001;
    private static final double OPEN_BELOW = 0.0002;

    /** What 3 to 5 years and a bachelor's degree pay where nothing else moves it, in k. */
    private static final double USUAL_MIDDLE = 23;

    private static final double SPREAD = 0.09;
    private static final double BEST_KEYWORD = 1.1;
    private static final double WORST_KEYWORD = 0.9;
    private static final double TRAINEES_BY_THE_DAY = 0.2;

    private static final Weighted<Range> RANGES = new Weighted<Range>()
            .add(82, new Range(15, 30))
            .add(52, new Range(20, 40))
            .add(46, new Range(15, 25))
            .add(44, new Range(10, 20))
            .add(26, new Range(10, 15))
            .add(24, new Range(8, 15))
            .add(21, new Range(20, 30))
            .add(19, new Range(25, 35))
            .add(18, new Range(25, 50))
            .add(16, new Range(20, 35))
            .add(13, new Range(15, 20))
            .add(12, new Range(8, 16))
            .add(9, new Range(12, 24))
            .add(8, new Range(12, 20))
            .add(7, new Range(18, 35))
            .add(7, new Range(8, 12))
            .add(6, new Range(25, 40))
            .add(6, new Range(30, 60))
            .add(6, new Range(6, 10))
            .add(6, new Range(6, 12))
            .add(5, new Range(25, 45))
            .add(5, new Range(13, 25))
            .add(5, new Range(30, 50))
            .add(5, new Range(10, 18))
            .add(4, new Range(18, 30))
            .add(4, new Range(18, 36))
            .add(4, new Range(4, 8))
            .add(4, new Range(5, 8))
            .add(3, new Range(12, 18))
            .add(3, new Range(9, 15))
            .add(3, new Range(7, 12))
            .add(3, new Range(35, 65))
            .add(2, new Range(16, 30))
            .add(2, new Range(13, 26))
            .add(2, new Range(40, 70))
            .add(2, new Range(3, 6))
            .add(1, new Range(50, 80))
            .add(1, new Range(14, 28))
            .add(0.3, new Range(60, 120))
            .add(0.1, new Range(1, 1));

    /** Only a trainee is paid by the day. */
    private static final Weighted<String> BY_THE_DAY = new Weighted<String>()
            .add(3, "100-150/天")
            .add(2, "120-150/天")
            .add(4, "150-200/天")
            .add(2, "200-250/天")
            .add(2, "200-300/天");

    private final double keyword;
    private final Random random;

    Pay(String keyword, Random random) {
        double place = SeededHash.fraction(SeededHash.of("pay", keyword));
        this.keyword = WORST_KEYWORD + place * (BEST_KEYWORD - WORST_KEYWORD);
        this.random = random;
    }

    String next(Seniority seniority, Terms terms) {
        if (random.nextDouble() < Market.of(terms.city()).silent()) {
            return "面议";
        }
        if (seniority == Seniority.TRAINEE && random.nextDouble() < TRAINEES_BY_THE_DAY) {
            return BY_THE_DAY.draw(random);
        }
        double shape = random.nextDouble();
        if (shape < OPEN_ENDED) {
            return openEnded(seniority, terms);
        }
        Range range = range(seniority, terms);
        if (shape < OPEN_ENDED + OPEN_BELOW) {
            return range.high() + "k以下";
        }
        String text = range.low() + "k-" + range.high() + "k";
        return shape > 1 - CAPITAL_K ? text.toUpperCase(Locale.ROOT) : text;
    }

    /** Pay with no upper end, such as 20k以上. */
    String openEnded(Seniority seniority, Terms terms) {
        return range(seniority, terms).low() + "k以上";
    }

    private Range range(Seniority seniority, Terms terms) {
        double expected = USUAL_MIDDLE
                * keyword
                * factor(seniority)
                * Market.of(terms.city()).pay(terms.district())
                * terms.experience().pay()
                * terms.education().pay();
        return RANGES.draw(random, range -> closeness(range.middle(), expected));
    }

    /** A bell over their ratio: half at some 30 % more than expected. */
    private static double closeness(double middle, double expected) {
        double apart = (middle - expected) * (middle - expected) / (middle * expected); // nearly the logarithm, squared
        return StrictMath.exp(-apart / SPREAD);
    }

    private static double factor(Seniority seniority) {
        return switch (seniority) {
            case TRAINEE -> 0.4;
            case JUNIOR -> 0.9;
            case USUAL -> 1;
            case SENIOR -> 1.05;
            case LEADING -> 1.1;
        };
    }
}
