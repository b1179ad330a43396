package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.site.http.HttpReply;
import tools.jackson.databind.node.ObjectNode;

/** The ways in which the site says no, wherever they come. */
class RefusalsTest {

    private static final String CITY = "北京";

    /** Who reads the reply: the three places where a refusal can arrive. */
    private enum Reader {
        ENTRANCE,
        ROWS,
        RENDERED;

        Outcome read(HttpReply answer) {
            return switch (this) {
                case ENTRANCE ->
                    LagouReply.ofEntrance(
                            Replies.from(Replies.LIST, answer), new LagouSession(List.of()), Replies.SEARCH);
                case ROWS -> LagouReply.ofRows(Replies.from(Replies.ASKED, answer), CITY);
                case RENDERED -> LagouReply.ofRendered(Replies.from(Replies.RENDERED, answer), CITY);
            };
        }
    }

    private static Stream<Arguments> everywhere(Stream<Arguments> cases) {
        List<Arguments> all = cases.toList();
        return Stream.of(Reader.values())
                .flatMap(reader -> all.stream().map(one -> Arguments.of(reader, one.get()[0], one.get()[1])));
    }

    private static String state(Object state) {
        return "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"192.0.2.1\",\"state\":" + state + "}";
    }

    static Stream<Arguments> bodies() {
        return everywhere(Stream.of(
                Arguments.of(state(2402), Outcome.Throttled.class),
                Arguments.of(state("\"2402\""), Outcome.Throttled.class),
                Arguments.of(state(2403), Outcome.NeedsHuman.class),
                Arguments.of(state(2404), Outcome.NeedsHuman.class),
                Arguments.of(state(2405), Outcome.NeedsHuman.class),
                Arguments.of(state(2406), Outcome.NeedsHuman.class),
                Arguments.of(state(2407), Outcome.Banned.class),
                Arguments.of(state(2408), Outcome.Banned.class),
                Arguments.of(state(2409), Outcome.Banned.class),
                Arguments.of(
                        "{\"success\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"192.0.2.1\"}",
                        Outcome.Throttled.class),
                Arguments.of(
                        "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再试\",\"clientIp\":\"192.0.2.1\",\"state\":2402}",
                        Outcome.Throttled.class),
                Arguments.of("{\"success\":false,\"msg\":\"您操作太频繁,请稍后再试\"}", Outcome.Throttled.class),
                Arguments.of("{\"success\":false,\"msg\":\"系统错误\"}", Outcome.Broken.class),
                Arguments.of("{\"success\":false,\"msg\":{\"a\":[]},\"state\":{}}", Outcome.Broken.class),
                Arguments.of("{}", Outcome.Broken.class),
                Arguments.of("{\"success\":true,\"content\":{\"positionResult\":", Outcome.Broken.class)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBlockInJsonIsWhatItsStateSays(Reader reader, String body, Class<?> expected) {
        assertInstanceOf(expected, reader.read(Replies.json(body)));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBlockInJsonIsTheSameUnderAnyContentType(Reader reader, String body, Class<?> expected) {
        assertInstanceOf(expected, reader.read(Replies.html(body)));
    }

    static Stream<Arguments> redirects() {
        return everywhere(Stream.of(
                Arguments.of(
                        "https://passport.lagou.com/login/login.html?msg=validation&uStatus=2&clientIp=192.0.2.1",
                        Outcome.LoginRequired.class),
                Arguments.of("/login/login.html", Outcome.LoginRequired.class),
                Arguments.of(
                        "/common-sec/security-check.html?seed=ab&ts=12345678901234567&name=0a1b2c3d4e5f&callbackUrl=x",
                        Outcome.LoginRequired.class),
                Arguments.of(
                        "https://sec.lagou.com/verify.html?e=2&f=https://www.lagou.com/", Outcome.NeedsHuman.class),
                Arguments.of("https://sec.lagou.com/sms/verify.html", Outcome.NeedsHuman.class),
                Arguments.of("/utrack/verify.html?t=1&f=x", Outcome.NeedsHuman.class),
                Arguments.of("http://forbidden.lagou.com/forbidden/fb.html?ip=192.0.2.1", Outcome.Banned.class),
                Arguments.of("https://forbidden.lagou.com/forbidden/fbl.html", Outcome.Banned.class),
                Arguments.of("https://elsewhere.example/", Outcome.LoginRequired.class),
                Arguments.of("//elsewhere.example/jobs/list_python", Outcome.LoginRequired.class),
                Arguments.of("http://www.lagou.com/jobs/list_python", Outcome.LoginRequired.class),
                Arguments.of("https://www.lagou.com:8443/jobs/list_python", Outcome.LoginRequired.class),
                Arguments.of("ftp://[broken", Outcome.Broken.class)));
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void aRedirectIsWhereItLeads(Reader reader, String location, Class<?> expected) {
        assertInstanceOf(expected, reader.read(Replies.redirect(location)));
    }

    @Test
    void aRedirectWithoutALocationLeadsNowhere() {
        HttpReply answer = new HttpReply(Replies.ASKED, 302, null, null, "", new byte[0]);

        for (Reader reader : Reader.values()) {
            assertInstanceOf(Outcome.Broken.class, reader.read(answer), reader.name());
        }
    }

    @Test
    void onTheWayInARedirectWithinTheSiteIsFollowed() {
        assertEquals(
                new Outcome.Moved("https://www.lagou.com/wn/jobs?kd=python&pn=1"),
                Reader.ENTRANCE.read(Replies.redirect("/wn/jobs?kd=python&pn=1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROWS", "RENDERED"})
    void whereRowsWereDueARedirectWithinTheSiteIsAPageWithoutThem(String reader) {
        assertInstanceOf(Outcome.Broken.class, Reader.valueOf(reader).read(Replies.redirect("/wn/jobs?kd=python")));
    }

    static Stream<Arguments> pages() {
        return everywhere(Stream.of(
                Arguments.of("challenge.html", Outcome.LoginRequired.class),
                Arguments.of("banned.html", Outcome.Banned.class),
                Arguments.of("trouble.html", Outcome.Broken.class)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageInPlaceOfWhatWasAskedIsKnownByItsSigns(Reader reader, String file, Class<?> expected) {
        assertInstanceOf(expected, reader.read(Replies.html(Replies.file(file))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTRANCE", "RENDERED"})
    void aLoginFormInPlaceOfAPageMeansThatWeAreSignedOut(String reader) {
        assertInstanceOf(
                Outcome.LoginRequired.class, Reader.valueOf(reader).read(Replies.html(Replies.file("login.html"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void tooManyRequestsWithTheTimeToWaitIsHonoured(int status) {
        for (Reader reader : Reader.values()) {
            for (String body : List.of("", "<html>busy</html>", "{}", state(2402))) {
                HttpReply answer =
                        Replies.withRetryAfter(Replies.answer(status, "text/html", body), Duration.ofSeconds(77));
                Outcome.Throttled throttled = assertInstanceOf(Outcome.Throttled.class, reader.read(answer), body);
                assertEquals(Duration.ofSeconds(77), throttled.retryAfter(), reader + " " + body);
            }
        }
    }

    @Test
    void tooManyRequestsWithoutATimeNamesNone() {
        Outcome.Throttled throttled =
                assertInstanceOf(Outcome.Throttled.class, Reader.ROWS.read(Replies.answer(429, "text/html", "")));

        assertNull(throttled.retryAfter());
    }

    @Test
    void aStateThatMeansAPersonCountsMoreThanAStatusThatMeansWaiting() {
        assertInstanceOf(
                Outcome.NeedsHuman.class, Reader.ROWS.read(Replies.answer(429, "application/json", state(2404))));
        assertInstanceOf(Outcome.Banned.class, Reader.ROWS.read(Replies.answer(503, "application/json", state(2407))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 500, 502, 504})
    void anErrorPageIsBrokenAndNamesItsStatus(int status) {
        for (Reader reader : Reader.values()) {
            Outcome.Broken broken = assertInstanceOf(
                    Outcome.Broken.class, reader.read(Replies.answer(status, "text/html", "<h1>sorry</h1>")));
            assertEquals("HTTP " + status, broken.why());
        }
    }

    @Test
    void whatWasSeenNeverRepeatsWhatTheSiteWrote() {
        for (Reader reader : Reader.values()) {
            for (HttpReply answer : List.of(
                    Replies.json(state(2402)),
                    Replies.json("{\"success\":false,\"msg\":\"192.0.2.1 太频繁\",\"clientIp\":\"192.0.2.1\"}"),
                    Replies.redirect("https://passport.lagou.com/login/login.html?clientIp=192.0.2.1"),
                    Replies.redirect("http://forbidden.lagou.com/forbidden/fb.html?ip=192.0.2.1"))) {
                Outcome.Trouble trouble = assertInstanceOf(Outcome.Trouble.class, reader.read(answer));
                assertFalse(trouble.why().contains("192.0.2.1"), trouble.why());
                assertFalse(trouble.why().endsWith("."), trouble.why());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 1000})
    void aReplyCutOffAnywhereIsBroken(int missing) {
        String whole = Replies.file("rows.json");

        assertInstanceOf(
                Outcome.Broken.class, Reader.ROWS.read(Replies.json(whole.substring(0, whole.length() - missing))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>Hello</body></html>",
                "[]",
                "[{\"state\":2402}]",
                "null",
                "\"text\"",
                "42",
                "{nonsense"
            })
    void whatIsNoJsonObjectIsBrokenWhereRowsWereDue(String body) {
        assertInstanceOf(Outcome.Broken.class, Reader.ROWS.read(Replies.json(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true}",
                "{\"success\":true,\"content\":null}",
                "{\"success\":true,\"content\":{}}",
                "{\"success\":true,\"content\":[]}",
                "{\"success\":true,\"content\":{\"positionResult\":null}}",
                "{\"success\":true,\"content\":{\"positionResult\":[]}}",
                "{\"success\":true,\"content\":{\"positionResult\":{}}}",
                "{\"success\":true,\"content\":{\"positionResult\":{\"result\":{}}}}",
                "{\"success\":true,\"content\":{\"positionResult\":{\"result\":\"none\",\"totalCount\":1}}}",
                "{\"success\":true,\"content\":{\"positionResult\":{\"result\":null}}}"
            })
    void aReplyWithoutAResultIsNoEmptyPage(String body) {
        assertInstanceOf(Outcome.Broken.class, Reader.ROWS.read(Replies.json(body)));
    }

    @Test
    void theListPageOpensAClassicSession() {
        LagouSession session = new LagouSession(List.of());
        HttpReply page = Replies.from(Replies.LIST, Replies.html(Replies.file("list.html")));

        assertEquals(new Outcome.Opened(session), LagouReply.ofEntrance(page, session, Replies.SEARCH));
        assertEquals(Era.CLASSIC, session.era());
    }

    @Test
    void rowsAreStillRowsWhenATitleSoundsLikeARefusal() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("positionName", "网络出错啦 您已被封禁 频繁");

        Outcome.Fetched page = assertInstanceOf(Outcome.Fetched.class, Reader.ROWS.read(Replies.json(reply)));

        assertEquals(15, page.rows().size());
    }

    @Test
    void aRefusalIsHonouredHoweverLargeItsPage() {
        HttpReply large =
                Replies.withRetryAfter(Replies.answer(429, "text/html", "<b>".repeat(20_000)), Duration.ofSeconds(90));

        for (Reader reader : Reader.values()) {
            Outcome.Throttled refusal = assertInstanceOf(Outcome.Throttled.class, reader.read(large), reader.name());
            assertEquals(Duration.ofSeconds(90), refusal.retryAfter());
        }
    }
}
