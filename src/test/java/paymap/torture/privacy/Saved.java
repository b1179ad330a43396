package paymap.torture.privacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms in which a page or reply is saved, each with markers in all that the form itself adds. */
final class Saved {

    private final Sample sample;
    private final Markers markers;

    Saved(Sample sample, Markers markers) {
        this.sample = sample;
        this.markers = markers;
    }

    /** A command that takes files in, to be named after it; what it writes lies in the folder. */
    static List<String> importInto(Path folder) {
        return new ArrayList<>(List.of(
                "import",
                "--db",
                folder.resolve("paymap.db").toString(),
                "--city",
                "bj",
                "--rejects",
                folder.resolve("rejects.jsonl").toString()));
    }

    /** By the names of files. */
    Map<String, String> forms() {
        Map<String, String> files = new LinkedHashMap<>();
        String name = sample.name().replace(' ', '-');
        files.put(name + (sample.isJson() ? ".json" : ".html"), sample.text());
        files.put(name + ".har", har());
        files.put(name + ".mhtml", mhtml());
        if (sample.isJson()) {
            files.put(
                    name + "-in-an-envelope.json",
                    "{\"user\":\"" + marker("envelope") + "\",\"reply\":" + sample.text() + "}");
            files.put(
                    name + "-twice.jsonl",
                    sample.text().replace("\n", " ") + "\n" + sample.text().replace("\n", " ") + "\n");
        }
        return files;
    }

    String har() {
        ObjectNode har = PlantedJson.JSON.createObjectNode();
        ObjectNode log = har.putObject("log").put("version", "1.2").put("comment", marker("comment"));
        log.putObject("creator").put("name", marker("creator"));
        log.putObject("browser").put("name", marker("browser")).put("version", marker("browser version"));
        log.putArray("pages")
                .addObject()
                .put("title", marker("title of the page"))
                .put("id", marker("page id"));
        ObjectNode entry = log.putArray("entries").addObject();
        entry.put("startedDateTime", "2026-01-01T00:00:00Z")
                .put("serverIPAddress", marker("server"))
                .put("connection", marker("connection"));
        ObjectNode request =
                entry.putObject("request").put("method", sample.asked().isEmpty() ? "GET" : "POST");
        request.put(
                "url",
                sample.url() + (sample.url().contains("?") ? "&" : "?") + "token=" + marker("query") + "#"
                        + marker("fragment"));
        ObjectNode query = request.putArray("queryString").addObject();
        query.put("name", "token").put("value", marker("queryString"));
        message(request, "request");
        if (!sample.asked().isEmpty()) {
            ObjectNode body = request.putObject("postData").put("mimeType", marker("postData type"));
            body.put("text", asked());
            body.putArray("params").addObject().put("name", "uid").put("value", marker("params"));
        }
        ObjectNode response = entry.putObject("response").put("status", 200).put("statusText", marker("status"));
        response.put("redirectURL", "");
        message(response, "response");
        response.putObject("content")
                .put("size", 1)
                .put("mimeType", sample.isJson() ? "application/json" : "text/html")
                .put("comment", marker("content comment"))
                .put("text", sample.text());
        entry.putObject("_initiator").put("url", marker("initiator"));
        entry.putArray("_webSocketMessages").addObject().put("data", marker("web socket"));
        return PlantedJson.JSON.writeValueAsString(har);
    }

    private String asked() {
        String asked = sample.asked();
        return asked.startsWith("{")
                ? asked.replaceFirst("\\{", "{\"userId\":\"" + marker("body") + "\",")
                : asked + "&userId=" + marker("body");
    }

    private void message(ObjectNode message, String which) {
        ArrayNode headers = message.putArray("headers");
        for (String name : new String[] {"Cookie", "Authorization", "Referer", "Set-Cookie", "X-User", "User-Agent"}) {
            headers.addObject().put("name", name).put("value", marker(which + " " + name));
        }
        headers.addObject().put("name", marker(which + " name of a header")).put("value", "1");
        message.putArray("cookies")
                .addObject()
                .put("name", marker(which + " name of a cookie"))
                .put("value", marker(which + " cookie"));
        message.put("comment", marker(which + " comment"));
    }

    private String mhtml() {
        return "From: <Saved by " + marker("mhtml from") + ">\r\nSnapshot-Content-Location: " + sample.url() + "&t="
                + marker("mhtml location") + "\r\nSubject: " + marker("mhtml subject")
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n----x\r\nContent-Type: text/html\r\n"
                + "Content-ID: <" + marker("mhtml id") + ">\r\nContent-Location: " + sample.url() + "\r\n\r\n"
                + sample.text()
                + "\r\n----x--\r\n";
    }

    private String marker(String place) {
        return markers.text(sample.name() + ": " + place);
    }
}
