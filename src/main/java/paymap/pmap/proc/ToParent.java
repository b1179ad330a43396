package paymap.pmap.proc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/** Writes what a worker finds as lines for its parent, each at once: whatever happens to the process, it was said. */
final class ToParent implements ScanListener {

    private final OutputStream out;

    ToParent(OutputStream out) {
        this.out = out;
    }

    void say(Object... namesAndValues) {
        try {
            out.write(WorkerProtocol.line(namesAndValues).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // nobody listens any more; the input ends as well
        }
    }

    @Override
    public void open(Address host, PortResult port) {
        say("open", port.port(), "ip", host, "rtt_us", port.rttMicros());
    }

    @Override
    public void host(HostResult result) {
        say(WorkerMessages.of(result));
    }

    @Override
    public void alive(Address host, long rttMicros) {
        say("alive", host, "rtt_us", rttMicros);
    }

    @Override
    public void silent(Address host) {
        say("silent", host);
    }

    @Override
    public void rttKnown(Address host, long rttNanos) {
        say("rtt_known", host, "rtt_ns", rttNanos);
    }

    @Override
    public void chose(String sentence) {
        say("chose", sentence);
    }

    @Override
    public void decided(String sentence) {
        say("decided", sentence);
    }

    @Override
    public void trouble(String sentence) {
        say("trouble", sentence);
    }

    @Override
    public void progress(Progress progress) {
        say("progress", progress.done(), "found", progress.found());
    }
}
