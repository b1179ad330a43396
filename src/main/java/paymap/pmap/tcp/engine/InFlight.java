package paymap.pmap.tcp.engine;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The probes of one host that are waited for, the oldest first; each also counts for the scan as a whole. Pure. */
final class InFlight {

    /** How many are waited for in the whole scan. */
    static final class Total {
        private int count;

        int count() {
            return count;
        }
    }

    private final Total total;
    private final ArrayDeque<Probe> probes = new ArrayDeque<>();
    private int count;

    InFlight(Total total) {
        this.total = total;
    }

    int count() {
        return count;
    }

    void add(Probe probe) {
        probes.addLast(probe);
        count++;
        total.count++;
    }

    /** Waits no longer for this one; nothing happens where that is so already. */
    void release(Probe probe) {
        if (!probe.isInFlight()) {
            return;
        }
        probe.release();
        count--;
        total.count--;
        for (Probe first = probes.peekFirst(); first != null && !first.isInFlight(); first = probes.peekFirst()) {
            probes.pollFirst();
        }
    }

    void releaseAll() {
        for (Probe first = probes.peekFirst(); first != null; first = probes.peekFirst()) {
            release(first);
        }
    }

    /** The one that is waited for longest; null = none is waited for. */
    @Nullable
    Probe oldest() {
        return probes.peekFirst();
    }
}
