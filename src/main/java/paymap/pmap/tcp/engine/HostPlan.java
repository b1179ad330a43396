package paymap.pmap.tcp.engine;

import java.util.Arrays;
import java.util.function.Predicate;
import paymap.pmap.RttEstimator;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;

/**
 * What holds for every host of a scan; shared, never written.
 *
 * @param order port numbers in the usual order of asking
 * @param discovery ports to ask first, in order; empty = a host is scanned whether it answers or not
 * @param settings how to scan
 * @param keepLateSockets whether a socket may still be answered after its probe is no longer waited for
 * @param neighbour whether the local network knows a silent host to be there
 * @param listener hears of results and decisions while the lock is held, so it must be quick
 * @param memory what is known before, and whether ports are kept track of
 */
public record HostPlan(
        int[] order,
        int[] discovery,
        ScanSettings settings,
        boolean keepLateSockets,
        Predicate<Address> neighbour,
        ScanListener listener,
        ScanMemory memory) {

    /** When Linux, macOS and Windows repeat an unanswered SYN for the first time (RFC 6298, 2.1). */
    static final long KERNEL_REPEATS = 1_000_000_000L;

    /** The first of the order, which are the common ones; chosen so that a silent host costs few probes. */
    private static final int FIRST_PORTS = 4;

    /** Web and login: asked of every host, as even a firewall that drops all else often lets them through. Chosen. */
    private static final int[] EXTRA_PORTS = {443, 80, 22};

    /** @param discover whether a host must answer one of the first probes before all its ports are asked */
    public static HostPlan of(
            int[] order, boolean discover, ScanSettings settings, Predicate<Address> neighbour, ScanListener listener) {
        int[] discovery = discover && !settings.assumeUp() ? discovery(order) : new int[0];
        // Shorter waits than this end before the kernel's repetition is answered; with a rate, sockets are not to pile
        // up.
        boolean late = settings.rate() == 0 && settings.longestWait().toNanos() >= KERNEL_REPEATS / 2;
        return new HostPlan(order, discovery, settings, late, neighbour, listener, ScanMemory.NONE);
    }

    /** The same for a scan that goes on, or keeps track of ports. */
    public HostPlan with(ScanMemory known) {
        return new HostPlan(order, discovery, settings, keepLateSockets, neighbour, listener, known);
    }

    /** How long after its sending a socket is closed, in nanoseconds; 0 = as soon as its probe is not waited for. */
    public long socketLives() {
        return keepLateSockets
                ? Math.max(settings.longestWait().toNanos(), KERNEL_REPEATS + 3 * RttEstimator.MIN_TIMEOUT)
                : 0;
    }

    /** The order for one host. */
    PortOrder portsOf(Address host) {
        PortOrder usual = PortOrder.of(order);
        if (!settings.shuffled()) {
            return usual;
        }
        // Who is there shows soonest at the common ports, which stand at the beginning.
        boolean all = discovery.length == 0 || discovery.length == order.length;
        return usual.shuffled(all ? 0 : FIRST_PORTS, settings.seed(), host);
    }

    /** The ports to ask first, in order, of a host whose ports are asked in this one. */
    int[] discoveryOf(PortOrder ofHost) {
        if (!settings.shuffled() || discovery.length != order.length) {
            return discovery;
        }
        int[] own = new int[order.length];
        for (int place = 0; place < own.length; place++) {
            own[place] = ofHost.at(place);
        }
        return own;
    }

    private static int[] discovery(int[] order) {
        if (order.length <= 2 * FIRST_PORTS) {
            return order.clone();
        }
        int[] ports = Arrays.copyOf(order, FIRST_PORTS + EXTRA_PORTS.length);
        int count = FIRST_PORTS;
        for (int port : EXTRA_PORTS) {
            boolean there = false;
            for (int i = 0; i < FIRST_PORTS; i++) {
                there |= order[i] == port;
            }
            if (!there) {
                ports[count++] = port;
            }
        }
        return Arrays.copyOf(ports, count);
    }
}
