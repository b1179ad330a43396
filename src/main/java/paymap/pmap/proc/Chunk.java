package paymap.pmap.proc;

import java.util.HashSet;
import java.util.Set;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Ports;

/** A part of a scan that a child does as a whole, and again where a child died over it. */
final class Chunk {

    final int number;
    final AddressRange hosts;
    final Ports ports;

    /** Whether hosts must answer a knock first. */
    final boolean discover;

    /** Whether other chunks have further ports of the same host. */
    final boolean slice;

    /** What was told before a child died; not told again. */
    final Set<Object> told = new HashSet<>();

    boolean doneAgain;

    Chunk(int number, AddressRange hosts, Ports ports, boolean discover, boolean slice) {
        this.number = number;
        this.hosts = hosts;
        this.ports = ports;
        this.discover = discover;
        this.slice = slice;
    }

    /** In words for people. */
    String what() {
        String range = hosts.first().equals(hosts.last()) ? "" : "-" + hosts.last();
        return hosts.first() + range + (slice ? ", " + ports.count() + " ports" : "");
    }
}
