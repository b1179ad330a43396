package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.site.http.LocalServer;
import paymap.site.http.OnWire;

/** The classic address answers encrypted, as a visit of 2026-09 shows: the site is no longer that old. */
class EncryptedAnswersTest {

    private static final String LONG = "QUJD".repeat(500);

    private final OnWire wire = new OnWire();

    /** Cookies as ever; rows for nobody who has no key; the agreement and the rendered pages are not there. */
    private static final class Server extends LocalServer {
        @Override
        public void answer(HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/jobs/list_")) {
                exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=x; Path=/");
                reply(exchange, 200, "text/html;charset=UTF-8", Replies.file("list.html"));
            } else if (path.equals("/jobs/positionAjax.json")) {
                reply(exchange, 200, "application/json", "{\"data\":\"" + LONG + "\"}");
            } else {
                reply(exchange, 404, "text/plain", "");
            }
        }
    }

    @Test
    void anEraThatWasNamedEndsWithTheFirstOne() {
        try (Server server = new Server()) {
            Outcome outcome = fetched(server, EraChoice.named(Era.CLASSIC));

            Outcome.ProtocolUnsupported end = assertInstanceOf(Outcome.ProtocolUnsupported.class, outcome);
            assertEquals("the site does not speak the classic era: an encrypted reply where rows were due", end.why());
            assertEquals(
                    1,
                    server.received().stream()
                            .filter(sent -> sent.path().contains("Ajax"))
                            .count());
        }
    }

    @Test
    void otherwiseTheNextEraIsTriedAtOnce() {
        try (Server server = new Server()) {
            EraChoice choice = EraChoice.auto();
            choice.refused(EraChoice.Door.AGREEMENT, "HTTP 404");

            assertInstanceOf(Outcome.Broken.class, fetched(server, choice));

            assertEquals(EraChoice.Door.RENDERED_PAGE, choice.door());
            List<String> news = choice.news();
            assertEquals(
                    "the list page, which shows the era did not serve (an encrypted reply where rows were due); next comes"
                            + " the rendered pages",
                    news.get(news.size() - 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"2000, true", "41, true", "40, false"})
    void onlyALongTextUnderTheOneNameIsOne(int length, boolean encrypted) {
        Outcome outcome = LagouReply.ofRows(Replies.json("{\"data\":\"" + "A".repeat(length) + "\"}"), "北京");

        Outcome.Broken broken = assertInstanceOf(Outcome.Broken.class, outcome);
        assertEquals(Flaw.FOREIGN, broken.flaw());
        assertEquals(encrypted, broken.why().contains("encrypted"), broken.why());
        assertFalse(broken.why().contains("AAAA"), broken.why());
    }

    private Outcome fetched(Server server, EraChoice choice) {
        LagouSite site = LagouVisits.site(server.uri(), "test", null, choice, SiteKey.LAGOU, () -> Instant.EPOCH);
        Outcome opened = site.open("北京", "python", null, wire);
        assertTrue(opened instanceof Outcome.Opened, opened.toString());
        Session session = ((Outcome.Opened) opened).session();
        return site.fetch(session, new PageTask(1, "北京", "python", 1, 0, 1, null), wire);
    }
}
