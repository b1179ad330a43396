package paymap.site.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.fault.FaultRule;

/**
 * How the made-up site behaves. Start from {@link #defaults()} and change what matters with the {@code with} methods.
 *
 * @param port the TCP port on 127.0.0.1; 0 takes any free one
 * @param seed decides all postings and the order of faults: the same seed gives the same site
 * @param eras which of Lagou's protocols are spoken, at least one
 * @param limit how fast a client may be; null means as fast as it likes
 * @param sessionPages how many pages of rows one session, or one secret of the encrypted era, is given before it is refused for ever; 0 means no end
 * @param whenTooFast what a client hears that is over the limit
 * @param latency how long each reply is held back
 * @param faults what goes wrong, see {@link #parseFaults}
 * @param secretLife how long a secret of the encrypted era is good for, above zero
 * @param postings how many rows the list of a city has; the site shows the first 450 of them, as Lagou did
 */
public record SandboxOptions(
        int port,
        long seed,
        Set<Era> eras,
        @Nullable RateLimit limit,
        int sessionPages,
        WhenTooFast whenTooFast,
        Duration latency,
        List<FaultRule> faults,
        Duration secretLife,
        int postings) {

    /** Lagou's protocols. */
    public enum Era {
        /** 2016 to 2020: a list page gives cookies, a POST to positionAjax.json gives rows. */
        CLASSIC,
        /** Since 2021: /wn/jobs carries the rows in the page itself. */
        RENDERED,
        /** Since 2022: a key is agreed on, and a POST to v2/positionAjax.json gives rows under it. */
        ENCRYPTED
    }

    /** For {@link #withEras}. */
    public static final Set<Era> ALL_ERAS = Set.of(Era.values());

    /** What a client hears that is over the limit; each form is attested for Lagou but the last, which is HTTP's own. */
    public enum WhenTooFast {
        /** HTTP 200 with the JSON of state 2402; a page answers with the JavaScript challenge. */
        STATE_2402,
        /** A redirect to the login page on another host. */
        LOGIN,
        /** The JavaScript challenge; in the rendered era a redirect to it. */
        CHALLENGE,
        /** HTTP 429 with Retry-After in whole seconds. */
        HTTP_429
    }

    /**
     * A token bucket that locks a client out: the first request that finds it empty is refused, and so is everything else until
     * {@code lockout} has passed since that first refusal. Requests in between do not extend it. Then the bucket is full.
     *
     * @param perSecond how many requests a second the bucket gains, above 0
     * @param burst how many it holds, at least 1
     * @param lockout how long everything is refused after an overrun (the command's {@code --anger}); zero refuses single
     *     requests only
     */
    public record RateLimit(double perSecond, int burst, Duration lockout) {
        public RateLimit {
            require(perSecond > 0 && Double.isFinite(perSecond), "The limit must be above 0 a second: " + perSecond);
            require(burst >= 1, "The burst must be at least 1: " + burst);
            require(!lockout.isNegative(), "The anger must not be negative: " + lockout);
        }
    }

    /** Most rows a city may be told to have; beyond it ids would no longer be distinct. */
    private static final int MOST_POSTINGS = 1_000_000;

    public SandboxOptions {
        require(port >= 0 && port <= 65_535, "The port must be from 0 to 65535: " + port);
        require(sessionPages >= 0, "The pages of a session must be 0 (no end) or more: " + sessionPages);
        require(!latency.isNegative(), "The latency must not be negative: " + latency);
        require(
                postings >= 0 && postings <= MOST_POSTINGS,
                "The postings of a city must be from 0 to " + MOST_POSTINGS + ": " + postings);
        eras = Set.copyOf(eras);
        require(!eras.isEmpty(), "At least one era must be spoken.");
        require(
                !secretLife.isNegative() && !secretLife.isZero(),
                "The life of a secret must be above 0: " + secretLife);
        Objects.requireNonNull(whenTooFast, "whenTooFast");
        faults = FaultRule.checked(faults);
    }

    /** Any port, seed 1, classic era, no limit, no faults, no latency, 592 rows a city (of which 450 are shown). */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                1,
                Set.of(Era.CLASSIC),
                null,
                0,
                WhenTooFast.STATE_2402,
                Duration.ZERO,
                List.of(),
                Duration.ofHours(24),
                592);
    }

    /**
     * Reads faults as a person types them, parted by commas: {@code 500:0.05,reset:0.03,page1:4,nocookie}.
     *
     * @param text {@code 500}, {@code reset}, {@code cut}, {@code html}, {@code empty} and {@code oversize} with the
     *     share of requests they befall (0 to 1, together at most 1); {@code page1} with the last page that is right;
     *     {@code nocookie} alone. Blank means no faults
     * @throws IllegalArgumentException in one sentence with the value and what is allowed
     */
    public static List<FaultRule> parseFaults(String text) {
        return FaultRule.parse(text);
    }

    public SandboxOptions withPort(int newPort) {
        return new SandboxOptions(
                newPort, seed, eras, limit, sessionPages, whenTooFast, latency, faults, secretLife, postings);
    }

    public SandboxOptions withSeed(long newSeed) {
        return new SandboxOptions(
                port, newSeed, eras, limit, sessionPages, whenTooFast, latency, faults, secretLife, postings);
    }

    public SandboxOptions withEra(Era newEra) {
        return new SandboxOptions(
                port, seed, Set.of(newEra), limit, sessionPages, whenTooFast, latency, faults, secretLife, postings);
    }

    public SandboxOptions withEras(Set<Era> newEras) {
        return new SandboxOptions(
                port, seed, newEras, limit, sessionPages, whenTooFast, latency, faults, secretLife, postings);
    }

    public SandboxOptions withSecretLife(Duration newLife) {
        return new SandboxOptions(
                port, seed, eras, limit, sessionPages, whenTooFast, latency, faults, newLife, postings);
    }

    public SandboxOptions withLimit(@Nullable RateLimit newLimit) {
        return new SandboxOptions(
                port, seed, eras, newLimit, sessionPages, whenTooFast, latency, faults, secretLife, postings);
    }

    public SandboxOptions withSessionPages(int newPages) {
        return new SandboxOptions(
                port, seed, eras, limit, newPages, whenTooFast, latency, faults, secretLife, postings);
    }

    public SandboxOptions withWhenTooFast(WhenTooFast newAnswer) {
        return new SandboxOptions(
                port, seed, eras, limit, sessionPages, newAnswer, latency, faults, secretLife, postings);
    }

    public SandboxOptions withLatency(Duration newLatency) {
        return new SandboxOptions(
                port, seed, eras, limit, sessionPages, whenTooFast, newLatency, faults, secretLife, postings);
    }

    public SandboxOptions withFaults(List<FaultRule> newFaults) {
        return new SandboxOptions(
                port, seed, eras, limit, sessionPages, whenTooFast, latency, newFaults, secretLife, postings);
    }

    /** Faults as {@link #parseFaults} reads them. */
    public SandboxOptions withFaults(String newFaults) {
        return withFaults(parseFaults(newFaults));
    }

    public SandboxOptions withPostings(int newPostings) {
        return new SandboxOptions(
                port, seed, eras, limit, sessionPages, whenTooFast, latency, faults, secretLife, newPostings);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
