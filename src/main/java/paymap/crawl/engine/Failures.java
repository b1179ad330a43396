package paymap.crawl.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.Outcome.Trouble;
import paymap.crawl.PageTask;
import paymap.words.Words;

/** Counts what came to nothing, in a row and in all: what {@link RetryRule} goes by. */
final class Failures {

    private final int threads;
    private final Map<String, Integer> brokenOfCity = new HashMap<>(); // since its last good page
    private final Map<String, Integer> emptyOfCity = new HashMap<>(); // against the site's own count
    private int fruitless; // requests answered since the last good page
    private int loginWalls;
    private int brokenInARow;
    private int silentInARow;
    private final Map<String, Integer> contents = new HashMap<>(); // of the last broken answer to each page
    private boolean wasEqual;
    private Instant lastBroken = Instant.EPOCH;
    private boolean lastWasALoginWall;
    private boolean everResponded;
    private String last = Words.say("nothing but sessions and redirects");

    /** @param threads requests that may be under way at once */
    Failures(int threads) {
        this.threads = threads;
    }

    /** Any request was answered, or failed. */
    void answered() {
        fruitless++;
    }

    /** The site is there, whatever it says. */
    void responded() {
        everResponded = true;
        silentInARow = 0;
    }

    /**
     * A page of a city is good: everything counted in a row begins anew. A session proves nothing: a site can open
     * sessions for ever.
     */
    void goodPage(String city) {
        responded();
        fruitless = 0;
        loginWalls = 0;
        brokenInARow = 0;
        brokenOfCity.remove(city);
        emptyOfCity.remove(city);
    }

    /**
     * Counts one failure.
     *
     * @param isNewIncident whether a refusal is not of the same burst as the one before
     * @param now when it was heard of
     */
    void count(Trouble trouble, InFlightRequest request, boolean isNewIncident, Instant now) {
        last = trouble.why();
        everResponded |= !(trouble instanceof Outcome.Unreachable);
        boolean isLoginWall = trouble instanceof Outcome.LoginRequired;
        loginWalls += isLoginWall && isNewIncident ? 1 : 0;
        lastWasALoginWall = isNewIncident ? isLoginWall : lastWasALoginWall;
        if (isRefusal(trouble)) {
            return;
        }
        Outcome.Broken broken = trouble instanceof Outcome.Broken answer ? answer : null;
        boolean isSilence = broken != null && broken.flaw() == Flaw.SILENCE;
        if (!isSilence) {
            silentInARow = 0;
        }
        if (request.sentAt.isAfter(lastBroken)) { // sixteen connections that break together are one accident
            brokenInARow++;
            silentInARow += isSilence ? 1 : 0;
            lastBroken = now;
        }
        if (request.page != null) {
            brokenOfCity.merge(request.page.city(), 1, Integer::sum);
            boolean isEmpty = broken != null && broken.flaw() == Flaw.EMPTY_AGAINST_COUNT;
            emptyOfCity.merge(request.page.city(), isEmpty ? 1 : 0, Integer::sum);
            int content = broken == null ? 0 : broken.content();
            Integer before = contents.put(request.page.city() + request.page.page(), content);
            wasEqual = content != 0 && before != null && before == content;
        }
    }

    /** Whether it was our pace or session, and not the answer, that was at fault. */
    static boolean isRefusal(Trouble trouble) {
        return trouble instanceof Outcome.Throttled || trouble instanceof Outcome.LoginRequired;
    }

    /**
     * Where the request stands whose failure was counted last.
     *
     * @param page that it was for; null = robots.txt or a session
     * @param attempt earlier failures of it
     * @param citiesUnderWay that are not ended yet
     */
    RetryRule.Situation situation(@Nullable PageTask page, int attempt, long citiesUnderWay) {
        RetryRule.InARow inARow = new RetryRule.InARow(loginWalls, brokenInARow, silentInARow);
        if (page == null) {
            return new RetryRule.Situation(attempt, false, inARow, null, everResponded);
        }
        RetryRule.OfCity city = new RetryRule.OfCity(
                brokenOfCity.getOrDefault(page.city(), 0),
                emptyOfCity.getOrDefault(page.city(), 0),
                threads - 1,
                citiesUnderWay == 1);
        return new RetryRule.Situation(attempt, wasEqual, inARow, city, everResponded);
    }

    /** What the last failure was, for people. */
    String last() {
        return last;
    }

    /** Of the refusals of this crawl; false = it was another, or there was none. */
    boolean lastRefusalWasALoginWall() {
        return lastWasALoginWall;
    }

    int brokenInARow() {
        return brokenInARow;
    }

    /** The pages of a city are over: what it came to says nothing on later ones. */
    void forgetEmpty(String city) {
        emptyOfCity.remove(city);
    }

    /** Whether it is time to leave the site alone. */
    boolean isEnough() {
        return fruitless >= RetryRule.MOST_FRUITLESS + threads;
    }

    String enough() {
        return Words.say("%d requests in a row brought no rows, the last trouble: %s", fruitless, last);
    }
}
