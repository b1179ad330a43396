package paymap.pmap.proc;

import java.util.HashSet;
import java.util.Set;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Ports;
import paymap.words.Words;

/** A part of a scan that a worker does as a whole, and again where a worker died over it. */
final class Chunk {

    final AddressRange hosts;
    final Ports ports;

    /** Whether hosts must answer one of the first probes. */
    final boolean discover;

    /** Whether other chunks have further ports of the same host. */
    final boolean slice;

    /** What was told before a worker died; not told again. */
    final Set<Object> reported = new HashSet<>();

    /** Whether a worker died over it already. */
    boolean restarted;

    Chunk(AddressRange hosts, Ports ports, boolean discover, boolean slice) {
        this.hosts = hosts;
        this.ports = ports;
        this.discover = discover;
        this.slice = slice;
    }

    /** Its hosts and ports, for a message. */
    String describe() {
        String range = hosts.first() + (hosts.first().equals(hosts.last()) ? "" : "-" + hosts.last());
        return slice ? Words.say("%s, %d ports", range, ports.count()) : range;
    }
}
