package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.site.http.HttpReply;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages rendered on the server, since 2021. */
class RenderedReplyTest {

    private static final String CITY = "北京";

    @Test
    void readsTheSameRowsAsFromAClassicReply() {
        assertEquals(
                LagouReply.ofRows(Replies.json(Replies.rows()), CITY),
                read(Replies.rendered(Replies.nextData(Replies.rows()))));
    }

    @Test
    void nothingOfARecruiterLeavesTheReader() {
        String told = read(Replies.rendered(Replies.nextData(Replies.rows()))).toString();

        assertFalse(told.toUpperCase(Locale.ROOT).contains("RECRUITER"), told);
    }

    @Test
    void readsWhatNextJsEscapesInAScript() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("positionName", "</script><b>C&amp;C++ > Java");
        String data = Replies.nextData(reply)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");

        Outcome.Fetched page = assertInstanceOf(Outcome.Fetched.class, read(Replies.rendered(data)));

        assertEquals("</script><b>C&C++ > Java", page.rows().get(0).title());
        assertEquals(15, page.rows().size());
    }

    @Test
    void entitiesAreOnlyDecodedInTitlesNotInTheScript() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("positionName", "A&amp;amp;B &quot;C&quot;");

        Outcome.Fetched page = assertInstanceOf(Outcome.Fetched.class, read(Replies.rendered(Replies.nextData(reply))));

        assertEquals("A&amp;B \"C\"", page.rows().get(0).title());
    }

    @Test
    void anEmptyResultIsTheEndOfTheList() {
        ObjectNode reply = Replies.rows();
        ((ArrayNode) reply.at("/content/positionResult/result")).removeAll();

        Outcome.Fetched page = assertInstanceOf(Outcome.Fetched.class, read(Replies.rendered(Replies.nextData(reply))));

        assertEquals(0, page.shown());
    }

    @Test
    void aPageWithoutItsDataIsBroken() {
        String page =
                "<!DOCTYPE html><html><head><title>python招聘</title></head><body><div id=\"jobList\"></div></body>";

        assertInstanceOf(Outcome.Broken.class, read(Replies.from(Replies.RENDERED, Replies.html(page))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"props\":{\"pageProps\":{\"initData\":{\"content\":{}}}}}",
                "{\"props\":{\"pageProps\":{\"initData\":{\"content\":{\"positionResult\":null}}}}}",
                "{\"props\":{\"pageProps\":{\"initData\":{\"content\":{\"positionResult\":[]}}}}}",
                "{\"props\":{\"pageProps\":{\"initData\":{\"content\":{\"positionResult\":{}}}}}}"
            })
    void dataWithoutAResultIsNoEmptyPage(String data) {
        assertInstanceOf(Outcome.Broken.class, read(Replies.rendered(data)));
    }

    @Test
    void aPageCutOffInItsDataIsBroken() {
        String whole = Replies.rendered(Replies.nextData(Replies.rows())).text();

        for (int kept : List.of(whole.length() / 3, whole.length() / 2, whole.length() - 30)) {
            HttpReply cut = Replies.from(Replies.RENDERED, Replies.html(whole.substring(0, kept)));
            assertInstanceOf(Outcome.Broken.class, read(cut), "cut at " + kept);
        }
    }

    @ParameterizedTest
    @CsvSource({"/wn/jobs, /wn/jobs", "/wn/zhaopin, /wn/zhaopin", "/jobs/list_python, /wn/jobs"})
    void theWayInShowsTheEraAndWhereItsPagesLive(String found, String path) {
        LagouSession session = new LagouSession(List.of());
        HttpUrl url = HttpUrl.get("https://www.lagou.com" + found + "?kd=python&pn=1");
        HttpReply page = Replies.from(url, Replies.rendered(Replies.nextData(Replies.rows())));

        assertEquals(new Outcome.Opened(session), LagouReply.ofEntrance(page, session, Replies.SEARCH));
        assertEquals(Era.RENDERED, session.era());
        assertEquals(path, session.renderedPath());
    }

    @ParameterizedTest
    @CsvSource({
        "'?kd=python&city=北京&pn=1', true",
        "'?kd=python&city=北京', true",
        "'?kd=python&city=北京&pn=2', false",
        "'?kd=java&city=北京&pn=1', false",
        "'?kd=python&city=上海&pn=1', false",
        "'?kd=python&pn=1', false",
        "'', false"
    })
    void theWayInShowsThePageOnlyOfTheListThatItWasAskedFor(String query, boolean isFirstPage) {
        LagouSession session = new LagouSession(List.of());
        HttpUrl url = HttpUrl.get("https://www.lagou.com/wn/jobs" + query);
        HttpReply page = Replies.from(url, Replies.rendered(Replies.nextData(Replies.rows())));

        Object expected = isFirstPage ? read(page) : null;
        assertEquals(
                new Outcome.Opened(session, (Outcome.Fetched) expected),
                LagouReply.ofEntrance(page, session, Replies.SEARCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"props\":{}}"})
    void aWayInWithoutRowsOpensASessionAllTheSame(String data) {
        LagouSession session = new LagouSession(List.of());

        assertEquals(
                new Outcome.Opened(session), LagouReply.ofEntrance(Replies.rendered(data), session, Replies.SEARCH));
    }

    private static Outcome read(HttpReply answer) {
        return LagouReply.ofRendered(answer, CITY);
    }
}
