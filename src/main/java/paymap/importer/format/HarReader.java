package paymap.importer.format;

import static paymap.importer.text.JsonFields.each;
import static paymap.importer.text.JsonFields.string;

import java.io.Reader;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import paymap.importer.text.JsonTree;
import paymap.job.MadeUpData;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * What a browser's developer tools save of a visit (HTTP Archive 1.2), entry by entry. Of an entry only the address, what
 * is asked for, the status, the header that says that data are made up and the text of the response are looked at, and the text only
 * where it can hold rows: cookies and tokens are passed over in the stream. A file that is cut off counts as none: it is read
 * twice, as rows that were told could no longer be taken back, and all of a visit need not fit into memory.
 */
final class HarReader implements RowReader {

    private final SavedPages site;
    private final Replies replies;

    HarReader(SavedPages site) {
        this.site = site;
        this.replies = new Replies(site, false);
    }

    @Override
    public Optional<ReadResult.Failed> flaw(Reader text, BooleanSupplier goesOn) throws InterruptedException {
        return visit(text, goesOn, (entry, number) -> {}).failure();
    }

    @Override
    public ReadResult read(Reader text, RowHandler rows) throws InterruptedException {
        Met met = new Met();
        ReadResult end = visit(text, rows::goesOn, (entry, number) -> take(entry, number, met, rows));
        if (rows.goesOn() && !met.list) {
            rows.note(
                    met.board
                            ? Words.say(
                                    "visit to a board without any of its lists; search there, turn the pages, and save the visit again")
                            : Words.say("visit to none of the boards that are read"));
        }
        return end;
    }

    /** What a visit came to. */
    private static final class Met {
        private boolean board;
        private boolean list;
    }

    private ReadResult visit(Reader text, BooleanSupplier goesOn, Taker taker) throws InterruptedException {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            Visit visit = new Visit(parser, goesOn, taker);
            try {
                visit.read();
                return new ReadResult.Whole();
            } catch (JacksonException e) {
                return new ReadResult.Failed(FailureKind.NOT_WHOLE, flaw(e, visit.entries));
            }
        }
    }

    /** Tells where only: what a parser complains of can hold anything the file says. A line can be longer than any number of it. */
    private static String flaw(JacksonException e, long entries) {
        TokenStreamLocation at = e.getLocation();
        long read = at == null ? 0 : Math.max(0, at.getCharOffset());
        return e instanceof UnexpectedEndOfInputException
                ? Words.say(
                        "the visit is cut off after entry %,d, at character %,d; nothing of it is taken", entries, read)
                : Words.say(
                        "malformed JSON after entry %,d, at character %,d; nothing of the visit is taken",
                        entries, read);
    }

    private void take(Entry entry, long number, Met met, RowHandler rows) throws InterruptedException {
        if (entry.url == null || entry.isPreflight || !site.mayHoldRows(entry.url)) {
            met.board |= entry.url != null && !met.board && site.owns(entry.url);
            return;
        }
        met.list = true;
        if (entry.tooLarge) {
            replies.noteTooLarge(rows);
            return;
        }
        String text = entry.text == null ? "" : entry.text;
        SavedPages.Page page = new SavedPages.Page(entry.url, entry.status, entry.redirect, text, entry.asked);
        replies.take(page, entry.encoding.equals("base64"), entry.madeUp, "entry " + number, rows);
    }

    /** What becomes of an entry. */
    private interface Taker {
        /** @param number of the entry, from 1 */
        void take(Entry entry, long number) throws InterruptedException;
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
        private final BooleanSupplier goesOn;
        private final Taker taker;
        private long entries;

        Visit(JsonParser parser, BooleanSupplier goesOn, Taker taker) {
            this.parser = parser;
            this.goesOn = goesOn;
            this.taker = taker;
        }

        void read() throws InterruptedException {
            parser.nextToken();
            each(parser, name -> {
                if (name.equals("log")) {
                    each(parser, this::entries);
                }
            });
        }

        private void entries(String name) throws InterruptedException {
            if (!name.equals("entries") || parser.currentToken() != JsonToken.START_ARRAY) {
                return;
            }
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (!goesOn.getAsBoolean()) {
                    return;
                }
                Entry entry = new Entry();
                each(parser, part -> part(parser, part, entry));
                entries++;
                taker.take(entry, entries);
            }
        }
    }

    private void part(JsonParser parser, String name, Entry entry) throws InterruptedException {
        if (name.equals("request")) {
            each(parser, field -> {
                switch (field) {
                    case "url" -> entry.url = parser.getString();
                    case "method" -> entry.isPreflight = Replies.isPreflight(string(parser));
                    case "postData" -> each(parser, part -> postData(parser, part, entry));
                    default -> {}
                }
            });
        } else if (name.equals("response")) {
            each(parser, field -> response(parser, field, entry));
        }
    }

    private static void postData(JsonParser parser, String name, Entry entry) {
        if (name.equals("text")) {
            entry.asked = Replies.asked(string(parser));
        }
    }

    private void response(JsonParser parser, String name, Entry entry) throws InterruptedException {
        switch (name) {
            case "status" -> entry.status = parser.getValueAsInt(200);
            case "redirectURL" -> entry.redirect = string(parser);
            case "headers" -> headers(parser, entry);
            case "content" -> each(parser, field -> content(parser, field, entry));
            default -> {}
        }
    }

    private static void headers(JsonParser parser, Entry entry) throws InterruptedException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entry.header = "";
            each(parser, field -> header(parser, field, entry));
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
                if (entry.size > Replies.MOST_BYTES) {
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
        return !Replies.isMedia(entry.mime) && (entry.url == null || site.mayHoldRows(entry.url));
    }
}
