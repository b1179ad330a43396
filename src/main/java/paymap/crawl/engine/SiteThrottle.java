package paymap.crawl.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlListener.Wait;
import paymap.crawl.CrawlListener.WaitKind;
import paymap.crawl.Ledger;
import paymap.pace.OnTheWay;
import paymap.pace.PaceState;
import paymap.pace.Pacer;
import paymap.pace.Rate;
import paymap.words.Words;

/**
 * The pace towards the site of this crawl: the pure {@link Pacer}, its state in the ledger, and how to tell of it. What
 * changes the pace happens in the ledger's time, and so does all that is asked with {@code now}.
 */
final class SiteThrottle {

    /** Without an interval there is nothing to share but refusals: so soon those of other processes are heard of. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100); // chosen, not measured

    private final String site;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Rate rate;
    private final Duration maxWait;
    private final Random random;
    private Pacer pacer;
    private PaceState state;
    private Instant asked; // when the ledger told the state
    private Instant freshUntil = Instant.EPOCH;
    private @Nullable Instant begun; // the next permit while a request of ours is on its way; null = none is
    private Instant lastGood;
    private String reason = "";
    private Duration beforeLast; // the interval before the last incident, and
    private Duration beforeThat; // before the one before

    SiteThrottle(String site, Ledger ledger, Crawler.Settings settings, Random random) {
        this.site = site;
        this.ledger = ledger;
        this.clock = ledger.clock();
        this.rate = settings.rate();
        this.maxWait = settings.maxWait();
        this.random = random;
        this.pacer = new Pacer(rate, Duration.ZERO, random);
        this.state = ledger.pace(site, pacer::resume);
        this.asked = clock.instant();
        this.lastGood = asked;
        this.beforeLast = state.interval();
        this.beforeThat = beforeLast;
    }

    /**
     * Takes the permit for a request if it is due, never waiting; of several processes only one gets it, and the others
     * none until the request {@linkplain #sent has left}.
     */
    boolean tryAcquire() {
        if (permitAt().isAfter(clock.instant())) {
            return false; // without asking the ledger
        }
        begun = null;
        if (state.interval().isZero() && clock.instant().isBefore(asked.plus(LOOK_AGAIN))) {
            freshUntil = Instant.MAX;
            return true;
        }
        return keepOrAcquire();
    }

    /**
     * Takes the permit if it is due, or keeps that of a request which is still on its way and whose permit has grown old.
     *
     * @return false = another has gone first, or the site has refused
     */
    boolean keepOrAcquire() {
        Instant before = clock.instant(); // the store may take its time, and others count from when it wrote the permit
        change((current, now) -> {
            boolean again = current.nextPermit().equals(begun); // ours is on its way, or was taken and the answer lost
            boolean due = again || !current.nextPermit().isAfter(now);
            if (!due || current.blockedUntil().isAfter(now)) {
                begun = null;
                return current;
            }
            PaceState acquired = again ? OnTheWay.left(current, now, begun) : pacer.acquired(current, now);
            PaceState after = OnTheWay.begun(acquired);
            begun = after.nextPermit();
            return after;
        });
        freshUntil = state.interval().isZero() ? Instant.MAX : before.plus(OnTheWay.FRESH);
        return begun != null;
    }

    /** Until when the last permit may be used without looking at the pace again. */
    Instant freshUntil() {
        return freshUntil;
    }

    /** When it is worth while to try. */
    Instant permitAt() {
        return OnTheWay.worthAsking(state, asked);
    }

    Duration interval() {
        return state.interval();
    }

    /** The request with the last permit has left, or come to nothing: another may follow one interval after this moment. */
    void sent(Instant at) {
        Instant mine = begun;
        begun = null;
        if (mine != null && !state.interval().isZero()) {
            change((current, now) -> OnTheWay.left(current, at, mine));
        }
    }

    /** No request may follow sooner than one interval after this moment. */
    void noSoonerThanAfter(Instant at) {
        if (!state.interval().isZero()) {
            change((current, now) -> pacer.sent(current, at));
        }
    }

    /** Counted in memory, and written with the next permit; what a quiet period changes is written at once. */
    void served(boolean proof) {
        Instant now = clock.instant();
        lastGood = proof ? now : lastGood; // a door that opens gives nothing
        PaceState counted = pacer.served(state, now, proof);
        if (counted.incidents().equals(state.incidents()) && counted.interval().equals(state.interval())) {
            state = counted;
        } else {
            change((current, then) -> pacer.served(current, then, proof)); // another crawl may have been refused
        }
    }

    /** Honours robots.txt from the request on that read it. */
    void crawlDelay(Duration delay, Instant robotsSentAt) {
        if (!delay.isZero()) {
            pacer = new Pacer(rate, delay, random);
            change((current, now) -> pacer.sent(pacer.resume(current, robotsSentAt), robotsSentAt));
        }
    }

    boolean isNewIncident(Instant sentAt) {
        return sentAt.isAfter(state.incidents().last());
    }

    /** @return whether this is a new incident, not one more refusal of the same burst */
    boolean refused(Instant sentAt, @Nullable Duration retryAfter, String why) {
        boolean isNew = isNewIncident(sentAt);
        if (isNew) {
            beforeThat = beforeLast;
            beforeLast = state.interval();
            reason = why;
        }
        change((current, now) -> pacer.refused(current, sentAt, now, retryAfter, true));
        return isNew;
    }

    /** The last two refusals were for the session's age, not our pace. */
    void revokePenalty() {
        change((current, now) -> pacer.penaltyRevoked(current, beforeThat, now));
    }

    Duration backoff(int attempt) {
        return pacer.backoff(attempt);
    }

    boolean waitIsTooLong(Instant now) {
        boolean blocked =
                state.blockedUntil().isAfter(now) && state.blockedUntil().isAfter(lastGood.plus(maxWait));
        return blocked || permitAt().isAfter(now.plus(maxWait));
    }

    String tooLong(Instant now) {
        String until = clockTime(state.permitAt(), now);
        return state.blockedUntil().isAfter(now)
                ? Words.say(
                        "the site refuses (%s) and is to be left alone until %s, longer than the longest wait of %s",
                        reason(), until, words(maxWait))
                : Words.say(
                        "the next request may start at %s, longer than the longest wait of %s", until, words(maxWait));
    }

    /** The wait that a refusal caused; null = none. */
    CrawlListener.@Nullable Wait waiting(Instant now) {
        Instant until = state.blockedUntil();
        return until.isAfter(now) ? new Wait(WaitKind.REFUSED, reason(), Duration.between(now, until), until) : null;
    }

    String explain(String request, Instant now) {
        String wait = words(Duration.between(now, state.blockedUntil()));
        return Words.say(
                "%s was refused (%s); waiting %s, then at most %s", request, reason, wait, new Rate(state.interval()));
    }

    /** An earlier crawl, or another process, may have been refused, or a person asked for it. */
    private String reason() {
        return reason.isEmpty() ? Words.say("another crawl was refused, or paymap pace was told so") : reason;
    }

    private void change(BiFunction<PaceState, Instant, PaceState> change) {
        state = ledger.pace(
                site, (current, now) -> change.apply(current == null ? state : current.countedLike(state), now));
        asked = clock.instant();
    }

    private static String words(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        return tenths < 600 ? Words.say("%.1f s", tenths / 10.0) : Words.say("%d min", Math.round(tenths / 600.0));
    }

    private static String clockTime(Instant at, Instant now) {
        String pattern = Duration.between(now, at).toHours() < 20 ? "HH:mm:ss" : "yyyy-MM-dd HH:mm";
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneId.of("UTC")).format(at) + " UTC";
    }
}
