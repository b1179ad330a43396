package paymap.pmap.ping;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.RateBudget;
import paymap.pmap.RttEstimator;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;

/**
 * Who is pinged next over a socket of our own, and when to give up on whom. Pure; times in nanoseconds. Like
 * a scan of TCP ports, a question gives its slot back once the usual answer would be there, and is heard until the
 * longest wait is over; silent hosts are asked again. Only hosts under way are kept.
 */
final class PingSweep {

    private static final int USUAL_RETRIES = 1;

    /** A host under way. */
    static final class Asked {
        final Address host;
        int tries;
        long firstAt;
        long sentAt;
        boolean holdsSlot;
        boolean done;

        Asked(Address host) {
            this.host = host;
        }
    }

    private final Iterator<Address> targets;
    private final ScanSettings settings;
    private final int tries;
    private final long longest;
    private final RttEstimator rtt;
    private final RateBudget budget;
    private final Map<Address, Asked> underWay = new HashMap<>();
    private final ArrayDeque<Asked> waiting = new ArrayDeque<>(); // with a slot, the oldest first
    private final ArrayDeque<Asked> again = new ArrayDeque<>();
    private final ArrayDeque<Asked> listening = new ArrayDeque<>(); // all tries used, without a slot
    private int slots;
    private long pausedUntil;

    PingSweep(Iterator<Address> targets, ScanSettings settings, long now) {
        this.targets = targets;
        this.settings = settings;
        this.tries = 1 + (settings.retries() == ScanSettings.AS_NEEDED ? USUAL_RETRIES : settings.retries());
        this.longest = settings.longestWait().toNanos();
        this.rtt = new RttEstimator(longest, longest);
        this.budget = new RateBudget(settings.rate(), now);
        this.pausedUntil = now;
    }

    boolean over() {
        return underWay.isEmpty() && !targets.hasNext();
    }

    /** The next host to ask, or null where none may be asked now. */
    @Nullable
    Asked next(long now) {
        if (slots >= settings.atOnce() || now < pausedUntil || !budget.take(now)) {
            return null;
        }
        Asked asked = nextAgain();
        if (asked == null && targets.hasNext()) {
            asked = new Asked(targets.next());
            underWay.put(asked.host, asked);
        }
        if (asked == null) {
            budget.giveBack();
            return null;
        }
        asked.firstAt = asked.tries++ == 0 ? now : asked.firstAt;
        asked.sentAt = now;
        asked.holdsSlot = true;
        slots++;
        waiting.addLast(asked);
        return asked;
    }

    /** @return microseconds since it was asked last; -1 = it was not asked, or has answered before */
    long answered(Address host, long now) {
        Asked asked = underWay.remove(host);
        if (asked == null) {
            return -1;
        }
        release(asked);
        asked.done = true;
        long took = now - asked.sentAt;
        rtt.update(took);
        return took / 1000;
    }

    /** The question did not leave this machine because of a full queue: it goes back, and all wait a moment. */
    void putBack(Asked asked, long now, long pause) {
        release(asked);
        asked.tries--;
        again.addFirst(asked);
        pausedUntil = now + pause;
    }

    /** It makes no sense to ask this host. */
    void drop(Asked asked) {
        release(asked);
        asked.done = true;
        underWay.remove(asked.host);
    }

    /** @return a host that nobody will wait for any more; null = none now; ask until null */
    @Nullable
    Address givenUp(long now) {
        free(now);
        for (Asked oldest = listening.peekFirst(); oldest != null; oldest = listening.peekFirst()) {
            if (!oldest.done && now < hearsUntil(oldest)) {
                return null;
            }
            listening.pollFirst();
            if (!oldest.done) {
                oldest.done = true;
                underWay.remove(oldest.host);
                return oldest.host;
            }
        }
        return null;
    }

    /** Nanoseconds until there is something to do by time alone. */
    long untilNext(long now) {
        long wait = longest;
        for (Asked oldest = waiting.peekFirst(); oldest != null; oldest = waiting.peekFirst()) {
            if (oldest.holdsSlot) {
                wait = Math.min(wait, oldest.sentAt + rtt.timeout(0) - now);
                break;
            }
            waiting.pollFirst();
        }
        Asked listened = listening.peekFirst();
        if (listened != null) {
            wait = Math.min(wait, hearsUntil(listened) - now);
        }
        if (slots < settings.atOnce() && (!again.isEmpty() || targets.hasNext())) {
            wait = Math.min(wait, Math.max(pausedUntil - now, budget.untilNext(now)));
        }
        return Math.max(0, wait);
    }

    /** The longest wait from the first question on, and half of it from the last. */
    private long hearsUntil(Asked asked) {
        return Math.max(asked.firstAt + longest, asked.sentAt + longest / 2);
    }

    private void free(long now) {
        for (Asked oldest = waiting.peekFirst(); oldest != null; oldest = waiting.peekFirst()) {
            if (oldest.holdsSlot) {
                if (now - oldest.sentAt < rtt.timeout(0)) {
                    return;
                }
                release(oldest);
                (oldest.tries < tries ? again : listening).addLast(oldest);
            }
            waiting.pollFirst();
        }
    }

    private @Nullable Asked nextAgain() {
        for (Asked asked = again.poll(); asked != null; asked = again.poll()) {
            if (!asked.done) {
                return asked;
            }
        }
        return null;
    }

    private void release(Asked asked) {
        if (asked.holdsSlot) {
            asked.holdsSlot = false;
            slots--;
        }
    }
}
