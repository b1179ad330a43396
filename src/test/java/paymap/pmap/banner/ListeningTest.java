package paymap.pmap.banner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.pmap.target.Address;

/** Servers of every bad habit, on the loopback. */
@Timeout(60)
class ListeningTest {

    private static final Address HERE = Address.of("127.0.0.1");
    private static final String QUESTION = "HEAD / HTTP/1.0\r\n\r\n";

    @Test
    void hearsTheFirstLine() throws Exception {
        try (TalkingServer server = TalkingServer.saying("SSH-2.0-OpenSSH_9.2\r\nmore\r\n")) {
            assertEquals("SSH-2.0-OpenSSH_9.2", said(server, false));
            assertEquals("", server.heard(), "nothing is ever sent");
        }
    }

    @Test
    void aServerThatSaysNothingHasSaidNothing() throws Exception {
        try (TalkingServer server = TalkingServer.saying("")) {
            assertNull(said(server, false));
            assertEquals("", server.heard());
        }
    }

    @Test
    void aServerThatClosesAtOnceHasSaidNothing() throws Exception {
        try (TalkingServer server = new TalkingServer((in, out) -> {})) {
            assertNull(said(server, false));
            assertNull(said(server, true));
            assertEquals("", server.heard(), "who has left is not asked");
        }
    }

    @Test
    void aServerThatIsGoneHasSaidNothing() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        assertNull(new Listening(Duration.ofSeconds(1), true).said(HERE, port));
    }

    /** A byte each 100 ms without an end: what came within a second counts, and no more is waited for. */
    @Test
    void aServerThatDribblesIsHeardForASecond() throws Exception {
        try (TalkingServer server = new TalkingServer((in, out) -> {
            for (int i = 0; i < 300; i++) {
                out.write('a');
                TimeUnit.MILLISECONDS.sleep(100);
            }
        })) {
            String said = said(server, false);

            assertTrue(said != null && said.matches("a{1,11}"), said);
        }
    }

    @Test
    void aServerThatFloodsIsHeardForAKibibyte() throws Exception {
        long[] written = new long[1];
        try (TalkingServer server = new TalkingServer((in, out) -> {
            byte[] block = new byte[1 << 16];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 1600; i++) { // 100 MB
                out.write(block);
                written[0] += block.length;
            }
        })) {
            assertEquals("x".repeat(199) + "…", said(server, false));
            server.await();
        }
        assertTrue(written[0] < 50_000_000, "the rest is not taken: " + written[0]);
    }

    @Test
    void escapeCodesAndBrokenTextAreToldByTheirNumbers() throws Exception {
        byte[] bytes = "\u001b]0;owned\u0007\u202eabc\"中".getBytes(UTF_8);
        try (TalkingServer server = new TalkingServer((in, out) -> {
            out.write(bytes, 0, bytes.length - 1); // cut in the middle of its last character
            in.read();
        })) {
            assertEquals("\\x1B]0;owned\\x07\\u{202E}abc\"\\xE4\\xB8", said(server, false));
        }
    }

    @Test
    void whoSaysNothingIsAskedForAPageWhereThatIsWanted() throws Exception {
        try (TalkingServer server = new TalkingServer((in, out) -> {
            in.readNBytes(QUESTION.length());
            out.write("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n".getBytes(UTF_8));
        })) {
            assertEquals("HTTP/1.1 200 OK", said(server, true));
            assertEquals(QUESTION, server.heard());
        }
    }

    @Test
    void whoSpeaksFirstIsNotAskedThen() throws Exception {
        try (TalkingServer server = TalkingServer.saying("220 mail\r\n")) {
            assertEquals("220 mail", said(server, true));
            assertEquals("", server.heard());
        }
    }

    @Test
    void whoStaysSilentIsLeft() throws Exception {
        try (TalkingServer server = TalkingServer.saying("")) {
            assertNull(said(server, true));
            assertEquals(QUESTION, server.heard());
        }
    }

    private static String said(TalkingServer server, boolean asks) {
        return new Listening(Duration.ofSeconds(5), asks).said(HERE, server.port());
    }
}
