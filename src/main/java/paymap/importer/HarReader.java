package paymap.importer;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * What a browser's developer tools save of a visit (HTTP Archive 1.2), entry by entry. Of an entry only the address,
 * the status and the text of the response are looked at, and the text only where it can hold rows: cookies and tokens
 * are passed over in the stream.
 */
final class HarReader {

    private final SavedPages site;
    private final RowCollector rows;
    private long entries;

    HarReader(SavedPages site, RowCollector rows) {
        this.site = site;
        this.rows = rows;
    }

    /** What was seen of the entry that is being read. */
    private static final class Entry {
        @Nullable
        String url;

        int status = 200;
        String redirect = "";
        String mime = "";
        String encoding = "";
        long size;

        @Nullable
        String text;

        boolean tooLarge;
    }

    /** @return why the reading ended early; null = it did not */
    @Nullable
    String read(Reader text) throws InterruptedException {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            parser.nextToken();
            eachField(parser, name -> {
                if (name.equals("log")) {
                    eachField(parser, inLog -> entries(parser, inLog));
                }
            });
            return null;
        } catch (JacksonException e) {
            return JsonReader.whereItBroke(e);
        }
    }

    private interface Field {
        void read(String name) throws InterruptedException;
    }

    /** Goes through an object; what a field's reader leaves standing is skipped. */
    private static void eachField(JsonParser parser, Field field) throws InterruptedException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            field.read(name);
            if (parser.currentToken() == token) {
                parser.skipChildren();
            }
        }
    }

    private void entries(JsonParser parser, String name) throws InterruptedException {
        if (!name.equals("entries") || parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (!rows.goesOn()) {
                return;
            }
            Entry entry = new Entry();
            eachField(parser, part -> part(parser, part, entry));
            entries++;
            take(entry);
        }
    }

    private void part(JsonParser parser, String name, Entry entry) throws InterruptedException {
        if (name.equals("request")) {
            eachField(parser, field -> {
                if (field.equals("url")) {
                    entry.url = parser.getString();
                }
            });
        } else if (name.equals("response")) {
            eachField(parser, field -> response(parser, field, entry));
        }
    }

    private void response(JsonParser parser, String name, Entry entry) throws InterruptedException {
        switch (name) {
            case "status" -> entry.status = parser.getValueAsInt(200);
            case "redirectURL" -> entry.redirect = string(parser);
            case "content" -> eachField(parser, field -> content(parser, field, entry));
            default -> {}
        }
    }

    private void content(JsonParser parser, String name, Entry entry) {
        switch (name) {
            case "size" -> entry.size = parser.getValueAsInt(0);
            case "mimeType" -> entry.mime = string(parser);
            case "encoding" -> entry.encoding = string(parser);
            case "text" -> {
                if (entry.size > JsonTree.LONGEST) {
                    entry.tooLarge = true;
                } else if (isWanted(entry)) {
                    entry.text = string(parser);
                }
            }
            default -> {}
        }
    }

    /** Where the address comes after the response, the text is held until it is known. */
    private boolean isWanted(Entry entry) {
        boolean media = entry.mime.startsWith("image/") || entry.mime.startsWith("font/");
        return !media && (entry.url == null || site.mayHoldRows(entry.url));
    }

    private void take(Entry entry) throws InterruptedException {
        if (entry.url == null || !site.mayHoldRows(entry.url)) {
            return;
        }
        String location = "entry " + entries;
        if (entry.tooLarge) {
            rows.note("response of more than " + JsonTree.LONGEST + " characters, not read");
            return;
        }
        String text = decoded(entry);
        if (text == null) {
            rows.note("response in broken base64");
        } else if (text.isBlank() && entry.redirect.isBlank()) {
            rows.note("response saved without its content");
        } else {
            rows.page(reading(new SavedPages.Page(entry.url, entry.status, entry.redirect, text)), location);
        }
    }

    private SavedPages.Reading reading(SavedPages.Page page) {
        JsonNode reply = page.text().stripLeading().startsWith("{") ? tree(page.text()) : null;
        SavedPages.Reading asReply = reply == null ? null : site.reply(reply, page);
        return asReply == null ? site.page(page) : asReply;
    }

    private static @Nullable JsonNode tree(String text) {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            parser.nextToken();
            return JsonTree.of(parser);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** null = it cannot be decoded. */
    private static @Nullable String decoded(Entry entry) {
        String text = entry.text == null ? "" : entry.text;
        if (!entry.encoding.equals("base64")) {
            return text;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String string(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    }
}
