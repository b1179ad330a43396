package paymap.site.sandbox.era;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.site.sandbox.SandboxClient;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

class ClassicSiteTest {
    private static final String AJAX = "/jobs/positionAjax.json?city=%E5%8C%97%E4%BA%AC&needAddtionalResult=false";
    private static final String FORM = "first=true&pn=1&kd=Python";

    private SandboxSite site;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        site = SandboxSite.start(SandboxOptions.defaults());
        client = new SandboxClient(site);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theListPageGivesCookiesAndATemplateButNoRows() throws Exception {
        HttpResponse<String> page = client.get(SandboxClient.listPath("北京", "Python"));
        client.remember(page);
        assertEquals(200, page.statusCode());
        assertTrue(client.cookies()
                .keySet()
                .containsAll(List.of("JSESSIONID", "user_trace_token", "X_HTTP_TOKEN", "SEARCH_ID")));
        assertTrue(page.body().contains("<script id=\"tpl-position-list\" type=\"text/html\">"));
        assertTrue(page.body().contains("data-salary=\"{{item.salary}}\""));
        assertTrue(page.body().contains("<span class=\"span totalNum\">30</span>"));
        assertTrue(page.body().contains("window.X_Anti_Forge_Token = ''"));
        assertTrue(page.body().contains("https://passport.lagou.com/login/login.html"));
        assertFalse(page.body().matches("(?s).*\\d+k-\\d+k.*"));
    }

    @Test
    void aSessionWithRefererIsGivenFifteenRowsInTheEnvelopeOfTheTime() throws Exception {
        HttpResponse<String> reply = client.opened().rows("北京", 1);
        JsonNode json = SandboxClient.json(reply);
        assertEquals(200, reply.statusCode());
        assertTrue(reply.headers().firstValue("content-type").orElseThrow().startsWith("application/json"));
        assertTrue(json.path("success").asBoolean());
        assertEquals(0, json.path("code").asInt());
        JsonNode content = json.path("content");
        assertEquals(1, content.path("pageNo").asInt());
        assertEquals(15, content.path("pageSize").asInt());
        assertEquals(15, content.path("hrInfoMap").size());
        assertFalse(content.path("showId").asString().isEmpty());
        assertEquals(592, content.at("/positionResult/totalCount").asInt());
        assertEquals(15, content.at("/positionResult/resultSize").asInt());
        assertEquals("北京", content.at("/positionResult/locationInfo/city").asString());
        assertEquals(15, content.at("/positionResult/result").size());
    }

    @Test
    void aRowHasTheFieldsOf2021InTheirTypes() throws Exception {
        JsonNode row = SandboxClient.result(client.opened().rows("北京", 1)).get(0);
        assertEquals(67, row.size());
        assertTrue(row.path("positionId").isInt());
        assertTrue(row.path("companyId").isInt());
        assertTrue(row.path("publisherId").isInt());
        assertTrue(row.path("salaryMonth").isString());
        assertTrue(row.path("lastLogin").isString());
        assertTrue(row.path("longitude").isString());
        assertTrue(row.path("createTime").asString().matches("2021-\\d\\d-\\d\\d \\d\\d:\\d\\d:00"));
        assertTrue(row.path("formatCreateTime").asString().matches("\\d\\d:\\d\\d发布|[123]天前发布|2021-\\d\\d-\\d\\d"));
        assertEquals("北京", row.path("city").asString());
    }

    @Test
    void recruitersAreKeyedByPositionAndMarkedAsMadeUp() throws Exception {
        JsonNode content = SandboxClient.json(client.opened().rows("北京", 1)).path("content");
        for (JsonNode row : content.at("/positionResult/result")) {
            JsonNode person =
                    content.path("hrInfoMap").path(row.path("positionId").asString());
            assertEquals(row.path("publisherId"), person.path("userId"));
            for (String field : List.of("userId", "realName", "portrait", "phone", "receiveEmail", "positionName")) {
                assertMarked(person.path(field));
            }
            for (String field : List.of("publisherId", "lastLogin", "imState", "encryptId")) {
                assertMarked(row.path(field));
            }
        }
    }

    @Test
    void noMarkerOfAPersonStandsInAFieldThatAClientMayKeep() throws Exception {
        client.opened();
        List<String> kept = List.of(
                "positionId",
                "positionName",
                "salary",
                "salaryMonth",
                "city",
                "district",
                "workYear",
                "education",
                "companyShortName",
                "createTime",
                "formatCreateTime");
        for (int page = 1; page <= 30; page++) {
            for (JsonNode row : SandboxClient.result(client.rows("北京", page))) {
                for (String field : kept) {
                    assertFalse(isMarked(row.path(field)), field + " " + row.path(field));
                }
            }
        }
    }

    @Test
    void theKeysOfTheJsonComeInSeveralOrdersButSayTheSame() throws Exception {
        client.opened();
        Set<String> texts = new HashSet<>();
        Set<JsonNode> trees = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> reply = client.rows("北京", 1);
            texts.add(reply.body());
            trees.add(SandboxClient.json(reply));
        }
        assertEquals(3, texts.size());
        assertEquals(1, trees.size());
    }

    @Test
    void pagesPastTheEndAreEmptyAndSuccessful() throws Exception {
        JsonNode json = SandboxClient.json(client.opened().rows("北京", 31));
        assertTrue(json.path("success").asBoolean());
        assertEquals(0, json.at("/content/positionResult/resultSize").asInt());
        assertTrue(json.at("/content/positionResult/result").isArray());
        assertEquals(0, json.at("/content/positionResult/result").size());
    }

    @Test
    void eitherSessionCookieAloneIsEnough() throws Exception {
        client.opened();
        for (String name : List.of("user_trace_token", "JSESSIONID")) {
            SandboxClient other =
                    new SandboxClient(site).cookie(name, client.cookies().get(name));
            other.cameFrom(SandboxClient.listPath("北京", "Python"));
            assertEquals(15, SandboxClient.result(other.rows("北京", 1)).size(), name);
        }
    }

    @Test
    void withoutASessionThereIsState2402() throws Exception {
        client.cameFrom(SandboxClient.listPath("北京", "Python"));
        assertState(2402, client.rows("北京", 1));
        client.cookie("JSESSIONID", "ABAAAunknown").cookie("user_trace_token", "unknown");
        assertState(2402, client.rows("北京", 1));
        assertEquals(2, site.counters().refused());
        assertEquals(0, site.counters().tooFast());
    }

    @Test
    void aSessionOfOneSiteMeansNothingToAnother() throws Exception {
        client.opened();
        try (SandboxSite other = SandboxSite.start(SandboxOptions.defaults())) {
            new SandboxClient(other).opened();
            SandboxClient stranger = new SandboxClient(other).cameFrom(SandboxClient.listPath("北京", "Python"));
            client.cookies().forEach(stranger::cookie);
            assertState(2402, stranger.rows("北京", 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address at all",
                "https://www.lagou.com/jobs/list_Python",
                "http://127.0.0.1:1/jobs/list_Python",
                "SITE/",
                "SITE/jobs/1.html"
            })
    void withoutARefererThatNamesAListOfThisSiteThereIsState2402(String referer) throws Exception {
        client.opened().header("Referer", referer.replace("SITE", site.uri().toString()));
        assertState(2402, client.rows("北京", 1));
    }

    @Test
    void aPostWithoutAFormIsState2408() throws Exception {
        client.opened();
        assertState(2408, client.send(client.to(AJAX).POST(BodyPublishers.noBody())));
        assertState(2408, client.send(client.to(AJAX).POST(BodyPublishers.ofString(FORM)))); // not said to be a form
        assertState(2408, client.post(AJAX, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first=true&pn=1", "first=true&kd=Python", "first=true"})
    void aFormWithoutPageOrKeywordIsState2402(String form) throws Exception {
        assertState(2402, client.opened().post(AJAX, form));
    }

    @Test
    void aGetOfRowsIsState2402() throws Exception {
        assertState(2402, client.opened().get(AJAX + "&" + FORM));
    }

    @Test
    void theEncryptedAddressOf2021IsNotSpoken() throws Exception {
        assertState(2402, client.opened().post("/jobs/v2/positionAjax.json", FORM));
    }

    @Test
    void firstAndSidAreNotHeldAgainstAClientAsRealCrawlersShowed() throws Exception {
        client.opened();
        assertEquals(
                15,
                SandboxClient.result(client.post(AJAX, "first=true&pn=5&kd=Python"))
                        .size());
        assertEquals(
                15,
                SandboxClient.result(client.post(AJAX, "first=false&pn=5&kd=Python&sid=abc"))
                        .size());
    }

    @Test
    void aSessionEndsForEverAfterItsPagesAndAFreshOneGoesOn() throws Exception {
        site.close();
        site = SandboxSite.start(SandboxOptions.defaults().withSessionPages(3));
        client = new SandboxClient(site).opened();
        for (int page = 1; page <= 3; page++) {
            assertEquals(15, SandboxClient.result(client.rows("北京", page)).size());
        }
        assertState(2402, client.rows("北京", 4));
        client.opened(); // the same cookies again
        assertState(2402, client.rows("北京", 4));
        assertEquals(
                15,
                SandboxClient.result(new SandboxClient(site).opened().rows("北京", 4))
                        .size());
        assertEquals(2, site.counters().sessions());
        assertEquals(4, site.counters().pages());
    }

    @Test
    void chineseKeywordsAndPlusSignsArriveAsMeant() throws Exception {
        assertTrue(client.get("/jobs/list_C++?city=%E5%8C%97%E4%BA%AC").body().contains("C++招聘"));
        client.opened();
        JsonNode row = SandboxClient.result(client.rows("北京", "数据挖掘", 1)).get(0);
        assertTrue(row.path("positionName").asString().contains("数据挖掘"));
        JsonNode plus = SandboxClient.result(client.rows("北京", "C++", 1)).get(0);
        assertTrue(plus.path("positionName").asString().toUpperCase(Locale.ROOT).contains("C++"));
    }

    @Test
    void theSameSeedGivesTheSameRowsOnAnotherSite() throws Exception {
        List<String> here = titles(client.opened());
        try (SandboxSite other = SandboxSite.start(SandboxOptions.defaults());
                SandboxSite seeded = SandboxSite.start(SandboxOptions.defaults().withSeed(99))) {
            assertEquals(here, titles(new SandboxClient(other).opened()));
            assertNotEquals(here, titles(new SandboxClient(seeded).opened()));
        }
    }

    private static List<String> titles(SandboxClient client) throws IOException, InterruptedException {
        List<String> titles = new ArrayList<>();
        for (JsonNode row : SandboxClient.result(client.rows("北京", 2))) {
            titles.add(row.path("positionName").asString());
        }
        return titles;
    }

    private static void assertState(int state, HttpResponse<String> reply) {
        assertEquals(200, reply.statusCode());
        assertEquals(
                SandboxClient.JSON.readTree(
                        "{\"status\":false,\"msg\":\"您操作太频繁,请稍后再访问\",\"clientIp\":\"192.0.2.1\",\"state\":" + state
                                + "}"),
                SandboxClient.json(reply));
    }

    private static void assertMarked(JsonNode value) {
        assertTrue(isMarked(value), value.toString());
    }

    private static boolean isMarked(JsonNode value) {
        return SandboxSite.PERSONAL_MARKERS.stream().anyMatch(value.asString()::contains);
    }
}
