package paymap.pmap;

import java.util.Iterator;
import paymap.pmap.target.Address;
import paymap.pmap.target.Ports;
import paymap.pmap.target.Targets;

/**
 * What to scan.
 *
 * @param kind ping or TCP ports
 * @param targets the hosts
 * @param ports of each host; not looked at for ping
 * @param settings how
 * @param pinger how to ping; not looked at for TCP
 * @param memory what is known before
 */
public record ScanPlan(
        Kind kind, Targets targets, Ports ports, ScanSettings settings, PingerChoice pinger, ScanMemory memory) {

    /** A scan that begins with nothing. */
    public ScanPlan(Kind kind, Targets targets, Ports ports, ScanSettings settings, PingerChoice pinger) {
        this(kind, targets, ports, settings, pinger, ScanMemory.NONE);
    }

    /** Whether a single host is all there is to scan, so that it is scanned whether it answers or not. */
    public boolean single() {
        return targets.single() && !memory.several();
    }

    /** What is asked of a host. */
    public enum Kind {
        PING,
        TCP
    }

    /** The hosts in the order in which they are asked. */
    public Iterator<Address> asked() {
        return settings.shuffled() ? targets.shuffled(settings.seed()) : targets.iterator();
    }
}
