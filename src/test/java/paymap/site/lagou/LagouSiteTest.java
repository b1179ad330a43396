package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.site.http.EndlessServer;
import paymap.site.http.FixedServer;
import paymap.site.http.HangingUpServer;
import paymap.site.http.HttpExchange;
import paymap.site.http.LocalServer;
import paymap.site.http.LocalServer.Received;
import paymap.site.http.OnWire;
import paymap.site.http.PathServer;
import paymap.site.http.RedirectingServer;
import paymap.site.http.UntrustedServer;

/** What is sent, and what is made of what comes back, over real sockets on loopback. */
class LagouSiteTest {

    private static final String BROWSER = "Made-up Browser/1.0";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final OnWire wire = new OnWire();

    // ---- what is sent ----

    @Test
    void theListPageIsAskedForAsAPersonWould() {
        try (ClassicServer server = new ClassicServer()) {
            open(site(server), "北京", "python");

            Received sent = server.last();
            assertEquals("GET", sent.method());
            assertEquals("/jobs/list_python", sent.path());
            assertEquals(
                    Map.of("city", "北京", "cl", "false", "fromSearch", "true", "labelWords", "", "suginput", ""),
                    sent.parameters());
            assertEquals(BROWSER, sent.header("User-Agent"));
            assertTrue(sent.header("Accept").startsWith("text/html"), sent.header("Accept"));
            assertNull(sent.header("Cookie"));
            assertNull(sent.header("Referer"));
        }
    }

    @Test
    void rowsAreAskedForAsThePageOfTheTimeDid() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            Session session = open(site, "北京", "python");
            Outcome outcome = site.fetch(session, page(1, null), wire);

            assertEquals(
                    15, assertInstanceOf(Outcome.Fetched.class, outcome).rows().size());
            Received sent = server.last();
            assertEquals("POST", sent.method());
            assertEquals("/jobs/positionAjax.json", sent.path());
            assertEquals(Map.of("city", "北京", "needAddtionalResult", "false"), sent.parameters());
            assertEquals(Map.of("first", "true", "pn", "1", "kd", "python"), sent.form());
            assertEquals(
                    "application/x-www-form-urlencoded",
                    sent.header("Content-Type").split(";")[0]);
            assertEquals("application/json, text/javascript, */*; q=0.01", sent.header("Accept"));
            assertEquals("XMLHttpRequest", sent.header("X-Requested-With"));
            assertEquals("None", sent.header("X-Anit-Forge-Token"));
            assertEquals("0", sent.header("X-Anit-Forge-Code"));
            assertEquals(server.uri().toString(), sent.header("Origin"));
            assertEquals(BROWSER, sent.header("User-Agent"));
        }
    }

    @Test
    void theRefererIsTheListPageThatGaveTheCookies() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            site.fetch(open(site, "北京", "C++"), task("北京", "C++", 1, null), wire);

            Received list = server.received().get(0);
            assertEquals(
                    server.uri() + list.path() + "?" + list.query(),
                    server.last().header("Referer"));
        }
    }

    @Test
    void laterPagesSayThatTheyAreNotTheFirstAndCarryTheListToken() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            Session session = open(site, "北京", "python");
            site.fetch(session, page(1, "token"), wire);
            assertEquals(
                    Map.of("first", "true", "pn", "1", "kd", "python"),
                    server.last().form());
            site.fetch(session, page(2, "token"), wire);
            assertEquals(
                    Map.of("first", "false", "pn", "2", "kd", "python", "sid", "token"),
                    server.last().form());
            site.fetch(session, page(3, null), wire);
            assertEquals(
                    Map.of("first", "false", "pn", "3", "kd", "python"),
                    server.last().form());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C++", "C#", "数据挖掘", "go & rust", "a/b", "100%", "..", "?x=1", "list_"})
    void keywordsArriveAsTheyWereMeant(String keyword) {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            Session session = open(site, "上海", keyword);
            assertEquals(
                    "/jobs/list_" + keyword,
                    URI.create(server.last().path().replace("+", "%2B")).getPath());
            site.fetch(session, task("上海", keyword, 1, null), wire);
            assertEquals(keyword, server.last().form().get("kd"));
            assertEquals("上海", server.last().parameters().get("city"));
            assertTrue(server.last().header("Referer").chars().allMatch(c -> c > ' ' && c < 127));
        }
    }

    @Test
    void cookiesStayWithTheirSession() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            Session first = open(site, "北京", "python");
            Session second = open(site, "上海", "python");
            assertNotSame(first, second);
            assertNull(server.last().header("Cookie"), "a fresh session began with cookies of another");

            site.fetch(first, page(1, null), wire);
            assertEquals(Set.of("JSESSIONID=visitor1", "user_trace_token=trace1"), cookies(server.last()));
            site.fetch(second, page(1, null), wire);
            assertEquals(Set.of("JSESSIONID=visitor2", "user_trace_token=trace2"), cookies(server.last()));
            site.fetch(first, page(2, null), wire);
            assertEquals(
                    Set.of("JSESSIONID=visitor1", "SEARCH_ID=found", "user_trace_token=trace1"),
                    cookies(server.last()));
        }
    }

    @Test
    void cookiesOfTheBrowserBeginEachSession(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cookies.txt");
        Files.writeString(
                file,
                "# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tgate_login_token\tmine\n"
                        + "elsewhere.example\tFALSE\t/\tFALSE\t0\tother\tnever\n");
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = LagouVisits.site(
                    server.uri(), BROWSER, file, EraChoice.auto().recall(Era.CLASSIC), SiteKey.LAGOU, () -> NOW);
            for (int visit = 1; visit <= 2; visit++) {
                Session session = open(site, "北京", "python");
                assertEquals(Set.of("gate_login_token=mine"), cookies(server.last()));
                site.fetch(session, page(1, null), wire);
                assertEquals(
                        Set.of("gate_login_token=mine", "JSESSIONID=visitor" + visit, "user_trace_token=trace" + visit),
                        cookies(server.last()));
            }
        }
    }

    @Test
    void aRequestIsSaidToBeOnTheWireOnceAndOnlyIfItWasSent() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            site.readRobots(null, wire);
            assertEquals(List.of(NOW), wire.told());
            Session session = open(site, "北京", "python");
            assertEquals(2, wire.told().size());
            site.fetch(session, page(1, null), wire);
            assertEquals(3, wire.told().size());
            assertEquals(3, server.received().size());
        }
    }

    // ---- robots.txt ----

    @Test
    void robotsAreAskedForAtTheRootAndTheirDelayIsTold() {
        try (ClassicServer server = new ClassicServer()) {
            Outcome outcome = LagouVisits.site(
                            URI.create(server.uri() + "/some/path?x=1"),
                            BROWSER,
                            null,
                            EraChoice.auto().recall(Era.CLASSIC),
                            SiteKey.LAGOU,
                            () -> NOW)
                    .readRobots(null, wire);

            assertEquals(new Outcome.RobotsRead(Duration.ofSeconds(2)), outcome);
            assertEquals("/robots.txt", server.last().path());
            assertEquals("", server.last().query());
            assertEquals(BROWSER, server.last().header("User-Agent"));
        }
    }

    @Test
    void nothingIsSentThatRobotsForbid() {
        try (FixedServer server = new FixedServer(200, Map.of(), "User-agent: *\nDisallow: /jobs/\n")) {
            LagouSite site = site(server);
            site.readRobots(null, wire);

            assertInstanceOf(Outcome.Disallowed.class, site.open("北京", "python", null, wire));
            assertInstanceOf(Outcome.Disallowed.class, site.fetch(new LagouSession(List.of()), page(1, null), wire));
            assertEquals(1, server.received().size());
            assertEquals(1, wire.told().size());
        }
    }

    @Test
    void aStepThatRobotsForbidIsNotTakenEither() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            site.readRobots(null, wire);

            assertInstanceOf(Outcome.Disallowed.class, site.open("北京", "python", server.uri() + "/wn/jobs?pn=1", wire));
            assertEquals(1, server.received().size());
        }
    }

    // ---- redirects ----

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectToAnotherHostIsNeverFollowed(int status) {
        try (ClassicServer elsewhere = new ClassicServer();
                RedirectingServer server =
                        new RedirectingServer(status, elsewhere.uri() + "/jobs/list_python?city=x")) {
            LagouSite site = site(server);

            assertEquals(new Outcome.RobotsRead(Duration.ZERO), site.readRobots(null, wire));
            assertInstanceOf(Outcome.LoginRequired.class, site.open("北京", "python", null, wire));
            assertInstanceOf(Outcome.LoginRequired.class, site.fetch(new LagouSession(List.of()), page(1, null), wire));
            assertInstanceOf(Outcome.LoginRequired.class, site.fetch(renderedSession(), page(2, null), wire));
            assertEquals(4, server.received().size());
            assertEquals(List.of(), elsewhere.received());
        }
    }

    @Test
    void aRedirectWithinTheSiteIsTheNextStepAndKeepsTheCookies() {
        try (ClassicServer server = new ClassicServer()) {
            LagouSite site = site(server);
            Session first = open(site, "北京", "python");
            Outcome second = site.open("北京", "python", server.uri() + "/jobs/list_python?again", wire);

            assertEquals(first, assertInstanceOf(Outcome.Opened.class, second).session(), "it is still the same visit");
            assertEquals(Set.of("JSESSIONID=visitor1", "user_trace_token=trace1"), cookies(server.last()));
        }
    }

    @Test
    void aRedirectWithinTheSiteIsReportedAndNotFollowedUnasked() {
        try (RedirectingServer server = new RedirectingServer(302, "/wn/jobs?kd=python")) {
            assertEquals(
                    new Outcome.Moved(server.uri() + "/wn/jobs?kd=python"),
                    site(server).open("北京", "python", null, wire));
            assertEquals(1, server.received().size());
        }
    }

    @Test
    void whereThereIsNoListPageTheOtherWaysInAreTriedOnceEach() {
        try (FixedServer server = new FixedServer(404, Map.of(), "<h1>Not Found</h1>")) {
            LagouSite site = site(server);
            Outcome.Moved agreement = assertInstanceOf(Outcome.Moved.class, site.open("北京", "python", null, wire));
            assertEquals(server.uri() + "/system/agreement", agreement.url());
            Outcome.Moved moved =
                    assertInstanceOf(Outcome.Moved.class, site.open("北京", "python", agreement.url(), wire));
            assertTrue(moved.url().startsWith(server.uri() + "/wn/jobs?kd=python&city="), moved.url());
            assertEquals(
                    new Outcome.Broken(Outcome.Flaw.MISSING, "HTTP 404"),
                    Replies.bare(site.open("北京", "python", moved.url(), wire)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListPageThatIsMissingOnceRowsHaveComeSaysNothingAboutTheEra(boolean named) {
        try (PathServer server = new PathServer()
                .html("/jobs/list_python", 200, Replies.file("list.html"))
                .json("/jobs/positionAjax.json", Replies.file("rows.json"))) {
            EraChoice choice =
                    named ? EraChoice.named(Era.CLASSIC) : EraChoice.auto().recall(Era.CLASSIC);
            LagouSite site = LagouVisits.site(server.uri(), BROWSER, null, choice, SiteKey.LAGOU, () -> NOW);
            site.fetch(open(site, "北京", "python"), page(1, null), wire);
            server.html("/jobs/list_python", 404, "<h1>Not Found</h1>");

            assertEquals(
                    new Outcome.Broken(Outcome.Flaw.MISSING, "HTTP 404"),
                    Replies.bare(site.open("上海", "python", null, wire)));
        }
    }

    // ---- bodies ----

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyOverFourMebibytesIsRefusedBeforeItEnds(boolean zipped) {
        try (EndlessServer server = new EndlessServer(zipped)) {
            Outcome.Broken broken = assertInstanceOf(
                    Outcome.Broken.class, site(server).fetch(new LagouSession(List.of()), page(1, null), wire));

            assertEquals("an answer of more than 4 MiB", broken.why());
            if (!zipped) { // a zipped answer is so small that much of it can be under way
                assertTrue(server.written() < 64 << 20, server.written() + " bytes were taken");
            }
        }
    }

    @Test
    void aBodyOfJustEightMebibytesIsRead() {
        String rows = Replies.file("rows.json");
        int room = HttpExchange.MOST_BYTES - rows.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        try (FixedServer just = new FixedServer(200, Map.of(), rows + " ".repeat(room));
                FixedServer over = new FixedServer(200, Map.of(), rows + " ".repeat(room + 1))) {
            assertInstanceOf(Outcome.Fetched.class, site(just).fetch(new LagouSession(List.of()), page(1, null), wire));
            assertInstanceOf(Outcome.Broken.class, site(over).fetch(new LagouSession(List.of()), page(1, null), wire));
        }
    }

    @Test
    void aZippedAnswerIsUnderstoodAndAskedFor() {
        try (ZippingServer server = new ZippingServer()) {
            Outcome outcome = site(server).fetch(new LagouSession(List.of()), page(1, null), wire);

            assertEquals(
                    15, assertInstanceOf(Outcome.Fetched.class, outcome).rows().size());
            assertTrue(server.last().header("Accept-Encoding").contains("gzip"));
        }
    }

    @Test
    void anAnswerThatOnlyClaimsToBeZippedIsBroken() {
        try (FixedServer server = new FixedServer(200, Map.of("Content-Encoding", "gzip"), Replies.file("rows.json"))) {
            assertInstanceOf(
                    Outcome.Broken.class, site(server).fetch(new LagouSession(List.of()), page(1, null), wire));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBrokenConnectionIsBrokenAndNothingIsSentTwice(boolean inTheMiddle) {
        try (HangingUpServer server = new HangingUpServer(inTheMiddle)) {
            Outcome outcome = site(server).fetch(new LagouSession(List.of()), page(1, null), wire);

            assertEquals(
                    new Outcome.Broken(
                            Outcome.Flaw.CONNECTION,
                            "the connection to 127.0.0.1:" + server.uri().getPort() + " broke off"),
                    outcome);
            assertEquals(1, server.received().size());
            assertEquals(1, wire.told().size());
        }
    }

    @Test
    void aReusedConnectionThatBreaksIsNotTriedAgainBehindOurBack() {
        try (TiredServer server = new TiredServer()) {
            LagouSite site = site(server);
            Session session = new LagouSession(List.of());

            assertInstanceOf(Outcome.Fetched.class, site.fetch(session, page(1, null), wire));
            assertInstanceOf(Outcome.Broken.class, site.fetch(session, page(2, null), wire));
            assertEquals(2, server.received().size());
            assertEquals(2, wire.told().size());
        }
    }

    @Test
    void theTimeToWaitIsReadFromTheHeader() {
        try (FixedServer server = new FixedServer(429, Map.of("Retry-After", "120"), "busy")) {
            Outcome.Throttled throttled = assertInstanceOf(
                    Outcome.Throttled.class, site(server).fetch(new LagouSession(List.of()), page(1, null), wire));
            assertEquals(Duration.ofSeconds(120), throttled.retryAfter());
        }
    }

    @Test
    void aDateToWaitForGoesByTheSitesOwnClock() {
        Map<String, String> headers = Map.of("Retry-After", "Sun, 06 Nov 1994 08:50:36 GMT");
        try (FixedServer server = new FixedServer(503, headers, "busy")) {
            // The server dates its replies with today, so a date of 1994 is long past and names no wait.
            Outcome.Throttled throttled = assertInstanceOf(
                    Outcome.Throttled.class, site(server).fetch(new LagouSession(List.of()), page(1, null), wire));
            assertNull(throttled.retryAfter());
        }
    }

    // ---- nobody there ----

    @Test
    void aPortNobodyListensOnIsUnreachableAndNothingWasSent() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        LagouSite site = LagouVisits.site(
                URI.create("http://127.0.0.1:" + port),
                BROWSER,
                null,
                EraChoice.auto().recall(Era.CLASSIC),
                SiteKey.LAGOU,
                () -> NOW);

        assertEquals(new Outcome.Unreachable("nobody answers at 127.0.0.1:" + port), site.readRobots(null, wire));
        assertEquals(List.of(), wire.told());
    }

    @Test
    void aHostThatDoesNotResolveIsUnreachable() {
        LagouSite site = LagouVisits.site(
                URI.create("http://paymap-test.invalid"),
                BROWSER,
                null,
                EraChoice.auto().recall(Era.CLASSIC),
                SiteKey.LAGOU,
                () -> NOW);

        assertEquals(
                new Outcome.Unreachable("the host paymap-test.invalid cannot be resolved"),
                site.readRobots(null, wire));
        assertEquals(List.of(), wire.told());
    }

    @Test
    void aCertificateNobodyVouchesForIsRefused(@TempDir Path folder) throws Exception {
        try (UntrustedServer server = UntrustedServer.start(folder)) {
            LagouSite site = LagouVisits.site(
                    server.uri(), BROWSER, null, EraChoice.auto().recall(Era.CLASSIC), SiteKey.LAGOU, () -> NOW);

            assertEquals(
                    new Outcome.Unreachable("nobody here vouches for the certificate of 127.0.0.1:"
                            + server.uri().getPort()),
                    site.readRobots(null, wire));
            assertEquals(0, server.requests());
            assertEquals(List.of(), wire.told());
        }
    }

    private LagouSite site(LocalServer server) {
        return LagouVisits.site(
                server.uri(), BROWSER, null, EraChoice.auto().recall(Era.CLASSIC), SiteKey.LAGOU, () -> NOW);
    }

    private Session open(LagouSite site, String city, String keyword) {
        Outcome outcome = site.open(city, keyword, null, wire);
        Session session = assertInstanceOf(Outcome.Opened.class, outcome).session();
        assertNotNull(session);
        return session;
    }

    private static LagouSession renderedSession() {
        LagouSession session = new LagouSession(List.of());
        session.isRendered("/wn/jobs");
        return session;
    }

    private static PageTask page(int number, String token) {
        return task("北京", "python", number, token);
    }

    private static PageTask task(String city, String keyword, int number, String token) {
        return new PageTask(1, city, keyword, number, 0, 1, token);
    }

    private static Set<String> cookies(Received sent) {
        assertFalse(sent.header("Cookie") == null, "no cookie was sent");
        return new TreeSet<>(List.of(sent.header("Cookie").split("; ")));
    }
}
