package paymap.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.ScanPlan;
import paymap.pmap.target.Address;

/** Prints results as they come. Nothing that a scanned host sends is ever part of it. */
interface PmapOutput {

    void open(Address host, PortResult port);

    void host(HostResult result);

    void alive(Address host, long rttMicros);

    /** A host does not answer ping; only told where everything is. */
    default void silent(Address host) {}

    static PmapOutput of(PmapRequest request, PrintStream out) {
        return switch (request.format()) {
            case TEXT -> new Text(request, out);
            case PLAIN -> new Plain(out);
            case NDJSON -> new Ndjson(request, out);
            case JSON -> new Nothing();
        };
    }

    /** {@code ip} or {@code ip:port} a line, and nothing else. */
    record Plain(PrintStream out) implements PmapOutput {
        @Override
        public void open(Address host, PortResult port) {
            String ip = host.six() ? "[" + host + "]" : host.toString();
            out.println(ip + ":" + port.port());
        }

        @Override
        public void host(HostResult result) {}

        @Override
        public void alive(Address host, long rttMicros) {
            out.println(host);
        }
    }

    /** For people: a host is printed when it is finished, so that its ports stand together. */
    record Text(PmapRequest request, PrintStream out) implements PmapOutput {
        @Override
        public void open(Address host, PortResult port) {}

        @Override
        public void host(HostResult result) {
            boolean told = !result.open().isEmpty()
                    || request.plan().settings().everyPort()
                    || request.plan().targets().single();
            if (!told) {
                return;
            }
            StringBuilder text = new StringBuilder();
            text.append(result.address())
                    .append(": ")
                    .append(summary(request.plan(), result))
                    .append('\n');
            for (PortResult port : result.open()) {
                line(text, port);
            }
            for (PortResult port : result.others()) {
                line(text, port);
            }
            out.print(text);
        }

        @Override
        public void alive(Address host, long rttMicros) {
            out.println(host + (rttMicros < 0 ? "" : "  " + PmapJson.millis(rttMicros) + " ms"));
        }

        @Override
        public void silent(Address host) {
            if (request.plan().settings().everyPort()) {
                out.println(host + "  no answer");
            }
        }

        private void line(StringBuilder text, PortResult port) {
            String number = String.valueOf(port.port());
            text.append(" ".repeat(Math.max(1, 7 - number.length()))).append(number);
            if (port.state() != PortState.OPEN) {
                text.append("  ")
                        .append(PmapJson.name(port.state()))
                        .append(": ")
                        .append(port.reason().words());
            } else {
                String service = request.services().name(port.port());
                text.append(service == null ? "  no usual service" : "  usually " + service);
            }
            text.append('\n');
        }

        private static String summary(ScanPlan plan, HostResult result) {
            int ports = plan.ports().count();
            switch (result.verdict()) {
                case SILENT -> {
                    return "no answer to the first probes";
                }
                case UNREACHABLE -> {
                    return "not there, says the network";
                }
                case NO_ROUTE -> {
                    return "no route to it from here";
                }
                default -> {
                    return (result.open().isEmpty() ? "none" : result.open().size()) + " of " + ports + " ports open"
                            + count(result.closed(), "closed") + count(result.filtered(), "filtered")
                            + count(result.errors(), "could not be asked")
                            + count(result.unasked(), "not known, as the scan was stopped");
                }
            }
        }

        private static String count(int count, String what) {
            return count == 0 ? "" : ", " + count + " " + what;
        }
    }

    /** One JSON object a line, each as soon as it is known. */
    record Ndjson(PmapRequest request, PrintStream out) implements PmapOutput {
        @Override
        public void open(Address host, PortResult port) {
            out.println(PmapJson.openLine(host, port, service(port)));
        }

        @Override
        public void host(HostResult result) {
            out.println(PmapJson.hostLine(result, request.services()));
        }

        @Override
        public void alive(Address host, long rttMicros) {
            out.println(PmapJson.aliveLine(host, rttMicros));
        }

        @Override
        public void silent(Address host) {
            if (request.plan().settings().everyPort()) {
                out.println(PmapJson.silentLine(host));
            }
        }

        private @Nullable String service(PortResult port) {
            return request.services().name(port.port());
        }
    }

    /** The whole result is printed at the end. */
    record Nothing() implements PmapOutput {
        @Override
        public void open(Address host, PortResult port) {}

        @Override
        public void host(HostResult result) {}

        @Override
        public void alive(Address host, long rttMicros) {}
    }
}
