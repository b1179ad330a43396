package paymap.pmap.tcp.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import paymap.pmap.RttEstimator;
import paymap.pmap.target.Address;

/** How far away the subnets are that have answered, so that a new host of one is not waited for in full. Pure. */
final class SubnetRtts {

    /** A long list of hosts would otherwise fill the memory. Chosen; not measured. */
    private static final int MOST_SUBNETS = 256;

    /** Half of the usual wait of 1 s: hosts of a subnet are about, not exactly, equally far. Chosen; not measured. */
    private static final long SHORTEST_FIRST_WAIT = 500_000_000L;

    /** A host may be busier than the one that answered. Chosen; not measured. */
    private static final int SLOWER = 5;

    private final Map<Long, Long> rtts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
            return size() > MOST_SUBNETS;
        }
    };

    void put(Address host, long rtt) {
        rtts.put(host.subnet(), rtt);
    }

    /** @param longest never wait longer for one probe, in nanoseconds */
    RttEstimator estimator(Address host, long longest) {
        Long known = rtts.get(host.subnet());
        return new RttEstimator(longest, known == null ? longest : Math.max(SHORTEST_FIRST_WAIT, SLOWER * known));
    }
}
