package paymap.site.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.web.ReplyKind;

@Timeout(60)
class SandboxSiteTest {
    @Test
    void robotsAllowEverythingAndAreNotCounted() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            HttpResponse<String> robots = new SandboxClient(site).get("/robots.txt");
            assertEquals(200, robots.statusCode());
            assertTrue(robots.body().contains("User-agent: *\nAllow: /"));
            assertTrue(robots.body().contains("made up"));
            assertEquals(0, site.counters().requests());
            assertEquals(1, site.counters().robots());
        }
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void everyPageSaysInTwoLanguagesThatItsDataIsMadeUp(Era era) throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEra(era))) {
            SandboxClient client = new SandboxClient(site);
            for (String path : List.of("/", "/nothing", "/jobs/list_Python", "/wn/jobs?kd=Python")) {
                HttpResponse<String> page = client.get(path);
                assertTrue(page.body().contains("本页所有数据均为虚构"), path);
                assertTrue(page.body().contains("All data on this page is made up"), path);
                assertEquals("true", page.headers().firstValue("X-Made-Up-Data").orElseThrow(), path);
            }
            HttpResponse<String> json = client.opened().rows("北京", 1);
            assertEquals("true", json.headers().firstValue("X-Made-Up-Data").orElseThrow());
        }
    }

    @Test
    void itListensOnLoopbackOnly() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            assertEquals("127.0.0.1", site.uri().getHost());
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            int taken = site.uri().getPort();
            SandboxOptions same = SandboxOptions.defaults().withPort(taken);
            String message = assertThrows(IOException.class, () -> SandboxSite.start(same))
                    .getMessage();
            assertTrue(message.contains("port " + taken), message);
        }
    }

    @Test
    void aPortIsFreeAgainOnceTheSiteIsClosed() throws Exception {
        SandboxSite first = SandboxSite.start(SandboxOptions.defaults());
        int port = first.uri().getPort();
        first.close();

        try (SandboxSite second = SandboxSite.start(SandboxOptions.defaults().withPort(port))) {
            assertEquals(port, second.uri().getPort());
            assertEquals(200, new SandboxClient(second).get("/robots.txt").statusCode());
        }
    }

    @Test
    void theLogTellsWhatWasSentAndWhatBecameOfIt() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            new SandboxClient(site).opened().header("User-Agent", "paymap-test").rows("北京", 2);
            assertEquals(
                    List.of(ReplyKind.PAGE, ReplyKind.ROWS),
                    site.log().stream().map(LoggedRequest::kind).toList());
            LoggedRequest post = site.log().get(1);
            assertEquals(2, post.number());
            assertEquals("POST", post.method());
            assertTrue(post.target().startsWith("/jobs/positionAjax.json?city="));
            assertEquals("Python", post.form().get("kd"));
            assertEquals("2", post.form().get("pn"));
            assertEquals("paymap-test", post.headers().get("user-agent"));
            assertTrue(post.headers().get("referer").startsWith(site.uri() + "/jobs/list_"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/jobs/list_",
                "/jobs/list_%zz",
                "/jobs/list_Python?city=%",
                "/wn/jobs",
                "/wn/jobs?kd=Python&pn=0",
                "/wn/jobs?kd=Python&pn=-1",
                "/wn/jobs?kd=Python&pn=99999999999999",
                "/wn/jobs?kd=Python&pn=two"
            })
    void whatMakesNoSenseIsAnsweredWith400AndASentence(String target) throws Exception {
        Era era = target.startsWith("/wn") ? Era.RENDERED : Era.CLASSIC;
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEra(era))) {
            String reply = raw(site, "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(reply.startsWith("HTTP/1.1 400 "), reply);
            assertFalse(reply.contains("\tat "), reply);
        }
    }

    @Test
    void whatIsTooLongOrBrokenIsAnsweredWith400() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(site);
            assertEquals(400, client.get("/jobs/list_" + "x".repeat(65)).statusCode());
            assertEquals(400, client.get("/?x=" + "x".repeat(65_536)).statusCode());
            String longForm = "kd=" + "x".repeat(70_000);
            assertEquals(400, client.post("/jobs/positionAjax.json", longForm).statusCode());
            assertEquals(400, client.post("/jobs/positionAjax.json", "kd=%zz").statusCode());
            assertEquals(
                    4,
                    site.log().stream()
                            .filter(r -> r.kind() == ReplyKind.BAD_REQUEST)
                            .count());
        }
    }

    @Test
    void otherMethodsAndPagesAreToldSo() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(site);
            assertEquals(404, client.get("/jobs/123.html").statusCode());
            assertEquals(405, client.post("/jobs/list_Python", "a=b").statusCode());
            assertEquals(
                    405,
                    client.send(client.to("/").method("HEAD", BodyPublishers.noBody()))
                            .statusCode());
            assertEquals(405, client.send(client.to("/").DELETE()).statusCode());
        }
    }

    @Test
    void eachReplyIsHeldBackForTheLatency() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(60)))) {
            long before = System.nanoTime();
            new SandboxClient(site).get("/robots.txt");
            assertTrue(System.nanoTime() - before >= Duration.ofMillis(60).toNanos());
        }
    }

    /** The latency is far longer than the time limit of this class. */
    @Test
    void closingDoesNotWaitForRepliesThatAreHeldBack() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        InstantSource clock = () -> {
            arrived.countDown(); // the site looks at its clock when a request arrives
            return Instant.EPOCH;
        };
        SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMinutes(5)), clock);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<HttpResponse<String>> waiting = threads.submit(() -> new SandboxClient(site).get("/"));
            arrived.await();

            site.close();

            assertInstanceOf(
                    IOException.class,
                    assertThrows(ExecutionException.class, waiting::get).getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sixteenClientsAtOnceAreServedEachItsOwnRows() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            SandboxClient client = new SandboxClient(site).opened();
            String expected = SandboxClient.result(client.rows("北京", 3)).toString();
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> client.rows("北京", 3));
            }
            for (Future<HttpResponse<String>> reply : threads.invokeAll(calls)) {
                assertEquals(SandboxClient.JSON.readTree(expected), SandboxClient.result(reply.get()));
            }
            threads.shutdown();
            assertEquals(202, site.counters().requests());
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefusedWithTheirValue() {
        SandboxOptions usual = SandboxOptions.defaults();
        assertRefused("70000", () -> usual.withPort(70_000));
        assertRefused("65536", () -> usual.withPort(65_536));
        assertRefused("-1", () -> usual.withPort(-1));
        assertRefused("-1", () -> usual.withSessionPages(-1));
        assertRefused("PT-1S", () -> usual.withLatency(Duration.ofSeconds(-1)));
        assertRefused("PT0S", () -> usual.withSecretLife(Duration.ZERO));
        assertRefused("PT-1S", () -> usual.withSecretLife(Duration.ofSeconds(-1)));
        assertRefused("-5", () -> usual.withPostings(-5));
        assertRefused("1000001", () -> usual.withPostings(1_000_001));
        assertRefused("1.2", () -> usual.withFaults("500:0.6,reset:0.6"));
        assertRefused("At least one era", () -> usual.withEras(Set.of()));
    }

    @Test
    void eachOptionChangesItselfAloneInACopy() {
        SandboxOptions usual = SandboxOptions.defaults();
        RateLimit limit = new RateLimit(4, 8, Duration.ofSeconds(3));
        List<SandboxOptions> changed = List.of(
                usual.withPort(65_535),
                usual.withSeed(2),
                usual.withEras(SandboxOptions.ALL_ERAS),
                usual.withLimit(limit),
                usual.withWhenTooFast(WhenTooFast.LOGIN),
                usual.withSessionPages(12),
                usual.withSecretLife(Duration.ofNanos(1)),
                usual.withLatency(Duration.ofMillis(5)),
                usual.withFaults("nocookie"),
                usual.withPostings(1_000_000));
        for (int i = 0; i < changed.size(); i++) {
            List<Object> values = new ArrayList<>(values(changed.get(i)));
            values.set(i, values(usual).get(i));
            assertEquals(values(usual), values, "only number " + i);
            assertNotEquals(values(usual), values(changed.get(i)), "number " + i);
        }
        assertEquals(values(SandboxOptions.defaults()), values(usual));
        assertEquals(
                List.of(
                        0,
                        1L,
                        Set.of(Era.CLASSIC),
                        "null",
                        WhenTooFast.STATE_2402,
                        0,
                        Duration.ofDays(1),
                        Duration.ZERO,
                        List.of(),
                        592),
                values(usual));
        assertEquals(limit, changed.get(3).limit);
    }

    private static List<Object> values(SandboxOptions options) {
        return List.of(
                options.port,
                options.seed(),
                options.eras,
                String.valueOf(options.limit),
                options.whenTooFast,
                options.sessionPages,
                options.secretLife,
                options.latency,
                options.faults,
                options.postings());
    }

    private static void assertRefused(String value, Runnable making) {
        String message =
                assertThrows(IllegalArgumentException.class, making::run).getMessage();
        assertTrue(message.contains(value), message);
    }

    /** What java.net.http would not send. */
    private static String raw(SandboxSite site, String request) throws IOException {
        try (Socket socket = new Socket(site.uri().getHost(), site.uri().getPort());
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
