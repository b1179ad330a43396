package paymap.pmap.tcp.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortOrder;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Ports;

/** What is known of the ports of one host; a port is named by its place in the order of asking. Pure. */
final class PortStates {

    private static final Reason[] REASONS = Reason.values();
    private static final int NOT_MEASURED = -1;

    private final PortOrder order;
    private final byte[] reasons;
    private final List<PortResult> open = new ArrayList<>();
    private final boolean portByPort;
    private final PortNews news;
    private int unknown;

    PortStates(PortOrder order) {
        this(order, null, false);
    }

    /**
     * What is known beforehand need not be asked.
     *
     * @param known of the host; null = nothing
     * @param portByPort whether closed and filtered ports are told as ranges
     */
    PortStates(PortOrder order, @Nullable HostResult known, boolean portByPort) {
        this.order = order;
        this.reasons = new byte[order.count()]; // 0 is UNKNOWN
        this.unknown = order.count();
        this.portByPort = portByPort;
        this.news = new PortNews(portByPort);
        if (known != null) {
            recall(known);
        }
    }

    /** Which port stands at a place. */
    int portAt(int place) {
        return order.at(place);
    }

    boolean isKnown(int place) {
        return reasons[place] != 0;
    }

    /** How many ports have no state yet. */
    int unknown() {
        return unknown;
    }

    /** How many ports have one. */
    int known() {
        return order.count() - unknown;
    }

    /** How many ports were found open. */
    int open() {
        return open.size();
    }

    void set(int place, Reason reason) {
        unknown -= isKnown(place) ? 0 : 1;
        reasons[place] = (byte) reason.ordinal();
        news.add(portAt(place), reason);
    }

    /** Those found so far. */
    List<PortResult> openSoFar() {
        return List.copyOf(open);
    }

    /** Closed and filtered ports that have become known since the last time; empty = none. */
    Map<Reason, PortSet> takeNews() {
        return news.take();
    }

    /** A port is open, with this time from question to answer. */
    PortResult setOpen(int place, long rttNanos) {
        set(place, Reason.CONNECTED);
        PortResult port = new PortResult(portAt(place), Reason.CONNECTED, rttNanos / 1000);
        open.add(port);
        return port;
    }

    /** Whether every port that was asked is known to be this. */
    boolean all(Reason reason) {
        for (byte known : reasons) {
            if (known != reason.ordinal()) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param unanswered what a port without a state is; {@link Reason#UNKNOWN} = not known, as the scan was stopped or
     *     the time of the host is up
     * @param everyPort whether ports that are not open are listed one by one
     * @param timedOut whether the time of the host is up
     */
    HostResult result(
            Address address, HostResult.Verdict verdict, Reason unanswered, boolean everyPort, boolean timedOut) {
        int[] counts = new int[PortState.values().length];
        int unasked = 0;
        List<PortResult> others = new ArrayList<>();
        for (int place = 0; place < order.count(); place++) {
            Reason reason = isKnown(place) ? REASONS[reasons[place]] : unanswered;
            if (reason == Reason.UNKNOWN) {
                unasked++;
                continue;
            }
            counts[reason.state().ordinal()]++;
            if (everyPort && reason.state() != PortState.OPEN) {
                others.add(new PortResult(portAt(place), reason, NOT_MEASURED));
            }
        }
        Collections.sort(open);
        Collections.sort(others);
        Map<Reason, PortSet> byReason =
                portByPort && verdict == HostResult.Verdict.SCANNED ? byReason(unanswered) : Map.of();
        return new HostResult(
                address,
                verdict,
                open,
                counts[PortState.CLOSED.ordinal()],
                counts[PortState.FILTERED.ordinal()],
                counts[PortState.ERROR.ordinal()],
                unasked,
                others,
                byReason,
                timedOut);
    }

    private Map<Reason, PortSet> byReason(Reason unanswered) {
        PortNews all = new PortNews(true);
        for (int place = 0; place < order.count(); place++) {
            all.add(portAt(place), isKnown(place) ? REASONS[reasons[place]] : unanswered);
        }
        return all.take();
    }

    private void recall(HostResult known) {
        Reason[] recalled = new Reason[Ports.HIGHEST + 1];
        known.byReason().forEach((reason, ports) -> {
            for (int port : ports.sorted()) {
                recalled[port] = reason;
            }
        });
        PortResult[] found = new PortResult[Ports.HIGHEST + 1];
        for (PortResult port : known.open()) {
            found[port.port()] = port;
        }
        for (int place = 0; place < order.count(); place++) {
            PortResult port = found[portAt(place)];
            if (port != null) {
                open.add(port);
            }
            Reason reason = port == null ? recalled[portAt(place)] : Reason.CONNECTED;
            if (reason != null) {
                reasons[place] = (byte) reason.ordinal();
                unknown--;
            }
        }
    }
}
