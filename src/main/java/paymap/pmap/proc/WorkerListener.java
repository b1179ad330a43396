package paymap.pmap.proc;

import java.util.Map;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/**
 * All that a worker can say: what a scan tells, and what became of a chunk. Nothing of it may be left alone here, so that a
 * further message compiles only once the worker writes it and the parent handles it.
 */
interface WorkerListener extends ScanListener {

    /** One thing that a worker has said, understood. */
    interface Message {
        void tell(WorkerListener listener);
    }

    @Override
    void open(Address host, PortResult port);

    @Override
    void ports(Address host, Map<Reason, PortSet> byReason);

    @Override
    void host(HostResult result);

    @Override
    void alive(Address host, long rttMicros);

    @Override
    void silent(Address host);

    @Override
    void rttKnown(Address host, long rttNanos);

    @Override
    void chose(String sentence);

    @Override
    void decided(String sentence);

    @Override
    void trouble(String sentence);

    @Override
    void progress(Progress progress);

    /** The chunk is done. */
    void done();

    /** The chunk could not be scanned, for this reason. */
    void failed(String why);
}
