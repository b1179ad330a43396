package paymap.torture.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A well-formed reply, to be sent as it is or damaged.
 *
 * @param status the first line
 * @param headers lines, Content-Length not among them
 */
public record Good(String status, List<String> headers, byte[] body) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Takes a whole reply apart. */
    static Good of(byte[] whole) {
        String text = new String(whole, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
        String status = lines.remove(0);
        lines.removeIf(line -> isNamed(line, "content-length") || isNamed(line, "connection"));
        return new Good(status, lines, Arrays.copyOfRange(whole, end + 4, whole.length));
    }

    Good status(String code) {
        return new Good("HTTP/1.1 " + code, headers, body);
    }

    Good body(byte[] other) {
        return new Good(status, headers, other);
    }

    public Good body(String other) {
        return body(other.getBytes(UTF_8));
    }

    /** One header more, as a line. */
    public Good with(String... lines) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(lines));
        return new Good(status, more, body);
    }

    Good without(String header) {
        return new Good(
                status,
                headers.stream()
                        .filter(line -> !isNamed(line, header.toLowerCase(Locale.ROOT)))
                        .toList(),
                body);
    }

    Good type(String type) {
        return without("Content-Type").with("Content-Type: " + type);
    }

    /** The JSON of it changed. */
    Good json(Consumer<ObjectNode> change) {
        ObjectNode tree = (ObjectNode) JSON.readTree(text());
        change.accept(tree);
        return body(JSON.writeValueAsString(tree));
    }

    public String text() {
        return new String(body, UTF_8);
    }

    /** First line and headers with an honest length, up to the empty line. */
    byte[] head() {
        return headWith("Content-Length: " + body.length);
    }

    /** First line and headers, those that frame the body being these lines. */
    byte[] headWith(String framing) {
        String lines = String.join("\r\n", headers);
        return (status + "\r\n" + lines + "\r\n" + framing + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1);
    }

    byte[] bytes() {
        return join(head(), body);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static boolean isNamed(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name + ":");
    }
}
