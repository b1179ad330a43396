package paymap.importer.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser's debugging port as tests need: it answers what it is, and takes one WebSocket after the other. */
public final class WebSocketServer implements AutoCloseable {

    /** Hears what a client says, on the thread that reads. */
    public interface Script {
        void heard(WebSocketServer server, String message) throws IOException;
    }

    public static final String PATH = "/devtools/browser/made-up";

    private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)");
    private static final int CLOSE = 8;

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Script script;
    private String version;
    private volatile OutputStream out = OutputStream.nullOutputStream();
    private boolean dropped;

    public WebSocketServer(Script script) throws IOException {
        this.script = script;
        this.version = "{\"webSocketDebuggerUrl\": \"ws://127.0.0.1:" + port() + PATH + "\"}";
        Thread thread = new Thread(this::serve, "made-up browser");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    Endpoint endpoint() {
        return new Endpoint(port(), PATH);
    }

    /** All that clients have said. */
    public List<String> heard() {
        return heard;
    }

    void says(String answer) {
        version = answer;
    }

    public void send(String text) throws IOException {
        frame(1, true, text.getBytes(UTF_8));
    }

    /** In two frames, of which the first ends within a character. */
    void sendInParts(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        int half = bytes.length / 2;
        frame(1, false, java.util.Arrays.copyOfRange(bytes, 0, half));
        frame(0, true, java.util.Arrays.copyOfRange(bytes, half, bytes.length));
    }

    void sendBinary() throws IOException {
        frame(2, true, new byte[] {1, 2, 3});
    }

    public void end() throws IOException {
        frame(CLOSE, true, new byte[0]);
    }

    /**
     * As a browser that is killed, a moment later: once the client asks whether it is still there. Java's WebSocket may lose what
     * was said last if the end comes with it.
     */
    void drop() {
        dropped = true;
    }

    private synchronized void frame(int kind, boolean last, byte[] bytes) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write((last ? 0x80 : 0) | kind);
        int size = bytes.length;
        head.write(size < 126 ? size : size < 1 << 16 ? 126 : 127);
        for (int shift = size < 126 ? -8 : size < 1 << 16 ? 8 : 56; shift >= 0; shift -= 8) {
            head.write((int) ((long) size >> shift) & 0xff);
        }
        out.write(head.toByteArray());
        out.write(bytes);
        out.flush();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client(client);
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void client(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        String request = head(in);
        Matcher key = KEY.matcher(request);
        OutputStream answer = client.getOutputStream();
        if (!key.find()) {
            byte[] body = version.getBytes(UTF_8);
            answer.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
            answer.write(body);
            answer.flush();
            return;
        }
        answer.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(key.group(1)) + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        answer.flush();
        out = answer;
        for (String message = message(in); message != null && !dropped; message = message(in)) {
            if (!message.isEmpty()) {
                heard.add(message);
                script.heard(this, message);
            }
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** Of one frame, which a client always masks; empty = a ping, null = it says goodbye. */
    private static String message(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte() & 0xf;
        int length = in.readUnsignedByte() & 0x7f;
        long whole = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] mask = in.readNBytes(4);
        byte[] bytes = in.readNBytes((int) whole);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return kind == CLOSE ? null : new String(bytes, UTF_8);
    }

    private static String accepted(String key) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
