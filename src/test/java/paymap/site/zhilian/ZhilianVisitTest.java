package paymap.site.zhilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Ran;
import paymap.site.Visit;

/** Visits to Zhaopin through the front door and into a real database. All rows are made up but those of captures. */
class ZhilianVisitTest {

    private static final String PAGE = "https://www.zhaopin.com/sou/jl765/kw01O00U80EG/p1?kw=java";
    private static final String POSITIONS = "https://fe-api.zhaopin.com/c/i/search/positions?at=MASKED-at&rt=MASKED-rt";

    private static final String ROWS = """
            [{"number":"CC1J1","name":"虚构工程师","salary60":"1.5-3万·14薪","salaryReal":"15000-30000","salaryCount":"14薪",
              "workCity":"深圳","cityDistrict":"宝安","workingExp":"3-5年","education":"本科","companyName":"虚构公司",
              "publishTime":"2026-09-17 10:55:40"},
             {"number":"CC1J2","name":"虚构测试","salary60":"4千-6千","salaryReal":"4001-6000","salaryCount":"25薪",
              "workCity":"深圳","cityDistrict":"","workingExp":"无经验","education":"大专","companyName":"虚构公司",
              "publishTime":"2026-09-16 10:55:40"},
             {"adResponse":{"cards":[]},"liveCard":{}},
             {"number":"CC1J3","name":"虚构兼职","salary60":"100-200/天","salaryReal":"0-0","workCity":"异地招聘"}]""";

    private static final String VERIFICATION =
            "<html><head><title>Security Verification</title></head><body>zhaopin <b>MASKED-b</b></body></html>";

    private static final List<String> PERSONAL = List.of(
            "staffCard",
            "chatWindow",
            "user",
            "resumeNumber",
            "staffName",
            "hrJob",
            "avatar",
            "hrOnlineState",
            "phone",
            "email",
            "token",
            "userId",
            "streetName",
            "cardCustomJson",
            "jobSummary",
            "address");

    @TempDir
    Path folder;

    @Test
    void aVisitIsReadAndNamesItsSite() throws Exception {
        Visit visit = new Visit(folder);

        Ran ran = visit.imported(visit(), "--json");

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(2, ran.json().at("/files/0/pages").asInt());
        assertEquals(4, ran.json().at("/files/0/rows").asInt());
        assertEquals(2, ran.json().at("/files/0/new").asInt());
        assertEquals(2, ran.json().at("/files/0/rejected").asInt());
        assertEquals("{}", ran.json().at("/files/0/notes").toString());
        assertEquals("zhilian", ran.json().at("/runs/0/site").asString());
        assertEquals("java", ran.json().at("/runs/0/keyword").asString());
        assertEquals(
                List.of(
                        "zhilian|深圳|宝安|虚构工程师|1.5-3万·14薪|15000|30000|month|14|虚构公司|3-5年|本科|2026-09-17|1",
                        "zhilian|深圳|null|虚构测试|4千-6千|4000|6000|month|25|虚构公司|无经验|大专|2026-09-16|1"),
                visit.rows("SELECT site, city, district, title, salary, salary_low, salary_high, salary_interval,"
                        + " salary_months, company, experience, education, posted, openings FROM jobs ORDER BY id"));
        assertEquals(List.of("CC1J1", "CC1J2"), visit.rows("SELECT position_id FROM openings ORDER BY position_id"));
    }

    @Test
    void peopleSeeTheRowsAndNoRefusalThatTheRowsFollowed() throws Exception {
        Ran ran = new Visit(folder).imported(visit());

        assertTrue(ran.out().contains("深圳"), ran.out());
        assertTrue(ran.err().contains("2 × a place that is no city (异地招聘)"), ran.err());
        assertTrue(ran.err().contains("paymap stats --site zhilian"), ran.err());
        assertFalse(ran.err().contains("refused"), ran.err());
    }

    @Test
    void aRefusalThatNoRowsFollowIsToldWithWhatHelps() throws Exception {
        Ran ran = new Visit(folder).imported(Visit.har(Visit.entry("GET", PAGE, "", 200, "", VERIFICATION)));

        assertEquals(1, ran.exitCode());
        assertTrue(
                ran.err()
                        .contains(
                                "1 × refused: 智联招聘's verification page; solve its check in your browser, look at the list"
                                        + " again, and save that visit"),
                ran.err());
    }

    @Test
    void nothingPersonalIsWrittenOrSaid() throws Exception {
        Visit visit = new Visit(folder);

        Ran har = visit.imported(visit(), "--rejects", folder.resolve("rejects").toString());
        Ran alone = visit.imported(reply(), "--json");
        Ran rows = visit.imported(Visit.planted(ROWS, PERSONAL));
        Ran refused = visit.imported(VERIFICATION);
        Ran shown = visit.imported("<html><body>" + MadeUpZhilianPages.ITEM.formatted("1-2万"), "--dry-run");
        Ran state = visit.imported(page(), "--dry-run", "--json");

        String seen = visit.written() + har + alone + rows + refused + shown + state;
        assertTrue(seen.contains(Visit.bytes("虚构工程师")) && seen.contains("no city"));
        assertFalse(seen.contains(Visit.MARKER), seen.substring(Math.max(0, seen.indexOf(Visit.MARKER))));
    }

    @ParameterizedTest
    @CsvSource({
        "zhilian-fe-api-sou-rows-2018-08-24.json, 0, 60, 60, 53, 7",
        "zhilian-sou-jl765-2026-09-17-excerpt.html, 1, 1, 1, 1, 0",
        "zhilian-job-card-2026-09-21.html, 1, 1, 1, 1, 0"
    })
    void theCapturesGiveExactlyTheirRows(String file, int pages, int rows, int ids, int readable, int undisclosed)
            throws Exception {
        String captures = System.getProperty("paymap.captures", "");
        assumeTrue(!captures.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        Visit visit = new Visit(folder);

        Ran ran = visit.imported(Path.of(captures, "boards", file), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(pages, ran.json().at("/files/0/pages").asInt());
        assertEquals(rows, ran.json().at("/files/0/rows").asInt());
        assertEquals(undisclosed, ran.json().at("/files/0/undisclosed").asInt());
        assertEquals(0, ran.json().at("/files/0/unreadable_pay").asInt());
        assertEquals(List.of(Integer.toString(ids)), visit.rows("SELECT count(DISTINCT position_id) FROM openings"));
        assertEquals(
                List.of(Integer.toString(readable)),
                visit.rows("SELECT sum(openings) FROM jobs WHERE site = 'zhilian' AND salary_low IS NOT NULL"));
        assertFalse((visit.written() + ran).contains(Visit.MARKER));
    }

    /** A check that is solved, a page with its state, and the same rows once more in a reply. */
    private static String visit() {
        String asked = "{\"S_SOU_FULL_INDEX\":\"java\",\"S_SOU_WORK_CITY\":\"765\",\"token\":\"MASKED-token\"}";
        return Visit.har(
                Visit.entry("GET", "https://www.zhaopin.com/c/i/user/detail", "", 200, "", reply()),
                Visit.entry("GET", PAGE, "", 200, "", VERIFICATION),
                Visit.entry("GET", PAGE, "", 200, "", page()),
                Visit.entry("OPTIONS", POSITIONS, "", 204, "", ""),
                Visit.entry("POST", POSITIONS, asked, 200, "", reply()));
    }

    private static String page() {
        String state = "{\"user\":{\"name\":\"MASKED-u\"},\"baseData\":{\"x\":\"" + "x".repeat(2_100_000)
                + "\"},\"originalUrlParams\":{\"kw\":\"java\",\"kt\":\"MASKED-kt\"},\"positionList\":" + ROWS
                + ",\"resumeNumber\":\"MASKED-r\"}";
        return "<!DOCTYPE html><html><script>__INITIAL_STATE__=" + Visit.planted(state, PERSONAL) + "</script>"
                + MadeUpZhilianPages.ITEM.formatted("**-**元") + "</html>";
    }

    private static String reply() {
        return Visit.planted(
                "{\"code\":200,\"apiCode\":200,\"data\":{\"count\":3,\"isEndPage\":1,\"list\":" + ROWS + "}}",
                PERSONAL);
    }
}
