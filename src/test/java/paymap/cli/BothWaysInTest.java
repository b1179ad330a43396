package paymap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same bytes of a site's reply, crawled into one database and imported into another, leave the same rows. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BothWaysInTest {

    private static final String REPLY = """
            {"success":true,"content":{"pageNo":1,"pageSize":15,"hrInfoMap":{},"positionResult":{"totalCount":%d,
             "locationInfo":{"city":"北京"},"queryAnalysisInfo":{"positionName":"python"},"result":[%s]}}}""";

    private static final List<String> ROWS = List.of(
            """
            {"positionId":1,"positionName":"虚构甲","salary":"15k-25k","salaryMonth":"14","city":"北京","district":"虚构区",
             "workYear":"3-5年","education":"本科","companyShortName":"虚构公司","createTime":"2021-02-01 10:00:00"}""",
            """
            {"positionId":"2","positionName":" 虚构\\u200b C&amp;C++\\u3000工程师 ","salary":" 10k-20k ","salaryMonth":13,
             "city":"北京·虚构区","district":"A&amp;B","workYear":"不限","education":"","companyShortName":null,
             "companyName":"虚构\\t全称","createTime":"1天前发布"}""",
            """
            {"positionId":3,"positionName":"虚构甲","salary":"15k-25k","salaryMonth":"14","city":"北京市",
             "companyShortName":"另一家"}""",
            """
            {"positionName":"无编号","salary":"8k-9k","city":"北京","companyShortName":"虚构公司","createTime":"2021-02-03"}""",
            """
            {"positionName":"无编号","salary":"8k-9k","city":"北京","companyShortName":"另一家"}""",
            """
            {"positionId":5,"positionName":"无薪资","city":"北京","education":"大专"}""",
            """
            {"positionId":6,"positionName":"薪资对象","salary":{"a":1},"city":"北京"}""",
            """
            {"positionId":7,"positionName":"面议","salary":"面议","city":""}""",
            """
            {"positionId":8,"positionName":"读不懂","salary":"money","workYear":"%s"}""".formatted("长".repeat(101)),
            """
            {"positionId":9,"positionName":"","salary":"1k-2k","city":"北京"}""",
            """
            {"positionId":10,"positionName":"%s","salary":"1k-2k","city":"北京"}""".formatted("长".repeat(301)),
            """
            {"positionId":11,"positionName":"坏字节\\ufffd","salary":"1k-2k","city":"北京"}""",
            """
            {"positionId":12,"positionName":"非城市","salary":"1k-2k","city":"海外"}""",
            "7");

    /** Some rows again, of which less or other things are told, and a new one. */
    private static final List<String> SEEN_AGAIN = List.of("""
            {"positionId":1,"positionName":"虚构甲","salary":"15k-25k","city":"北京","education":"硕士"}""", """
            {"positionId":22,"positionName":"虚构 C&C++ 工程师","salary":"10k-20k","city":"北京","district":null,
             "education":"本科","createTime":"2021-03-01 08:00:00"}""", """
            {"positionName":"无编号","salary":"8k-9k","city":"北京"}""", """
            {"positionId":23,"positionName":"新来的","salary":"30k-50k·16薪","city":"北京"}""");

    private static final String JOBS = "SELECT id, site, city, title, salary, salary_low, salary_high, salary_interval,"
            + " salary_months, company, district, experience, education, posted, openings, first_seen < last_seen AS again"
            + " FROM jobs ORDER BY id";
    private static final String OPENINGS = "SELECT job_id, position_id, first_seen < last_seen AS again FROM openings"
            + " ORDER BY job_id, position_id";

    @TempDir
    Path folder;

    private HttpServer server;
    private volatile String reply = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/robots.txt")) {
                answer(exchange, "text/plain", "");
            } else if (path.startsWith("/jobs/list_")) {
                exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=1; Path=/");
                answer(exchange, "text/html", "<script>window.X_Anti_Forge_Token = '';</script>");
            } else {
                answer(exchange, "application/json", reply);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRowIsTheSameInEveryColumnWhicheverWayItCame() throws Exception {
        reply = reply(ROWS);

        crawl();
        importAsHar("first.har");

        List<String> jobs = rows("crawled.db", JOBS);
        assertEquals(7, jobs.size(), jobs.toString());
        assertEquals(jobs, rows("imported.db", JOBS));
        assertEquals(rows("crawled.db", OPENINGS), rows("imported.db", OPENINGS));
        assertEquals(List.of("9"), rows("imported.db", "SELECT count(*) FROM openings"));
        assertEquals(
                List.of("虚构公司|虚构区|3-5年|本科|2021-02-01|2"),
                rows(
                        "crawled.db",
                        "SELECT company, district, experience, education, posted, openings FROM jobs WHERE title = '虚构甲'"));
    }

    @Test
    void aSecondSightChangesTheSameAndForgetsNothing() throws Exception {
        reply = reply(ROWS);
        crawl();
        importAsHar("first.har");
        reply = reply(SEEN_AGAIN);

        crawl();
        importAsHar("second.har");

        assertEquals(rows("crawled.db", JOBS), rows("imported.db", JOBS));
        assertEquals(rows("crawled.db", OPENINGS), rows("imported.db", OPENINGS));
        String told = "SELECT company, district, experience, education, posted, openings FROM jobs WHERE title = ";
        assertEquals(List.of("虚构公司|虚构区|3-5年|硕士|2021-02-01|2"), rows("crawled.db", told + "'虚构甲'"));
        assertEquals(List.of("虚构 全称|A&B|不限|本科|2021-03-01|2"), rows("crawled.db", told + "'虚构 C&C++ 工程师'"));
        assertEquals(List.of("null|null|null|大专|null|1"), rows("crawled.db", told + "'无薪资'"));
    }

    @Test
    void aRowOfAnotherCityIsOnlyForAnImport() throws Exception {
        reply = reply(List.of(ROWS.get(0), "{\"positionId\":2,\"positionName\":\"乙\",\"city\":\"上海\"}"));

        crawl();
        importAsHar("first.har");

        assertEquals(List.of("北京"), rows("crawled.db", "SELECT city FROM jobs"));
        assertEquals(List.of("1"), rows("crawled.db", "SELECT unreadable FROM run_cities"));
        assertEquals(List.of("北京", "上海"), rows("imported.db", "SELECT city FROM jobs ORDER BY id"));
    }

    private void crawl() {
        Ran ran = Ran.paymap(
                "crawl",
                "--cities",
                "bj",
                "--per-city",
                "100",
                "--keyword",
                "python",
                "--site",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--rate",
                "max",
                "--db",
                folder.resolve("crawled.db").toString());
        assertEquals(0, ran.exitCode(), ran.out() + ran.err());
    }

    private void importAsHar(String name) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jobs/positionAjax.json";
        Path har = Files.writeString(
                folder.resolve(name), SavedVisit.har(false, List.of(SavedVisit.Exchange.of(url, reply))));
        Ran ran = Ran.paymap(
                "import",
                "--keyword",
                "python",
                "--db",
                folder.resolve("imported.db").toString(),
                har.toString());
        assertTrue(ran.exitCode() == 0 || ran.exitCode() == 3, ran.out() + ran.err());
    }

    private List<String> rows(String db, String query) throws SQLException {
        return Db.rows(folder.resolve(db), query);
    }

    private static String reply(List<String> rows) {
        return REPLY.formatted(rows.size(), String.join(",\n", rows));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
