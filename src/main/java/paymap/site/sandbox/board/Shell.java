package paymap.site.sandbox.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import paymap.site.sandbox.data.Search;
import paymap.site.sandbox.web.Pages;
import paymap.site.sandbox.web.Reply;
import paymap.site.sandbox.web.ReplyKind;

/** A page of a board before its script runs: a file of its own, and the script that turns pages on all boards. */
final class Shell {

    private static final String SCRIPT = file("board.js");

    private final String page;

    /** @param board whose file it is */
    Shell(String board) {
        this.page = file(board + ".html").replace("{script}", SCRIPT);
    }

    /**
     * The page of a search.
     *
     * @param words what else stands in the page, by its name
     */
    Reply reply(ReplyKind kind, Search search, Map<String, String> words) {
        String filled = page.replace("{madeUp}", Pages.MADE_UP)
                .replace("{keyword}", Pages.escaped(search.keyword()))
                .replace("{city}", Pages.escaped(search.city()));
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return Reply.html(kind, filled);
    }

    private static String file(String name) {
        try (InputStream file = Shell.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("not in this build: " + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
