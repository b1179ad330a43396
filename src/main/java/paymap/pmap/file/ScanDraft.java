package paymap.pmap.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;

/** What has been read of a file so far. */
final class ScanDraft {

    final Heading heading;

    /** Whether the file's end says that it is the end. */
    boolean whole;

    private final ReadingBudget budget;
    private final Map<Address, HostDraft> hosts = new HashMap<>();
    private final Map<Verdict, AddressSet> unanswered = new EnumMap<>(Verdict.class);

    ScanDraft(ReadingBudget budget) {
        this.budget = budget;
        this.heading = new Heading(budget);
    }

    /** A host was finished, or is told as far as it is known. */
    void host(ScanObject told) {
        HostDraft host = draft(told.address());
        int open = host.opened();
        int ranges = host.ranges();
        host.replace(told);
        budget.ports(host.opened() - open, host.ranges() - ranges);
    }

    void open(Address address, PortResult port) {
        HostDraft host = draft(address);
        int open = host.opened();
        host.open(port);
        budget.ports(host.opened() - open, 0);
    }

    /** Some ports of a host have become known. */
    void ports(ScanObject told) {
        HostDraft host = draft(told.address());
        int ranges = host.ranges();
        host.add(told);
        budget.ports(0, host.ranges() - ranges);
    }

    void alive(ScanObject told) {
        draft(told.address()).pinged(told.answers, told.rttMicros);
    }

    /** @param ranges of hosts that were asked and did not answer */
    void unanswered(Verdict verdict, AddressSet ranges) {
        AddressSet known = unanswered.computeIfAbsent(verdict, v -> new AddressSet());
        int before = known.size();
        known.addAll(ranges);
        budget.hosts(known.size() - before);
    }

    StoredScan scan() {
        AskedScan asked = heading.asked();
        SortedMap<Address, StoredHost> built = new TreeMap<>();
        hosts.forEach((address, draft) -> built.put(address, draft.host(asked)));
        return new StoredScan(heading.schema, asked, heading.complete, whole, heading.elapsed, built, unanswered);
    }

    private HostDraft draft(Address address) {
        HostDraft known = hosts.get(address);
        if (known == null) {
            budget.hosts(1);
            known = new HostDraft(address);
            hosts.put(address, known);
        }
        return known;
    }
}
