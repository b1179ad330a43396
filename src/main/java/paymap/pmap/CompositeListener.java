package paymap.pmap;

import java.util.Map;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** Tells several listeners, each event in the order they were given; who changes some events on the way extends it. */
public class CompositeListener implements ScanListener {

    private final ScanListener[] listeners;

    /** @param listeners the first hears first */
    public CompositeListener(ScanListener... listeners) {
        this.listeners = listeners.clone();
    }

    @Override
    public void open(Address host, PortResult port) {
        for (ScanListener listener : listeners) {
            listener.open(host, port);
        }
    }

    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        for (ScanListener listener : listeners) {
            listener.ports(host, byReason);
        }
    }

    @Override
    public void host(HostResult result) {
        for (ScanListener listener : listeners) {
            listener.host(result);
        }
    }

    @Override
    public void alive(Address host, long rttMicros) {
        for (ScanListener listener : listeners) {
            listener.alive(host, rttMicros);
        }
    }

    @Override
    public void silent(Address host) {
        for (ScanListener listener : listeners) {
            listener.silent(host);
        }
    }

    @Override
    public void rttKnown(Address host, long rttNanos) {
        for (ScanListener listener : listeners) {
            listener.rttKnown(host, rttNanos);
        }
    }

    @Override
    public void chose(String sentence) {
        for (ScanListener listener : listeners) {
            listener.chose(sentence);
        }
    }

    @Override
    public void decided(String sentence) {
        for (ScanListener listener : listeners) {
            listener.decided(sentence);
        }
    }

    @Override
    public void trouble(String sentence) {
        for (ScanListener listener : listeners) {
            listener.trouble(sentence);
        }
    }

    @Override
    public void progress(Progress progress) {
        for (ScanListener listener : listeners) {
            listener.progress(progress);
        }
    }
}
