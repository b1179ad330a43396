package paymap.pmap.file;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.PortResult;
import paymap.pmap.Printable;
import paymap.pmap.Reason;
import paymap.pmap.target.Address;
import paymap.pmap.target.PortSet;
import paymap.pmap.target.Ports;
import paymap.words.Words;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An object that tells of a host, in a document or as a line: what of it is known by name and makes sense. What else it
 * holds, as later versions may write it, is passed over.
 */
final class ScanObject {

    /** Some eleven days; what is said to have taken longer was not measured. */
    private static final double LONGEST_MS = 1e9;

    /** As much of what a port says as is told. */
    private static final int LONGEST_LINE = 200;

    @Nullable
    Address ip;

    Verdict verdict = Verdict.SCANNED;
    boolean answers = true;
    long rttMicros = -1;
    int port;
    int closed;
    int filtered;
    int errors;
    int unasked;
    boolean timedOut;

    /** Of an open port; null = nothing, or it was not asked for. */
    @Nullable
    String said;

    /** Addresses and ranges; empty = none. */
    String hosts = "";

    final List<PortResult> open = new ArrayList<>();

    /** Null = not told port by port. */
    @Nullable
    Map<Reason, PortSet> byReason;

    private ScanObject() {}

    /**
     * Reads on to the end of the object.
     *
     * @param json within the object, before the name of a property
     * @throws IllegalArgumentException if a value of a name that is known makes no sense
     */
    static ScanObject read(JsonParser json) {
        ScanObject object = new ScanObject();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.property(json, name);
        }
        return object;
    }

    /** @throws IllegalArgumentException if there is none */
    Address address() {
        if (ip == null) {
            throw new IllegalArgumentException(Words.say("a result without a host"));
        }
        return ip;
    }

    private void property(JsonParser json, String name) {
        switch (name) {
            case "ip" -> ip = Address.of(Json.text(json, 100));
            case "verdict" -> verdict = verdict(Json.text(json, 100));
            case "answers" -> answers = json.currentToken() != JsonToken.VALUE_FALSE;
            case "rtt_ms" -> rttMicros = micros(json);
            case "port" -> port = Json.number(json, 1, Ports.HIGHEST);
            case "closed" -> closed = Json.number(json, 0, Ports.HIGHEST);
            case "filtered" -> filtered = Json.number(json, 0, Ports.HIGHEST);
            case "errors" -> errors = Json.number(json, 0, Ports.HIGHEST);
            case "unasked" -> unasked = Json.number(json, 0, Ports.HIGHEST);
            case "timed_out" -> timedOut = json.currentToken() == JsonToken.VALUE_TRUE;
            case "said" -> said = Printable.again(Json.text(json, Integer.MAX_VALUE), LONGEST_LINE);
            case "hosts" -> hosts = Json.text(json, Integer.MAX_VALUE);
            case "open" -> open(json);
            case "others" -> others(json);
            case "ports_by_reason" -> byReason(json);
            default -> json.skipChildren();
        }
    }

    static Verdict verdict(String name) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().toLowerCase(Locale.ROOT).equals(name)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException(Words.say("\"%s\" is nothing that a host can be", Json.shown(name)));
    }

    PortResult openPort() {
        return new PortResult(port, Reason.CONNECTED, rttMicros, said);
    }

    private static long micros(JsonParser json) {
        if (json.currentToken() == null || !json.currentToken().isNumeric()) {
            json.skipChildren();
            return -1;
        }
        double millis = json.getDoubleValue();
        return millis >= 0 && millis < LONGEST_MS ? Math.round(millis * 1000) : -1;
    }

    private void open(JsonParser json) {
        Json.startOf(json, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            ScanObject each = read(json);
            if (each.port == 0) {
                throw new IllegalArgumentException(Words.say("an open port without its number"));
            }
            if (open.size() == Ports.HIGHEST) {
                throw new IllegalArgumentException(Words.say("a host with more open ports than there are ports"));
            }
            open.add(each.openPort());
        }
    }

    /** Closed, filtered and failed ports one by one. */
    private void others(JsonParser json) {
        Map<Reason, BitSet> bits = new EnumMap<>(Reason.class);
        Json.startOf(json, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            int number = 0;
            String state = "";
            String reason = "";
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "port" -> number = Json.number(json, 1, Ports.HIGHEST);
                    case "state" -> state = Json.text(json, 100);
                    case "reason" -> reason = Json.text(json, 1000);
                    default -> json.skipChildren();
                }
            }
            Reason known = Reasons.of(reason, state);
            if (known != null) {
                bits.computeIfAbsent(known, r -> new BitSet()).set(number);
            }
        }
        bits.forEach((reason, ports) -> put(reason, PortSet.of(ports)));
    }

    private void byReason(JsonParser json) {
        Json.startOf(json, JsonToken.START_OBJECT);
        byReason = byReason == null ? new EnumMap<>(Reason.class) : byReason;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String code = json.currentName();
            json.nextToken();
            String ports = Json.text(json, Integer.MAX_VALUE);
            Reason known = Reasons.of(code, "");
            if (known != null) {
                put(known, PortSet.of(ports));
            }
        }
    }

    private void put(Reason reason, PortSet ports) {
        byReason = byReason == null ? new EnumMap<>(Reason.class) : byReason;
        byReason.merge(reason, ports, PortSet::with);
    }
}
