package paymap.site.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.web.ReplyKind;

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
    void theSecondStartTakesLessThanFiftyMilliseconds() throws Exception {
        SandboxSite.start(SandboxOptions.defaults()).close(); // the first one loads the classes of the JDK's server
        long before = System.nanoTime();
        SandboxSite site = SandboxSite.start(SandboxOptions.defaults());
        long taken = System.nanoTime() - before;
        site.close();
        assertTrue(taken < Duration.ofMillis(50).toNanos(), "It took " + taken / 1_000_000 + " ms.");
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

    @Test
    void closingDoesNotWaitForRepliesThatAreHeldBack() throws Exception {
        SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMinutes(5)));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<HttpResponse<String>> waiting = threads.submit(() -> new SandboxClient(site).get("/"));
        while (site.log().isEmpty()) {
            Thread.onSpinWait();
        }
        long before = System.nanoTime();
        site.close();
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(5).toNanos());
        assertThrows(Exception.class, waiting::get);
        threads.shutdownNow();
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
        assertRefused("-1", () -> usual.withSessionPages(-1));
        assertRefused("PT-1S", () -> usual.withLatency(Duration.ofSeconds(-1)));
        assertRefused("-5", () -> usual.withPostings(-5));
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
