package paymap.pmap.banner;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import paymap.pmap.target.Address;

/** Connects to an open port and hears what is said there, within bounds of time and size. */
final class Listening {

    /** From the connection on, and again from the question on. */
    private static final long PATIENCE = 1_000_000_000L;

    private static final byte[] QUESTION = "HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Duration longestConnect;
    private final boolean asks;

    /** @param asks whether who says nothing is asked for the head of a web page */
    Listening(Duration longestConnect, boolean asks) {
        this.longestConnect = longestConnect;
        this.asks = asks;
    }

    /** The first line, safe to print; null = nothing was said. Takes the time to connect, and a second or two. */
    @Nullable
    String said(Address host, int port) {
        FirstLine line = new FirstLine();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.inet(), port), (int) Math.max(1, longestConnect.toMillis()));
            socket.setSoLinger(true, 0); // a reset at the end leaves no TIME_WAIT behind, and ends a flood
            boolean open = hear(socket, line);
            if (asks && open && line.isEmpty()) {
                socket.getOutputStream().write(QUESTION);
                hear(socket, line);
            }
        } catch (IOException e) {
            return line.text(); // as far as it went
        }
        return line.text();
    }

    /** @return whether the connection still stands */
    private static boolean hear(Socket socket, FirstLine line) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[FirstLine.MOST_BYTES];
        long end = System.nanoTime() + PATIENCE;
        while (line.wanted() > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
            try {
                int count = in.read(buffer, 0, line.wanted());
                if (count < 0) {
                    return false;
                }
                line.take(buffer, count);
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
        return true;
    }
}
