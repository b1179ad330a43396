package paymap.figures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.salary.Midpoints;
import paymap.salary.inference.Bounds;
import paymap.salary.inference.Comparison;

/**
 * What the intervals of a comparison allow one to say of two groups. The difference of medians goes first; where its
 * interval holds 0, as it often does on round figures, the pairs may still tell.
 */
public enum Verdict {
    /** A group has too few offers to say anything. */
    NOTHING,
    /** There are figures and no intervals: a group has fewer than {@link Comparison#FEWEST_FOR_INTERVALS} offers. */
    NO_INTERVAL,
    /** The interval of the difference of medians is above 0. */
    FIRST_BY_MEDIAN,
    SECOND_BY_MEDIAN,
    /** It holds 0, but an offer of the first is the higher one in more than half of all pairs, by the whole interval. */
    FIRST_BY_PAIRS,
    SECOND_BY_PAIRS,
    /** The medians speak for one of the two and the pairs for the other. */
    CONTRADICTION,
    /** It begins at 0, and the pairs do not tell. */
    FIRST_OR_EQUAL,
    SECOND_OR_EQUAL,
    /** It holds 0, and the pairs do not tell. */
    NOT_TOLD;

    private static final double HALF = 0.5;

    /** For scripts, e.g. {@code first_by_median}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What can be said of two groups with offers enough to sum up.
     *
     * @param comparison of the first with the second
     */
    static Verdict of(Comparison comparison, Midpoints first, Midpoints second) {
        Bounds difference = comparison.differenceInterval();
        if (difference == null) {
            return NO_INTERVAL;
        }
        boolean firstMore = isMoreThanHalf(comparison.higherInterval());
        boolean secondMore = Comparison.of(second, first)
                .map(mirrored -> isMoreThanHalf(mirrored.higherInterval()))
                .orElse(false);
        if (difference.low() > 0) {
            return secondMore ? CONTRADICTION : FIRST_BY_MEDIAN;
        }
        if (difference.high() < 0) {
            return firstMore ? CONTRADICTION : SECOND_BY_MEDIAN;
        }
        return firstMore ? FIRST_BY_PAIRS : secondMore ? SECOND_BY_PAIRS : aroundZero(difference);
    }

    private static Verdict aroundZero(Bounds difference) {
        if (difference.low() == 0 && difference.high() > 0) {
            return FIRST_OR_EQUAL;
        }
        return difference.high() == 0 && difference.low() < 0 ? SECOND_OR_EQUAL : NOT_TOLD;
    }

    private static boolean isMoreThanHalf(@Nullable Bounds share) {
        return share != null && share.low() > HALF;
    }
}
