package paymap.page.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.words.Language;
import paymap.words.Words;

/** The server on a real socket, asked by a real client. */
class PageServerTest {

    private static final Asset ASSET = Asset.of("page.css", "text/css; charset=utf-8", new byte[] {'a'});

    private final CountDownLatch left = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Throwable> trouble = new CopyOnWriteArrayList<>();
    private final AtomicInteger told = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private PageServer server;
    private URI base;
    private String cookie;

    @BeforeEach
    void start() throws Exception {
        server = PageServer.start(
                new Options(0, Duration.ofHours(1), Duration.ofSeconds(2), () -> now, trouble::add),
                Routes.of(Map.of(
                        "/",
                        request -> Response.Whole.html("<p>" + Words.say("complete") + request.query()),
                        "/long",
                        request -> Response.Whole.html("x".repeat(100_000)).tagged("v1"),
                        "/wrong",
                        request -> {
                            throw new IllegalArgumentException("no such city: x");
                        },
                        "/broken",
                        request -> {
                            throw new IllegalStateException("secret detail");
                        },
                        "/events",
                        request -> new Response.Events(new Watched()),
                        "/quiet",
                        request -> new Response.Events(new Watched() {
                            @Override
                            public String next() {
                                return "";
                            }
                        }),
                        "/hanging",
                        request -> hang(),
                        "/asset",
                        request -> ASSET.handler().answer(request))));
        base = server.address().resolve("/");
        cookie = "";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theTokenOpensItForOneBrowserAndLeavesTheAddress() throws Exception {
        HttpResponse<String> entered = get(server.address().toString() + "&city=%E5%8C%97%E4%BA%AC");

        assertEquals(303, entered.statusCode());
        assertEquals(Optional.of("/?city=%E5%8C%97%E4%BA%AC"), entered.headers().firstValue("location"));
        String set = entered.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(set.contains("; HttpOnly") && set.contains("; SameSite=Strict") && set.contains("; Path=/"), set);
        assertFalse(
                set.contains(server.address().getQuery().substring("token=".length())), "the token is not the cookie");

        assertEquals(403, get(server.address().toString()).statusCode(), "another browser with the same token");
        cookie = set.substring(0, set.indexOf(';'));
        assertEquals("<p>complete{city=[北京]}", get("/?city=%E5%8C%97%E4%BA%AC").body());
        assertEquals(303, get(server.address().toString()).statusCode(), "the same browser, from its history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?token=", "/?token=wrong", "/events", "/nowhere"})
    void whoeverHasNoTokenSeesNothing(String path) throws Exception {
        HttpResponse<String> refused = get(path);

        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("paymap serve"), refused.body());
        assertEquals(Optional.empty(), refused.headers().firstValue("set-cookie"));
    }

    @Test
    void aWrongCookieIsNoneAndOfAnotherServerNeither() throws Exception {
        enter();
        String right = cookie;
        for (String wrong : List.of(right + "x", right.replaceFirst("paymap-\\d+", "paymap-1"), "paymap=1")) {
            cookie = wrong;
            assertEquals(403, get("/").statusCode(), wrong);
        }
        cookie = "other=1; " + right;
        assertEquals(200, get("/").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void anotherPageIsRefusedThoughTheBrowserSendsTheCookie(String header, String value) throws Exception {
        enter();

        assertEquals(403, send("GET", "/", header, value).statusCode());
        assertEquals(200, send("GET", "/", "Sec-Fetch-Site", "same-origin").statusCode());
        assertEquals(
                200,
                send("GET", "/", "Origin", base.toString().replaceAll("/$", "")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost", ""})
    void aNameThatWasTurnedIntoThisAddressIsRefused(String host) throws Exception {
        enter();

        assertTrue(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 403"));
        String ours = "localhost:" + base.getPort();
        assertTrue(raw("GET / HTTP/1.1\r\nHost: " + ours + "\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeChanged(String method) throws Exception {
        enter();

        assertEquals(405, send(method, "/").statusCode());
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() throws Exception {
        HttpResponse<String> refused = get("/");
        enter();
        for (HttpResponse<String> answer : List.of(refused, get("/"), get("/nowhere"), get("/wrong"), get("/broken"))) {
            String policy =
                    answer.headers().firstValue("content-security-policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(Optional.of("nosniff"), answer.headers().firstValue("x-content-type-options"));
            assertEquals(Optional.of("no-referrer"), answer.headers().firstValue("referrer-policy"));
            assertEquals(Optional.empty(), answer.headers().firstValue("access-control-allow-origin"));
        }
    }

    @Test
    void mistakesAreSentencesAndOursAreToldToTheTerminalOnly() throws Exception {
        enter();

        HttpResponse<String> wrong = get("/wrong");
        HttpResponse<String> broken = get("/broken");

        assertEquals(400, wrong.statusCode());
        assertEquals("no such city: x\n", wrong.body());
        assertEquals(500, broken.statusCode());
        assertFalse(broken.body().contains("secret"), broken.body());
        assertEquals(
                List.of("secret detail"),
                trouble.stream().map(Throwable::getMessage).toList());
        assertEquals(404, get("/nowhere").statusCode());
    }

    @Test
    void longAndBadAddressesAreRefused() throws Exception {
        enter();

        assertEquals(400, get("/?a=" + "x".repeat(9_000)).statusCode());
        assertEquals(400, get("/?" + "a=1&".repeat(101)).statusCode());
        assertTrue(raw("GET /?a=%zz HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n")
                .startsWith("HTTP/1.1 400"));
    }

    @Test
    void whatABrowserHasIsNotSentAgainAndTheRestIsPacked() throws Exception {
        enter();

        HttpRequest packed = request("/long").header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> once = client.send(packed, BodyHandlers.ofByteArray());
        HttpResponse<String> again = send(
                "GET",
                "/long",
                "If-None-Match",
                "\"other\", " + once.headers().firstValue("etag").orElseThrow());

        assertTrue(once.body().length < 1_000, "100,000 letters x in " + once.body().length);
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(once.body()))) {
            assertEquals(100_000, text.readAllBytes().length);
        }
        assertEquals(304, again.statusCode());
        assertEquals(200, send("GET", "/long", "If-None-Match", "W/\"v2\"").statusCode());
    }

    @Test
    void headHasNoBody() throws Exception {
        enter();

        HttpResponse<String> head = send("HEAD", "/long");

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(Optional.of("100000"), head.headers().firstValue("content-length"));
    }

    @Test
    void itSpeaksTheLanguageOfWhoAsks() throws Exception {
        enter();

        assertEquals("<p>complete{}", get("/").body());
        assertEquals(
                "<p>已完成{}",
                send("GET", "/", "Accept-Language", "fr, zh-CN;q=0.9, en;q=0.8").body());
        assertEquals(
                "<p>已完成{lang=[zh]}",
                send("GET", "/?lang=zh", "Accept-Language", "en").body());
        assertEquals(Language.ENGLISH, Language.current(), "the process keeps its own");
    }

    @Test
    void eventsComeUntilTheBrowserGoes() throws Exception {
        enter();
        HttpResponse<InputStream> events = client.send(request("/events").build(), BodyHandlers.ofInputStream());

        assertEquals(
                Optional.of("text/event-stream; charset=utf-8"),
                events.headers().firstValue("content-type"));
        byte[] first = events.body().readNBytes("data: 1\n\ndata: 2\n\n".length());
        assertEquals("data: 1\n\ndata: 2\n\n", new String(first, StandardCharsets.UTF_8));
        events.body().close();
        assertTrue(left.await(1, TimeUnit.MINUTES), "the source is closed");
    }

    @Test
    void aBrowserThatLeavesWhileNothingIsNewIsNoticedToo() throws Exception {
        enter();
        HttpResponse<InputStream> events = client.send(request("/quiet").build(), BodyHandlers.ofInputStream());

        assertEquals(": \n\n", new String(events.body().readNBytes(4), StandardCharsets.UTF_8));
        events.body().close();
        assertTrue(left.await(1, TimeUnit.MINUTES), "the source is closed");
    }

    @Test
    void noMoreWatchThanThereAreThreadsFor() throws Exception {
        enter();
        List<InputStream> watching = new ArrayList<>();
        for (int i = 0; i < Streams.MOST; i++) {
            watching.add(client.send(request("/events").build(), BodyHandlers.ofInputStream())
                    .body());
        }

        assertEquals(503, get("/events").statusCode());
        assertTrue(left.await(1, TimeUnit.MINUTES), "the source of the refused one is closed");
        assertEquals(200, get("/").statusCode());
        for (InputStream stream : watching) {
            stream.close();
        }
    }

    @Test
    void whoGoesOnFromPageToPageQuicklyIsNotTakenForManyWhoWatch() throws Exception {
        enter();
        for (int i = 0; i < 3 * Streams.MOST; i++) {
            HttpResponse<InputStream> events = client.send(request("/events").build(), BodyHandlers.ofInputStream());
            assertEquals(200, events.statusCode());
            events.body().close();
        }
    }

    @Test
    void aHandlerThatHangsIsGivenUpAndInterrupted() throws Exception {
        enter();

        HttpResponse<String> late = get("/hanging");

        assertEquals(503, late.statusCode());
        assertTrue(interrupted.await(1, TimeUnit.MINUTES));
        assertEquals(200, get("/").statusCode());
        assertEquals(List.of(), trouble);
    }

    @Test
    void whoeverSendsSlowlyKeepsNobodyElseWaiting() throws Exception {
        enter();
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket("127.0.0.1", base.getPort());
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost:".getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }

        assertEquals(200, get("/").statusCode());
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void aFileOfThePageIsKeptForGoodUnderTheNameOfItsContents() throws Exception {
        enter();

        assertEquals(
                Optional.of("private, max-age=31536000, immutable"),
                get("/asset").headers().firstValue("cache-control"));
        assertEquals(Optional.of("no-store"), get("/").headers().firstValue("cache-control"));
        assertTrue(ASSET.path().matches("/assets/page-[0-9a-f]{16}\\.css"), ASSET.path());
        assertNotEquals(
                ASSET.path(), Asset.of("page.css", "text/css", new byte[] {'b'}).path());
    }

    @Test
    void anAddressThatTheTokenIsSentWithLeadsNowhereElse() throws Exception {
        String token = server.address().getQuery();

        String answer = raw("GET //evil.example/?" + token + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nConnection: close\r\n\r\n");

        assertFalse(answer.contains("ocation: //"), answer);
        assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
    }

    @Test
    void itListensToThisMachineAlone() throws Exception {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address :
                    network.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
                assertFalse(isOpen(address), address.toString());
            }
        }
        assertTrue(isOpen(InetAddress.getByName("127.0.0.1")));
    }

    @Test
    void itEndsWhenNobodyHasAskedForLongEnough() throws Exception {
        enter();
        now = now.plus(Duration.ofMinutes(59));
        get("/");
        now = now.plus(Duration.ofMinutes(59));
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                server.await();
                ended.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        assertFalse(ended.await(200, TimeUnit.MILLISECONDS), "a minute is left");
        waiting.interrupt();
        now = now.plus(Duration.ofMinutes(1));
        server.await();
    }

    private class Watched implements EventSource {
        @Override
        public String next() {
            return "data: " + told.incrementAndGet() + "\n\n";
        }

        @Override
        public void close() {
            left.countDown();
        }
    }

    private Response hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return Response.Whole.text(200, "too late");
    }

    private void enter() throws Exception {
        String set = get(server.address().toString())
                .headers()
                .firstValue("set-cookie")
                .orElseThrow();
        cookie = set.substring(0, set.indexOf(';'));
        assertNotEquals("", cookie);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(1));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean isOpen(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, base.getPort()), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
