package paymap.pmap;

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
 */
public record ScanPlan(Kind kind, Targets targets, Ports ports, ScanSettings settings, PingerChoice pinger) {

    /** What is asked of a host. */
    public enum Kind {
        PING,
        TCP
    }
}
