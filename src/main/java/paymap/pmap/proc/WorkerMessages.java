package paymap.pmap.proc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanMemory;
import paymap.pmap.ScanPlan;
import paymap.pmap.ScanSettings;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressRange;
import paymap.pmap.target.PortSet;
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
            "pinger", plan.pinger().name(),
            "port_by_port", plan.memory().portByPort() ? 1 : 0
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

    /**
     * A chunk, with what is known beforehand of its hosts.
     *
     * @param timeout of each host of the chunk; zero = none
     */
    static Object[] of(Chunk chunk, Duration timeout, ScanMemory memory) {
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
            timeout.toMillis(),
            "known",
            known(memory, chunk.hosts)
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
            "by_reason", ranges(result.byReason()),
            "timed_out", result.timedOut() ? 1 : 0
        };
    }

    /** What is known beforehand of hosts. */
    static List<Object> known(ScanMemory memory, Targets hosts) {
        List<Object> list = new ArrayList<>();
        if (memory.isEmpty()) {
            return list;
        }
        for (Address host : hosts) {
            HostResult known = memory.known().of(host);
            if (known != null) {
                list.add(List.of(host, ports(known.open()), ranges(known.byReason())));
            }
        }
        return list;
    }

    /** @throws IllegalArgumentException if it is not such a list */
    static ScanMemory memory(List<?> known, boolean portByPort) {
        Map<Address, HostResult> hosts = new HashMap<>();
        for (Object element : known) {
            if (element instanceof List<?> host
                    && host.size() == 3
                    && host.get(1) instanceof List<?> open
                    && host.get(2) instanceof List<?> byReason) {
                Address address = Address.of(String.valueOf(host.get(0)));
                hosts.put(
                        address,
                        new HostResult(
                                address,
                                HostResult.Verdict.SCANNED,
                                read(open),
                                0,
                                0,
                                0,
                                0,
                                List.of(),
                                ranges(byReason),
                                false));
            } else {
                throw new IllegalArgumentException("no host in a line of the other process: " + element);
            }
        }
        return hosts.isEmpty() && !portByPort ? ScanMemory.NONE : new ScanMemory(hosts::get, false, portByPort);
    }

    /** Reason and ranges in turns. */
    static List<Object> ranges(Map<Reason, PortSet> byReason) {
        List<Object> list = new ArrayList<>();
        byReason.forEach((reason, ports) -> {
            list.add(reason.name());
            list.add(ports.toString());
        });
        return list;
    }

    /** @throws IllegalArgumentException if it is not such a list */
    static Map<Reason, PortSet> ranges(List<?> list) {
        Map<Reason, PortSet> byReason = new EnumMap<>(Reason.class);
        for (int i = 0; i + 1 < list.size(); i += 2) {
            byReason.put(Reason.valueOf(String.valueOf(list.get(i))), PortSet.of(String.valueOf(list.get(i + 1))));
        }
        return byReason;
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
                ranges(line.list("by_reason")),
                line.number("timed_out") == 1);
    }

    private static List<Object> ports(List<PortResult> ports) {
        List<Object> list = new ArrayList<>();
        for (PortResult port : ports) {
            String said = port.said() == null ? "" : port.said();
            list.add(List.of(port.port(), port.reason().name(), port.rttMicros(), said));
        }
        return list;
    }

    private static List<PortResult> read(List<?> list) {
        List<PortResult> ports = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?> port
                    && port.size() == 4
                    && port.get(0) instanceof Long number
                    && port.get(2) instanceof Long rtt
                    && port.get(3) instanceof String said) {
                Reason reason = Reason.valueOf(String.valueOf(port.get(1)));
                ports.add(new PortResult(number.intValue(), reason, rtt, said.isEmpty() ? null : said));
            } else {
                throw new IllegalArgumentException("no port in a line of the other process: " + element);
            }
        }
        return ports;
    }
}
