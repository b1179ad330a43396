package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.site.http.HttpReply;
import tools.jackson.databind.node.ObjectNode;

/** Replies that look like something else than they are; each was once read wrongly. */
class MisleadingRepliesTest {

    private static final String CITY = "北京";

    @Test
    void aSearchForTheWordLoginIsNoLoginPage() {
        String page = Replies.file("list.html").replace("找工作-互联网招聘求职网", "登录招聘-互联网招聘求职网");
        HttpReply answer = Replies.from(Replies.LIST, Replies.html(page));

        assertInstanceOf(
                Outcome.Opened.class, LagouReply.ofEntrance(answer, new LagouSession(List.of()), Replies.SEARCH));
    }

    @Test
    void aLoginFormWhereJsonWasDueMeansThatWeAreSignedOut() {
        HttpReply form = Replies.html(Replies.file("login.html"));

        assertInstanceOf(Outcome.LoginRequired.class, LagouReply.ofRows(form, CITY));
    }

    @Test
    void aRenderedPageWithRowsIsNoRefusalBecauseOfTheWordsInATitle() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("positionName", "工程师（网络出错啦、您已被封禁 这类页面）");

        Outcome outcome = LagouReply.ofRendered(Replies.rendered(Replies.nextData(reply)), CITY);

        assertInstanceOf(Outcome.Fetched.class, outcome);
    }

    @Test
    void anotherListOnARenderedPageIsNotTheResult() {
        String other = "{\"content\":{\"positionResult\":{\"totalCount\":1,\"result\":[]}}}";
        String data = Replies.nextData(Replies.rows())
                .replace("\"pageProps\":{", "\"pageProps\":{\"recommended\":" + other + ",");

        Outcome.Fetched page =
                assertInstanceOf(Outcome.Fetched.class, LagouReply.ofRendered(Replies.rendered(data), CITY));

        assertEquals(15, page.rows().size());
        assertEquals(30 * 15, page.totalCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"值", "a\u0007b", "caf\u00e9"})
    void aCookieThatCannotBeSentIsRefusedOrLeftOutButNeverThrown(String value, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("cookies.txt");
        Files.writeString(file, "127.0.0.1\tFALSE\t/\tFALSE\t0\tunick\t" + value + "\n");
        try (ClassicServer server = new ClassicServer()) {
            Outcome outcome;
            try {
                LagouSite site = LagouVisits.site(
                        server.uri(),
                        "test",
                        file,
                        EraChoice.auto().recall(Era.CLASSIC),
                        SiteKey.LAGOU,
                        InstantSource.system());
                outcome = site.open(CITY, "python", null, at -> {});
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().startsWith("line 1 of " + file), refused.getMessage());
                return;
            }
            assertInstanceOf(Outcome.Opened.class, outcome);
        }
    }
}
