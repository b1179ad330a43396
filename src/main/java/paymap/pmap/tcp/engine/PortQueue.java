package paymap.pmap.tcp.engine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import paymap.pmap.Reason;

/**
 * Which port of a host is asked next: those that were put back, then each for the first time, then the silent ones once
 * more. A port is named by its place in the order of asking. Pure; times in nanoseconds.
 */
final class PortQueue {

    /** No port of the order: there is none to ask, or the port was not asked for. Whatever is done with it does nothing. */
    static final int NONE = -1;

    private static final long MILLIS = 1_000_000L;

    private final int ports;
    private final PortStates states;
    private final long start;
    private final int[] askedAt; // ms since the start, plus 1; 0 = not asked. An int a port: there may be 65535 x 512.
    private final ArrayDeque<Integer> requeued = new ArrayDeque<>();
    private final BitSet rechecked = new BitSet();
    private final Map<Integer, Integer> failures = new HashMap<>();
    private int cursor;
    private int[] repeats = {};
    private int repeated;

    /** @param ports how many */
    PortQueue(int ports, PortStates states, long start) {
        this.ports = ports;
        this.states = states;
        this.start = start;
        this.askedAt = new int[ports];
    }

    /** Whether {@link #take} would find none, but for ports whose state has become known. */
    boolean isEmpty() {
        return requeued.isEmpty() && cursor >= ports && repeated >= repeats.length;
    }

    boolean hasRequeued() {
        return !requeued.isEmpty();
    }

    /**
     * Takes the next port out.
     *
     * @param repeatedBefore silent ports asked at this time or earlier were repeated by the kernel, and are left out
     * @return its place, or {@link #NONE}
     */
    int take(long repeatedBefore) {
        int place = takeRequeued();
        while (place == NONE && cursor < ports) {
            // A host discovery probe may have asked it, or it is known from an earlier scan.
            place = askedAt[cursor] == 0 && !states.isKnown(cursor) ? cursor : NONE;
            cursor++;
        }
        while (place == NONE && repeated < repeats.length) {
            int silent = repeats[repeated++];
            place = isSilent(silent, repeatedBefore) ? silent : NONE;
        }
        return place;
    }

    /** Takes the next port that was put back, or {@link #NONE}. */
    int takeRequeued() {
        while (!requeued.isEmpty()) {
            int place = requeued.poll();
            if (!states.isKnown(place)) {
                return place;
            }
        }
        return NONE;
    }

    void asked(int place, long now) {
        if (place != NONE) {
            askedAt[place] = (int) ((now - start) / MILLIS) + 1;
        }
    }

    /** Whether the port was asked for, and has no state yet. */
    boolean isWanted(int place) {
        return place != NONE && !states.isKnown(place);
    }

    /** Puts a port back, to be asked before all others; nothing happens where its state has become known. */
    void requeue(int place) {
        if (isWanted(place)) {
            requeued.add(place);
        }
    }

    /**
     * Puts a port back that could not be asked.
     *
     * @param times how often at most; then its state is {@code otherwise}
     */
    void requeue(int place, int times, Reason otherwise) {
        if (isWanted(place) && failures.merge(place, 1, Integer::sum) > times) {
            states.set(place, otherwise);
        } else {
            requeue(place);
        }
    }

    /** @return whether this is the first time, so that it is to be asked once more */
    boolean recheck(int place) {
        if (place == NONE || rechecked.get(place)) {
            return false;
        }
        rechecked.set(place);
        return true;
    }

    /**
     * Puts all silent ports in once more, after all others were taken.
     *
     * @param repeatedBefore as for {@link #take}
     * @return whether there is any
     */
    boolean repeatSilent(long repeatedBefore) {
        int[] silent = new int[states.unknown()];
        int count = 0;
        for (int place = 0; place < ports; place++) {
            if (isSilent(place, repeatedBefore)) {
                silent[count++] = place;
            }
        }
        repeats = Arrays.copyOf(silent, count);
        repeated = 0;
        return count > 0;
    }

    private boolean isSilent(int place, long repeatedBefore) {
        return !states.isKnown(place) && start + (askedAt[place] - 1) * MILLIS > repeatedBefore;
    }
}
