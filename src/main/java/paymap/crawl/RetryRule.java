package paymap.crawl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome.Trouble;

/** What trouble means for the request, the page and the crawl. Pure. */
final class RetryRule {

    /** A page that failed this often is given up for the run. */
    static final int MOST_ATTEMPTS = 6;

    /** Page 1 in place of a later page ends its city the second time; a page that is too large is lost then. */
    static final int MOST_REPEATED = 2;

    /** So many pages of a city that come empty against the site's own count end it. */
    static final int MOST_EMPTY = 3;

    /** A session, or robots.txt, that could not be had this often ends the crawl. */
    static final int MOST_PREPARATIONS = 8;

    /** So many broken answers with nothing good between them: this is no job site, or it is down. */
    static final int MOST_BROKEN_IN_A_ROW = 12;

    /**
     * So many requests of any kind (pages, sessions, robots.txt, redirects, changes of era, refused or broken) without
     * a page of rows among them end the crawl; a page that each thread has under way comes on top. A crawl of the usual
     * kind needs 4 before its first page, and one of the strictest limits tried by us 6 between two pages.
     */
    static final int MOST_FRUITLESS = 40;

    /** So many broken pages of one city with no good one between them end the city; those under way come on top. */
    static final int MOST_FRUITLESS_OF_A_CITY = 12;

    /** A login page or challenge, and twice again with a fresh session after a pause: it means a person. */
    static final int MOST_DOORS_IN_A_ROW = 3;

    /** What to do. */
    sealed interface Decision {}

    /** Wait, take a fresh session, ask again; the page did not fail. */
    record Pause(@Nullable Duration retryAfter) implements Decision {}

    /** Ask this again after a moment; the attempt counts. */
    record TryAgain() implements Decision {}

    /** Go on without this page. */
    record GiveUp() implements Decision {}

    /** End the crawl. */
    record Stop(String why) implements Decision {}

    private RetryRule() {}

    /**
     * @param attempt failures of this request before this one
     * @param most attempts before it is given up
     * @param doors doors shown in a row, this one included
     * @param broken broken answers in a row, this one included
     * @param heardBefore whether the site ever answered in this crawl
     */
    static Decision on(Trouble trouble, int attempt, int most, int doors, int broken, boolean heardBefore) {
        if (trouble instanceof Outcome.Throttled throttled) {
            return new Pause(throttled.retryAfter());
        }
        if (trouble instanceof Outcome.SignedOut) {
            return doors < MOST_DOORS_IN_A_ROW
                    ? new Pause(null)
                    : new Stop("the site wants a person: " + trouble.why());
        }
        if (trouble instanceof Outcome.NeedsHuman) {
            return new Stop("the site wants a person: " + trouble.why());
        }
        if (trouble instanceof Outcome.Banned) {
            return new Stop("the site has banned this address: " + trouble.why());
        }
        if (trouble instanceof Outcome.Disallowed || trouble instanceof Outcome.Unspoken) {
            return new Stop(trouble.why());
        }
        if (trouble instanceof Outcome.Unreachable && !heardBefore) {
            return new Stop(trouble.why());
        }
        if (broken >= MOST_BROKEN_IN_A_ROW) {
            return new Stop(broken + " answers in a row were no use, the last: " + trouble.why());
        }
        return attempt + 1 < most ? new TryAgain() : new GiveUp();
    }
}
