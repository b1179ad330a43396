package paymap.crawl.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way to the first page and to each new session: robots.txt first, then sessions, one request at a time, redirects
 * followed within the site. Pages wait meanwhile.
 */
final class Preparation {

    private static final int MOST_REDIRECTS = 5; // RFC 9309 2.3.1.2 asks for at least five of robots.txt

    private boolean robotsRead;
    private boolean underWay;
    private Instant notBefore = Instant.EPOCH;
    private int attempts;
    private int redirects;
    private @Nullable String nextAddress;

    /** @param obeyRobots whether robots.txt is to be read first */
    Preparation(boolean obeyRobots) {
        this.robotsRead = !obeyRobots;
    }

    boolean needsRobots() {
        return !robotsRead;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** A step that failed is not tried again earlier; {@link Instant#EPOCH} = at once. */
    Instant notBefore() {
        return notBefore;
    }

    /** Where an earlier step said to go on; null = at the beginning. */
    @Nullable
    String nextAddress() {
        return nextAddress;
    }

    /** Failures since something was last reached. */
    int attempts() {
        return attempts;
    }

    void started() {
        underWay = true;
    }

    void answered() {
        underWay = false;
    }

    void robotsRead() {
        robotsRead = true;
        reached();
    }

    /** What was wanted is there. */
    void reached() {
        attempts = 0;
        startOver();
    }

    /** The site is well. The way to another session, which may be under way, goes on where it is. */
    void pageServed() {
        attempts = 0;
    }

    /** @return whether to follow; false = it goes in a circle, and begins anew */
    boolean redirected(String address) {
        redirects++;
        nextAddress = address;
        if (redirects <= MOST_REDIRECTS) {
            return true;
        }
        startOver();
        return false;
    }

    /** The next step is the first one again. */
    void startOver() {
        redirects = 0;
        nextAddress = null;
    }

    /** @param retryAt no earlier is it tried again */
    void failed(Instant retryAt) {
        attempts++;
        notBefore = retryAt;
        startOver();
    }
}
