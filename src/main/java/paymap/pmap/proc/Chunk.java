package paymap.pmap.proc;

import java.util.HashSet;
import java.util.Set;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;
import paymap.words.Words;

/** A part of a scan that a worker does as a whole, and again where a worker died over it. */
final class Chunk {

    final Targets hosts;
    final Ports ports;

    /** Whether hosts must answer one of the first probes. */
    final boolean discover;

    /** Whether other chunks have further ports of the same host. */
    final boolean slice;

    /** What was told before a worker died; not told again. */
    final Set<Object> reported = new HashSet<>();

    /** Whether a worker died over it already. */
    boolean restarted;

    Chunk(Targets hosts, Ports ports, boolean discover, boolean slice) {
        this.hosts = hosts;
        this.ports = ports;
        this.discover = discover;
        this.slice = slice;
    }

    /** Its hosts and ports, for a message. */
    String describe() {
        Address first = hosts.ranges().get(0).first();
        Address last = hosts.ranges().get(hosts.ranges().size() - 1).last();
        String range = first + (hosts.single() ? "" : "-" + last);
        if (hosts.ranges().size() > 1) {
            return Words.say("%d hosts from %s to %s", hosts.count(), first, last);
        }
        return slice ? Words.say("%s, %d ports", range, ports.count()) : range;
    }
}
