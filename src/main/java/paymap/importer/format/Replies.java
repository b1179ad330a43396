package paymap.importer.format;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import paymap.importer.text.JsonTree;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/**
 * From what a browser received to a page that is read: the same for a visit that was saved and for one that goes on. What
 * is too large, broken or without content is named instead.
 */
public final class Replies {

    /** Of a response; in base64 they are still a string that the parser takes. */
    public static final int MOST_BYTES = JsonTree.LONGEST_PAGE / 2 * 3;

    /** Of a request, in characters; a search has a few hundred. */
    private static final int LONGEST_BODY = 20_000;

    private final SavedPages site;
    private final boolean live;

    /** @param live whether the person is looking at the pages now, so that nothing need be saved again */
    public Replies(SavedPages site, boolean live) {
        this.site = site;
        this.live = live;
    }

    /** Whether a response of this type is no text, whatever its address. */
    public static boolean isMedia(String mime) {
        return mime.startsWith("image/") || mime.startsWith("font/");
    }

    /** Asked by the browser across origins before the request itself, at the same address. */
    public static boolean isPreflight(String method) {
        return method.equalsIgnoreCase("OPTIONS");
    }

    /** The body of a request as far as it can be a search; empty = it is too long for one. */
    public static String asked(String body) {
        return body.length() > LONGEST_BODY ? "" : body;
    }

    /**
     * Reads a response and hands on what it holds.
     *
     * @param raw as the browser gave it, text still encoded
     * @param base64 whether the text is
     * @param madeUp whether a header says so
     */
    public void take(SavedPages.Page raw, boolean base64, boolean madeUp, String location, RowHandler rows)
            throws InterruptedException {
        Optional<String> text = base64 ? decoded(raw.text()) : Optional.of(raw.text());
        if (text.isEmpty()) {
            rows.note(Words.say("response in broken base64"));
        } else if (text.get().length() > longest(text.get())) {
            noteTooLarge(longest(text.get()), rows);
        } else if (text.get().isBlank() && raw.redirect().isBlank()) {
            rows.note(Words.say("response saved without its content"));
        } else {
            SavedPages.Page page =
                    new SavedPages.Page(raw.url(), raw.status(), raw.redirect(), text.get(), raw.asked());
            SavedPages.Reading reading = reading(page);
            SavedPages.Reading told = live ? reading.live() : reading;
            rows.page(madeUp ? told.asMadeUp() : told, location);
        }
    }

    /** Names a response that is too large for its text to be looked at. */
    public void noteTooLarge(RowHandler rows) {
        noteTooLarge(JsonTree.LONGEST_PAGE, rows);
    }

    private static void noteTooLarge(int longest, RowHandler rows) {
        rows.note(Words.say("response of more than %d characters, not read", longest));
    }

    private static int longest(String text) {
        return isObject(text) ? JsonTree.LONGEST : JsonTree.LONGEST_PAGE;
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
    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
