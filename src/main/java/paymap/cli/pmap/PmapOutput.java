package paymap.cli.pmap;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.words.Words;

/** Prints results as they come. What a scanned host sends is part of it only where its services are heard, and made safe. */
abstract class PmapOutput implements ScanListener {

    final PrintStream out;

    private PmapOutput(PrintStream out) {
        this.out = out;
    }

    static PmapOutput of(PmapRequest request, PrintStream out) {
        if (request.since() != null) {
            return new Nothing(out); // what has changed is told in place of the results
        }
        return switch (request.format()) {
            case TEXT -> new Text(request, out);
            case PLAIN -> new Plain(out);
            case NDJSON -> new Ndjson(request, out);
            case JSON -> new Nothing(out);
        };
    }

    /** The scan begins. */
    void begin(Instant started, Duration before) {}

    /** The scan is at its end. */
    void end(Duration elapsed, boolean complete) {}

    /** Several times a second, what was printed goes out. */
    @Override
    public void progress(Progress progress) {
        out.flush();
    }

    /** {@code ip} or {@code ip:port} a line, and nothing else. */
    private static final class Plain extends PmapOutput {
        Plain(PrintStream out) {
            super(out);
        }

        @Override
        public void open(Address host, PortResult port) {
            String ip = host.six() ? "[" + host + "]" : host.toString();
            out.println(ip + ":" + port.port());
        }

        @Override
        public void alive(Address host, long rttMicros) {
            out.println(host);
        }
    }

    /** For people: a host is printed when it is finished, so that its ports stand together. */
    private static final class Text extends PmapOutput {
        private final PmapRequest request;

        Text(PmapRequest request, PrintStream out) {
            super(out);
            this.request = request;
        }

        @Override
        public void host(HostResult result) {
            boolean told = result.answered()
                    || result.timedOut()
                    || request.plan().settings().everyPort()
                    || request.plan().targets().single();
            if (!told) {
                return;
            }
            StringBuilder text = new StringBuilder();
            text.append(summary(request.plan(), result)).append('\n');
            String suspicious = PmapJson.suspicious(result);
            if (suspicious != null) {
                text.append("         ")
                        .append(Words.say("suspicious: %s", suspicious))
                        .append('\n');
            }
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
            out.println(host
                    + (rttMicros < 0 ? "" : "  " + PmapJson.millis(rttMicros).toPlainString() + " ms"));
        }

        @Override
        public void silent(Address host) {
            if (request.plan().settings().everyPort()) {
                out.println(host + "  " + Words.say("no answer"));
            }
        }

        private void line(StringBuilder text, PortResult port) {
            String number = String.valueOf(port.port());
            text.append(" ".repeat(Math.max(1, 7 - number.length()))).append(number);
            text.append("  ").append(words(port)).append('\n');
        }

        private String words(PortResult port) {
            String why = port.reason().words();
            return switch (port.state()) {
                case OPEN -> usually(request.services().name(port.port())) + said(port.said());
                case CLOSED -> Words.say("closed: %s", why);
                case FILTERED -> Words.say("filtered: %s", why);
                case ERROR -> Words.say("error: %s", why);
            };
        }

        private static String usually(@Nullable String service) {
            return service == null ? Words.say("unknown") : Words.say("usually %s", service);
        }

        private static String said(@Nullable String line) {
            return line == null ? "" : Words.say(", said \"%s\"", line.replace("\"", "\\\""));
        }

        private static String summary(ScanPlan plan, HostResult result) {
            int ports = plan.ports().count();
            return switch (result.verdict()) {
                case SILENT -> Words.say("%s: no answer to the first probes", result.address());
                case UNREACHABLE -> Words.say("%s: host unreachable", result.address());
                case NO_ROUTE -> Words.say("%s: no route to it from here", result.address());
                case SCANNED -> counts(ports, result);
            };
        }

        private static String counts(int ports, HostResult result) {
            int open = result.open().size();
            String text = open == 0
                    ? Words.say("%s: none of %d ports open", result.address(), ports)
                    : Words.say("%s: %d of %d ports open", result.address(), open, ports);
            text = result.closed() == 0 ? text : Words.say("%s, %d closed", text, result.closed());
            text = result.filtered() == 0 ? text : Words.say("%s, %d filtered", text, result.filtered());
            text = result.errors() == 0 ? text : Words.say("%s, %d could not be asked", text, result.errors());
            if (result.timedOut()) {
                return Words.say("%s, %d not known, as its time was up", text, result.unasked());
            }
            return result.unasked() == 0
                    ? text
                    : Words.say("%s, %d not known, as the scan was stopped", text, result.unasked());
        }
    }

    /** One JSON object a line, each as soon as it is known. */
    private static final class Ndjson extends PmapOutput {
        private final PmapRequest request;
        private final AddressSet silent = new AddressSet();

        Ndjson(PmapRequest request, PrintStream out) {
            super(out);
            this.request = request;
        }

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
            } else {
                silent.add(host);
            }
        }

        @Override
        void begin(Instant started, Duration before) {
            out.println(PmapJson.scanLine(request, started, before));
        }

        @Override
        void end(Duration elapsed, boolean complete) {
            if (!silent.isEmpty()) {
                out.println(PmapJson.unansweredLine(HostResult.Verdict.SILENT, silent));
            }
            out.println(PmapJson.endLine(elapsed, complete));
        }

        private @Nullable String service(PortResult port) {
            return request.services().name(port.port());
        }
    }

    /** The whole result is printed at the end. */
    private static final class Nothing extends PmapOutput {
        Nothing(PrintStream out) {
            super(out);
        }
    }
}
