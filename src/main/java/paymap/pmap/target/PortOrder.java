package paymap.pmap.target;

import org.jspecify.annotations.Nullable;

/** The order in which the ports of one host are asked. */
public final class PortOrder {

    private final int[] ports;
    private final int fixed;
    private final @Nullable Permutation permutation;

    private PortOrder(int[] ports, int fixed, @Nullable Permutation permutation) {
        this.ports = ports;
        this.fixed = fixed;
        this.permutation = permutation;
    }

    /** As they stand; the array is shared, and must not change. */
    public static PortOrder of(int... ports) {
        return new PortOrder(ports, 0, null);
    }

    /**
     * In an order of this host's own, which takes no memory.
     *
     * @param fixed so many stay where they are, at the beginning
     */
    public PortOrder shuffled(int fixed, long seed, Address host) {
        long own = (seed * 31 + host.high()) * 31 + host.low();
        return new PortOrder(ports, fixed, new Permutation(ports.length - fixed, own));
    }

    /** How many ports. */
    public int count() {
        return ports.length;
    }

    /** The port at a place, which is from 0 to below {@link #count}. */
    public int at(int place) {
        return permutation == null || place < fixed ? ports[place] : ports[fixed + (int) permutation.at(place - fixed)];
    }
}
