package paymap.site.sandbox.era;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paymap.site.sandbox.SandboxClient;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

class RenderedSiteTest {
    private static final String LOGIN =
            "https://passport.lagou.com/login/login.html?msg=validation&uStatus=2&clientIp=192.0.2.1";
    private static final String PAGE_1 = SandboxClient.wnPath("北京", "Python", 1);
    private static final String PAGE_2 = SandboxClient.wnPath("北京", "Python", 2);

    private SandboxSite site;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        site = SandboxSite.start(SandboxOptions.defaults().withEra(Era.RENDERED));
        client = new SandboxClient(site);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void theOldListPageLeadsToTheNewOneAndSetsNothing() throws Exception {
        HttpResponse<String> reply = client.get(SandboxClient.listPath("北京", "C++"));
        assertEquals(302, reply.statusCode());
        assertEquals(
                "/wn/jobs?kd=C%2B%2B&city=%E5%8C%97%E4%BA%AC&pn=1",
                reply.headers().firstValue("location").orElseThrow());
        assertEquals(List.of(), reply.headers().allValues("set-cookie"));
    }

    @Test
    void theFirstVisitSetsCookiesAndShowsPageOne() throws Exception {
        HttpResponse<String> page = client.get(PAGE_1);
        client.remember(page);
        assertEquals(200, page.statusCode());
        assertTrue(client.cookies().containsKey("user_trace_token"));
        assertEquals(15, SandboxClient.renderedResult(page).size());
        JsonNode data = SandboxClient.nextData(page);
        assertFalse(data.at("/props/tokenData/submitCode").asString().isEmpty());
        assertFalse(data.at("/props/tokenData/submitToken").asString().isEmpty());
        assertEquals(15, data.at("/props/pageProps/initData/content/hrInfoMap").size());
    }

    @Test
    void aSessionWithRefererReadsOnAndIsGivenNoNewCookies() throws Exception {
        client.remember(client.get(PAGE_1));
        HttpResponse<String> page = client.cameFrom(PAGE_1).get(PAGE_2);
        assertEquals(15, SandboxClient.renderedResult(page).size());
        assertEquals(List.of(), page.headers().allValues("set-cookie"));
        assertEquals(1, site.counters().sessions());
        assertEquals(2, site.counters().pages());
    }

    @Test
    void laterPagesWithoutSessionOrRefererLeadToTheLogin() throws Exception {
        assertLogin(new SandboxClient(site).cameFrom(PAGE_1).get(PAGE_2));
        client.remember(client.get(PAGE_1));
        assertLogin(client.get(PAGE_2));
        assertEquals(2, site.counters().refused());
    }

    @Test
    void theRowsAreThoseOfTheClassicEra() throws Exception {
        List<String> rendered = salaries(SandboxClient.renderedResult(client.get(PAGE_1)));
        try (SandboxSite classic = SandboxSite.start(SandboxOptions.defaults())) {
            assertEquals(
                    rendered,
                    salaries(SandboxClient.result(
                            new SandboxClient(classic).opened().rows("北京", 1))));
        }
    }

    @Test
    void thePageShowsTheSameRowsToAReader() throws Exception {
        String html = client.get(PAGE_1).body();
        List<String> shown = new ArrayList<>();
        Matcher money =
                Pattern.compile("<span class=\"money__3Lkgq\">([^<]+)</span>经验").matcher(html);
        while (money.find()) {
            shown.add(money.group(1));
        }
        assertEquals(salaries(SandboxClient.renderedResult(client.get(PAGE_1))), shown);
        assertEquals(15, html.split("id=\"openWinPostion\"", -1).length - 1);
        assertTrue(html.contains("<!-- -->[<!-- -->北京·"));
    }

    @Test
    void noTitleCanEndTheScriptThatCarriesTheRows() throws Exception {
        String html = client.get("/wn/jobs?kd=" + SandboxClient.encoded("</script>&amp;") + "&city=x")
                .body();
        int from = html.indexOf("__NEXT_DATA__");
        assertFalse(html.substring(from, html.indexOf("</script>", from)).contains("&"));
        assertTrue(html.indexOf("\"buildId\"", from) > 0 || html.indexOf("buildId", from) > 0);
        assertEquals(1, html.substring(from).split("</script>", -1).length - 1);
    }

    @Test
    void pagesPastTheEndAreEmpty() throws Exception {
        client.remember(client.get(PAGE_1));
        HttpResponse<String> page = client.cameFrom(PAGE_1).get(SandboxClient.wnPath("北京", "Python", 31));
        assertEquals(200, page.statusCode());
        assertTrue(SandboxClient.renderedResult(page).isArray());
        assertEquals(0, SandboxClient.renderedResult(page).size());
    }

    @Test
    void aSpentSessionLeadsToTheLogin() throws Exception {
        site.close();
        site = SandboxSite.start(SandboxOptions.defaults().withEra(Era.RENDERED).withSessionPages(2));
        client = new SandboxClient(site);
        client.remember(client.get(PAGE_1));
        assertEquals(200, client.cameFrom(PAGE_1).get(PAGE_2).statusCode());
        assertLogin(client.get(PAGE_2));
        assertLogin(client.get(PAGE_1));
    }

    @Test
    void theClassicWayToRowsIsState2402() throws Exception {
        client.remember(client.get(PAGE_1));
        HttpResponse<String> reply = client.cameFrom(PAGE_1).rows("北京", 1);
        assertEquals(2402, SandboxClient.json(reply).path("state").asInt());
    }

    private static List<String> salaries(JsonNode result) {
        List<String> salaries = new ArrayList<>();
        result.forEach(row -> salaries.add(row.path("salary").asString()));
        return salaries;
    }

    private static void assertLogin(HttpResponse<String> reply) {
        assertEquals(302, reply.statusCode());
        assertEquals(LOGIN, reply.headers().firstValue("location").orElseThrow());
    }
}
