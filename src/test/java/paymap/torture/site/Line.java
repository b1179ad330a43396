package paymap.torture.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** The line to a client, to be spoken on well or badly. */
public final class Line {

    private static final int LONGEST_MS = 120_000;

    private final Socket socket;

    Line(Socket socket) {
        this.socket = socket;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    /** Breaks off so that the client hears of it as of a broken connection. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Says nothing until the client has hung up. */
    void hold() throws IOException {
        isGoneWithin(LONGEST_MS);
    }

    /** Whether the client hangs up within this time. */
    boolean isGoneWithin(int ms) throws IOException {
        socket.setSoTimeout(ms);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
