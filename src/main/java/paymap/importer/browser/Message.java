package paymap.importer.browser;

import static paymap.importer.text.JsonFields.each;
import static paymap.importer.text.JsonFields.string;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.importer.text.JsonTree;
import paymap.job.MadeUpData;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one message, field by field: of a request only its address, its method and its body, of a reply its address,
 * status, type and the header that says that data are made up. Cookies and all other headers are passed over in the stream.
 */
final class Message {

    private String method = "";
    private String session = "";
    private String child = "";
    private String childTarget = "";
    private String childType = "";
    private boolean childWaits;
    private String request = "";
    private String url = "";
    private String verb = "";
    private String body = "";
    private String mime = "";
    private int status;
    private int redirected;
    private boolean madeUp;
    private long command = -1;
    private @Nullable String text;
    private boolean base64;

    private Message() {}

    /**
     * What a message says.
     *
     * @param whole whether it is all there; of one that was too long only the beginning is
     * @return empty = nothing that matters, or it is broken
     */
    static Optional<Told> read(String json, boolean whole) throws InterruptedException {
        Message message = new Message();
        boolean readable = message.parse(json);
        if (message.command >= 0) {
            boolean tooLarge = !whole || !readable;
            return Optional.of(
                    new Told.Text(message.command, tooLarge ? null : message.text, message.base64, tooLarge));
        }
        return whole && readable ? message.event() : Optional.empty();
    }

    private boolean parse(String json) throws InterruptedException {
        try (JsonParser parser = JsonTree.JSON.createParser(json)) {
            parser.nextToken();
            each(parser, name -> {
                switch (name) {
                    case "id" -> command = number(parser, -1);
                    case "method" -> method = name(parser);
                    case "sessionId" -> session = name(parser);
                    case "params" -> each(parser, field -> parameter(parser, field));
                    case "result" -> each(parser, field -> result(parser, field));
                    default -> {}
                }
            });
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    private Optional<Told> event() {
        Told.Id id = new Told.Id(session, request);
        return switch (method) {
            case "Target.attachedToTarget" -> Optional.of(new Told.Opened(child, childTarget, childType, childWaits));
            case "Target.detachedFromTarget" -> Optional.of(new Told.Closed(child));
            case "Network.requestWillBeSent" -> Optional.of(new Told.Asked(id, url, verb, body, redirected));
            case "Network.responseReceived" -> Optional.of(new Told.Answered(id, url, status, mime, madeUp));
            case "Network.loadingFinished" -> Optional.of(new Told.Arrived(id, true));
            case "Network.loadingFailed" -> Optional.of(new Told.Arrived(id, false));
            default -> Optional.empty();
        };
    }

    private void result(JsonParser parser, String name) {
        switch (name) {
            case "body", "targetId" -> text = string(parser);
            case "base64Encoded" -> base64 = parser.currentToken() == JsonToken.VALUE_TRUE;
            default -> {}
        }
    }

    private void parameter(JsonParser parser, String name) throws InterruptedException {
        switch (name) {
            case "sessionId" -> child = name(parser);
            case "targetInfo" -> each(parser, field -> target(parser, field));
            case "waitingForDebugger" -> childWaits = parser.currentToken() == JsonToken.VALUE_TRUE;
            case "requestId" -> request = name(parser);
            case "request" -> each(parser, field -> request(parser, field));
            case "response" -> each(parser, field -> response(parser, field));
            case "redirectResponse" ->
                each(parser, field -> redirected = field.equals("status") ? (int) number(parser, 0) : redirected);
            default -> {}
        }
    }

    private void target(JsonParser parser, String name) {
        switch (name) {
            case "targetId" -> childTarget = name(parser);
            case "type" -> childType = name(parser);
            default -> {}
        }
    }

    private void request(JsonParser parser, String name) {
        switch (name) {
            case "url" -> url = name(parser);
            case "method" -> verb = name(parser);
            case "postData" -> body = string(parser);
            default -> {}
        }
    }

    private void response(JsonParser parser, String name) throws InterruptedException {
        switch (name) {
            case "url" -> url = name(parser);
            case "status" -> status = (int) number(parser, 0);
            case "mimeType" -> mime = name(parser);
            case "headers" -> each(parser, header -> header(parser, header));
            default -> {}
        }
    }

    private void header(JsonParser parser, String name) {
        if (MadeUpData.HEADER.equalsIgnoreCase(name)) {
            madeUp |= MadeUpData.isSaid(string(parser));
        }
    }

    /** Empty = it is too long for one. */
    private static String name(JsonParser parser) {
        String name = string(parser);
        return name.length() > Limits.NAME ? "" : name;
    }

    private static long number(JsonParser parser, long otherwise) {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getValueAsLong(otherwise) : otherwise;
    }
}
