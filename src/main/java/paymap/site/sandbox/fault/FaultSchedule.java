package paymap.site.sandbox.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.SeededHash;
import paymap.site.sandbox.fault.FaultRule.NoCookie;
import paymap.site.sandbox.fault.FaultRule.PageOneForEver;
import paymap.site.sandbox.fault.FaultRule.Sometimes;

/** Decides which request meets which fault: a pure function of the seed and the request's number. */
public final class FaultSchedule {
    private final long seed;
    private final List<FaultRule> rules;

    /** The schedule of a site: the same seed and rules give the same one. */
    public FaultSchedule(long seed, List<FaultRule> rules) {
        this.seed = seed;
        this.rules = rules;
    }

    /** The fault of this request, or null when all goes well. */
    @Nullable
    public Fault faultOf(long number) {
        double left = SeededHash.fraction(SeededHash.of(seed, "fault", number));
        for (FaultRule rule : rules) {
            if (rule instanceof Sometimes sometimes) {
                left -= sometimes.share();
                if (left < 0) {
                    return sometimes.fault();
                }
            }
        }
        return null;
    }

    /** Heads or tails for this request, independent of {@link #faultOf}. */
    public boolean coin(long number) {
        return (SeededHash.of(seed, "coin", number) & 1) == 0;
    }

    /** The page that is really served to a client that asks for {@code page}. */
    public int pageServedFor(int page) {
        for (FaultRule rule : rules) {
            if (rule instanceof PageOneForEver forEver && page > forEver.lastRightPage()) {
                return 1;
            }
        }
        return page;
    }

    /** Whether pages set no cookie and requests are served without one. */
    public boolean withoutCookies() {
        return rules.stream().anyMatch(NoCookie.class::isInstance);
    }
}
