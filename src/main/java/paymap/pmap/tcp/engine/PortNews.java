package paymap.pmap.tcp.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.target.PortSet;

/** Closed and filtered ports of a host since they were taken last; an open one is told by itself. Pure. */
final class PortNews {

    private static final Reason[] REASONS = Reason.values();
    private static final int FEW = 16;
    private static final int BITS_OF_REASON = 8;

    private final boolean wanted;
    private int[] news = {}; // port and reason in one: a set of bits for each host would be mostly empty
    private int count;

    /** @param wanted false = nothing is kept */
    PortNews(boolean wanted) {
        this.wanted = wanted;
    }

    void add(int port, Reason reason) {
        boolean told = reason.state() == PortState.CLOSED || reason.state() == PortState.FILTERED;
        if (!wanted || !told || reason == Reason.UNKNOWN) {
            return;
        }
        if (count == news.length) {
            news = Arrays.copyOf(news, Math.max(FEW, 2 * count));
        }
        news[count++] = port << BITS_OF_REASON | reason.ordinal();
    }

    /** Empties it. */
    Map<Reason, PortSet> take() {
        if (count == 0) {
            return Map.of();
        }
        Map<Reason, BitSet> bits = new EnumMap<>(Reason.class);
        for (int i = 0; i < count; i++) {
            Reason reason = REASONS[news[i] & (1 << BITS_OF_REASON) - 1];
            BitSet ports = bits.get(reason);
            if (ports == null) {
                ports = new BitSet();
                bits.put(reason, ports);
            }
            ports.set(news[i] >>> BITS_OF_REASON);
        }
        count = 0;
        Map<Reason, PortSet> taken = new EnumMap<>(Reason.class);
        bits.forEach((reason, ports) -> taken.put(reason, PortSet.of(ports)));
        return taken;
    }
}
