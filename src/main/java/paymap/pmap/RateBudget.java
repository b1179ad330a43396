package paymap.pmap;

/** Probes a second at most, as a bucket of tokens: pure, times in nanoseconds. */
public final class RateBudget {

    private static final double SECOND = 1e9;
    private static final double BURST = 0.01; // s; what a loop that sleeps a few ms can make up for

    private final double perNano;
    private final double most;
    private double tokens;
    private long countedAt;

    /** @param perSecond 0 = no limit */
    public RateBudget(int perSecond, long now) {
        this.perNano = perSecond / SECOND;
        this.most = Math.max(1, perSecond * BURST);
        this.tokens = 1;
        this.countedAt = now;
    }

    public boolean limited() {
        return perNano > 0;
    }

    public boolean take(long now) {
        if (!limited()) {
            return true;
        }
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Puts back what was taken and not used. */
    public void giveBack() {
        tokens = Math.min(most, tokens + 1);
    }

    /** Nanoseconds until the next token; 0 = there is one. */
    public long untilNext(long now) {
        if (!limited()) {
            return 0;
        }
        fill(now);
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perNano);
    }

    private void fill(long now) {
        tokens = Math.min(most, tokens + (now - countedAt) * perNano);
        countedAt = now;
    }
}
