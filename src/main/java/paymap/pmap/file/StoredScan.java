package paymap.pmap.file;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;

/**
 * What is known from the file of a scan.
 *
 * @param schema of the file, 1 to {@link ScanFile#SCHEMA}; 0 = it was written before there were any
 * @param asked what was to be scanned
 * @param complete whether the file says that every probe has its result
 * @param whole whether the scan came to its end, by itself or by Ctrl-C; false = it was cut off, or goes on
 * @param elapsed how long the scan took so far; zero where the file does not say
 * @param hosts those that the file tells one by one
 * @param unanswered further ones that were asked and did not answer: by what was found out about them. Of those that are
 *     {@link Verdict#SCANNED}, every port was silent
 */
public record StoredScan(
        int schema,
        AskedScan asked,
        boolean complete,
        boolean whole,
        Duration elapsed,
        SortedMap<Address, StoredHost> hosts,
        Map<Verdict, AddressSet> unanswered) {

    /** What is known of a host; null = nothing, so it has to be asked. */
    public @Nullable StoredHost host(Address address) {
        StoredHost told = hosts.get(address);
        if (told != null) {
            return told;
        }
        for (Map.Entry<Verdict, AddressSet> group : unanswered.entrySet()) {
            if (group.getValue().contains(address)) {
                return unanswered(address, group.getKey());
            }
        }
        return null;
    }

    private StoredHost unanswered(Address address, Verdict verdict) {
        boolean portByPort = verdict == Verdict.SCANNED && asked.kind() == ScanPlan.Kind.TCP;
        Map<Reason, PortSet> others = portByPort ? Map.of(Reason.SILENT, asked.ports()) : Map.of();
        int ports = asked.kind() == ScanPlan.Kind.TCP ? asked.ports().count() : 0;
        List<PortResult> open = List.of();
        return new StoredHost(address, verdict, false, -1, open, others, PortSet.EMPTY, 0, ports, 0, true, false);
    }
}
