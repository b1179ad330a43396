package paymap.importer.format;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.importer.text.JsonTree;
import paymap.job.MadeUpData;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * What a browser's developer tools save of a visit (HTTP Archive 1.2), entry by entry. Of an entry only the address, what
 * is asked for, the status, the header that says that data are made up and the text of the response are looked at, and the text only
 * where it can hold rows: cookies and tokens are passed over in the stream.
 */
final class HarReader implements RowReader {

    /** Of a response; in base64 they are still a string that the parser takes. */
    private static final int MOST_BYTES = JsonTree.LONGEST_PAGE / 2 * 3;

    /** Of a request, in characters; a search has a few hundred. */
    private static final int LONGEST_BODY = 20_000;

    private final SavedPages site;

    HarReader(SavedPages site) {
        this.site = site;
    }

    @Override
    public ReadResult read(Reader text, RowHandler rows) throws InterruptedException {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            new Visit(parser, rows).read();
            return new ReadResult.Whole();
        } catch (JacksonException e) {
            return JsonReader.brokenAt(e);
        }
    }

    /** What was seen of the entry that is being read. */
    private static final class Entry {
        @Nullable
        String url;

        int status = 200;
        boolean isPreflight;
        String asked = "";
        String redirect = "";
        String mime = "";
        String encoding = "";
        long size;

        @Nullable
        String text;

        boolean tooLarge;
        boolean madeUp;
        String header = "";
    }

    /** One file from its beginning to its end. */
    private final class Visit {

        private final JsonParser parser;
        private final RowHandler rows;
        private long entries;

        Visit(JsonParser parser, RowHandler rows) {
            this.parser = parser;
            this.rows = rows;
        }

        void read() throws InterruptedException {
            parser.nextToken();
            eachField(parser, name -> {
                if (name.equals("log")) {
                    eachField(parser, this::entries);
                }
            });
        }

        private void entries(String name) throws InterruptedException {
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

        private void take(Entry entry) throws InterruptedException {
            if (entry.url == null || entry.isPreflight || !site.mayHoldRows(entry.url)) {
                return;
            }
            Optional<String> text = decoded(entry);
            int longest = text.filter(HarReader::isObject).isPresent() ? JsonTree.LONGEST : JsonTree.LONGEST_PAGE;
            if (entry.tooLarge || text.filter(all -> all.length() > longest).isPresent()) {
                rows.note(Words.say("response of more than %d characters, not read", longest));
            } else if (text.isEmpty()) {
                rows.note(Words.say("response in broken base64"));
            } else if (text.get().isBlank() && entry.redirect.isBlank()) {
                rows.note(Words.say("response saved without its content"));
            } else {
                SavedPages.Page page =
                        new SavedPages.Page(entry.url, entry.status, entry.redirect, text.get(), entry.asked);
                SavedPages.Reading reading = reading(page);
                rows.page(entry.madeUp ? reading.asMadeUp() : reading, "entry " + entries);
            }
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

    private void part(JsonParser parser, String name, Entry entry) throws InterruptedException {
        if (name.equals("request")) {
            eachField(parser, field -> {
                switch (field) {
                    case "url" -> entry.url = parser.getString();
                    // Asked by the browser across origins before the request itself, at the same address.
                    case "method" -> entry.isPreflight = string(parser).equalsIgnoreCase("OPTIONS");
                    case "postData" -> eachField(parser, part -> postData(parser, part, entry));
                    default -> {}
                }
            });
        } else if (name.equals("response")) {
            eachField(parser, field -> response(parser, field, entry));
        }
    }

    private static void postData(JsonParser parser, String name, Entry entry) {
        if (name.equals("text")) {
            String asked = string(parser);
            entry.asked = asked.length() > LONGEST_BODY ? "" : asked;
        }
    }

    private void response(JsonParser parser, String name, Entry entry) throws InterruptedException {
        switch (name) {
            case "status" -> entry.status = parser.getValueAsInt(200);
            case "redirectURL" -> entry.redirect = string(parser);
            case "headers" -> headers(parser, entry);
            case "content" -> eachField(parser, field -> content(parser, field, entry));
            default -> {}
        }
    }

    private static void headers(JsonParser parser, Entry entry) throws InterruptedException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entry.header = "";
            eachField(parser, field -> header(parser, field, entry));
        }
    }

    /** Only the value of the one header is read; its name stands before it, in alphabetical order too. */
    private static void header(JsonParser parser, String name, Entry entry) {
        if (name.equals("name")) {
            entry.header = string(parser);
        } else if (name.equals("value") && MadeUpData.HEADER.equalsIgnoreCase(entry.header)) {
            entry.madeUp |= MadeUpData.isSaid(string(parser));
        }
    }

    private void content(JsonParser parser, String name, Entry entry) {
        switch (name) {
            case "size" -> entry.size = parser.getValueAsInt(0);
            case "mimeType" -> entry.mime = string(parser);
            case "encoding" -> entry.encoding = string(parser);
            case "text" -> {
                if (entry.size > MOST_BYTES) {
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

    private SavedPages.Reading reading(SavedPages.Page page) {
        Optional<JsonNode> reply = isObject(page.text()) ? tree(page.text()) : Optional.empty();
        return reply.flatMap(tree -> site.reply(tree, page)).orElseGet(() -> site.page(page));
    }

    private static boolean isObject(String text) {
        return text.stripLeading().startsWith("{");
    }

    private Optional<JsonNode> tree(String text) {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            parser.nextToken();
            return Optional.ofNullable(JsonTree.of(parser, site.personalFields()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Empty = it cannot be decoded. */
    private static Optional<String> decoded(Entry entry) {
        String text = entry.text == null ? "" : entry.text;
        if (!entry.encoding.equals("base64")) {
            return Optional.of(text);
        }
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String string(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    }
}
