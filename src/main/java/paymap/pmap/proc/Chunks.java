package paymap.pmap.proc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import paymap.pmap.ScanPlan;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;

/** Cuts a plan into chunks as they are asked for: hosts in runs, or the ports of a single host in slices. Pure. */
final class Chunks {

    /** A chunk is about a host with all its ports: 1 to 3 s of work, which is what a dead worker costs. Chosen. */
    private static final int PROBES = 1 << 16;

    /** Ports of a single host in a chunk: all 65535 make 16, so that workers end about together. Chosen. */
    private static final int SLICE = 4096;

    /** Chunks a worker gets at least, so that one slow chunk is not the whole wait. Chosen; not measured. */
    private static final int SHARES = 4;

    /** More would make a worker that dies costly, fewer would let it wait too often for the next. Chosen. */
    private static final int MOST_PINGED = 1024;

    /** As many as are asked at once unless told otherwise. */
    private static final int FEWEST_PINGED = 64;

    private final ScanPlan plan;
    private final int[] order;
    private final int slices;
    private final long hostsEach;
    private final List<AddressRange> ranges;
    private final @Nullable Iterator<Address> shuffled; // null = hosts come by their addresses
    private final ArrayDeque<Chunk> requeued = new ArrayDeque<>();
    private int slice;
    private int range;
    private long offset;

    Chunks(ScanPlan plan, int workers, Random random) {
        this.plan = plan;
        this.ranges = plan.targets().ranges();
        this.order = plan.ports()
                .asked(plan.settings().shuffled() ? new Random(plan.settings().seed()) : random);
        boolean tcp = plan.kind() == ScanPlan.Kind.TCP;
        this.slices = tcp && plan.single() ? slices(order.length, workers) : 0;
        this.shuffled = plan.settings().shuffled() && slices == 0 ? plan.asked() : null;
        long share = Math.max(1, plan.targets().count() / ((long) workers * SHARES));
        this.hostsEach = tcp
                ? Math.min(share, Math.max(1, PROBES / order.length))
                : Math.max(FEWEST_PINGED, Math.min(share, MOST_PINGED));
    }

    /** How many chunks one host is cut into; 0 = hosts are not cut. */
    int slices() {
        return slices;
    }

    /** How many workers there is work for, as far as that matters. */
    int most() {
        return slices > 0 ? slices : (int) Math.min(1 << 16, (plan.targets().count() + hostsEach - 1) / hostsEach);
    }

    /** Takes the next chunk; null = there is none left. */
    @Nullable
    Chunk next() {
        if (!requeued.isEmpty()) {
            return requeued.poll();
        }
        return slices > 0 ? nextSlice() : shuffled != null ? nextShuffled(shuffled) : nextHosts();
    }

    boolean hasNext() {
        boolean more = slices > 0 ? slice < slices : shuffled != null ? shuffled.hasNext() : range < ranges.size();
        return more || !requeued.isEmpty();
    }

    void requeue(Chunk chunk) {
        requeued.add(chunk);
    }

    /** Every slice has some of the ports that are often open: an early answer tells the host's distance. */
    private @Nullable Chunk nextSlice() {
        if (slice >= slices) {
            return null;
        }
        int[] ports = new int[order.length];
        int count = 0;
        for (int place = slice; place < order.length; place += slices) {
            ports[count++] = order[place];
        }
        slice++;
        return new Chunk(Targets.of(ranges.get(0)), Ports.of(Arrays.copyOf(ports, count)), false, slices > 1);
    }

    private @Nullable Chunk nextHosts() {
        if (range >= ranges.size()) {
            return null;
        }
        AddressRange here = ranges.get(range);
        Address first = here.first().plus(offset);
        long left = here.count() - offset;
        long taken = Math.min(hostsEach, left);
        offset += taken;
        if (taken == left) {
            range++;
            offset = 0;
        }
        return hosts(Targets.of(new AddressRange(first, first.plus(taken - 1))));
    }

    /** Hosts from all over: whoever does the chunk asks them in an order of its own. */
    private @Nullable Chunk nextShuffled(Iterator<Address> left) {
        List<AddressRange> hosts = new ArrayList<>();
        while (left.hasNext() && hosts.size() < Math.min(hostsEach, MOST_PINGED)) {
            Address host = left.next();
            hosts.add(new AddressRange(host, host));
        }
        return hosts.isEmpty() ? null : hosts(Targets.of(hosts, List.of()));
    }

    private Chunk hosts(Targets hosts) {
        return new Chunk(hosts, plan.ports(), !plan.single(), false);
    }

    private static int slices(int ports, int workers) {
        return Math.min(ports, ports <= SLICE ? workers : (ports + SLICE - 1) / SLICE);
    }
}
