package paymap.site.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.fault.FaultRule;

/**
 * How the made-up site behaves. Start from {@link #defaults()} and change what matters with the {@code with} methods;
 * each returns a changed copy, and none of what has been returned ever changes.
 */
public final class SandboxOptions {

    /** Lagou's protocols. */
    public enum Era {
        /** 2016 to 2020: a list page gives cookies, a POST to positionAjax.json gives rows. */
        CLASSIC,
        /** Since 2021: /wn/jobs carries the rows in the page itself. */
        RENDERED,
        /** Since 2022: a key is agreed on, and a POST to v2/positionAjax.json gives rows under it. */
        ENCRYPTED
    }

    /** Whose lists the site serves. */
    public enum Board {
        /** 拉勾, in the protocols of {@link Era}. */
        LAGOU("lagou"),
        /** Boss直聘. */
        BOSS("boss"),
        /** 智联招聘. */
        ZHILIAN("zhilian"),
        /** 51job (前程无忧). */
        JOB51("51job"),
        /** 猎聘. */
        LIEPIN("liepin");

        private final String word;

        Board(String word) {
            this.word = word;
        }

        /** What a person calls it by. */
        public String word() {
            return word;
        }

        /** Whether it tells no pay, or masks it, where a visitor is not logged in. */
        public boolean hidesPay() {
            return this == BOSS || this == ZHILIAN;
        }
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
     * A token bucket that locks a client out: the first request that finds it empty is refused, and so is everything else
     * until {@code lockout} has passed since that first refusal. Requests in between do not extend it. Then it is full.
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

    // Read by the site, and set here alone, before anybody has the object.
    int port;
    long seed = 1;
    Set<Era> eras = Set.of(Era.CLASSIC);

    @Nullable
    RateLimit limit;

    int sessionPages;
    WhenTooFast whenTooFast = WhenTooFast.STATE_2402;
    Duration latency = Duration.ZERO;
    List<FaultRule> faults = List.of();
    Duration secretLife = Duration.ofHours(24);
    int postings = 592;
    Board board = Board.LAGOU;
    boolean loggedIn = true;
    int refusals;

    private SandboxOptions() {}

    private SandboxOptions(SandboxOptions other) {
        this.port = other.port;
        this.seed = other.seed;
        this.eras = other.eras;
        this.limit = other.limit;
        this.sessionPages = other.sessionPages;
        this.whenTooFast = other.whenTooFast;
        this.latency = other.latency;
        this.faults = other.faults;
        this.secretLife = other.secretLife;
        this.postings = other.postings;
        this.board = other.board;
        this.loggedIn = other.loggedIn;
        this.refusals = other.refusals;
    }

    /** Any port, seed 1, classic era, no limit, no faults, no latency, 592 rows a city (of which 450 are shown). */
    public static SandboxOptions defaults() {
        return new SandboxOptions();
    }

    /**
     * The TCP port on 127.0.0.1, from 0 to 65,535; 0, the default, takes any free one.
     *
     * @throws IllegalArgumentException if it is out of range, in one sentence with the value
     */
    public SandboxOptions withPort(int port) {
        require(port >= 0 && port <= 65_535, "The port must be from 0 to 65535: " + port);
        return changed(copy -> copy.port = port);
    }

    /** Decides all postings and the order of faults: the same seed gives the same site. The default is 1. */
    public SandboxOptions withSeed(long seed) {
        return changed(copy -> copy.seed = seed);
    }

    /**
     * Which of Lagou's protocols are spoken; the classic one by default. In a site of several, each request goes to the era
     * it belongs to.
     *
     * @throws IllegalArgumentException if there is none
     */
    public SandboxOptions withEras(Set<Era> eras) {
        Set<Era> spoken = Set.copyOf(eras);
        require(!spoken.isEmpty(), "At least one era must be spoken.");
        return changed(copy -> copy.eras = spoken);
    }

    /** As {@link #withEras}, for a single one. */
    public SandboxOptions withEra(Era era) {
        return withEras(Set.of(era));
    }

    /** How fast a client may be; null, the default, means as fast as it likes. */
    public SandboxOptions withLimit(@Nullable RateLimit limit) {
        return changed(copy -> copy.limit = limit);
    }

    /** What a client hears that is over the limit; the JSON of state 2402 by default. */
    public SandboxOptions withWhenTooFast(WhenTooFast whenTooFast) {
        Objects.requireNonNull(whenTooFast, "whenTooFast");
        return changed(copy -> copy.whenTooFast = whenTooFast);
    }

    /**
     * How many pages of rows one session, or one secret of the encrypted era, is given before it is refused for ever;
     * 0, the default, means no end.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SandboxOptions withSessionPages(int sessionPages) {
        require(sessionPages >= 0, "The pages of a session must be 0 (no end) or more: " + sessionPages);
        return changed(copy -> copy.sessionPages = sessionPages);
    }

    /**
     * How long a secret of the encrypted era is good for; a day by default.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public SandboxOptions withSecretLife(Duration secretLife) {
        require(
                !secretLife.isNegative() && !secretLife.isZero(),
                "The life of a secret must be above 0: " + secretLife);
        return changed(copy -> copy.secretLife = secretLife);
    }

    /**
     * How long each reply is held back; zero, the default, not at all.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SandboxOptions withLatency(Duration latency) {
        require(!latency.isNegative(), "The latency must not be negative: " + latency);
        return changed(copy -> copy.latency = latency);
    }

    /**
     * What goes wrong on purpose, as {@link FaultRule#parse} reads it; nothing by default.
     *
     * @throws IllegalArgumentException in one sentence with the value and what is allowed
     */
    public SandboxOptions withFaults(String faults) {
        List<FaultRule> rules = FaultRule.parse(faults);
        return changed(copy -> copy.faults = rules);
    }

    /**
     * How many rows the list of a city says it has, from 0 to 1,000,000; 592 by default. The site shows the first 450 of
     * them, as Lagou did.
     *
     * @throws IllegalArgumentException if it is out of range, in one sentence with the value
     */
    public SandboxOptions withPostings(int postings) {
        require(
                postings >= 0 && postings <= MOST_POSTINGS,
                "The postings of a city must be from 0 to " + MOST_POSTINGS + ": " + postings);
        return changed(copy -> copy.postings = postings);
    }

    /** Whose lists are served, Lagou's by default. Eras, sessions and their limits are Lagou's alone. */
    public SandboxOptions withBoard(Board board) {
        Objects.requireNonNull(board, "board");
        return changed(copy -> copy.board = board);
    }

    /** Whether a board shows its pages as to somebody who is logged in, the default; see {@link Board#hidesPay}. */
    public SandboxOptions withLoggedIn(boolean loggedIn) {
        return changed(copy -> copy.loggedIn = loggedIn);
    }

    /**
     * How many lists a board refuses, the first that are asked for; 0, the default, means none. Lagou's refusals are those
     * of its limit and its sessions.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SandboxOptions withRefusals(int refusals) {
        require(refusals >= 0, "The lists to refuse must be 0 or more: " + refusals);
        return changed(copy -> copy.refusals = refusals);
    }

    /** See {@link #withSeed}. */
    public long seed() {
        return seed;
    }

    /** See {@link #withBoard}. */
    public Board board() {
        return board;
    }

    /** See {@link #withPostings}. */
    public int postings() {
        return postings;
    }

    private SandboxOptions changed(Consumer<SandboxOptions> change) {
        SandboxOptions copy = new SandboxOptions(this);
        change.accept(copy);
        return copy;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
