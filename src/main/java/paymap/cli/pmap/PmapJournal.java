package paymap.cli.pmap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import paymap.cli.console.CommandFailed;
import paymap.files.FileTrouble;
import paymap.files.GrowingFile;
import paymap.pmap.HostResult;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;
import paymap.words.Words;

/**
 * Writes what a scan finds into its file as it comes, a line each, so that a kill costs less than a second: what is
 * written goes out as often as progress is told.
 */
final class PmapJournal implements ScanListener {

    /** More is not kept back. */
    private static final int MOST_KEPT = 1 << 18;

    private final GrowingFile file;
    private final OutputStream out;
    private final StringBuilder lines = new StringBuilder();
    private final Map<Verdict, AddressSet> unanswered = new EnumMap<>(Verdict.class);
    private boolean empty = true;

    PmapJournal(GrowingFile file) {
        this.file = file;
        this.out = file.stream();
    }

    /** Whether nothing was found out so far, so that nothing would be lost with it. */
    boolean isEmpty() {
        return empty;
    }

    /** The first line, at once: from now on the file is one of a scan. */
    void begin(String scanLine) {
        lines.append(scanLine).append('\n');
        flush();
    }

    /** Hosts that an earlier scan knew not to answer. */
    void unanswered(Verdict verdict, AddressSet hosts) {
        result(PmapJson.unansweredLine(verdict, hosts));
    }

    /** Whether no more is to be said of a host than its verdict. */
    static boolean isUnanswered(HostResult result) {
        if (result.answered() || result.unasked() > 0 || result.errors() > 0) {
            return false;
        }
        Map<Reason, PortSet> ports = result.byReason();
        return result.verdict() != Verdict.SCANNED || ports.size() == 1 && ports.containsKey(Reason.SILENT);
    }

    @Override
    public void open(Address host, PortResult port) {
        result(PmapJson.openLine(host, port, null));
    }

    @Override
    public void ports(Address host, Map<Reason, PortSet> byReason) {
        result(PmapJson.portsLine(host, byReason));
    }

    @Override
    public void host(HostResult result) {
        if (isUnanswered(result)) {
            unanswered(result.verdict()).add(result.address());
        } else {
            result(PmapJson.hostLine(result, null));
        }
    }

    @Override
    public void alive(Address host, long rttMicros) {
        result(PmapJson.aliveLine(host, rttMicros));
    }

    @Override
    public void silent(Address host) {
        unanswered(Verdict.SILENT).add(host);
    }

    @Override
    public void progress(Progress progress) {
        flush();
    }

    void flush() {
        for (Map.Entry<Verdict, AddressSet> group : unanswered.entrySet()) {
            result(PmapJson.unansweredLine(group.getKey(), group.getValue()));
        }
        unanswered.clear();
        write();
    }

    private void result(String line) {
        empty = false;
        lines.append(line).append('\n');
        if (lines.length() > MOST_KEPT) {
            write();
        }
    }

    private void write() {
        if (lines.length() == 0) {
            return;
        }
        try {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            lines.setLength(0);
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot write to %s: %s", file.path(), FileTrouble.writing(e)), e);
        }
    }

    private AddressSet unanswered(Verdict verdict) {
        return unanswered.computeIfAbsent(verdict, v -> new AddressSet());
    }
}
