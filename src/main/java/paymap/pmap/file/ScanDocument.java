package paymap.pmap.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import paymap.pmap.HostResult.Verdict;
import paymap.pmap.target.AddressSet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Reads the one object of a whole scan, host by host; where it is cut off, the hosts before count. */
final class ScanDocument {

    private static final int MOST_RANGES = 1 << 20;

    private final Counted in;
    private final ScanDraft draft;

    ScanDocument(InputStream in, ScanDraft draft) {
        this.in = new Counted(in);
        this.draft = draft;
    }

    void read() {
        try (JsonParser json = ScanFile.JSON.createParser(ObjectReadContext.empty(), in)) {
            Json.startOf(json, json.nextToken());
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                property(json, name);
            }
            draft.whole = true;
        } catch (StreamReadException e) {
            if (!isAtEnd(e)) {
                throw e;
            }
            draft.heading.complete = false;
        }
    }

    /** Half a word, or half a number, at the end is an end as well. */
    private boolean isAtEnd(StreamReadException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return true;
        }
        long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
        String rest = in.from(at);
        return rest != null
                && (rest.equals(".") || "true".startsWith(rest) || "false".startsWith(rest) || "null".startsWith(rest));
    }

    /** Knows the last few bytes. */
    private static final class Counted extends FilterInputStream {
        private static final int KEPT = 8;

        private final byte[] last = new byte[KEPT];
        private long count;
        private boolean ended;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            for (int i = Math.max(0, read - KEPT); i < read; i++) {
                last[(int) ((count + i) % KEPT)] = bytes[from + i];
            }
            count += Math.max(0, read);
            ended |= read < 0;
            return read;
        }

        /** What stands from there to the end; null = too much, or this is not the end. */
        @Nullable
        String from(long at) {
            if (!ended || at < 0 || at > count || count - at > KEPT) {
                return null;
            }
            StringBuilder rest = new StringBuilder();
            for (long i = at; i < count; i++) {
                rest.append((char) last[(int) (i % KEPT)]);
            }
            return rest.toString();
        }
    }

    private void property(JsonParser json, String name) {
        switch (name) {
            case "hosts" -> hosts(json);
            case "unanswered" -> unanswered(json);
            default -> {
                if (!draft.heading.property(json, name)) {
                    json.skipChildren();
                }
            }
        }
    }

    private void hosts(JsonParser json) {
        Json.startOf(json, JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            ScanObject told = ScanObject.read(json);
            draft.host(told);
        }
    }

    /** Hosts by what is known of them, as ranges. */
    private void unanswered(JsonParser json) {
        Json.startOf(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            Verdict verdict = ScanObject.verdict(json.currentName());
            json.nextToken();
            draft.unanswered(verdict, AddressSet.of(Json.text(json, Integer.MAX_VALUE), MOST_RANGES));
        }
    }
}
