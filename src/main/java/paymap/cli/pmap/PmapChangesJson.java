package paymap.cli.pmap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import paymap.pmap.PortState;
import paymap.pmap.file.ScanChange;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.ScanFile;
import paymap.pmap.file.StoredScan;
import tools.jackson.core.JsonGenerator;

/** What has changed as JSON: a contract with scripts, as {@link PmapJson} is. */
final class PmapChangesJson {

    private PmapChangesJson() {}

    /** What has changed, as one object. */
    static String whole(StoredScan old, StoredScan now, ScanComparison comparison, Predicate<ScanChange> suspicious) {
        return PmapJson.line(json -> {
                    json.writeStartObject();
                    json.writeNumberProperty("schema", ScanFile.SCHEMA);
                    time(json, "since", old);
                    time(json, "started", now);
                    json.writeNumberProperty("compared", comparison.compared());
                    json.writeNumberProperty("not_compared", comparison.left());
                    json.writeArrayPropertyStart("changes");
                    for (ScanChange change : comparison.changes()) {
                        for (String ports : each(change, suspicious.test(change))) {
                            change(json, change, ports);
                        }
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                })
                + "\n";
    }

    /** The same, one object a line. */
    static List<String> lines(ScanChange change, boolean suspicious) {
        List<String> lines = new ArrayList<>();
        for (String ports : each(change, suspicious)) {
            lines.add(PmapJson.line(json -> change(json, change, ports)));
        }
        return lines;
    }

    /**
     * Ports that are or were open stand by themselves, those that never were as ranges; of a host, all in one.
     *
     * @param suspicious whether something in between seems to answer for the host, so that all stand in one, too
     */
    static List<String> each(ScanChange change, boolean suspicious) {
        boolean host = change.kind() == ScanChange.Kind.CAME || change.kind() == ScanChange.Kind.GONE;
        boolean open = change.kind() == ScanChange.Kind.OPENED || change.was() == PortState.OPEN;
        if (host || suspicious) {
            return List.of(change.ports().toString());
        }
        return open
                ? Arrays.stream(change.ports().sorted())
                        .mapToObj(Integer::toString)
                        .toList()
                : List.of(change.ports().toString().split(",", -1));
    }

    private static void change(JsonGenerator json, ScanChange change, String ports) {
        boolean host = change.kind() == ScanChange.Kind.CAME || change.kind() == ScanChange.Kind.GONE;
        json.writeStartObject();
        json.writeStringProperty("type", "change");
        json.writeStringProperty("change", PmapJson.name(change.kind()));
        json.writeStringProperty("ip", change.host().toString());
        json.writeStringProperty(host ? "open" : "ports", ports);
        if (!host) {
            json.writeStringProperty("was", change.was() == null ? "not_open" : PmapJson.name(change.was()));
        }
        json.writeEndObject();
    }

    private static void time(JsonGenerator json, String name, StoredScan scan) {
        Instant started = scan.asked().started();
        if (started != null) {
            json.writeStringProperty(
                    name, started.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
