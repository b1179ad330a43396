package paymap.pmap.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortState;
import paymap.pmap.file.ScanChange;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;

/**
 * Hosts by ports as a person can read them: a column for each port that most hosts have open, and one row for all hosts
 * that look the same.
 *
 * @param ports of the columns, ascending
 * @param rows by the first address of each
 * @param further hosts that there was no row left for
 */
record ScanGrid(List<Integer> ports, List<Row> rows, long further) {

    /** More columns than a screen has room for. Chosen. */
    static final int MOST_PORTS = 24;

    /** As many as a /20 has hosts, should no two of them look the same. */
    static final int MOST_ROWS = 4096;

    /** Who has more open than this may have them all open, and is no guide to what matters. */
    private static final int TOO_MANY_OPEN = 64;

    /** What has happened to a host since the earlier scan. */
    enum Mark {
        NONE,
        CAME,
        GONE
    }

    /**
     * What is known of one port of a host.
     *
     * @param state null = nothing, or no more than that it is not open
     * @param change what has happened to it since; null = nothing, or nobody compares
     */
    record Cell(@Nullable PortState state, ScanChange.@Nullable Kind change) {}

    /**
     * What hosts of one row have in common.
     *
     * @param cells one for each column
     * @param rest open ports that have no column
     * @param suspicion why these may not be the hosts' own; null = nothing says so
     * @param timedOut whether their time was up before all was known
     */
    record Look(
            Mark mark, List<Cell> cells, PortSet rest, HostResult.@Nullable Suspicion suspicion, boolean timedOut) {}

    /** Hosts that look the same. */
    record Row(AddressSet hosts, Look look) {}

    /** @param since what has changed; null = nothing is compared */
    static ScanGrid of(StoredScan scan, @Nullable ScanComparison since) {
        HostChanges changed = HostChanges.of(since == null ? List.of() : since.changes());
        List<StoredHost> answering = scan.hosts().values().stream()
                .filter(host -> host.answered() || host.timedOut())
                .toList();
        List<Integer> columns = columns(answering, changed);
        Map<Look, AddressSet> alike = new LinkedHashMap<>();
        for (StoredHost host : answering) {
            alike.computeIfAbsent(look(host, columns, changed), any -> new AddressSet())
                    .add(host.address());
        }
        changed.gone()
                .forEach((address, were) -> alike.computeIfAbsent(gone(columns, were), any -> new AddressSet())
                        .add(address));
        return cut(columns, alike);
    }

    private static List<Integer> columns(List<StoredHost> answering, HostChanges changed) {
        Map<Integer, Integer> votes = new TreeMap<>();
        Stream.of(
                        answering.stream().map(StoredHost::openPorts),
                        changed.gone().values().stream(),
                        changed.ports().values().stream().map(ScanGrid::set))
                .flatMap(each -> each)
                .filter(ports -> ports.count() <= TOO_MANY_OPEN)
                .forEach(ports -> vote(votes, ports.sorted()));
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST_PORTS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static PortSet set(Map<Integer, ScanChange.Kind> ports) {
        return PortSet.of(ports.keySet().stream().mapToInt(Integer::intValue).toArray());
    }

    private static void vote(Map<Integer, Integer> votes, int... ports) {
        for (int port : ports) {
            votes.merge(port, 1, Integer::sum);
        }
    }

    private static Look look(StoredHost host, List<Integer> columns, HostChanges changed) {
        Map<Integer, ScanChange.Kind> ports = changed.ports().getOrDefault(host.address(), Map.of());
        List<Cell> cells = new ArrayList<>();
        for (int port : columns) {
            cells.add(new Cell(host.state(port), ports.get(port)));
        }
        Mark mark = changed.came().contains(host.address()) ? Mark.CAME : Mark.NONE;
        return new Look(
                mark, List.copyOf(cells), without(host.openPorts(), columns), host.suspicion(), host.timedOut());
    }

    private static Look gone(List<Integer> columns, PortSet were) {
        List<Cell> cells = columns.stream()
                .map(port -> new Cell(null, were.contains(port) ? ScanChange.Kind.GONE : null))
                .toList();
        return new Look(Mark.GONE, cells, without(were, columns), null, false);
    }

    private static PortSet without(PortSet open, List<Integer> columns) {
        return open.without(
                PortSet.of(columns.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static ScanGrid cut(List<Integer> columns, Map<Look, AddressSet> alike) {
        List<Row> rows = alike.entrySet().stream()
                .map(each -> new Row(each.getValue(), each.getKey()))
                .sorted(Comparator.comparing(row -> row.hosts.ranges().get(0).first()))
                .toList();
        long further = rows.stream()
                .skip(MOST_ROWS)
                .mapToLong(row -> row.hosts.count())
                .sum();
        return new ScanGrid(columns, rows.subList(0, Math.min(rows.size(), MOST_ROWS)), further);
    }
}
