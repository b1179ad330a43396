package paymap.cli.pmap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * Puts results in order: hosts by address, the ports of a host by number. A host is told as soon as it and all before it
 * are finished; what is no result is passed on at once.
 */
final class PmapOrder implements ScanListener {

    /** A host that so many others have overtaken is told when it is finished, as they would fill the memory. Chosen. */
    static final int MOST_WAITING = 1 << 16;

    private final ScanListener listener;
    private final Iterator<Address> expected;
    private final Map<Address, List<PortResult>> open = new TreeMap<>();
    private final Map<Address, Ended> waiting = new TreeMap<>();
    private @Nullable Address head; // the lowest that is not told; null = all are

    /** What became of a host; {@code scanned} is null for a ping. */
    private record Ended(@Nullable HostResult scanned, boolean alive, long rttMicros) {}

    /** @param targets the hosts of the scan in ascending order */
    PmapOrder(Iterator<Address> targets, ScanListener listener) {
        this.expected = targets;
        this.listener = listener;
        advance();
    }

    @Override
    public void open(Address host, PortResult port) {
        List<PortResult> ports = open.get(host); // no lambda: linking one takes longer than a short scan
        if (ports == null) {
            ports = new ArrayList<>();
            open.put(host, ports);
        }
        ports.add(port);
    }

    /** What is known of a host that is not finished is no result yet. */
    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        listener.ports(host, byReason);
    }

    @Override
    public void host(HostResult result) {
        ended(result.address(), new Ended(result, false, -1));
    }

    @Override
    public void alive(Address host, long rttMicros) {
        ended(host, new Ended(null, true, rttMicros));
    }

    @Override
    public void silent(Address host) {
        ended(host, new Ended(null, false, -1));
    }

    @Override
    public void chose(String sentence) {
        listener.chose(sentence);
    }

    @Override
    public void decided(String sentence) {
        listener.decided(sentence);
    }

    @Override
    public void trouble(String sentence) {
        listener.trouble(sentence);
    }

    @Override
    public void progress(Progress progress) {
        listener.progress(progress);
    }

    /** The scan is at its end: what still waits is told, and the open ports of hosts that are not finished. */
    void finish() {
        TreeSet<Address> left = new TreeSet<>(waiting.keySet());
        left.addAll(open.keySet());
        for (Address host : left) {
            tell(host, waiting.remove(host));
        }
    }

    private void ended(Address host, Ended ended) {
        if (head == null || host.compareTo(head) < 0) {
            tell(host, ended);
            return;
        }
        waiting.put(host, ended);
        while (head != null && (waiting.containsKey(head) || waiting.size() > MOST_WAITING)) {
            Ended first = waiting.remove(head);
            if (first != null) {
                tell(head, first);
            }
            advance();
        }
    }

    private void advance() {
        head = expected.hasNext() ? expected.next() : null;
    }

    private void tell(Address host, @Nullable Ended ended) {
        List<PortResult> ports = open.remove(host);
        if (ports != null) {
            Collections.sort(ports);
            for (PortResult port : ports) {
                listener.open(host, port);
            }
        }
        if (ended == null) {
            return;
        }
        if (ended.scanned() != null) {
            listener.host(ended.scanned());
        } else if (ended.alive()) {
            listener.alive(host, ended.rttMicros());
        } else {
            listener.silent(host);
        }
    }
}
