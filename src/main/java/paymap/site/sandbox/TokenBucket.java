package paymap.site.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.SandboxOptions.RateLimit;

/** The limit at work; see {@link RateLimit} for the rule. Safe for many threads. */
final class TokenBucket {
    private static final double NANOS = 1e9;

    private final RateLimit limit;
    private final InstantSource clock;
    private double tokens;
    private Instant filledAt;
    private @Nullable Instant lockedUntil;

    TokenBucket(RateLimit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.tokens = limit.burst();
        this.filledAt = clock.instant();
    }

    /** Takes a token and returns zero, or returns how long it is until the next one can be had. */
    synchronized Duration take() {
        Instant now = clock.instant();
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return Duration.between(now, lockedUntil);
        }
        fill(now);
        if (tokens >= 1) {
            tokens -= 1;
            return Duration.ZERO;
        }
        return refuse(now);
    }

    private void fill(Instant now) {
        if (lockedUntil != null) {
            tokens = limit.burst();
            lockedUntil = null;
        } else {
            double gained = Duration.between(filledAt, now).toNanos() / NANOS * limit.perSecond();
            tokens = Math.min(limit.burst(), tokens + Math.max(0, gained));
        }
        filledAt = now;
    }

    private Duration refuse(Instant now) {
        if (limit.lockout().isZero()) {
            return Duration.ofNanos((long) Math.ceil((1 - tokens) / limit.perSecond() * NANOS));
        }
        lockedUntil = now.plus(limit.lockout());
        return limit.lockout();
    }
}
