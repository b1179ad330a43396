package paymap.pmap.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import paymap.pmap.target.AddressSet;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads a file of lines, each an object with a {@code type}; the last one may be cut off. */
final class ScanLines {

    /** A host with all its ports told one by one has 5 MB. */
    private static final int LONGEST_LINE = 1 << 24;

    private static final int MOST_RANGES = 1 << 20;

    private final InputStream in;
    private final ScanDraft draft;
    private int number;
    private boolean headed;

    ScanLines(InputStream in, ScanDraft draft) {
        this.in = in;
        this.draft = draft;
    }

    void read() throws IOException {
        byte[] line = next();
        while (line != null) {
            number++;
            byte[] following = next();
            try {
                line(line);
            } catch (JacksonException e) {
                if (following != null) {
                    throw new UnreadableScan(Words.say("it is no result of pmap: line %d is no JSON", number));
                }
            } catch (IllegalArgumentException e) {
                throw new UnreadableScan(Words.say("line %d: %s", number, e.getMessage()));
            }
            line = following;
        }
    }

    private void line(byte[] line) {
        try (JsonParser json = ScanFile.JSON.createParser(ObjectReadContext.empty(), line)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return; // an empty line
            }
            if (first != JsonToken.START_OBJECT || json.nextToken() != JsonToken.PROPERTY_NAME) {
                throw new IllegalArgumentException(Words.say("it is no result of pmap"));
            }
            if (!json.currentName().equals("type")) {
                throw new IllegalArgumentException(Words.say("it is no result of pmap"));
            }
            json.nextToken();
            object(json, Json.text(json, 100));
        }
    }

    private void object(JsonParser json, String type) {
        if (type.equals("scan") || type.equals("end")) {
            heading(json, type);
            return;
        }
        ScanObject told = ScanObject.read(json);
        switch (type) {
            case "open" -> draft.open(told.address(), told.openPort());
            case "ports" -> draft.ports(told);
            case "host" -> draft.host(told);
            case "alive" -> draft.alive(told);
            case "silent" -> {
                told.answers = false;
                draft.alive(told);
            }
            case "unanswered" -> draft.unanswered(told.verdict, AddressSet.of(told.hosts, MOST_RANGES));
            default -> {} // a later version has more to tell
        }
    }

    private void heading(JsonParser json, String type) {
        if (type.equals("scan") && headed) {
            throw new IllegalArgumentException(Words.say("a second scan begins here; give each a file of its own"));
        }
        headed = true;
        draft.whole = type.equals("end");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!draft.heading.property(json, name)) {
                json.skipChildren();
            }
        }
    }

    /** @return null = the file is at its end */
    private byte @Nullable [] next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = first; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw new UnreadableScan(Words.say("line %d is longer than 16 MB", number + 1));
            }
            line.write(b);
        }
        return line.toByteArray();
    }
}
