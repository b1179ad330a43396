package paymap.cli.rows.compare;

import org.jspecify.annotations.Nullable;
import paymap.salary.inference.Bounds;
import paymap.words.Numbers;
import paymap.words.Words;

/** Shares of 1 as people and scripts read them. */
final class Percent {

    private static final double HUNDRED = 100;
    private static final double TENTH = 0.1;
    private static final double TEN_THOUSAND = 10_000;

    private Percent() {}

    /** In whole percent, near the ends to a tenth: what is not 0 or 100 never reads so. */
    static String of(double share) {
        double percent = share * HUNDRED;
        if (percent == 0 || percent == HUNDRED) {
            return whole(percent);
        }
        if (percent < TENTH) {
            return "<0.1";
        }
        if (percent > HUNDRED - TENTH) {
            return ">99.9";
        }
        boolean isNearAnEnd = percent < 1 || percent > HUNDRED - 1;
        return isNearAnEnd ? Numbers.fixed(percent, 1) : whole(percent);
    }

    /** An interval in whole percent, each end rounded outwards, so that it holds no less than it is said to. */
    static String of(Bounds shares) {
        return Words.say(
                "%s to %s%%", whole(Math.floor(shares.low() * HUNDRED)), whole(Math.ceil(shares.high() * HUNDRED)));
    }

    private static String whole(double percent) {
        return Numbers.fixed(percent, 0);
    }

    /** For scripts: to a hundredth of a percent. */
    static @Nullable Double json(@Nullable Double share) {
        return share == null ? null : Math.round(share * TEN_THOUSAND) / TEN_THOUSAND;
    }
}
