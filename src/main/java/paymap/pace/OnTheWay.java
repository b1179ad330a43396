package paymap.pace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request between its permit and the wire. Finding the host and connecting take as long as they take, and a busy machine
 * takes longer: until the request has left, nobody else's may start, on whatever machine, or the two would reach the site
 * together. So the pace says meanwhile that the next permit is far off, and is put right when the request leaves.
 */
public final class OnTheWay {

    /** For so long others wait for a request that does not leave, because its process died or froze; chosen, not measured. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    /**
     * An older permit is looked at again before its request is written: what is left of {@link #LONGEST} is for a thread that
     * is late; chosen, not measured. Most connections stand in a tenth of it.
     */
    public static final Duration FRESH = Duration.ofSeconds(1);

    // Whoever looks holds the pace for that moment, and the one that all wait for needs it to tell that it has left.
    private static final Duration OFTENEST = Duration.ofMillis(20);
    private static final Duration SELDOMEST = Duration.ofSeconds(1);

    private OnTheWay() {}

    /** A request has its permit. Where no interval is kept, nobody waits for it. */
    public static PaceState begun(PaceState acquired) {
        return acquired.interval().isZero()
                ? acquired
                : acquired.withNextPermit(acquired.nextPermit().plus(LONGEST));
    }

    /**
     * It is on the wire.
     *
     * @param at when; where it came to nothing before that, when it got its permit
     * @param begun the next permit that {@link #begun} gave; if others took theirs since, the pace is only ever put off
     */
    public static PaceState left(PaceState state, Instant at, @Nullable Instant begun) {
        Instant next = at.plus(state.interval());
        return state.nextPermit().equals(begun) || next.isAfter(state.nextPermit())
                ? state.withNextPermit(next)
                : state;
    }

    /**
     * When it is worth while to ask for a permit: that of a request on its way comes sooner than the pace says.
     *
     * @param asked when the pace was read; all in the store's time
     */
    public static Instant worthAsking(PaceState state, Instant asked) {
        Instant next = state.nextPermit();
        if (next.isAfter(asked.plus(state.interval()))) {
            Instant look = later(next.minus(LONGEST), asked.plus(look(state.interval())));
            next = look.isBefore(next) ? look : next;
        }
        return later(next, state.blockedUntil());
    }

    private static Duration look(Duration interval) {
        Duration often = interval.compareTo(OFTENEST) < 0 ? OFTENEST : interval;
        return often.compareTo(SELDOMEST) > 0 ? SELDOMEST : often;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
