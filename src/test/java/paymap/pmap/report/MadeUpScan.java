package paymap.pmap.report;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import paymap.pmap.BannerChoice;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PingerChoice;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.file.AskedScan;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;

/** A scan of ports 1 to 1000 from 10.0.0.0 on, host by host. */
final class MadeUpScan {

    static final PortSet PORTS = PortSet.of("1-1000");
    static final Instant STARTED = Instant.parse("2026-11-23T08:00:00Z");

    private static final Address FIRST = Address.of("10.0.0.0");

    private final SortedMap<Address, StoredHost> hosts = new TreeMap<>();
    private final AddressSet silent = new AddressSet();
    private final ScanPlan.Kind kind;
    private final String targets;

    MadeUpScan(ScanPlan.Kind kind, String targets) {
        this.kind = kind;
        this.targets = targets;
    }

    static Address host(int number) {
        return FIRST.plus(number);
    }

    /** Everything that is not open is closed. */
    MadeUpScan open(int host, int... open) {
        return with(host, PortSet.of(open), PortSet.EMPTY);
    }

    MadeUpScan with(int host, PortSet open, PortSet filtered) {
        List<PortResult> results = IntStream.of(open.sorted())
                .mapToObj(port -> new PortResult(port, Reason.CONNECTED, 100))
                .toList();
        Map<Reason, PortSet> others = new EnumMap<>(Reason.class);
        others.put(Reason.REFUSED, PORTS.without(open).without(filtered));
        others.put(Reason.SILENT, filtered);
        int closed = 1000 - open.count() - filtered.count();
        hosts.put(
                host(host),
                new StoredHost(
                        host(host),
                        Verdict.SCANNED,
                        true,
                        -1,
                        results,
                        others,
                        PortSet.EMPTY,
                        closed,
                        filtered.count(),
                        0,
                        true,
                        false));
        return this;
    }

    /** Everything is open, which is suspicious. */
    MadeUpScan everything(int host) {
        return with(host, PORTS, PortSet.EMPTY);
    }

    /** Its first port has said something, and then its time was up. */
    MadeUpScan saidAndTimedOut(int host, String said) {
        PortResult port = new PortResult(22, Reason.CONNECTED, 100, said);
        hosts.put(
                host(host),
                new StoredHost(
                        host(host),
                        Verdict.SCANNED,
                        true,
                        -1,
                        List.of(port),
                        Map.of(),
                        PortSet.EMPTY,
                        0,
                        0,
                        0,
                        false,
                        true));
        return this;
    }

    MadeUpScan answers(int host, long rttMicros) {
        hosts.put(host(host), StoredHost.pinged(host(host), true, rttMicros));
        return this;
    }

    MadeUpScan silent(int host) {
        silent.add(host(host));
        return this;
    }

    StoredScan scan() {
        PortSet ports = kind == ScanPlan.Kind.TCP ? PORTS : PortSet.EMPTY;
        AskedScan asked =
                new AskedScan(kind, targets, null, ports, STARTED, null, PingerChoice.AUTO, false, BannerChoice.NONE);
        Map<Verdict, AddressSet> unanswered = silent.isEmpty() ? Map.of() : Map.of(Verdict.SILENT, silent);
        return new StoredScan(1, asked, true, true, Duration.ofMillis(3200), hosts, unanswered);
    }
}
