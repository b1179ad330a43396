package paymap.site.sandbox.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import paymap.site.sandbox.SandboxClient;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Board;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** The made-up boards as a program sees them, which asks as their pages do. */
class BoardsTest {

    private final List<SandboxSite> sites = new ArrayList<>();

    @AfterEach
    void stop() {
        sites.forEach(SandboxSite::close);
    }

    @ParameterizedTest
    @CsvSource({"BOSS, 15, 20", "ZHILIAN, 20, 23", "JOB51, 20, 23", "LIEPIN, 42, 10"})
    void aListHasItsPagesAndThenNone(Board board, int size, int pages) throws Exception {
        SandboxSite site = started(with(board));

        assertEquals(size, ids(board, list(site, board, 1)).size());
        for (int page : new int[] {1, 2, pages, pages + 1}) {
            List<String> shown =
                    site.shown("北京", "python", page).stream().map(BoardRow::id).toList();
            assertEquals(shown, ids(board, list(site, board, page)), "page " + page);
            assertEquals(page > pages, shown.isEmpty(), "page " + page);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LAGOU")
    void everyListIsFullOfPeopleAndSaysThatItIsMadeUp(Board board) throws Exception {
        HttpResponse<String> reply = list(started(with(board)), board, 1);

        assertEquals("true", reply.headers().firstValue("X-Made-Up-Data").orElseThrow());
        assertTrue(reply.body().contains("示例招聘人") && reply.body().contains("PERSONAL-"));
    }

    @ParameterizedTest
    @CsvSource({"BOSS, \"code\":37", "ZHILIAN, Security Verification", "JOB51, waf-nc-title", "LIEPIN, \"-1400\""})
    void aBoardRefusesItsFirstListsAndWhoIsTooFast(Board board, String refusal) throws Exception {
        SandboxSite twice = started(with(board).withRefusals(2));
        SandboxSite slow = started(with(board).withLimit(new RateLimit(0.001, 1, Duration.ofHours(1))));

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = list(twice, board, 1);
            assertEquals(200, refused.statusCode());
            assertTrue(refused.body().contains(refusal), refused.body());
        }
        assertFalse(ids(board, list(twice, board, 1)).isEmpty());
        assertEquals(2, twice.counters().refused());

        assertFalse(ids(board, list(slow, board, 1)).isEmpty());
        assertTrue(list(slow, board, 1).body().contains(refusal));
        assertEquals(1, slow.counters().tooFast());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LAGOU")
    void theFrontPageLeadsToAList(Board board) throws Exception {
        SandboxClient client = new SandboxClient(started(with(board)));
        String home = client.get("/").headers().firstValue("location").orElseThrow();

        HttpResponse<String> page = client.get(home);

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("data-keyword=\"python\""), home);
        assertFalse(page.body().contains("{script}") || page.body().contains("{madeUp}"), "all is filled in");
        assertEquals(404, client.get("/elsewhere").statusCode());
    }

    @ParameterizedTest
    @EnumSource(names = {"ZHILIAN", "LIEPIN"})
    void anotherHostOfTheBoardMayAskAfterAPreflight(Board board) throws Exception {
        SandboxClient client = new SandboxClient(started(with(board)));
        String origin = "http://www.made-up.example";

        HttpResponse<String> preflight = client.send(client.to(path(board, 1))
                .header("Origin", origin)
                .header("Access-Control-Request-Headers", "content-type,x-fscp-version")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertEquals(204, preflight.statusCode());
        assertEquals(List.of(origin), preflight.headers().map().getOrDefault("access-control-allow-origin", List.of()));
        assertEquals(
                List.of("content-type,x-fscp-version"),
                preflight.headers().map().getOrDefault("access-control-allow-headers", List.of()));
    }

    @Test
    void bossTellsNoPayToWhoIsNotLoggedIn() throws Exception {
        SandboxSite site = started(with(Board.BOSS).withLoggedIn(false));

        for (JsonNode row : SandboxClient.json(list(site, Board.BOSS, 1)).at("/zpData/jobList")) {
            assertEquals("", row.path("salaryDesc").asString());
        }
    }

    @Test
    void aPageOfZhilianIsLargerThanTwoMebibytesAndHoldsItsRowsAndPay() throws Exception {
        SandboxSite site = started(with(Board.ZHILIAN).withLoggedIn(false));
        String page = new SandboxClient(site).get("/sou/jl530/p2?kw=python").body();

        assertTrue(page.length() > 2 * 1024 * 1024, "" + page.length());
        String state = page.substring(page.indexOf("__INITIAL_STATE__=") + 18, page.indexOf("</script>", 2_000_000));
        JsonNode list = SandboxClient.JSON.readTree(state).path("positionList");
        List<BoardRow> shown = site.shown("北京", "python", 2);
        assertEquals(20, list.size());
        for (int i = 0; i < list.size(); i++) {
            assertEquals(shown.get(i).salary(), list.get(i).path("salary60").asString());
        }
    }

    @Test
    void liepinAnswersOnlyWhatItsOwnPageAsks() throws Exception {
        SandboxClient client = new SandboxClient(started(with(Board.LIEPIN)));

        assertTrue(client.post(path(Board.LIEPIN, 1), "{}").body().contains("\"-1400\""));
        assertFalse(
                client.post(path(Board.LIEPIN, 1) + "-cond-init", "{}").body().contains("jobCardList"));
    }

    @Test
    void faultsBefallBoardsToo() throws Exception {
        SandboxSite again = started(with(Board.JOB51).withFaults("page1:1"));
        SandboxSite empty = started(with(Board.JOB51).withFaults("empty:1"));

        assertEquals(ids(Board.JOB51, list(again, Board.JOB51, 1)), ids(Board.JOB51, list(again, Board.JOB51, 2)));
        assertEquals(List.of(), ids(Board.JOB51, list(empty, Board.JOB51, 1)));
    }

    @Test
    void theSameListStandsOnAllBoardsInTheWordsOfEach() throws Exception {
        List<Integer> boss = jobs(started(with(Board.BOSS)));

        assertEquals(boss, jobs(started(with(Board.ZHILIAN))).subList(0, boss.size()));
        assertEquals(boss, jobs(started(with(Board.JOB51))).subList(0, boss.size()));
        assertFalse(boss.equals(jobs(started(with(Board.BOSS).withSeed(2)))));
    }

    private static List<Integer> jobs(SandboxSite site) {
        return site.shown("北京", "python", 1).stream().map(row -> row.job().id()).toList();
    }

    private SandboxSite started(SandboxOptions options) throws Exception {
        SandboxSite site = SandboxSite.start(options);
        sites.add(site);
        return site;
    }

    private static SandboxOptions with(Board board) {
        return SandboxOptions.defaults().withBoard(board);
    }

    private static String path(Board board, int page) {
        return switch (board) {
            case LAGOU -> throw new IllegalArgumentException("has tests of its own");
            case BOSS -> "/wapi/zpgeek/search/joblist.json?_=1";
            case ZHILIAN -> "/c/i/search/positions";
            case JOB51 -> "/api/job/search-pc?keyword=python&jobArea=010000&pageNum=" + page;
            case LIEPIN -> "/api/com.liepin.searchfront4c.pc-search-job";
        };
    }

    private static HttpResponse<String> list(SandboxSite site, Board board, int page) throws Exception {
        SandboxClient client = new SandboxClient(site);
        HttpRequest.Builder request = client.to(path(board, page));
        return switch (board) {
            case LAGOU, JOB51 -> client.send(request.GET());
            case BOSS -> client.post(path(board, page), "query=python&city=101010100&pageSize=15&page=" + page);
            case ZHILIAN ->
                client.send(request.POST(BodyPublishers.ofString(
                        "{\"S_SOU_FULL_INDEX\":\"python\",\"S_SOU_WORK_CITY\":\"530\",\"pageIndex\":" + page + "}")));
            case LIEPIN ->
                client.send(request.header("X-Fscp-Version", "1.1")
                        .POST(BodyPublishers.ofString(
                                "{\"data\":{\"mainSearchPcConditionForm\":{\"key\":\"python\",\"dq\":\"010\",\"currentPage\":\""
                                        + (page - 1) + "\"}}}")));
        };
    }

    /** Of the rows of a reply, without adverts that are none. */
    private static List<String> ids(Board board, HttpResponse<String> reply) {
        JsonNode json = SandboxClient.json(reply);
        JsonNode rows = switch (board) {
            case LAGOU -> throw new IllegalArgumentException("has tests of its own");
            case BOSS -> json.at("/zpData/jobList");
            case ZHILIAN -> json.at("/data/list");
            case JOB51 -> json.at("/resultbody/job/items");
            case LIEPIN -> json.at("/data/data/jobCardList");
        };
        return rows.valueStream()
                .map(row -> row.path("encryptJobId")
                        .asString(row.path("number")
                                .asString(row.path("job")
                                        .path("jobId")
                                        .asString(row.path("jobId").asString("")))))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
