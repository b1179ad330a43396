package paymap.pace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of how a site takes our requests. It is kept in the database, so that a restart does not
 * forget that the site was angry, and several processes share one pace. Only {@link Pacer} changes it.
 *
 * @param interval between the starts of two requests now; never below what the user and robots.txt allow
 * @param nextTurn no request starts before
 * @param blockedUntil no request starts before, because the site refused; {@link Instant#EPOCH} = never refused
 * @param lastIncident when a refusal was last counted; EPOCH = never
 * @param patience how often the first wait has been doubled, 0 or more
 * @param caution refusals not yet forgiven, 0 or more
 * @param calmSince when the present time without a refusal showed its first answer
 * @param served requests served since {@code calmSince}
 * @param before what the calm before the last incident bore; null = no incident yet
 */
public record PaceState(
        Duration interval,
        Instant nextTurn,
        Instant blockedUntil,
        Instant lastIncident,
        int patience,
        int caution,
        Instant calmSince,
        long served,
        @Nullable Calm before) {

    /**
     * A time without refusals: how many requests were served in it, and how long it lasted.
     *
     * @param served 0 or more
     * @param lasted not negative
     */
    public record Calm(long served, Duration lasted) {}

    /** A site that was never asked anything. */
    public static PaceState fresh(Duration interval, Instant now) {
        return new PaceState(interval, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0, 0, now, 0, null);
    }

    /** The earliest moment for the next request. */
    public Instant turnAt() {
        return nextTurn.isAfter(blockedUntil) ? nextTurn : blockedUntil;
    }

    PaceState withInterval(Duration other) {
        return new PaceState(other, nextTurn, blockedUntil, lastIncident, patience, caution, calmSince, served, before);
    }

    PaceState withNextTurn(Instant other) {
        return new PaceState(interval, other, blockedUntil, lastIncident, patience, caution, calmSince, served, before);
    }

    PaceState withBlockedUntil(Instant other) {
        return new PaceState(interval, nextTurn, other, lastIncident, patience, caution, calmSince, served, before);
    }

    /** This state, with the requests counted that a newer copy of it has seen served since the same incident. */
    public PaceState countedLike(PaceState copy) {
        return copy.lastIncident.equals(lastIncident) && copy.served > served
                ? withServed(copy.served, copy.calmSince)
                : this;
    }

    PaceState withServed(long count, Instant since) {
        return new PaceState(interval, nextTurn, blockedUntil, lastIncident, patience, caution, since, count, before);
    }

    /** A new calm at another pace; the wait before it was long enough. */
    PaceState absolved(Duration faster, Instant now) {
        return new PaceState(
                faster, nextTurn, blockedUntil, lastIncident, patience, Math.max(0, caution - 2), now, 1, before);
    }

    PaceState forgiven(Duration faster, Instant now) {
        return new PaceState(
                faster,
                nextTurn,
                blockedUntil,
                lastIncident,
                Math.max(0, patience - 1),
                Math.max(0, caution - 1),
                now,
                0,
                before);
    }

    /** A new incident: the calm so far is put aside, and a new one begins when the wait is over. */
    PaceState refused(Duration slower, Instant until, Instant now, int nowPatient) {
        Duration lasted = Duration.between(calmSince, now);
        Calm calm = new Calm(served, lasted.isNegative() ? Duration.ZERO : lasted);
        return new PaceState(slower, nextTurn, until, now, nowPatient, caution + 1, until, 0, calm);
    }
}
