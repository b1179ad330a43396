package paymap.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import paymap.cli.Db;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Made-up visits to boards, with everything personal that real ones hold, and the import of them through the front door. */
public record Visit(Path folder) {

    /** Stands in each value that must never arrive anywhere. */
    public static final String MARKER = "MASKED-";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A request and its response, as developer tools write them, with a token in each place that has any. */
    public static String entry(String method, String url, String asked, int status, String redirect, String text) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("serverIPAddress", MARKER + "ip");
        ObjectNode request = entry.putObject("request").put("method", method).put("url", url);
        token(request);
        request.putObject("postData").put("mimeType", "text/plain").put("text", asked);
        ObjectNode response = entry.putObject("response").put("status", status).put("redirectURL", redirect);
        token(response);
        response.putObject("content")
                .put("size", text.length())
                .put("mimeType", "x")
                .put("text", text);
        return entry.toString();
    }

    private static void token(ObjectNode message) {
        message.putArray("headers").addObject().put("name", "Cookie").put("value", MARKER + "header");
        message.putArray("cookies").addObject().put("name", "wt2").put("value", MARKER + "cookie");
    }

    public static String har(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"made up\"},\"entries\":["
                + String.join(",\n", entries) + "]}}";
    }

    /** The same JSON with a marker in fields of these names, in each object at every depth that has no such field. */
    public static String planted(String json, List<String> names) {
        JsonNode tree = JSON.readTree(json);
        plant(tree, names);
        return tree.toString();
    }

    private static void plant(JsonNode node, List<String> names) {
        node.forEach(child -> plant(child, names));
        if (node instanceof ObjectNode object) {
            for (String name : names) {
                if (!object.has(name)) {
                    object.put(name, MARKER + name);
                }
            }
            object.putObject("other").putArray("list").addObject().put("name", MARKER + "nested");
        }
    }

    public Ran imported(String text, String... options) throws IOException {
        return Ran.imported(db(), Files.writeString(folder.resolve("visit"), text), options);
    }

    public Ran imported(Path file, String... options) {
        return Ran.imported(db(), file, options);
    }

    public List<String> rows(String query) throws Exception {
        return Db.rows(db(), query);
    }

    /** Everything that was written below the folder but the given visit, byte by byte. */
    public String written() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("visit"))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** A text as {@link #written} shows it. */
    public static String bytes(String text) {
        return new String(text.getBytes(UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
