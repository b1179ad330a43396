package paymap.pace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of how a site takes our requests. It is kept in the database, so that a restart does not
 * forget that the site was angry, and several processes share one pace. Only {@link Pacer} changes it.
 *
 * @param interval between the starts of two requests now; never below what the user and robots.txt allow
 * @param nextPermit no request starts before
 * @param blockedUntil no request starts before, because the site refused; {@link Instant#EPOCH} = never refused
 * @param lastIncident when a refusal was last counted; EPOCH = never
 * @param backoffLevel how often the first wait has been doubled, 0 or more
 * @param penalty refusals that still count, 0 or more; the more, the longer the way back to full speed
 * @param quietSince when the present time without a refusal showed its first answer
 * @param served requests served since {@code quietSince}
 * @param before the quiet period that the last incident ended; null = no incident yet
 */
public record PaceState(
        Duration interval,
        Instant nextPermit,
        Instant blockedUntil,
        Instant lastIncident,
        int backoffLevel,
        int penalty,
        Instant quietSince,
        long served,
        @Nullable QuietPeriod before) {

    /**
     * A time without refusals: how many requests were served in it, and how long it lasted.
     *
     * @param served 0 or more
     * @param lasted not negative
     */
    public record QuietPeriod(long served, Duration lasted) {}

    /** A site that was never asked anything. */
    public static PaceState fresh(Duration interval, Instant now) {
        return new PaceState(interval, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0, 0, now, 0, null);
    }

    /** The earliest moment for the next request. */
    public Instant permitAt() {
        return nextPermit.isAfter(blockedUntil) ? nextPermit : blockedUntil;
    }

    PaceState withInterval(Duration other) {
        return new PaceState(
                other, nextPermit, blockedUntil, lastIncident, backoffLevel, penalty, quietSince, served, before);
    }

    PaceState withNextPermit(Instant other) {
        return new PaceState(
                interval, other, blockedUntil, lastIncident, backoffLevel, penalty, quietSince, served, before);
    }

    PaceState withBlockedUntil(Instant other) {
        return new PaceState(
                interval, nextPermit, other, lastIncident, backoffLevel, penalty, quietSince, served, before);
    }

    /** This state, with the requests counted that a newer copy of it has seen served since the same incident. */
    public PaceState countedLike(PaceState copy) {
        return copy.lastIncident.equals(lastIncident) && copy.served > served
                ? withServed(copy.served, copy.quietSince)
                : this;
    }

    PaceState withServed(long count, Instant since) {
        return new PaceState(
                interval, nextPermit, blockedUntil, lastIncident, backoffLevel, penalty, since, count, before);
    }

    /** The pace was not to blame for two refusals: they count no longer, and a new quiet period begins. */
    PaceState penaltyRevoked(Duration faster, Instant now) {
        return new PaceState(
                faster, nextPermit, blockedUntil, lastIncident, backoffLevel, Math.max(0, penalty - 2), now, 1, before);
    }

    PaceState penaltyReduced(Duration faster, Instant now) {
        return new PaceState(
                faster,
                nextPermit,
                blockedUntil,
                lastIncident,
                Math.max(0, backoffLevel - 1),
                Math.max(0, penalty - 1),
                now,
                0,
                before);
    }

    /** A new incident: the quiet period so far is kept for comparison, and a new one begins when the wait is over. */
    PaceState refused(Duration slower, Instant until, Instant now, int newLevel) {
        Duration lasted = Duration.between(quietSince, now);
        QuietPeriod quiet = new QuietPeriod(served, lasted.isNegative() ? Duration.ZERO : lasted);
        return new PaceState(slower, nextPermit, until, now, newLevel, penalty + 1, until, 0, quiet);
    }
}
