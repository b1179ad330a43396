package paymap.cli.pmap;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.pmap.PortState;
import paymap.pmap.file.ScanChange;
import paymap.pmap.file.ScanComparison;
import paymap.pmap.file.StoredHost;
import paymap.pmap.file.StoredScan;
import paymap.pmap.report.ScanReport;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;
import paymap.words.Words;

/** Tells what has changed between two scans. Where nothing has, it tells nothing, so that cron sends no mail. */
final class PmapChanges {

    private final StoredScan old;
    private final StoredScan now;
    private final ScanComparison comparison;

    PmapChanges(StoredScan old, StoredScan now) {
        this.old = old;
        this.now = now;
        this.comparison = ScanComparison.of(old, now);
    }

    boolean isEmpty() {
        return comparison.changes().isEmpty();
    }

    /** How many hosts were compared, and how many could not be, in a sentence. */
    String summary() {
        return Words.say(
                "%d hosts compared; %d answered in one of the scans and are not known from the other.",
                comparison.compared(), comparison.left());
    }

    void print(PmapRequest.Format format, PrintStream out) {
        switch (format) {
            case TEXT, PLAIN -> lines().forEach(out::println);
            case JSON -> out.print(PmapChangesJson.whole(old, now, comparison, this::isSuspicious));
            case NDJSON ->
                comparison
                        .changes()
                        .forEach(change -> PmapChangesJson.lines(change, isSuspicious(change))
                                .forEach(out::println));
        }
    }

    /** What has changed, for people: a line each, in the language of now. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        comparison.changes().forEach(change -> text(change, lines));
        return lines;
    }

    /** The same for a page. */
    ScanReport.Since since() {
        return new ScanReport.Since(old.asked().started(), comparison, this::lines);
    }

    /**
     * What opened or was open is told port by port; ports that were never open, as ranges. Where something in between
     * seems to answer for a host, that is one change and not one a port.
     */
    private void text(ScanChange change, List<String> lines) {
        String mark = mark(change.kind());
        if (change.kind() == ScanChange.Kind.CAME || change.kind() == ScanChange.Kind.GONE) {
            lines.add(mark + host(change));
            return;
        }
        if (isSuspicious(change)) {
            lines.add(mark + suspicious(change));
            return;
        }
        for (String ports : PmapChangesJson.each(change, false)) {
            lines.add(mark + place(change.host(), ports) + " " + happened(change.kind(), change.was()));
        }
    }

    /** Whether the ports of a change are or were open on a host that seems not to answer for itself. */
    private boolean isSuspicious(ScanChange change) {
        boolean opened = change.kind() == ScanChange.Kind.OPENED;
        if (!opened && change.was() != PortState.OPEN || change.kind() == ScanChange.Kind.GONE) {
            return false;
        }
        StoredHost host = (opened ? now : old).host(change.host());
        return host != null && host.suspicion() != null;
    }

    private static String suspicious(ScanChange change) {
        int ports = change.ports().count();
        return change.kind() == ScanChange.Kind.OPENED
                ? Words.say("%s: %s opened; suspicious", change.host(), Words.count(ports, "port"))
                : Words.say("%s: %s not open any more; it was suspicious", change.host(), Words.count(ports, "port"));
    }

    private static String mark(ScanChange.Kind kind) {
        return switch (kind) {
            case OPENED, CAME -> "+ ";
            case CLOSED, NOT_OPEN, GONE -> "- ";
            case FILTERED -> "~ ";
        };
    }

    private static String host(ScanChange change) {
        PortSet open = change.ports();
        boolean came = change.kind() == ScanChange.Kind.CAME;
        if (open.isEmpty()) {
            return came ? Words.say("%s came", change.host()) : Words.say("%s gone", change.host());
        }
        return came
                ? Words.say("%s came (open: %s)", change.host(), open)
                : Words.say("%s gone (was open: %s)", change.host(), open);
    }

    private static String place(Address host, String ports) {
        return (host.six() ? "[" + host + "]" : host.toString()) + ":" + ports;
    }

    private static String happened(ScanChange.Kind kind, @Nullable PortState was) {
        String before = was == null ? Words.say("not open") : state(was);
        return switch (kind) {
            case OPENED, CAME -> Words.say("opened (was %s)", before);
            case CLOSED -> Words.say("closed (was %s)", before);
            case FILTERED -> Words.say("filtered (was %s)", before);
            case NOT_OPEN, GONE -> Words.say("not open (was %s)", before);
        };
    }

    private static String state(PortState state) {
        return switch (state) {
            case OPEN -> Words.say("open");
            case CLOSED -> Words.say("closed");
            case FILTERED -> Words.say("filtered");
            case ERROR -> Words.say("not asked");
        };
    }
}
