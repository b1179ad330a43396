package paymap.crawl.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.JobSite;
import paymap.crawl.SiteMemory;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.site.CrawlableSite.Visit;
import paymap.site.lagou.Lagou;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Real servers that serve nothing useful, counted at the server; waits are on a clock that costs nothing. */
@Timeout(120)
@Tag("slow")
class FloodTest {

    private static final String DEEP = "[".repeat(100_000) + "]".repeat(100_000);

    @TempDir
    Path folder;

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("page data nested too deep", 200, page("{\"props\":" + DEEP + "}")),
                Arguments.of("page data that is cut off", 200, page("{\"props\":{")),
                Arguments.of("page data without a list", 200, page("{\"props\":{}}")),
                Arguments.of("a list page and nothing else", 200, "<title>python</title><ul class=position-list>"),
                Arguments.of("JSON nested too deep", 200, "{\"content\":" + DEEP + "}"),
                Arguments.of("JSON without rows", 200, "{\"content\":{\"positionResult\":{\"result\":7}}}"),
                Arguments.of("an error", 500, "<html>oops</html>"),
                Arguments.of("not found", 404, "<html>oops</html>"),
                Arguments.of("a redirect to itself", 302, ""),
                Arguments.of("try again in a second", 429, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aSiteThatServesNothingUsefulIsAskedForLittle(String what, int status, String body) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            boolean isRobots = exchange.getRequestURI().getPath().equals("/robots.txt");
            byte[] bytes = (isRobots ? "User-agent: *\nAllow: /\n" : body).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Retry-After", "1");
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(isRobots ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            CrawlReport report =
                    crawl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));

            assertEquals(CrawlReport.Ending.FAILED, report.ending(), report.toString());
            assertTrue(asked.get() <= RetryRule.MOST_FRUITLESS + 2, asked + " requests: " + report.why());
        } finally {
            server.stop(0);
        }
    }

    private static String page(String data) {
        return "<html><script id=\"__NEXT_DATA__\" type=\"application/json\">" + data + "</script></html>";
    }

    private CrawlReport crawl(URI address) throws Exception {
        InlineWorkers workers = new InlineWorkers(1, 1);
        workers.mostLooks = 5_000;
        CrawlPlan plan = new CrawlPlan("127.0.0.1", "python", City.listOf("bj,sh"), 100, "");
        Crawler.Settings settings = new Crawler.Settings(Rate.of("10/s"), Duration.ofHours(12), true, false);
        JobSite site = new Lagou().visit(new Visit(address, "paymap")).open(SiteMemory.NONE, workers);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), workers)) {
            return new Crawler(new Crawler.Parts(site, store.ledger(), workers, settings, new Random(1), new Silent()))
                    .run(plan);
        }
    }
}
