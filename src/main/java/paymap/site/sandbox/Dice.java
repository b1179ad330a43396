package paymap.site.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.Fault.Mishap;
import paymap.site.sandbox.Fault.NoCookie;
import paymap.site.sandbox.Fault.PageOneForEver;
import paymap.site.sandbox.Fault.Sometimes;

/** Decides which request meets which mishap: a pure function of the seed and the request's number. */
final class Dice {
    private final long seed;
    private final List<Fault> faults;

    Dice(long seed, List<Fault> faults) {
        this.seed = seed;
        this.faults = faults;
    }

    /** The mishap of this request, or null when all goes well. */
    @Nullable
    Mishap roll(long number) {
        double left = Hash.fraction(Hash.of(seed, "fault", number));
        for (Fault fault : faults) {
            if (fault instanceof Sometimes sometimes) {
                left -= sometimes.share();
                if (left < 0) {
                    return sometimes.mishap();
                }
            }
        }
        return null;
    }

    /** Heads or tails for this request, independent of {@link #roll}. */
    boolean coin(long number) {
        return (Hash.of(seed, "coin", number) & 1) == 0;
    }

    /** The page that is really served to a client that asks for {@code page}. */
    int pageServedFor(int page) {
        for (Fault fault : faults) {
            if (fault instanceof PageOneForEver forEver && page > forEver.lastRightPage()) {
                return 1;
            }
        }
        return page;
    }

    boolean withoutCookies() {
        return faults.stream().anyMatch(NoCookie.class::isInstance);
    }
}
