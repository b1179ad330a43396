package paymap.importer.browser;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser that says what a test lets it say once it is listened to, and gives the texts of replies. */
final class MadeUpBrowser implements WebSocketServer.Script {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Says something, with the server's own methods. */
    interface Saying {
        void by(WebSocketServer server) throws IOException;
    }

    private Saying visit;
    private final Map<String, String> results = new HashMap<>();
    private Saying last = server -> {};
    private int texts;

    MadeUpBrowser(Saying visit) {
        this.visit = visit;
    }

    /** @param result of the command for its text, without the number: {@code "result":{...}} or {@code "error":{...}} */
    MadeUpBrowser with(String request, String result) {
        results.put(request, result);
        return this;
    }

    MadeUpBrowser withText(String request, String text) {
        return with(request, "\"result\":" + JSON.writeValueAsString(Map.of("body", text, "base64Encoded", false)));
    }

    /** What it does once the texts of all replies were asked for. */
    MadeUpBrowser then(Saying end) {
        last = end;
        return this;
    }

    @Override
    public void heard(WebSocketServer server, String message) throws IOException {
        JsonNode command = JSON.readTree(message);
        String id = "{\"id\":" + command.path("id").asLong() + ",";
        if (command.path("method").asString().equals("Network.getResponseBody")) {
            texts++;
            server.send(id + results.get(command.at("/params/requestId").asString()) + "}");
            if (texts == results.size()) {
                last.by(server);
            }
        } else {
            server.send(id + "\"result\":{\"targetId\":\"t\"}}");
            if (command.path("method").asString().equals("Network.enable")) {
                Saying once = visit;
                visit = by -> {};
                once.by(server);
                if (results.isEmpty()) {
                    last.by(server);
                }
            } else if (!command.has("sessionId")
                    && command.path("method").asString().equals("Target.setAutoAttach")) {
                server.send(tab("tab", "page"));
            }
        }
    }

    static String tab(String session, String type) {
        return "{\"method\":\"Target.attachedToTarget\",\"params\":{\"sessionId\":\"" + session
                + "\",\"targetInfo\":{\"targetId\":\"t\",\"type\":\"" + type
                + "\",\"url\":\"about:blank\"},\"waitingForDebugger\":false}}";
    }

    /** One that does nothing until it is told to go on. */
    static String waiting(String session, String type) {
        return tab(session, type).replace("\"waitingForDebugger\":false", "\"waitingForDebugger\":true");
    }

    static String closed(String session) {
        return "{\"method\":\"Target.detachedFromTarget\",\"params\":{\"sessionId\":\"" + session + "\"}}";
    }

    static String asks(String request, String method, String url, String more) {
        return event(
                "Network.requestWillBeSent",
                "\"requestId\":\"" + request + "\",\"request\":{\"url\":\"" + url + "\",\"method\":\"" + method
                        + "\",\"headers\":{\"Cookie\":\"MASKED-cookie\"}" + more + "}");
    }

    static String answers(String request, String url, int status, String headers) {
        return event(
                "Network.responseReceived",
                "\"requestId\":\"" + request + "\",\"type\":\"XHR\",\"response\":{\"url\":\"" + url + "\",\"status\":"
                        + status + ",\"headers\":{" + headers + "},\"mimeType\":\"application/json\"}");
    }

    static String arrived(String request) {
        return event("Network.loadingFinished", "\"requestId\":\"" + request + "\",\"encodedDataLength\":1");
    }

    static String event(String method, String parameters) {
        return "{\"method\":\"" + method + "\",\"params\":{" + parameters + "},\"sessionId\":\"tab\"}";
    }

    /** A request with its whole reply. */
    static List<String> exchange(String request, String url) {
        return List.of(asks(request, "GET", url, ""), answers(request, url, 200, ""), arrived(request));
    }

    static void say(WebSocketServer server, List<String> messages) throws IOException {
        for (String message : messages) {
            server.send(message);
        }
    }

    /** The methods of what was said to a session, in that order. */
    static List<String> methodsFor(String session, List<String> heard) {
        return heard.stream()
                .map(JSON::readTree)
                .filter(message -> message.path("sessionId").asString("").equals(session))
                .map(message -> message.path("method").asString())
                .toList();
    }

    /** The methods of all that was ever said to a browser. */
    static Set<String> methods(List<String> heard) {
        Set<String> methods = new TreeSet<>();
        heard.forEach(
                message -> methods.add(JSON.readTree(message).path("method").asString()));
        return methods;
    }
}
