package paymap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visit in a browser as a HAR, put together from what the developer tools tell. */
public final class BrowserHar {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChromeDriver browser;
    private final List<Map<String, Object>> entries = new ArrayList<>();

    /** A visit that begins with what the browser asks for next. */
    public BrowserHar(ChromeDriver browser) {
        this.browser = browser;
        browser.manage().logs().get(LogType.PERFORMANCE);
    }

    /** Adds what the browser asked for and got since the last look; to be called before it leaves the page. */
    public void look() {
        Map<String, Map<String, Object>> seen = new LinkedHashMap<>();
        for (LogEntry line : browser.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = JSON.readTree(line.getMessage()).path("message");
            JsonNode params = message.path("params");
            String id = params.path("requestId").asString("");
            switch (message.path("method").asString()) {
                case "Network.requestWillBeSent" -> {
                    if (params.path("request").path("url").asString("").startsWith("http")) {
                        seen.put(id, entry(params.path("request")));
                    }
                }
                case "Network.responseReceived" -> {
                    if (seen.containsKey(id)) {
                        seen.get(id).put("response", response(id, params.path("response")));
                    }
                }
                default -> {}
            }
        }
        seen.values().stream().filter(entry -> entry.containsKey("response")).forEach(entries::add);
    }

    /** The whole visit so far. */
    public String text() {
        return JSON.writeValueAsString(Map.of("log", Map.of("version", "1.2", "entries", entries)));
    }

    private static Map<String, Object> entry(JsonNode sent) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", sent.path("method").asString());
        request.put("url", sent.path("url").asString());
        request.put("headers", headers(sent.path("headers")));
        if (sent.has("postData")) {
            request.put(
                    "postData",
                    Map.of("mimeType", "", "text", sent.path("postData").asString()));
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("startedDateTime", "2026-01-01T00:00:00.000Z");
        entry.put("time", 1);
        entry.put("request", request);
        return entry;
    }

    private Map<String, Object> response(String id, JsonNode response) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("mimeType", response.path("mimeType").asString(""));
        try {
            Map<String, Object> body = browser.executeCdpCommand("Network.getResponseBody", Map.of("requestId", id));
            content.put("size", String.valueOf(body.get("body")).length());
            content.put("text", body.get("body"));
            if (Boolean.TRUE.equals(body.get("base64Encoded"))) {
                content.put("encoding", "base64");
            }
        } catch (WebDriverException e) {
            content.put("size", 0); // a response without a body, as the developer tools save it
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("status", response.path("status").asInt());
        whole.put("headers", headers(response.path("headers")));
        whole.put("content", content);
        whole.put("redirectURL", "");
        return whole;
    }

    private static List<Map<String, String>> headers(JsonNode byName) {
        List<Map<String, String>> headers = new ArrayList<>();
        byName.properties().forEach(field -> {
            Map<String, String> header = new LinkedHashMap<>(); // the name first, as all tools write it
            header.put("name", field.getKey());
            header.put("value", field.getValue().asString());
            headers.add(header);
        });
        return headers;
    }
}
