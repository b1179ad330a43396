package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.site.http.HttpExchange;
import paymap.site.http.LocalServer.Received;
import paymap.site.http.OnWire;
import paymap.site.http.PathServer;

/** The way into the encrypted era, what is sent on it, and what is made of the answers, over real sockets. */
class AgreementTest {

    private static final String AGREEMENT = "/system/agreement";
    private static final String ROWS = "/jobs/v2/positionAjax.json";
    private static final String AGREED = "{\"success\":true,\"content\":{\"secretKeyValue\":\"the+secret/of=today\"}}";
    private static final String STATE =
            "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"192.0.2.1\",\"state\":";

    private final OnWire wire = new OnWire();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private EraChoice choice = EraChoice.auto();

    // ---- what is sent ----

    @Test
    void anAgreementIsAskedForAtTheAddressOfTheSite() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSession session = open(site(server));

            assertEquals(Era.ENCRYPTED, session.era());
            Received sent = server.last();
            assertEquals("POST", sent.method());
            assertEquals(AGREEMENT, sent.path());
            assertEquals("application/json", sent.header("Content-Type"));
            assertEquals(server.uri().toString(), sent.header("Origin"));
            assertEquals(server.uri() + "/", sent.header("Referer"));
            assertTrue(sent.body().matches("\\{\"secretKeyDecode\":\"[A-Za-z0-9+/]{342}==\"}"), sent.body());
            assertEquals(List.of(now), wire.told());
        }
    }

    @Test
    void lagouItselfIsAskedAtItsGateAndItsGateForItsOwnRobots() {
        HttpUrl lagou = HttpUrl.get("https://www.lagou.com/");
        Agreements agreements = new Agreements(
                LagouVisits.visit(lagou, LagouVisit.gateOf(lagou)),
                new LagouRequests(lagou, "test"),
                new EncryptedRequests(new LagouRequests(lagou, "test"), new java.security.SecureRandom()),
                new HttpExchange(() -> now),
                new java.security.SecureRandom(),
                () -> now);

        assertEquals(
                "https://gate.lagou.com/system/agreement", agreements.entrance().toString());
        agreements.obeyRobots();
        assertEquals("https://gate.lagou.com/robots.txt", agreements.entrance().toString());
        assertEquals(HttpUrl.get("http://127.0.0.1:81/"), LagouVisit.gateOf(HttpUrl.get("http://127.0.0.1:81/")));
    }

    @Test
    void rowsAreAskedForUnderTheSecretWithTheProofOfTheRequest() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            LagouSession session = open(site);
            site.fetch(session, page(3), wire);

            Received sent = server.last();
            AgreedKey key = session.agreement().key();
            assertEquals("POST", sent.method());
            assertEquals(ROWS, sent.path());
            assertEquals("", sent.query());
            assertEquals("the+secret/of=today", sent.header("X-K-HEADER"));
            assertEquals("{\"secret\":\"the+secret/of=today\"}", sent.header("X-SS-REQ-HEADER"));
            assertTrue(sent.header("traceparent").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
            assertEquals("XMLHttpRequest", sent.header("X-Requested-With"));
            assertEquals(server.uri().toString(), sent.header("Origin"));
            assertEquals(server.uri() + "/wn/jobs?kd=C%2B%2B&city=%E4%B8%8A%E6%B5%B7", sent.header("Referer"));
            assertEquals(List.of("data"), List.copyOf(sent.form().keySet()));
            String payload = text(key, sent.form().get("data"));
            assertEquals("{\"city\":\"上海\",\"pn\":3,\"kd\":\"C++\",\"px\":\"default\"}", payload);
            String code = AgreedKey.code("{\"deviceType\":1}", server.uri() + ROWS, payload);
            assertEquals(
                    "{\"originHeader\":\"{\\\"deviceType\\\":1}\",\"code\":\"" + code + "\"}",
                    text(key, sent.header("X-S-HEADER")));
        }
    }

    @Test
    void eachAgreementHasAKeyOfItsOwnAndEachRequestATraceOfItsOwn() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            LagouSession first = open(site);
            LagouSession second = open(site);
            assertNotEquals(
                    new String(first.agreement().key().bytes()),
                    new String(second.agreement().key().bytes()));

            site.fetch(first, page(1), wire);
            String trace = server.last().header("traceparent");
            site.fetch(first, page(2), wire);
            assertNotEquals(trace, server.last().header("traceparent"));
        }
    }

    // ---- how long it is good for ----

    @Test
    void anAgreementServesForADayByTheClockAndForAnyNumberOfPages() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSession session = open(site(server));

            assertEquals(Integer.MAX_VALUE, session.usualPages());
            now = now.plus(Duration.ofHours(24)).minusMillis(1);
            assertFalse(session.isSpent());
            now = now.plusMillis(1);
            assertTrue(session.isSpent());
        }
    }

    @Test
    void aVisitOfAnOlderEraIsGoodForTenPages() {
        LagouSession session = new LagouSession(List.of());

        assertEquals(10, session.usualPages());
        assertFalse(session.isSpent());
    }

    @Test
    void anAnswerThatIsNotUnderstoodSpendsTheAgreement() {
        try (PathServer server =
                new PathServer().json(AGREEMENT, AGREED).json(ROWS, "{\"status\":false,\"msg\":\"x\"}")) {
            LagouSite site = site(server);
            LagouSession session = open(site);

            assertEquals(
                    new Outcome.Broken(Outcome.Flaw.FOREIGN, "a reply without rows"),
                    Replies.bare(site.fetch(session, page(1), wire)));
            assertTrue(session.isSpent());
        }
    }

    @Test
    void aServerInTroubleDoesNotSpendIt() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED).html(ROWS, 502, "<h1>sorry</h1>")) {
            LagouSite site = site(server);
            LagouSession session = open(site);

            assertEquals(
                    new Outcome.Broken(Outcome.Flaw.SERVER_ERROR, "HTTP 502"),
                    Replies.bare(site.fetch(session, page(1), wire)));
            assertFalse(session.isSpent());
        }
    }

    // ---- answers to the request for rows ----

    @Test
    void rowsUnderTheKeyAreReadAndNothingElseOfThemIs() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            LagouSession session = open(site);
            server.json(ROWS, data(session, Replies.file("rows.json")));

            Outcome outcome = site.fetch(session, task("北京"), wire);

            Outcome.Fetched fetched = assertInstanceOf(Outcome.Fetched.class, outcome);
            assertEquals(LagouReply.ofRows(Replies.json(Replies.file("rows.json")), "北京"), fetched);
            assertEquals(15, fetched.rows().size());
        }
    }

    static Stream<String> plainTexts() {
        return Stream.of("", "[]", "null", "<html>login</html>", "{", "{}", "{\"content\":{}}", "\u0000\u0001");
    }

    @ParameterizedTest
    @MethodSource("plainTexts")
    void aPlainTextThatIsNotTheClassicReplyIsBroken(String plain) {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            LagouSession session = open(site);
            server.json(ROWS, data(session, plain));

            assertInstanceOf(Outcome.Broken.class, site.fetch(session, page(1), wire));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":\"\"}",
                "{\"data\":\"AAAA\"}",
                "{\"data\":\"no base64\"}",
                "{\"data\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}",
                "{\"data\":12}",
                "{\"data\":{}}",
                "{\"data\":null}",
                "{\"data\":\"half",
                "[]",
                "<html></html>",
                ""
            })
    void whatDoesNotDecryptIsBrokenAndNoException(String body) {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED).json(ROWS, body)) {
            LagouSite site = site(server);

            assertInstanceOf(Outcome.Broken.class, site.fetch(open(site), page(1), wire));
        }
    }

    @Test
    void aBlockInTheOpenOrUnderTheKeyIsWhatItsStateSays() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            LagouSession session = open(site);
            for (boolean sealed : new boolean[] {false, true}) {
                assertBlock(site, server, session, STATE + "2402}", sealed, Outcome.Throttled.class);
                assertBlock(site, server, session, STATE + "2404}", sealed, Outcome.NeedsHuman.class);
                assertBlock(site, server, session, STATE + "2407}", sealed, Outcome.Banned.class);
            }
            assertEquals(EraChoice.Door.AGREEMENT, choice.door(), "no block is a reason to change the era");
        }
    }

    private void assertBlock(
            LagouSite site, PathServer server, LagouSession session, String block, boolean sealed, Class<?> expected) {
        server.json(ROWS, sealed ? data(session, block) : block);
        Outcome.Trouble trouble = (Outcome.Trouble) assertInstanceOf(expected, site.fetch(session, page(1), wire));
        assertFalse(trouble.why().contains("192.0.2.1"), trouble.why());
        assertFalse(session.isSpent());
    }

    // ---- refusals of the agreement ----

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(404, "text/html", "<h1>Not Found</h1>"),
                Arguments.of(405, "text/html", "<h1>No</h1>"),
                Arguments.of(400, "text/html", "bad"),
                Arguments.of(403, "text/html", "forbidden"),
                Arguments.of(200, "text/html", "<html><body>Welcome</body></html>"),
                Arguments.of(200, "text/html", ""),
                Arguments.of(200, "application/json", "{}"),
                Arguments.of(200, "application/json", "{\"success\":true,\"content\":null}"),
                Arguments.of(200, "application/json", "{\"content\":{\"secretKeyValue\":\"\"}}"),
                Arguments.of(200, "application/json", "{\"content\":{\"secretKeyValue\":42}}"),
                Arguments.of(200, "application/json", "{\"content\":{\"secretKeyValue\":\"a\\r\\nCookie: x\"}}"),
                Arguments.of(200, "application/json", "{\"content\":{\"secretKeyValue\":\"中\"}}"),
                Arguments.of(
                        200, "application/json", "{\"content\":{\"secretKeyValue\":\"" + "x".repeat(4097) + "\"}}"),
                Arguments.of(404, "application/json", "{\"error\":\"no\"}"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whereThereIsNoAgreementTheListPageComesNextWithoutAWaste(int status, String type, String body) {
        try (PathServer server = new PathServer()
                .with(AGREEMENT, new PathServer.Given(status, type, body, Map.of()))
                .html("/jobs/list_python", 200, Replies.file("list.html"))) {
            LagouSite site = site(server);
            Outcome.Moved moved = assertInstanceOf(Outcome.Moved.class, site.open("北京", "python", null, wire));
            assertTrue(moved.url().startsWith(server.uri() + "/jobs/list_python?city="), moved.url());
            Outcome opened = site.open("北京", "python", moved.url(), wire);

            assertEquals(
                    Era.CLASSIC,
                    ((LagouSession) assertInstanceOf(Outcome.Opened.class, opened)
                                    .session())
                            .era());
            assertEquals(List.of(AGREEMENT, "/jobs/list_python"), server.paths());
            site.open("上海", "python", null, wire);
            assertEquals(List.of(AGREEMENT, "/jobs/list_python", "/jobs/list_python"), server.paths());
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aNamedEraSaysSoAndTriesNoOther(int status, String type, String body) {
        choice = EraChoice.named(Era.ENCRYPTED);
        try (PathServer server = new PathServer().with(AGREEMENT, new PathServer.Given(status, type, body, Map.of()))) {
            Outcome.ProtocolUnsupported told = assertInstanceOf(
                    Outcome.ProtocolUnsupported.class, site(server).open("北京", "python", null, wire));

            assertTrue(told.why().startsWith("the site does not speak the encrypted era: "), told.why());
            assertEquals(List.of(AGREEMENT), server.paths());
        }
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                Arguments.of(429, "text/html", "busy", Outcome.Throttled.class),
                Arguments.of(503, "text/html", "busy", Outcome.Throttled.class),
                Arguments.of(429, "application/json", "{}", Outcome.Throttled.class),
                Arguments.of(200, "application/json", STATE + "2402}", Outcome.Throttled.class),
                Arguments.of(200, "application/json", "{\"msg\":\"您操作太频繁\"}", Outcome.Throttled.class),
                Arguments.of(200, "application/json", STATE + "2405}", Outcome.NeedsHuman.class),
                Arguments.of(200, "application/json", STATE + "2409}", Outcome.Banned.class),
                Arguments.of(200, "text/html", Replies.file("challenge.html"), Outcome.LoginRequired.class),
                Arguments.of(200, "text/html", Replies.file("login.html"), Outcome.LoginRequired.class),
                Arguments.of(200, "text/html", Replies.file("banned.html"), Outcome.Banned.class),
                Arguments.of(500, "text/html", "oops", Outcome.Broken.class),
                Arguments.of(502, "application/json", "{\"error\":1}", Outcome.Broken.class),
                Arguments.of(200, "application/json", "{\"content\":{\"secretK", Outcome.Broken.class),
                Arguments.of(200, "text/html", Replies.file("trouble.html"), Outcome.Broken.class));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockOrAnAccidentIsNoReasonToChangeTheEra(int status, String type, String body, Class<?> expected) {
        try (PathServer server = new PathServer().with(AGREEMENT, new PathServer.Given(status, type, body, Map.of()))) {
            assertInstanceOf(expected, site(server).open("北京", "python", null, wire));
            assertEquals(EraChoice.Door.AGREEMENT, choice.door());
        }
    }

    @Test
    void aThirdAccidentInARowIsAReasonAndTheOneBeforeIsStillCounted() {
        try (PathServer server = new PathServer().html(AGREEMENT, 500, "oops")) {
            LagouSite site = site(server);
            for (int i = 1; i <= 3; i++) {
                assertEquals(
                        new Outcome.Broken(Outcome.Flaw.SERVER_ERROR, "HTTP 500"),
                        Replies.bare(site.open("北京", "python", null, wire)));
            }
            site.open("北京", "python", null, wire);
            assertEquals(List.of(AGREEMENT, AGREEMENT, AGREEMENT, "/jobs/list_python"), server.paths());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "https://elsewhere.example/system/agreement", ""})
    void aRedirectIsARefusalAndNeverFollowed(String location) {
        Map<String, String> header = location.isEmpty() ? Map.of() : Map.of("Location", location);
        try (PathServer server = new PathServer().with(AGREEMENT, new PathServer.Given(302, "text/html", "", header))) {
            Outcome.Moved moved =
                    assertInstanceOf(Outcome.Moved.class, site(server).open("北京", "python", null, wire));
            assertTrue(moved.url().contains("/jobs/list_python"), moved.url());
        }
    }

    @Test
    void aRedirectToADoorIsThatDoor() {
        Map<String, String> login =
                Map.of("Location", "https://passport.lagou.com/login/login.html?clientIp=192.0.2.1");
        try (PathServer server = new PathServer().with(AGREEMENT, new PathServer.Given(302, "text/html", "", login))) {
            assertEquals(
                    new Outcome.LoginRequired("a redirect to the login page"),
                    site(server).open("北京", "python", null, wire));
        }
    }

    @Test
    void rowsThatAreRefusedAsBrokenTwiceLeadToTheNextEra() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED).html(ROWS, 404, "no")) {
            LagouSite site = site(server);
            assertInstanceOf(Outcome.Broken.class, site.fetch(open(site), page(1), wire));
            assertEquals(EraChoice.Door.AGREEMENT, choice.door());
            LagouSession second = open(site);
            assertInstanceOf(Outcome.Broken.class, site.fetch(second, page(1), wire));

            assertTrue(second.isSpent());
            assertEquals(EraChoice.Door.LIST_PAGE, choice.door());
        }
    }

    @Test
    void onceRowsHaveComeBrokenAnswersAreNoReason() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            LagouSession session = open(site);
            server.json(ROWS, data(session, Replies.file("rows.json")));
            site.fetch(session, task("北京"), wire);
            server.html(ROWS, 404, "no");
            for (int i = 0; i < 5; i++) {
                assertInstanceOf(Outcome.Broken.class, site.fetch(session, page(1), wire));
            }
            assertEquals(EraChoice.Door.AGREEMENT, choice.door());
        }
    }

    @Test
    void aNamedEncryptedEraGivesUpOnTheSecondAnswerOfNoUse() {
        choice = EraChoice.named(Era.ENCRYPTED);
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED).html(ROWS, 404, "no")) {
            LagouSite site = site(server);
            assertInstanceOf(Outcome.Broken.class, site.fetch(open(site), page(1), wire));
            assertEquals(
                    new Outcome.ProtocolUnsupported("the site does not speak the encrypted era: HTTP 404"),
                    site.fetch(open(site), page(1), wire));
        }
    }

    // ---- robots.txt ----

    @ParameterizedTest
    @ValueSource(strings = {"/system/", "/jobs/v2/", "/system/agreement"})
    void whatRobotsForbidIsNotAskedForAndTheNextEraIsTried(String path) {
        try (PathServer server = new PathServer()
                .json(AGREEMENT, AGREED)
                .html("/robots.txt", 200, "User-agent: *\nDisallow: " + path + "\n")
                .html("/jobs/list_python", 200, Replies.file("list.html"))) {
            LagouSite site = site(server);
            site.readRobots(null, wire);

            assertInstanceOf(Outcome.Opened.class, site.open("北京", "python", null, wire));
            assertEquals(List.of("/robots.txt", "/jobs/list_python"), server.paths());
        }
    }

    @Test
    void aNamedEraThatRobotsForbidIsNotSpoken() {
        choice = EraChoice.named(Era.ENCRYPTED);
        try (PathServer server = new PathServer()
                .json(AGREEMENT, AGREED)
                .html("/robots.txt", 200, "User-agent: paymap\nDisallow: /jobs/v2/\n")) {
            LagouSite site = site(server);
            site.readRobots(null, wire);

            assertEquals(
                    new Outcome.Disallowed("robots.txt does not allow " + ROWS), site.open("北京", "python", null, wire));
            assertEquals(List.of("/robots.txt"), server.paths());
        }
    }

    @Test
    void aGateOnAnotherHostIsAskedForItsOwnRobotsOnceAndEachStepIsOneRequest() {
        try (PathServer pages = new PathServer();
                PathServer gate =
                        new PathServer().json(AGREEMENT, AGREED).html("/robots.txt", 200, "User-agent: *\n")) {
            LagouSite site = site(pages, gate);
            site.readRobots(null, wire);
            Outcome.Moved moved = assertInstanceOf(Outcome.Moved.class, site.open("北京", "python", null, wire));
            assertEquals(gate.uri() + AGREEMENT, moved.url());
            assertEquals(List.of("/robots.txt"), gate.paths());
            assertInstanceOf(Outcome.Opened.class, site.open("北京", "python", moved.url(), wire));
            assertInstanceOf(Outcome.Opened.class, site.open("上海", "python", null, wire));

            assertEquals(List.of("/robots.txt", AGREEMENT, AGREEMENT), gate.paths());
            assertEquals(4, wire.told().size());
            assertEquals(pages.uri() + "/", gate.last().header("Referer"));
        }
    }

    @Test
    void aGateThatForbidsTheAgreementIsNotAskedForIt() {
        try (PathServer pages = new PathServer().html("/jobs/list_python", 200, Replies.file("list.html"));
                PathServer gate = new PathServer()
                        .json(AGREEMENT, AGREED)
                        .html("/robots.txt", 200, "User-agent: *\nDisallow: /\n")) {
            LagouSite site = site(pages, gate);
            site.readRobots(null, wire);
            Outcome.Moved moved = assertInstanceOf(Outcome.Moved.class, site.open("北京", "python", null, wire));
            assertInstanceOf(Outcome.Opened.class, site.open("北京", "python", moved.url(), wire));

            assertEquals(List.of("/robots.txt"), gate.paths());
            assertEquals(List.of("/robots.txt", "/jobs/list_python"), pages.paths());
        }
    }

    @Test
    void whoIgnoresRobotsDoesNotAskTheGateForThem() {
        try (PathServer pages = new PathServer();
                PathServer gate = new PathServer().json(AGREEMENT, AGREED)) {
            assertInstanceOf(Outcome.Opened.class, site(pages, gate).open("北京", "python", null, wire));
            assertEquals(List.of(AGREEMENT), gate.paths());
        }
    }

    @Test
    void aGateThatCannotBeReachedIsNoAgreementButASiteThatCannotIs() {
        PathServer gone = new PathServer();
        gone.close();
        try (PathServer pages = new PathServer()) {
            assertInstanceOf(Outcome.Moved.class, site(pages, gone).open("北京", "python", null, wire));
        }
        choice = EraChoice.auto();
        assertInstanceOf(Outcome.Unreachable.class, site(gone).open("北京", "python", null, wire));
        assertEquals(EraChoice.Door.AGREEMENT, choice.door());
    }

    @Test
    void noCookieIsNeededAndNoneIsSent() {
        try (PathServer server = new PathServer().json(AGREEMENT, AGREED)) {
            LagouSite site = site(server);
            site.fetch(open(site), page(1), wire);

            server.received().forEach(sent -> assertNull(sent.header("Cookie")));
        }
    }

    private LagouSite site(PathServer server) {
        return site(server, server);
    }

    private LagouSite site(PathServer pages, PathServer gate) {
        HttpUrl base = HttpUrl.get(pages.uri().toString());
        HttpUrl gateBase = HttpUrl.get(gate.uri().toString());
        return LagouVisits.site(base, gateBase, choice, () -> now);
    }

    private LagouSession open(LagouSite site) {
        Session session = assertInstanceOf(Outcome.Opened.class, site.open("北京", "python", null, wire))
                .session();
        return (LagouSession) session;
    }

    private static String data(LagouSession session, String plain) {
        return "{\"data\":\"" + session.agreement().key().encrypted(plain) + "\"}";
    }

    private static String text(AgreedKey key, String sealed) {
        return new String(key.decrypted(sealed), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static PageTask page(int number) {
        return new PageTask(1, "上海", "C++", number, 0, 1, null);
    }

    private static PageTask task(String city) {
        return new PageTask(1, city, "python", 1, 0, 1, null);
    }
}
