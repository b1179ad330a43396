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
 * a scan of TCP ports, a question is in flight until the usual answer would be there, and is heard until the
 * longest wait is over; silent hosts are asked again. Only hosts under way are kept.
 */
final class PingSweep {

    /** As fping -r1: one lost packet in a hundred leaves one host in ten thousand. */
    private static final int USUAL_RETRIES = 1;

    /** A host under way. */
    static final class Asked {
        final Address host;
        int tries;
        long firstAt;
        long sentAt;
        boolean inFlight;
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
    private final ArrayDeque<Asked> waiting = new ArrayDeque<>(); // in flight, the oldest first
    private final ArrayDeque<Asked> requeued = new ArrayDeque<>();
    private final ArrayDeque<Asked> listening = new ArrayDeque<>(); // all tries used, not in flight any more
    private int inFlight;
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
        if (inFlight >= settings.atOnce() || now < pausedUntil || !budget.take(now)) {
            return null;
        }
        Asked asked = nextRequeued();
        if (asked == null && targets.hasNext()) {
            asked = new Asked(targets.next());
            underWay.put(asked.host, asked);
        }
        if (asked == null) {
            budget.giveBack();
            return null;
        }
        asked.firstAt = asked.tries++ == 0 ? now : asked.firstAt;
        sent(asked, now);
        asked.inFlight = true;
        inFlight++;
        waiting.addLast(asked);
        return asked;
    }

    /** It is sent now, which may be a while after it was taken. */
    void sent(Asked asked, long now) {
        asked.sentAt = now;
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
        return Math.max(0, took) / 1000;
    }

    /** The question did not leave this machine because of a full queue: it goes back, and all wait a moment. */
    void putBack(Asked asked, long now, long pause) {
        release(asked);
        asked.tries--;
        requeued.addFirst(asked);
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
            if (!oldest.done && now < listensUntil(oldest)) {
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
        Asked oldest = waiting.peekFirst();
        if (oldest != null) {
            wait = Math.min(wait, oldest.sentAt + rtt.timeout(0) - now);
        }
        Asked listened = listening.peekFirst();
        if (listened != null) {
            wait = Math.min(wait, listensUntil(listened) - now);
        }
        if (inFlight < settings.atOnce() && (!requeued.isEmpty() || targets.hasNext())) {
            wait = Math.min(wait, Math.max(pausedUntil - now, budget.untilNext(now)));
        }
        return Math.max(0, wait);
    }

    /** The longest wait from the first question on, and half of it from the last. */
    private long listensUntil(Asked asked) {
        return Math.max(asked.firstAt + longest, asked.sentAt + longest / 2);
    }

    private void free(long now) {
        Asked oldest = waiting.peekFirst();
        while (oldest != null && now - oldest.sentAt >= rtt.timeout(0)) {
            release(oldest);
            (oldest.tries < tries ? requeued : listening).addLast(oldest);
            oldest = waiting.peekFirst();
        }
    }

    private @Nullable Asked nextRequeued() {
        for (Asked asked = requeued.poll(); asked != null; asked = requeued.poll()) {
            if (!asked.done) {
                return asked;
            }
        }
        return null;
    }

    private void release(Asked asked) {
        if (asked.inFlight) {
            asked.inFlight = false;
            inFlight--;
        }
        for (Asked first = waiting.peekFirst(); first != null && !first.inFlight; first = waiting.peekFirst()) {
            waiting.pollFirst();
        }
    }
}
