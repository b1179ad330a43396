package paymap.pmap.tcp;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** Brings what is told on the loops' threads to the thread that owns the scan, in order, by a queue. */
final class ToOwnerThread implements ScanListener {

    /** What is told, for the owner to pass on. */
    interface Event {
        void tell(ScanListener listener);
    }

    private volatile @Nullable Consumer<Event> queue;

    // What every scan tells is told by plain classes: a lambda is linked at run time, which a short scan feels.

    /** Every loop reports to the same queue; nothing is told before there is one. */
    void to(Consumer<Event> ownersQueue) {
        queue = ownersQueue;
    }

    @Override
    public void open(Address host, PortResult port) {
        add(new Event() {
            @Override
            public void tell(ScanListener listener) {
                listener.open(host, port);
            }
        });
    }

    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        add(listener -> listener.ports(host, byReason));
    }

    @Override
    public void host(HostResult result) {
        add(new Event() {
            @Override
            public void tell(ScanListener listener) {
                listener.host(result);
            }
        });
    }

    @Override
    public void alive(Address host, long rttMicros) {
        add(listener -> listener.alive(host, rttMicros));
    }

    @Override
    public void silent(Address host) {
        add(listener -> listener.silent(host));
    }

    @Override
    public void rttKnown(Address host, long rttNanos) {
        add(new Event() {
            @Override
            public void tell(ScanListener listener) {
                listener.rttKnown(host, rttNanos);
            }
        });
    }

    @Override
    public void chose(String sentence) {
        add(listener -> listener.chose(sentence));
    }

    @Override
    public void decided(String sentence) {
        add(listener -> listener.decided(sentence));
    }

    @Override
    public void trouble(String sentence) {
        add(listener -> listener.trouble(sentence));
    }

    @Override
    public void progress(Progress progress) {
        add(listener -> listener.progress(progress));
    }

    private void add(Event event) {
        Consumer<Event> ownersQueue = queue;
        if (ownersQueue != null) {
            ownersQueue.accept(event);
        }
    }
}
