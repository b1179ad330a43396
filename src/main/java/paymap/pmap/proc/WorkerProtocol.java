package paymap.pmap.proc;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import paymap.pmap.target.Address;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What parent and worker say to each other: one JSON object a line; values are texts, whole numbers and lists of them. */
final class WorkerProtocol {

    /** Changes when the lines do; parent and worker are the same jar, so it only catches accidents. */
    static final long VERSION = 5;

    private static final String TYPE = "type";

    private static final JsonFactory FACTORY = new JsonFactory();

    /** One line, read. */
    record Line(Map<String, Object> values) {
        /** @throws IllegalArgumentException if it is of no such type */
        <E extends Enum<E>> E type(Class<E> types) {
            return Enum.valueOf(types, text(TYPE));
        }

        /** @throws IllegalArgumentException if there is none of that name, as for all of these */
        String text(String name) {
            if (values.get(name) instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("no text \"" + name + "\" in a line of the other process");
        }

        Address address(String name) {
            return Address.of(text(name));
        }

        long number(String name) {
            if (values.get(name) instanceof Long number) {
                return number;
            }
            throw new IllegalArgumentException("no number \"" + name + "\" in a line of the other process");
        }

        int small(String name) {
            return Math.toIntExact(number(name));
        }

        List<?> list(String name) {
            return values.get(name) instanceof List<?> list ? list : List.of();
        }
    }

    private WorkerProtocol() {}

    /**
     * @param type of {@link FromWorker} or {@link ToWorker}
     * @param namesAndValues in turns; values are Integer, Long, a List of them, or what stands as text
     */
    static String line(Enum<?> type, Object... namesAndValues) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty(TYPE, type.name());
            for (int i = 0; i < namesAndValues.length; i += 2) {
                json.writeName(String.valueOf(namesAndValues[i]));
                write(json, namesAndValues[i + 1]);
            }
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    /** @throws IllegalArgumentException if it is not a line of ours */
    static Line read(String line) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            Map<String, Object> values = new LinkedHashMap<>();
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a line of a scanner process");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                values.put(name, value(json));
            }
            return new Line(values);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a line of a scanner process", e);
        }
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    private static Object value(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        if (token != JsonToken.START_ARRAY) {
            return json.getString();
        }
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json));
        }
        return list;
    }
}
