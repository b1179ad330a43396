package paymap.pmap.proc;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** Passes on what a worker finds in its chunk; what another had told before it died over it is not told again. */
abstract class ChunkListener implements WorkerListener {

    /** What the workers of one scan have found together. */
    static final class Results {
        /** The slices of a host that is cut into them. */
        final HostMerge slices = new HostMerge();

        /** Open ports, or hosts that answer. */
        long found;

        private final Set<String> chosen = new HashSet<>();
    }

    final Chunk chunk;
    final ScanListener listener;
    private final Results results;

    /** @param listener hears each thing once */
    ChunkListener(Chunk chunk, Results results, ScanListener listener) {
        this.chunk = chunk;
        this.results = results;
        this.listener = listener;
    }

    @Override
    public final void open(Address host, PortResult port) {
        if (chunk.reported.add(host + ":" + port.port())) {
            results.found++;
            listener.open(host, port);
        }
    }

    @Override
    public final void ports(Address host, Map<Reason, PortSet> byReason) {
        listener.ports(host, byReason);
    }

    @Override
    public final void host(HostResult result) {
        if (!chunk.reported.add(result.address())) {
            return;
        }
        if (chunk.slice) {
            results.slices.add(result);
        } else {
            listener.host(result);
        }
    }

    @Override
    public final void alive(Address host, long rttMicros) {
        if (chunk.reported.add(host)) {
            results.found++;
            listener.alive(host, rttMicros);
        }
    }

    @Override
    public final void silent(Address host) {
        if (chunk.reported.add(host)) {
            listener.silent(host);
        }
    }

    /** Every worker chooses, and mostly the same. */
    @Override
    public final void chose(String sentence) {
        if (results.chosen.add(sentence)) {
            listener.chose(sentence);
        }
    }

    @Override
    public final void decided(String sentence) {
        listener.decided(sentence);
    }

    @Override
    public final void trouble(String sentence) {
        listener.trouble(sentence);
    }
}
