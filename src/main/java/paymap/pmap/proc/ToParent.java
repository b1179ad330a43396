package paymap.pmap.proc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** Writes what a worker finds as lines for its parent, each at once: whatever happens to the process, it was said. */
final class ToParent implements WorkerListener {

    private final OutputStream out;

    ToParent(OutputStream out) {
        this.out = out;
    }

    @Override
    public void open(Address host, PortResult port) {
        say(FromWorker.OPEN, "ip", host, "port", port.port(), "rtt_us", port.rttMicros());
    }

    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        say(FromWorker.PORTS, "ip", host, "by_reason", WorkerMessages.ranges(byReason));
    }

    @Override
    public void host(HostResult result) {
        say(FromWorker.HOST, WorkerMessages.of(result));
    }

    @Override
    public void alive(Address host, long rttMicros) {
        say(FromWorker.ALIVE, "ip", host, "rtt_us", rttMicros);
    }

    @Override
    public void silent(Address host) {
        say(FromWorker.SILENT, "ip", host);
    }

    @Override
    public void rttKnown(Address host, long rttNanos) {
        say(FromWorker.RTT_KNOWN, "ip", host, "rtt_ns", rttNanos);
    }

    @Override
    public void chose(String sentence) {
        say(FromWorker.CHOSE, "why", sentence);
    }

    @Override
    public void decided(String sentence) {
        say(FromWorker.DECIDED, "why", sentence);
    }

    @Override
    public void trouble(String sentence) {
        say(FromWorker.TROUBLE, "why", sentence);
    }

    @Override
    public void progress(Progress progress) {
        say(FromWorker.PROGRESS, "done", progress.done(), "total", progress.total(), "found", progress.found());
    }

    @Override
    public void done() {
        say(FromWorker.DONE);
    }

    @Override
    public void failed(String why) {
        say(FromWorker.FAILED, "why", why);
    }

    private void say(FromWorker type, Object... namesAndValues) {
        try {
            out.write(WorkerProtocol.line(type, namesAndValues).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // nobody listens any more; the input ends as well
        }
    }
}
