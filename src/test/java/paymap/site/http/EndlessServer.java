package paymap.site.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Never finishes a well-formed answer: white space for as long as anybody listens, zipped where that is understood. */
public final class EndlessServer extends LocalServer {

    private static final int MOST = 256 << 20; // a test that goes wrong must end as well

    private final boolean zipped;
    private volatile long written;

    public EndlessServer(boolean zipped) {
        this.zipped = zipped;
    }

    /** Bytes before zipping that somebody took. */
    public long written() {
        return written;
    }

    @Override
    public void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (zipped) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, 0);
        byte[] spaces = " ".repeat(1 << 16).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        OutputStream wire = exchange.getResponseBody();
        try (OutputStream out = zipped ? new GZIPOutputStream(wire) : wire) {
            while (written < MOST) {
                out.write(spaces);
                written += spaces.length;
            }
        }
    }
}
