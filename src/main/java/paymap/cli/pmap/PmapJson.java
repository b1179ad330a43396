package paymap.cli.pmap;

import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.PortState;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.AddressSet;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Services;
import paymap.words.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The result as JSON: names and shapes are a contract with scripts, so they only ever grow. */
final class PmapJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PmapJson() {}

    /** A host that was pinged. */
    record Alive(Address host, long rttMicros, boolean answers) {}

    /**
     * What a whole scan has found.
     *
     * @param complete whether the scan came to its end, and everything could be asked
     * @param scanned TCP: the hosts that are told
     * @param alive ping: the hosts that answer, and the others where all are told
     * @param unanswered further hosts that were asked and did not answer
     */
    record Result(
            Instant started,
            Duration elapsed,
            boolean complete,
            Collection<HostResult> scanned,
            Collection<Alive> alive,
            Map<HostResult.Verdict, AddressSet> unanswered) {}

    static void whole(Writer to, PmapRequest request, Result result) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            PmapHeadingJson.write(json, request, result.started(), result.elapsed());
            json.writeBooleanProperty("complete", result.complete());
            if (!result.unanswered().isEmpty()) {
                json.writeObjectPropertyStart("unanswered");
                result.unanswered().forEach((verdict, hosts) -> json.writeStringProperty(name(verdict), "" + hosts));
                json.writeEndObject();
            }
            json.writeArrayPropertyStart("hosts");
            for (HostResult host : result.scanned()) {
                host(json, host, request.services());
            }
            for (Alive host : result.alive()) {
                alive(json, host);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** The first line: what is scanned, so that a scan can go on from what follows. */
    static String scanLine(PmapRequest request, Instant started, Duration elapsed) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "scan");
            PmapHeadingJson.write(json, request, started, elapsed);
            json.writeEndObject();
        });
    }

    /** The last line. */
    static String endLine(Duration elapsed, boolean complete) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "end");
            json.writeNumberProperty("elapsed_ms", elapsed.toMillis());
            json.writeBooleanProperty("complete", complete);
            json.writeEndObject();
        });
    }

    /** Some more ports of a host that is not finished. */
    static String portsLine(Address host, Map<Reason, PortSet> byReason) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "ports");
            json.writeStringProperty("ip", host.toString());
            byReason(json, byReason);
            json.writeEndObject();
        });
    }

    /** Hosts that were asked and did not answer. */
    static String unansweredLine(HostResult.Verdict verdict, AddressSet hosts) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "unanswered");
            json.writeStringProperty("verdict", name(verdict));
            json.writeStringProperty("hosts", hosts.toString());
            json.writeEndObject();
        });
    }

    static String openLine(Address host, PortResult port, @Nullable String service) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "open");
            json.writeStringProperty("ip", host.toString());
            portProperties(json, port, service);
            json.writeEndObject();
        });
    }

    static String hostLine(HostResult host, @Nullable Services services) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "host");
            hostProperties(json, host, services);
            json.writeEndObject();
        });
    }

    static String aliveLine(Address host, long rttMicros) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "alive");
            aliveProperties(json, host, rttMicros);
            json.writeEndObject();
        });
    }

    static String silentLine(Address host) {
        return line(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "silent");
            json.writeStringProperty("ip", host.toString());
            json.writeEndObject();
        });
    }

    /** Milliseconds, always with three decimals. */
    static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3);
    }

    static String name(PortState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static void byReason(JsonGenerator json, Map<Reason, PortSet> byReason) {
        if (byReason.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("ports_by_reason");
        byReason.forEach((reason, ports) -> json.writeStringProperty(reason.code(), ports.toString()));
        json.writeEndObject();
    }

    static String line(Consumer<JsonGenerator> content) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            content.accept(json);
        }
        return line.toString();
    }

    private static void host(JsonGenerator json, HostResult host, @Nullable Services services) {
        json.writeStartObject();
        hostProperties(json, host, services);
        json.writeEndObject();
    }

    private static void hostProperties(JsonGenerator json, HostResult host, @Nullable Services services) {
        json.writeStringProperty("ip", host.address().toString());
        if (host.verdict() != HostResult.Verdict.SCANNED) {
            json.writeStringProperty("verdict", host.verdict().name().toLowerCase(Locale.ROOT));
        }
        json.writeArrayPropertyStart("open");
        for (PortResult port : host.open()) {
            json.writeStartObject();
            portProperties(json, port, services == null ? null : services.name(port.port()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("closed", host.closed());
        json.writeNumberProperty("filtered", host.filtered());
        json.writeNumberProperty("errors", host.errors());
        if (host.unasked() > 0) {
            json.writeNumberProperty("unasked", host.unasked());
        }
        byReason(json, host.byReason());
        doubts(json, host);
        if (!host.others().isEmpty()) {
            others(json, host);
        }
    }

    /** Why open ports may not be those of the host, for people; null = nothing says so. */
    static @Nullable String suspicious(HostResult host) {
        HostResult.Suspicion suspicion = host.suspicion();
        if (suspicion == null) {
            return null;
        }
        return switch (suspicion) {
            case EVERY_PORT_OPEN ->
                Words.say("every one of %d ports is open; something in between may answer for it", host.counted());
            case MOST_PORTS_OPEN ->
                Words.say("more than half of its ports are open; something in between may answer for it");
        };
    }

    private static void doubts(JsonGenerator json, HostResult host) {
        if (host.timedOut()) {
            json.writeBooleanProperty("timed_out", true);
        }
        HostResult.Suspicion suspicion = host.suspicion();
        if (suspicion != null) {
            json.writeObjectPropertyStart("suspicious");
            json.writeStringProperty("reason", suspicion.name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("why", suspicious(host));
            json.writeEndObject();
        }
    }

    private static void others(JsonGenerator json, HostResult host) {
        json.writeArrayPropertyStart("others");
        for (PortResult port : host.others()) {
            json.writeStartObject();
            json.writeNumberProperty("port", port.port());
            json.writeStringProperty("state", name(port.state()));
            json.writeStringProperty("reason", port.reason().code());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void portProperties(JsonGenerator json, PortResult port, @Nullable String service) {
        json.writeNumberProperty("port", port.port());
        if (service == null) {
            json.writeNullProperty("service");
        } else {
            json.writeStringProperty("service", service);
        }
        rtt(json, port.rttMicros());
        if (port.said() != null) {
            json.writeStringProperty("said", port.said());
        }
    }

    private static void alive(JsonGenerator json, Alive host) {
        json.writeStartObject();
        aliveProperties(json, host.host(), host.rttMicros());
        if (!host.answers()) {
            json.writeBooleanProperty("answers", false);
        }
        json.writeEndObject();
    }

    private static void aliveProperties(JsonGenerator json, Address host, long rttMicros) {
        json.writeStringProperty("ip", host.toString());
        rtt(json, rttMicros);
    }

    private static void rtt(JsonGenerator json, long micros) {
        if (micros < 0) {
            json.writeNullProperty("rtt_ms");
        } else {
            json.writeNumberProperty("rtt_ms", millis(micros));
        }
    }
}
