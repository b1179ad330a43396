package paymap.site.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;

class HttpExchangeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 1", "120, 120", "' 30 ', 30", "007, 7", "999999999, 999999999"})
    void readsSeconds(String header, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), HttpExchange.retryAfter(header, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 23 Nov 2026 08:00:00 GMT', 1",
        "'Mon, 23 Nov 2026 08:00:30 GMT', 31",
        "'Mon, 23 Nov 2026 09:00:00 GMT', 3601",
        "'Tue, 24 Nov 2026 08:00:00 GMT', 86401",
        "'Mon, 23 Nov 2026 16:01:00 +0800', 61"
    })
    void readsADateAndWaitsOutItsSecond(String header, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), HttpExchange.retryAfter(header, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-1",
                "soon",
                "1.5",
                "1e9",
                "Mon, 23 Nov 2026 07:59:58 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Tue, 23 Nov 2026 09:00:00 GMT",
                "2026-11-23T09:00:00Z",
                "十秒"
            })
    void whatIsPastOrUnreadableNamesNoTime(String header) {
        assertNull(HttpExchange.retryAfter(header, NOW));
    }

    @Test
    void aMissingHeaderNamesNoTime() {
        assertNull(HttpExchange.retryAfter(null, NOW));
    }

    @Test
    void theBeginningOfAnAnswerIsToldBeforeItIsRead() {
        List<String> told = new CopyOnWriteArrayList<>();
        Departure departure = new Departure() {
            @Override
            public void left(Instant at) {
                told.add("left");
            }

            @Override
            public void answered(Instant at) {
                told.add("answered");
            }
        };
        try (LocalServer server = new LocalServer() {
            @Override
            public void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
                if (exchange.getRequestURI().getPath().equals("/here")) {
                    reply(exchange, 200, "text/html", "here");
                }
                exchange.close();
            }
        }) {
            HttpExchange exchange = new HttpExchange(() -> NOW);
            for (String path : List.of("/here", "/nothing")) {
                Request request = new Request.Builder().url(server.uri() + path).build();
                exchange.send(request, null, departure, answer -> {
                    told.add("read");
                    return new Outcome.Moved("judged");
                });
            }
        }
        assertEquals(List.of("left", "answered", "read", "left"), told);
    }

    @Test
    void aRequestThatMayNotLeaveIsNotWritten() {
        AtomicInteger asked = new AtomicInteger();
        List<Instant> told = new ArrayList<>();
        boolean[] may = {false};
        Departure departure = new Departure() {
            @Override
            public boolean mayLeave() {
                return may[0];
            }

            @Override
            public void left(Instant at) {
                told.add(at);
            }
        };
        try (LocalServer server = new LocalServer() {
            @Override
            public void answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
                asked.incrementAndGet();
                reply(exchange, 200, "text/html", "here");
            }
        }) {
            Request request = new Request.Builder().url(server.uri() + "/here").build();
            HttpExchange exchange = new HttpExchange(() -> NOW);

            Outcome kept = exchange.send(request, null, departure, answer -> new Outcome.Moved("judged"));
            assertInstanceOf(Outcome.NotSent.class, kept);
            assertEquals(List.of(), told);

            may[0] = true;
            Outcome sent = exchange.send(request, null, departure, answer -> new Outcome.Moved("judged"));
            assertEquals(new Outcome.Moved("judged"), sent);
            assertEquals(List.of(NOW), told);
            assertEquals(1, asked.get());
        }
    }

    @Test
    void theWholeAnswerIsHandedToTheJudge() {
        Map<String, String> headers = Map.of("Location", "/there", "Retry-After", "5");
        try (FixedServer server = new FixedServer(307, headers, "body 内容")) {
            Request request = new Request.Builder().url(server.uri() + "/here").build();
            List<HttpReply> judged = new ArrayList<>();
            Outcome verdict = new Outcome.LoginRequired("as judged");

            Outcome outcome = new HttpExchange(() -> NOW).send(request, null, at -> {}, answer -> {
                judged.add(answer);
                return verdict;
            });

            assertEquals(verdict, outcome);
            assertEquals(1, judged.size());
            HttpReply answer = judged.get(0);
            assertEquals(request.url(), answer.url());
            assertEquals(307, answer.status());
            assertEquals("/there", answer.location());
            assertEquals(Duration.ofSeconds(5), answer.retryAfter());
            assertEquals("body 内容", answer.text());
            assertTrue(answer.contentType().startsWith("text/html"));
        }
    }

    @Test
    void cancelledRequestsComeBackAsBroken() throws InterruptedException {
        try (SilentServer server = new SilentServer()) {
            HttpExchange exchange = new HttpExchange(() -> NOW);
            Request request = new Request.Builder().url(server.uri().toString()).build();
            List<Outcome> outcomes = new java.util.concurrent.CopyOnWriteArrayList<>();
            Thread visitor = new Thread(() -> outcomes.add(
                    exchange.send(request, null, at -> {}, answer -> new Outcome.RobotsRead(Duration.ZERO))));
            visitor.start();
            server.awaitVisitor();
            exchange.cancelAll();
            visitor.join();

            assertEquals(1, outcomes.size());
            assertInstanceOf(Outcome.Broken.class, outcomes.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\n: nameless\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 99999 OK\r\n\r\n",
                "HTTP/1.1 -1 OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HELO\r\n\r\n",
                "\u0000\u0001\u0002",
                ""
            })
    void whatIsNoHttpIsNoExceptionOfOurs(String bytes) throws Exception {
        try (RawServer server = new RawServer(bytes)) {
            Request request = new Request.Builder().url(server.uri().toString()).build();

            Outcome outcome = new HttpExchange(() -> NOW)
                    .send(request, null, at -> {}, reply -> new Outcome.Broken(Outcome.Flaw.FOREIGN, "judged"));

            assertInstanceOf(Outcome.Broken.class, outcome);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9999", "5"})
    void noConnectionIsLeftOpen(String length) throws Exception {
        try (RawServer server = RawServer.patient("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nhello")) {
            Request request = new Request.Builder().url(server.uri().toString()).build();

            new HttpExchange(() -> NOW).send(request, null, at -> {}, reply -> new Outcome.RobotsRead(Duration.ZERO));

            assertTrue(server.isHungUpOn());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void whatComesAfterAReplyIsNeverTakenForTheReplyToTheNextRequest(String method) throws Exception {
        try (TalkativeServer server = new TalkativeServer()) {
            HttpExchange exchange = new HttpExchange(() -> NOW);
            List<String> read = new ArrayList<>();
            for (String path : List.of("/one", "/two", "/three")) {
                RequestBody body = method.equals("POST") ? RequestBody.create(new byte[0]) : null;
                Request request = new Request.Builder()
                        .url(server.uri() + path)
                        .method(method, body)
                        .build();
                exchange.send(request, null, at -> {}, reply -> {
                    read.add(reply.text());
                    return new Outcome.RobotsRead(Duration.ZERO);
                });
            }

            assertEquals(List.of("reply to /one", "reply to /two", "reply to /three"), read);
        }
    }

    /** The library follows some answers with a request of its own, which nobody has paced or counted. */
    @ParameterizedTest
    @CsvSource({"503, 0", "503, 00", "503, ' 0'", "429, 0", "408, 0", "421, 0", "401, 0", "407, 0", "302, 0"})
    void noAnswerIsFollowedByARequestThatNobodySent(int status, String retryAfter) {
        Map<String, String> headers = Map.of("Retry-After", retryAfter, "Location", "/again");
        try (FixedServer server = new FixedServer(status, headers, "later")) {
            Request request = new Request.Builder().url(server.uri().toString()).build();

            new HttpExchange(() -> NOW).send(request, null, at -> {}, reply -> new Outcome.Moved("judged"));

            assertEquals(1, server.received().size());
        }
    }

    @Test
    void aBrokenAnswerIsKnownAgain() {
        assertEquals(contentOf("half a page"), contentOf("half a page"));
        assertNotEquals(contentOf("half a page"), contentOf("half a pagf"));
        assertNotEquals(0, contentOf("half a page"));
    }

    @Test
    void aSiteThatSaysNothingIsToldFromOneThatBreaksOff() {
        try (SilentServer server = new SilentServer()) {
            Request request = new Request.Builder().url(server.uri().toString()).build();
            HttpExchange impatient = new HttpExchange(() -> NOW, Duration.ofMillis(50));

            Outcome outcome = impatient.send(request, null, at -> {}, reply -> new Outcome.RobotsRead(Duration.ZERO));

            assertEquals(Outcome.Flaw.SILENCE, ((Outcome.Broken) outcome).flaw());
        }
    }

    private static int contentOf(String body) {
        try (FixedServer server = new FixedServer(200, Map.of(), body)) {
            Request request = new Request.Builder().url(server.uri().toString()).build();
            Outcome outcome = new HttpExchange(() -> NOW)
                    .send(request, null, at -> {}, reply -> new Outcome.Broken(Outcome.Flaw.CUT_OFF, "judged"));
            return ((Outcome.Broken) outcome).content();
        }
    }
}
