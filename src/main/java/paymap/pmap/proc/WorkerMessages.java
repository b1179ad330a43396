package paymap.pmap.proc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.Targets;

/** The messages that carry more than a word, written and read side by side. Enums travel by name. Pure. */
final class WorkerMessages {

    private WorkerMessages() {}

    /** The first line to a worker. */
    static Object[] of(ScanPlan plan, ScanSettings share) {
        return new Object[] {
            "v", WorkerProtocol.VERSION,
            "scan", plan.kind().name(),
            "at_once", share.atOnce(),
            "longest_ms", share.longestWait().toMillis(),
            "retries", share.retries(),
            "rate", share.rate(),
            "assume_up", share.assumeUp() ? 1 : 0,
            "every_port", share.everyPort() ? 1 : 0,
            "seed", share.seed(),
            "pinger", plan.pinger().name()
        };
    }

    /** @throws IllegalArgumentException if a value is missing or out of its range */
    static ScanSettings settings(WorkerProtocol.Line line) {
        return new ScanSettings(
                line.small("at_once"),
                Duration.ofMillis(line.number("longest_ms")),
                line.small("retries"),
                line.small("rate"),
                line.number("assume_up") == 1,
                line.number("every_port") == 1,
                Duration.ZERO, // each chunk brings its own
                line.small("seed"));
    }

    /** @param timeout of each host of the chunk; zero = none */
    static Object[] of(Chunk chunk, Duration timeout) {
        List<Object> hosts = new ArrayList<>();
        for (AddressRange range : chunk.hosts.ranges()) {
            hosts.add(range.first());
            hosts.add(range.last());
        }
        return new Object[] {
            "hosts",
            hosts,
            "ports",
            chunk.ports,
            "discover",
            chunk.discover ? 1 : 0,
            "host_timeout_ms",
            timeout.toMillis()
        };
    }

    /** @throws IllegalArgumentException if an end of a range is missing, or is no address */
    static Targets hosts(WorkerProtocol.Line chunk) {
        List<?> ends = chunk.list("hosts");
        List<AddressRange> hosts = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            hosts.add(new AddressRange(
                    Address.of(String.valueOf(ends.get(i))), Address.of(String.valueOf(ends.get(i + 1)))));
        }
        if (hosts.isEmpty() || ends.size() % 2 != 0) {
            throw new IllegalArgumentException("no ranges of hosts in a line of the other process");
        }
        return Targets.of(hosts, List.of());
    }

    static Object[] of(HostResult result) {
        return new Object[] {
            "ip", result.address(),
            "verdict", result.verdict().name(),
            "open", ports(result.open()),
            "closed", result.closed(),
            "filtered", result.filtered(),
            "errors", result.errors(),
            "unasked", result.unasked(),
            "others", ports(result.others()),
            "timed_out", result.timedOut() ? 1 : 0
        };
    }

    /** @throws IllegalArgumentException if a value is missing, or a name unknown */
    static HostResult host(WorkerProtocol.Line line) {
        return new HostResult(
                line.address("ip"),
                HostResult.Verdict.valueOf(line.text("verdict")),
                read(line.list("open")),
                line.small("closed"),
                line.small("filtered"),
                line.small("errors"),
                line.small("unasked"),
                read(line.list("others")),
                line.number("timed_out") == 1);
    }

    private static List<Object> ports(List<PortResult> ports) {
        List<Object> list = new ArrayList<>();
        for (PortResult port : ports) {
            list.add(List.of(port.port(), port.reason().name(), port.rttMicros()));
        }
        return list;
    }

    private static List<PortResult> read(List<?> list) {
        List<PortResult> ports = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?> port
                    && port.size() == 3
                    && port.get(0) instanceof Long number
                    && port.get(2) instanceof Long rtt) {
                ports.add(new PortResult(number.intValue(), Reason.valueOf(String.valueOf(port.get(1))), rtt));
            } else {
                throw new IllegalArgumentException("no port in a line of the other process: " + element);
            }
        }
        return ports;
    }
}
