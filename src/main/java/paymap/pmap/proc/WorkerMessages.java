package paymap.pmap.proc;

import java.util.ArrayList;
import java.util.List;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;
import paymap.pmap.target.Address;

/** Reads results out of a child's lines. Pure. */
final class WorkerMessages {

    private WorkerMessages() {}

    static HostResult host(WorkerProtocol.Line line) {
        return new HostResult(
                Address.of(line.text("host")),
                HostResult.Verdict.valueOf(line.text("verdict")),
                ports(line.list("open")),
                line.small("closed"),
                line.small("filtered"),
                line.small("errors"),
                0,
                ports(line.list("others")));
    }

    /** Lines that only have something to say. */
    static void sentence(WorkerProtocol.Line line, ScanListener listener) {
        if (line.has("trouble")) {
            listener.trouble(line.text("trouble"));
        } else if (line.has("decided")) {
            listener.decided(line.text("decided"));
        } else if (line.has("chose")) {
            listener.chose(line.text("chose"));
        }
    }

    private static List<PortResult> ports(List<?> list) {
        List<PortResult> ports = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?> port
                    && port.get(0) instanceof Long number
                    && port.get(2) instanceof Long rtt) {
                ports.add(new PortResult(number.intValue(), Reason.valueOf(String.valueOf(port.get(1))), rtt));
            }
        }
        return ports;
    }
}
