package paymap.pmap.proc;

import paymap.pmap.PortResult;
import paymap.pmap.Reason;
import paymap.pmap.ScanListener;

/** What a line of a worker is about; {@link ToParent} writes them. */
enum FromWorker {
    OPEN,
    PORTS,
    HOST,
    ALIVE,
    SILENT,
    RTT_KNOWN,
    CHOSE,
    DECIDED,
    TROUBLE,
    PROGRESS,
    DONE,
    FAILED;

    /** @throws IllegalArgumentException if a value is missing, or makes no sense */
    static WorkerListener.Message read(WorkerProtocol.Line line) {
        return switch (line.type(FromWorker.class)) {
            case OPEN -> {
                var host = line.address("ip");
                var port = new PortResult(line.small("port"), Reason.CONNECTED, line.number("rtt_us"));
                yield listener -> listener.open(host, port);
            }
            case PORTS -> {
                var host = line.address("ip");
                var byReason = WorkerMessages.ranges(line.list("by_reason"));
                yield listener -> listener.ports(host, byReason);
            }
            case HOST -> {
                var host = WorkerMessages.host(line);
                yield listener -> listener.host(host);
            }
            case ALIVE -> {
                var host = line.address("ip");
                long rttMicros = line.number("rtt_us");
                yield listener -> listener.alive(host, rttMicros);
            }
            case SILENT -> {
                var host = line.address("ip");
                yield listener -> listener.silent(host);
            }
            case RTT_KNOWN -> {
                var host = line.address("ip");
                long rttNanos = line.number("rtt_ns");
                yield listener -> listener.rttKnown(host, rttNanos);
            }
            case PROGRESS -> {
                var progress =
                        new ScanListener.Progress(line.number("done"), line.number("total"), line.number("found"));
                yield listener -> listener.progress(progress);
            }
            case CHOSE -> listener -> listener.chose(line.text("why"));
            case DECIDED -> listener -> listener.decided(line.text("why"));
            case TROUBLE -> listener -> listener.trouble(line.text("why"));
            case DONE -> WorkerListener::done;
            case FAILED -> listener -> listener.failed(line.text("why"));
        };
    }
}
