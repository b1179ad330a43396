package paymap.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of pace towards one site: pure functions from what was known to what is known now. Somebody else
 * keeps the state, and somebody else waits.
 *
 * <p>Three ideas. A start interval is measured where the request goes on the wire, so that a cold connection cannot
 * squeeze two requests together. A refusal halves the rate at first; from the second on, two quiet periods of different
 * length tell the limit itself: a bucket of {@code b} tokens filled with {@code r} a second serves {@code b + r·t}
 * in {@code t} seconds, whatever {@code b} is. And a wait that proved long enough is used again as it was: only a
 * wait after which nothing was served is doubled.
 */
public final class Pacer {

    /** The slowest start interval that refusals alone lead to; chosen, not measured. */
    public static final Duration SLOWEST = Duration.ofMinutes(1);

    // Where nothing else is said, a number was chosen and not measured. bench/run unknown shows how they do together
    // against a site that takes 4 requests a second and 8 at once, and locks out for 3 s who asks for more.

    /** Just above the 3 s that the site of bench/run unknown locks out for. */
    private static final Duration SHORTEST_FIRST_WAIT = Duration.ofMillis(3500);

    private static final int FIRST_WAIT_INTERVALS = 6;
    private static final Duration SHORTEST_CLEAN_WINDOW = Duration.ofSeconds(30);
    private static final int CLEAN_WINDOW_INTERVALS = 20;

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
    private static final int MOST_BACKOFF = 7; // attempts; half a minute

    /** With fewer requests served, one more or less would change the rate by a quarter. */
    private static final int ENOUGH_TO_JUDGE = 5;

    private static final double SHORT_QUIET_PERIOD = 1; // s
    private static final double USUAL_BURST = 2; // s of the limit
    private static final double UNPROVEN_RATE = 20; // a second

    /** The limit is learnt from whole requests and a clock that is not the site's, so it is not used to the full. */
    private static final double TARGET_UTILISATION = 0.94;

    private static final double SPEED_UP = 1.1;

    /** A refusal always slows, whatever the quiet periods seem to tell. */
    private static final double LEAST_SLOWDOWN = 0.9;

    /**
     * Clocks of two machines and a busy scheduler squeeze intervals by a few ms, and limits are strict: at 5/s these are
     * 4 ms. bench/run known keeps such a limit without a refusal.
     */
    private static final double SAFETY_MARGIN = 1.02;

    private final Duration floor;
    private final Random random;

    /**
     * @param rate the most the user allows
     * @param crawlDelay the most that robots.txt asks for between two requests; zero = nothing
     * @param random gives the jitter of waits
     */
    public Pacer(Rate rate, Duration crawlDelay, Random random) {
        Duration asked = scaled(rate.interval(), SAFETY_MARGIN);
        this.floor = asked.compareTo(crawlDelay) < 0 ? crawlDelay : asked;
        this.random = random;
    }

    /** The interval that is never gone below. */
    public Duration floor() {
        return floor;
    }

    /** What is remembered from before, fitted to what is allowed now; null = nothing is remembered. */
    public PaceState resume(@Nullable PaceState remembered, Instant now) {
        if (remembered == null) {
            return PaceState.fresh(floor, now);
        }
        return remembered.incidents().penalty() == 0 || remembered.interval().compareTo(floor) < 0
                ? remembered.withInterval(floor)
                : remembered;
    }

    /** A request starts now: the next one waits its interval, counted from this one's own permit if that is still ahead. */
    public PaceState acquired(PaceState state, Instant now) {
        Instant from = state.permitAt().isAfter(now) ? state.permitAt() : now;
        return state.withNextPermit(from.plus(state.interval()));
    }

    /** The request is on the wire: the interval counts from here. */
    public PaceState sent(PaceState state, Instant at) {
        Instant next = at.plus(state.interval());
        return next.isAfter(state.nextPermit()) ? state.withNextPermit(next) : state;
    }

    /**
     * A request was answered as hoped. A long quiet period takes one refusal back and goes a tenth faster, never faster
     * than the floor; it lasts twenty intervals, at least half a minute, and that for each refusal that still counts.
     *
     * @param proof whether the answer shows that a wait was long enough: a door that opens does not
     */
    public PaceState served(PaceState state, Instant now, boolean proof) {
        if (!proof && state.quiet().count() == 0) {
            return state;
        }
        PaceState counted = state.withQuiet(state.quiet().andOneAt(now));
        boolean atFullSpeed =
                state.incidents().penalty() == 0 && state.interval().compareTo(floor) <= 0;
        if (atFullSpeed || now.isBefore(counted.quiet().since().plus(cleanWindow(state)))) {
            return counted;
        }
        return counted.penaltyReduced(longer(scaled(state.interval(), 1 / SPEED_UP), floor), now);
    }

    /**
     * The site refused because of our pace.
     *
     * @param sentAt when the refused request went out; one sent before the last incident belongs to that one
     * @param retryAfter the time the site names, honoured in full; null or zero = it names none
     * @param slower whether the pace is to blame; false = only wait
     */
    public PaceState refused(
            PaceState state, Instant sentAt, Instant now, @Nullable Duration retryAfter, boolean slower) {
        boolean named = retryAfter != null && !retryAfter.isZero();
        if (!sentAt.isAfter(state.incidents().last())) {
            return named ? state.withBlockedUntil(later(state.blockedUntil(), now.plus(retryAfter))) : state;
        }
        boolean lastWaitTooShort =
                state.quiet().count() == 0 && state.incidents().penalty() > 0;
        int backoffLevel = state.incidents().backoffLevel() + (lastWaitTooShort && !named ? 1 : 0);
        Duration wait = named ? retryAfter : wait(backoffLevel);
        Duration interval = slower ? slowed(state, now) : state.interval();
        return state.refused(interval, later(state.blockedUntil(), now.plus(wait)), now, backoffLevel);
    }

    /**
     * It turns out that our pace was not to blame for the last two refusals.
     *
     * @param intervalBefore the interval before them; the floor where that is longer
     */
    public PaceState penaltyRevoked(PaceState state, Duration intervalBefore, Instant now) {
        return state.penaltyRevoked(longer(intervalBefore, floor), now);
    }

    /**
     * How long to wait before trying again after failures that have nothing to do with pace: half a second, doubled with
     * each further one up to 32 s, and at most a tenth more.
     *
     * @param attempt the failures so far; below 1 counts as 1
     */
    public Duration backoff(int attempt) {
        return Backoff.of(FIRST_BACKOFF, Math.min(Math.max(1, attempt), MOST_BACKOFF), random);
    }

    private Duration wait(int backoffLevel) {
        Duration first = longer(SHORTEST_FIRST_WAIT, floor.multipliedBy(FIRST_WAIT_INTERVALS));
        return Backoff.of(first, backoffLevel + 1, random);
    }

    private Duration slowed(PaceState state, Instant now) {
        long served = state.quiet().count();
        double seconds = seconds(Duration.between(state.quiet().since(), now));
        double rate = Math.min(1 / Math.max(seconds(state.interval()), 1e-4), bearable(served, seconds));
        double next =
                Math.min(Math.max(atLeast(served, rate, seconds), learned(state, seconds)), rate * LEAST_SLOWDOWN);
        Duration interval = Duration.ofNanos((long) (1e9 / next));
        Duration slowest = longer(SLOWEST, floor);
        return interval.compareTo(slowest) > 0 ? slowest : longer(interval, floor);
    }

    /**
     * Half the rate; less after a short quiet period that used up a burst, because a burst says little about what lasts:
     * then as if the burst had been worth two seconds of the limit, but no less than a quarter.
     */
    private static double atLeast(long served, double rate, double seconds) {
        boolean burst = seconds < SHORT_QUIET_PERIOD && served >= ENOUGH_TO_JUDGE;
        return burst ? Math.min(rate / 2, Math.max(rate / 4, served / (seconds + USUAL_BURST))) : rate / 2;
    }

    /** An unlimited or latency-bound rate says little; what was really served a second says more. */
    private static double bearable(long served, double seconds) {
        return served < ENOUGH_TO_JUDGE || seconds <= 0 ? UNPROVEN_RATE : served / seconds;
    }

    /** The limit that this quiet period and the one before it point to, in requests a second; 0 = they do not tell. */
    private static double learned(PaceState state, double seconds) {
        PaceState.QuietPeriod before = state.incidents().quietBefore();
        long served = state.quiet().count();
        if (before == null || before.served() < ENOUGH_TO_JUDGE || served < ENOUGH_TO_JUDGE) {
            return 0;
        }
        double longerBy = seconds - seconds(before.lasted());
        double moreServed = served - before.served();
        return longerBy < 1 || moreServed <= 0 ? 0 : TARGET_UTILISATION * moreServed / longerBy;
    }

    private static Duration cleanWindow(PaceState state) {
        Duration window = longer(SHORTEST_CLEAN_WINDOW, state.interval().multipliedBy(CLEAN_WINDOW_INTERVALS));
        return window.multipliedBy(Math.max(1, state.incidents().penalty()));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration scaled(Duration duration, double by) {
        return Duration.ofNanos((long) (duration.toNanos() * by));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
