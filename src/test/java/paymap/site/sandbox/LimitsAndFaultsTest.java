package paymap.site.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.web.ReplyKind;
import tools.jackson.databind.JsonNode;

class LimitsAndFaultsTest {
    private static final String LIST = SandboxClient.listPath("北京", "Python");
    private static final String WN = SandboxClient.wnPath("北京", "Python", 1);
    private static final String LOGIN = "https://passport.lagou.com/login/login.html?msg=validation&uStatus=2";

    private final SettableClock clock = new SettableClock();

    @Test
    void overTheLimitRowsAreState2402AndPagesTheChallenge() throws Exception {
        try (SandboxSite site = limited(Era.CLASSIC, WhenTooFast.STATE_2402)) {
            SandboxClient client = exhausted(site);
            assertEquals(
                    2402, SandboxClient.json(client.rows("北京", 1)).path("state").asInt());
            assertChallenge(client.get(LIST));
            assertEquals(2, site.counters().tooFast());
            assertEquals(0, site.counters().pages());
        }
    }

    @Test
    void sinceTheRenderedEraARedirectLeadsToTheChallenge() throws Exception {
        for (WhenTooFast answer : List.of(WhenTooFast.STATE_2402, WhenTooFast.CHALLENGE)) {
            try (SandboxSite site = limited(Era.RENDERED, answer)) {
                SandboxClient client = exhausted(site);
                HttpResponse<String> reply = client.get(WN);
                assertEquals(302, reply.statusCode());
                String location = reply.headers().firstValue("location").orElseThrow();
                assertTrue(
                        location.matches("/common-sec/security-check\\.html\\?seed=[0-9a-f]{32}&ts=\\d{17}"
                                + "&name=[0-9a-f]{12}&callbackUrl=%2Fwn%2Fjobs[^&]*&srcReferer=.*"),
                        location);
                assertChallenge(client.get(location));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void overTheLimitEverythingLeadsToTheLoginWhenAskedTo(Era era) throws Exception {
        try (SandboxSite site = limited(era, WhenTooFast.LOGIN)) {
            SandboxClient client = exhausted(site);
            for (HttpResponse<String> reply : List.of(client.get(LIST), client.get(WN), client.rows("北京", 1))) {
                assertEquals(302, reply.statusCode());
                assertTrue(reply.headers().firstValue("location").orElseThrow().startsWith(LOGIN));
            }
        }
    }

    @Test
    void overTheLimitEverythingIsTheChallengeWhenAskedTo() throws Exception {
        try (SandboxSite site = limited(Era.CLASSIC, WhenTooFast.CHALLENGE)) {
            SandboxClient client = exhausted(site);
            assertChallenge(client.get(LIST));
            assertChallenge(client.rows("北京", 1));
        }
    }

    @Test
    void overTheLimitThereIsA429WithTheSecondsLeftRoundedUp() throws Exception {
        try (SandboxSite site = limited(Era.CLASSIC, WhenTooFast.HTTP_429)) {
            SandboxClient client = exhausted(site);
            assertEquals("3", retryAfter(client.get(LIST)));
            clock.pass(Duration.ofMillis(1_500));
            assertEquals("2", retryAfter(client.rows("北京", 1)));
            clock.pass(Duration.ofMillis(1_499));
            assertEquals("1", retryAfter(client.get(LIST)));
            clock.pass(Duration.ofMillis(1));
            assertEquals(200, client.get(LIST).statusCode());
        }
    }

    @Test
    void eachRequestIsToldOnceAsALineWithoutItsHeaders() throws Exception {
        List<LoggedRequest> told = Collections.synchronizedList(new ArrayList<>());
        SandboxOptions options = SandboxOptions.defaults().withLimit(new RateLimit(1, 2, Duration.ZERO));
        try (SandboxSite site = SandboxSite.start(options, clock, told::add)) {
            SandboxClient client = new SandboxClient(site).opened();
            client.rows("北京", 1);
            client.rows("北京", 2);
            assertEquals(site.log(), told);
        }

        JsonNode second = SandboxClient.JSON.readTree(told.get(1).json());

        assertEquals(
                List.of("number", "at", "method", "target", "form", "kind"),
                second.propertyStream().map(Map.Entry::getKey).toList());
        assertEquals(2, second.path("number").asInt());
        assertEquals(clock.instant().toString(), second.path("at").asString());
        assertEquals("1", second.at("/form/pn").asString());
        assertEquals(
                List.of("page", "rows", "too_fast"),
                told.stream()
                        .map(request -> SandboxClient.JSON
                                .readTree(request.json())
                                .path("kind")
                                .asString())
                        .toList());
    }

    @Test
    void robotsAreServedInTheMiddleOfTheLockout() throws Exception {
        try (SandboxSite site = limited(Era.CLASSIC, WhenTooFast.HTTP_429)) {
            SandboxClient client = exhausted(site);
            assertEquals(429, client.get(LIST).statusCode());
            assertEquals(200, client.get("/robots.txt").statusCode());
        }
    }

    @Test
    void aRefusedVisitOpensNoSession() throws Exception {
        try (SandboxSite site = limited(Era.CLASSIC, WhenTooFast.STATE_2402)) {
            SandboxClient client = exhausted(site);
            assertEquals(List.of(), client.get(LIST).headers().allValues("set-cookie"));
            assertEquals(0, site.counters().sessions());
        }
    }

    @Test
    void serverErrorsAndErrorPagesComeInPlaceOfEverything() throws Exception {
        try (SandboxSite site = faulty("500:1")) {
            assertEquals(500, new SandboxClient(site).get(LIST).statusCode());
        }
        try (SandboxSite site = faulty("html:1")) {
            SandboxClient client = new SandboxClient(site);
            for (HttpResponse<String> reply : List.of(client.get(LIST), client.rows("北京", 1))) {
                assertEquals(200, reply.statusCode());
                assertTrue(reply.body().contains("网络出错啦"));
            }
            assertEquals(2, site.counters().faults());
        }
    }

    @Test
    void aResetClosesTheConnectionWithoutAReply() throws Exception {
        try (SandboxSite site = faulty("reset:1")) {
            assertThrows(IOException.class, () -> new SandboxClient(site).get(LIST));
            assertEquals(ReplyKind.FAULT, site.log().get(0).kind());
        }
    }

    @Test
    void aCutReplyIsShortWithAnHonestLengthOrWithTheLengthOfTheWhole() throws Exception {
        try (SandboxSite site = faulty("cut:1")) {
            int halves = 0;
            int broken = 0;
            for (int i = 0; i < 20; i++) {
                try {
                    String body = new SandboxClient(site).get(LIST).body();
                    assertTrue(body.contains("<!DOCTYPE html>") && !body.contains("</html>"), body);
                    halves++;
                } catch (IOException e) {
                    broken++;
                }
            }
            assertTrue(halves > 0 && broken > 0, halves + " halves and " + broken + " broken");
        }
    }

    @Test
    void anEmptiedPageKeepsItsTotal() throws Exception {
        try (SandboxSite site = faulty("empty:1")) {
            JsonNode json = SandboxClient.json(new SandboxClient(site).opened().rows("北京", 1));
            assertTrue(json.path("success").asBoolean());
            assertEquals(592, json.at("/content/positionResult/totalCount").asInt());
            assertEquals(0, json.at("/content/positionResult/result").size());
            assertEquals(1, site.counters().faults());
        }
    }

    @Test
    void anOversizeReplyIsWellFormedAndOverEightMebibytes() throws Exception {
        try (SandboxSite site = faulty("oversize:1")) {
            HttpResponse<String> reply = new SandboxClient(site).opened().rows("北京", 1);
            assertTrue(reply.body().length() > 8 * 1024 * 1024);
            assertEquals(15, SandboxClient.result(reply).size());
        }
    }

    @Test
    void pageOneComesBackForEveryPageAfterTheNamedOne() throws Exception {
        try (SandboxSite site = faulty("page1:2")) {
            SandboxClient client = new SandboxClient(site).opened();
            JsonNode first = SandboxClient.json(client.rows("北京", 1));
            assertFalse(first.equals(SandboxClient.json(client.rows("北京", 2))));
            assertEquals(first, SandboxClient.json(client.rows("北京", 3)));
            assertEquals(first, SandboxClient.json(client.rows("北京", 31)));
        }
    }

    @Test
    void withoutCookiesRowsAreServedToAnybodyWithAReferer() throws Exception {
        try (SandboxSite site = faulty("nocookie")) {
            SandboxClient client = new SandboxClient(site).opened();
            assertTrue(client.cookies().isEmpty());
            assertEquals(15, SandboxClient.result(client.rows("北京", 1)).size());
            client.header("Referer", "");
            assertEquals(
                    2402, SandboxClient.json(client.rows("北京", 1)).path("state").asInt());
        }
    }

    @Test
    void withoutCookiesTheRenderedPagesAreServedAsWell() throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withEra(Era.RENDERED).withFaults("nocookie");
        try (SandboxSite site = SandboxSite.start(options)) {
            SandboxClient client = new SandboxClient(site);
            HttpResponse<String> first = client.get(WN);
            assertEquals(List.of(), first.headers().allValues("set-cookie"));
            HttpResponse<String> second = client.cameFrom(WN).get(SandboxClient.wnPath("北京", "Python", 2));
            assertEquals(15, SandboxClient.renderedResult(second).size());
        }
    }

    @Test
    void theSameSeedSpoilsTheSameRequests() throws Exception {
        assertEquals(statuses(), statuses());
        assertTrue(statuses().contains(500) && statuses().contains(200));
    }

    private static List<Integer> statuses() throws IOException, InterruptedException {
        try (SandboxSite site = faulty("500:0.3")) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                statuses.add(new SandboxClient(site).get(LIST).statusCode());
            }
            return statuses;
        }
    }

    private static SandboxSite faulty(String faults) throws IOException {
        return SandboxSite.start(SandboxOptions.defaults().withFaults(faults));
    }

    private SandboxSite limited(Era era, WhenTooFast answer) throws IOException {
        return SandboxSite.start(
                SandboxOptions.defaults()
                        .withEra(era)
                        .withLimit(new RateLimit(1, 2, Duration.ofSeconds(3)))
                        .withWhenTooFast(answer),
                clock);
    }

    /** A client that has used up the burst on the front page. */
    private static SandboxClient exhausted(SandboxSite site) throws IOException, InterruptedException {
        SandboxClient client = new SandboxClient(site).cameFrom(LIST);
        client.get("/");
        client.get("/");
        return client;
    }

    private static void assertChallenge(HttpResponse<String> reply) {
        assertEquals(200, reply.statusCode());
        assertTrue(reply.body().contains("页面加载中..."));
        assertTrue(reply.body().matches("(?s).*<input type=\"hidden\" id=\"KEY\" value=\"[0-9a-f]{40}\">.*"));
        assertFalse(reply.body().contains("{"));
    }

    private static String retryAfter(HttpResponse<String> reply) {
        assertEquals(429, reply.statusCode());
        return reply.headers().firstValue("retry-after").orElseThrow();
    }
}
