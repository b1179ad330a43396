package paymap.cli.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the developer tools would save of a visit. */
final class VisitHar {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private VisitHar() {}

    /** What the browser asked for and got since the last look, as entries of a HAR. */
    static List<Map<String, Object>> since(ChromeDriver browser) {
        Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
        for (LogEntry line : browser.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = JSON.readTree(line.getMessage()).path("message");
            JsonNode params = message.path("params");
            String id = params.path("requestId").asString("");
            String url = params.path("request").path("url").asString("");
            switch (message.path("method").asString()) {
                case "Network.requestWillBeSent" -> {
                    if (url.startsWith("http")) {
                        entries.put(id, entry(params.path("request")));
                    }
                }
                case "Network.responseReceived" -> {
                    if (entries.containsKey(id)) {
                        entries.get(id).put("response", response(browser, id, params.path("response")));
                    }
                }
                default -> {}
            }
        }
        return entries.values().stream()
                .filter(entry -> entry.containsKey("response"))
                .toList();
    }

    private static Map<String, Object> entry(JsonNode request) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("startedDateTime", "2026-01-01T00:00:00.000Z");
        entry.put("time", 1);
        entry.put("request", request);
        return entry;
    }

    private static Map<String, Object> response(ChromeDriver browser, String id, JsonNode response) {
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
        whole.put("headers", List.of());
        whole.put("content", content);
        whole.put("redirectURL", "");
        return whole;
    }

    static String of(List<Map<String, Object>> entries) {
        return JSON.writeValueAsString(Map.of("log", Map.of("version", "1.2", "entries", entries)));
    }
}
