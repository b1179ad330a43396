package paymap.pmap.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.pmap.BannerChoice;
import paymap.pmap.PingerChoice;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;

/**
 * What a stored scan was to find out, and how.
 *
 * @param kind ping or TCP ports
 * @param targetsText the hosts as they were typed; hostile as all of the file, empty where it does not say
 * @param addresses the hosts that were meant, without those that were left out; null = the file does not say
 * @param ports of each host; empty for ping, and where the file does not say
 * @param started when; null = the file does not say
 * @param settings how; null = the file does not say, as before there were schemas
 * @param pinger how to ping
 * @param children whether child processes did it
 * @param banner whether it was heard what open ports say
 */
public record AskedScan(
        ScanPlan.Kind kind,
        String targetsText,
        @Nullable AddressSet addresses,
        PortSet ports,
        @Nullable Instant started,
        @Nullable ScanSettings settings,
        PingerChoice pinger,
        boolean children,
        BannerChoice banner) {}
