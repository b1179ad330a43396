package paymap.pace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of how a site takes our requests. It is kept in the database, so that a restart does not
 * forget a refusal, and several processes share one pace. Only {@link Pacer} changes it, and a person
 * {@link ByHand}.
 *
 * @param interval between the starts of two requests now; never below what the user and robots.txt allow
 * @param nextPermit no request starts before
 * @param blockedUntil no request starts before, because the site refused; {@link Instant#EPOCH} = never refused
 * @param incidents what is remembered of refusals
 * @param quiet what the site has served since
 */
public record PaceState(
        Duration interval, Instant nextPermit, Instant blockedUntil, Incidents incidents, Served quiet) {

    /**
     * What is remembered of refusals; those of one burst are one incident.
     *
     * @param last when a refusal was last counted; {@link Instant#EPOCH} = never
     * @param backoffLevel how often the first wait has been doubled, 0 or more
     * @param penalty refusals that still count, 0 or more; the more, the longer the way back to full speed
     * @param quietBefore the quiet period that the last incident ended; null = no incident yet
     */
    public record Incidents(
            Instant last,
            int backoffLevel,
            int penalty,
            @Nullable QuietPeriod quietBefore) {

        static final Incidents NONE = new Incidents(Instant.EPOCH, 0, 0, null);

        Incidents less(int levels, int penalties) {
            return new Incidents(
                    last, Math.max(0, backoffLevel - levels), Math.max(0, penalty - penalties), quietBefore);
        }

        Incidents atLeast(int penalties) {
            return new Incidents(last, backoffLevel, Math.max(penalties, penalty), quietBefore);
        }
    }

    /**
     * The quiet period under way.
     *
     * @param since when it showed its first answer; before that, when it can begin
     * @param count requests served in it, 0 or more
     */
    public record Served(Instant since, long count) {

        /** One more; a quiet period begins with its first answer: waits and connecting say nothing about the site. */
        Served andOneAt(Instant now) {
            return new Served(count == 0 ? now : since, count + 1);
        }

        QuietPeriod endedAt(Instant now) {
            Duration lasted = Duration.between(since, now);
            return new QuietPeriod(count, lasted.isNegative() ? Duration.ZERO : lasted);
        }
    }

    /**
     * A time without refusals that is over: how many requests were served in it, and how long it lasted.
     *
     * @param served 0 or more
     * @param lasted not negative
     */
    public record QuietPeriod(long served, Duration lasted) {}

    /** A site that was never asked anything. */
    public static PaceState fresh(Duration interval, Instant now) {
        return new PaceState(interval, Instant.EPOCH, Instant.EPOCH, Incidents.NONE, new Served(now, 0));
    }

    /** The earliest moment for the next request. */
    public Instant permitAt() {
        return nextPermit.isAfter(blockedUntil) ? nextPermit : blockedUntil;
    }

    /** This state, with the requests counted that a newer copy of it has seen served since the same incident. */
    public PaceState countedLike(PaceState copy) {
        boolean newer = copy.incidents.last.equals(incidents.last) && copy.quiet.count > quiet.count;
        return newer ? withQuiet(copy.quiet) : this;
    }

    PaceState withInterval(Duration other) {
        return new PaceState(other, nextPermit, blockedUntil, incidents, quiet);
    }

    PaceState withNextPermit(Instant other) {
        return new PaceState(interval, other, blockedUntil, incidents, quiet);
    }

    PaceState withBlockedUntil(Instant other) {
        return new PaceState(interval, nextPermit, other, incidents, quiet);
    }

    PaceState withIncidents(Incidents other) {
        return new PaceState(interval, nextPermit, blockedUntil, other, quiet);
    }

    PaceState withQuiet(Served other) {
        return new PaceState(interval, nextPermit, blockedUntil, incidents, other);
    }

    /** The pace was not to blame for two refusals: they count no longer, and a new quiet period has begun. */
    PaceState penaltyRevoked(Duration faster, Instant now) {
        return new PaceState(faster, nextPermit, blockedUntil, incidents.less(0, 2), new Served(now, 1));
    }

    /** A long quiet period is over without an incident: one refusal counts no longer. */
    PaceState penaltyReduced(Duration faster, Instant now) {
        return new PaceState(faster, nextPermit, blockedUntil, incidents.less(1, 1), new Served(now, 0));
    }

    /** A new incident: the quiet period so far is kept for comparison, and a new one begins when the wait is over. */
    PaceState refused(Duration slower, Instant until, Instant now, int backoffLevel) {
        Incidents more = new Incidents(now, backoffLevel, incidents.penalty + 1, quiet.endedAt(now));
        return new PaceState(slower, nextPermit, until, more, new Served(until, 0));
    }
}
