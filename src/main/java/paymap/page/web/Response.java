package paymap.page.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered. */
public sealed interface Response permits Response.Whole, Response.Events {

    /**
     * An answer that is there as a whole. What makes it safe is added when it is sent; it is not kept by the browser unless
     * it is {@link #tagged} or says otherwise itself.
     *
     * @param status of HTTP, e.g. 200
     * @param type of the body, with its encoding where it is text
     * @param headers beside these
     */
    record Whole(int status, String type, byte[] body, Map<String, String> headers) implements Response {

        private static final int OK = 200;
        private static final String TEXT = "text/plain; charset=utf-8";

        public Whole {
            headers = Map.copyOf(headers);
        }

        /** A page. */
        public static Whole html(String page) {
            return of("text/html; charset=utf-8", utf8(page));
        }

        /** JSON. */
        public static Whole json(String json) {
            return of("application/json", utf8(json));
        }

        /** A sentence or more, as they are. */
        public static Whole text(int status, String text) {
            return of(TEXT, utf8(text + "\n")).withStatus(status);
        }

        /** Anything else; not copied. */
        public static Whole of(String type, byte[] body) {
            return new Whole(OK, type, body, Map.of());
        }

        /** The same under another status. */
        public Whole withStatus(int other) {
            return new Whole(other, type, body, headers);
        }

        /** The same, to be saved under this name. */
        public Whole named(String file) {
            String plain = file.replaceAll("[^A-Za-z0-9._-]", "_");
            String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
            return with("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
        }

        /** The same, which the browser may keep and asks for again; it is not sent again while this stays the same. */
        public Whole tagged(String state) {
            return with("ETag", "W/\"" + Asset.hash(utf8(state)) + "\"");
        }

        /** The same with a header, which takes the place of an earlier one. */
        Whole with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Whole(status, type, body, more);
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Server-sent events, until the browser goes or the server is closed.
     *
     * @param source closed at the end, however it comes
     */
    record Events(EventSource source) implements Response {}
}
