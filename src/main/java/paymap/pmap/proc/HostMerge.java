package paymap.pmap.proc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;

/** Puts the slices of one host together. Pure. */
final class HostMerge {

    private final List<PortResult> open = new ArrayList<>();
    private final List<PortResult> others = new ArrayList<>();
    private final Map<Reason, PortSet> byReason = new EnumMap<>(Reason.class);
    private @Nullable Address address;
    private HostResult.@Nullable Verdict verdict;
    private int closed;
    private int filtered;
    private int errors;
    private int unasked;
    private boolean timedOut;

    void add(HostResult slice) {
        address = slice.address();
        open.addAll(slice.open());
        others.addAll(slice.others());
        slice.byReason().forEach((reason, ports) -> byReason.merge(reason, ports, PortSet::with));
        closed += slice.closed();
        filtered += slice.filtered();
        errors += slice.errors();
        unasked += slice.unasked();
        timedOut |= slice.timedOut();
        // One slice that was answered says that the host is there.
        verdict = verdict == null || slice.verdict() == HostResult.Verdict.SCANNED ? slice.verdict() : verdict;
    }

    /** Ports of a slice that no worker lived to scan. */
    void missing(Chunk slice) {
        address = slice.hosts.ranges().get(0).first();
        errors += slice.ports.count();
    }

    /** Ports of a slice that nobody began, as the time of the host was up. */
    void late(Chunk slice) {
        address = slice.hosts.ranges().get(0).first();
        unasked += slice.ports.count();
        timedOut = true;
    }

    /** @return null = nothing was added */
    @Nullable
    HostResult result() {
        if (address == null) {
            return null;
        }
        Collections.sort(open);
        Collections.sort(others);
        HostResult.Verdict known = verdict == null ? HostResult.Verdict.SCANNED : verdict;
        return new HostResult(address, known, open, closed, filtered, errors, unasked, others, byReason, timedOut);
    }
}
