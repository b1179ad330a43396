package paymap.pmap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import paymap.pmap.target.Address;

/** Writes down what a scan tells. */
public final class Heard implements ScanListener {

    public final List<String> open = Collections.synchronizedList(new ArrayList<>());
    public final List<HostResult> hosts = Collections.synchronizedList(new ArrayList<>());
    public final List<String> alive = Collections.synchronizedList(new ArrayList<>());
    public final List<String> silent = Collections.synchronizedList(new ArrayList<>());
    public final List<String> chosen = Collections.synchronizedList(new ArrayList<>());
    public final List<String> decisions = Collections.synchronizedList(new ArrayList<>());
    public final List<String> troubles = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void open(Address host, PortResult port) {
        open.add(host + ":" + port.port());
    }

    @Override
    public void host(HostResult result) {
        hosts.add(result);
    }

    @Override
    public void alive(Address host, long rttMicros) {
        alive.add(host.toString());
    }

    @Override
    public void silent(Address host) {
        silent.add(host.toString());
    }

    @Override
    public void chose(String sentence) {
        chosen.add(sentence);
    }

    @Override
    public void decided(String sentence) {
        decisions.add(sentence);
    }

    @Override
    public void trouble(String sentence) {
        troubles.add(sentence);
    }

    @Override
    public void progress(Progress progress) {}

    /** Everything but the times. */
    public List<String> results() {
        return hosts.stream()
                .map(host -> host.address() + " " + host.verdict() + " "
                        + host.open().stream().map(PortResult::port).toList() + " " + host.closed() + " "
                        + host.filtered() + " " + host.errors())
                .sorted()
                .toList();
    }
}
