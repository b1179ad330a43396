package paymap.torture.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as its bytes came, and what it is for. */
public record Asked(byte[] bytes, String target, Kind kind, String city) {

    public enum Kind {
        ROBOTS,
        ENTRANCE,
        ROWS
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern CITY = Pattern.compile("[?&]city=([^& ]*)");

    /** Reads one request; null = the client said nothing. */
    static Asked read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
            newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
        }
        String text = head.toString(ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        head.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        String target = text.split(" ", 3)[1];
        Matcher city = CITY.matcher(target);
        return new Asked(
                head.toByteArray(),
                target,
                kind(target),
                city.find() ? URLDecoder.decode(city.group(1), StandardCharsets.UTF_8) : "");
    }

    /** The same request of a client that wants the connection closed after the reply. */
    byte[] lastOfItsConnection() {
        return new String(bytes, ISO_8859_1)
                .replaceFirst("(?i)\r\nconnection: [^\r]*", "\r\nConnection: close")
                .getBytes(ISO_8859_1);
    }

    private static Kind kind(String target) {
        if (target.startsWith("/robots.txt")) {
            return Kind.ROBOTS;
        }
        return target.contains("positionAjax") ? Kind.ROWS : Kind.ENTRANCE;
    }
}
