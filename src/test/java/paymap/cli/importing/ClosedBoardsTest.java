package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.SavedVisit;
import paymap.cli.SavedVisit.Exchange;
import paymap.site.job51.MadeUpJob51;
import paymap.site.liepin.MadeUpLiepin;

/** Saved visits to 51job and Liepin through the front door. All rows are made up. */
class ClosedBoardsTest {

    private static final String JOB51 = "https://we.51job.com/api/job/search-pc?keyword=java&pageNum=1";
    private static final String LIEPIN = "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job";
    private static final String SLIDER = "1 × refused: 51job's slider; solve its check in your browser";

    @TempDir
    Path folder;

    @Test
    void aVisitTo51jobNamesItsSiteAndItsSearch() throws Exception {
        Ran ran = imported(har(
                Exchange.of("https://we.51job.com/pc/search?keyword=java", "<html><div id=\"app\"></div></html>"),
                Exchange.of(JOB51, MadeUpJob51.reply(172_000_001, 2)),
                Exchange.of(JOB51, MadeUpJob51.reply(172_000_002, 2))));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(List.of("51job|java"), rows("SELECT DISTINCT site, keyword FROM runs"));
        assertEquals(
                List.of("172000001", "172000002", "172000003"), rows("SELECT position_id FROM openings ORDER BY 1"));
        assertEquals(
                List.of("上海|浦东新区|10000|15000|13|虚构科技有限公司|3-4年|本科|2026-06-16"),
                rows("SELECT DISTINCT city, district, salary_low, salary_high, salary_months, company, experience,"
                        + " education, posted FROM jobs"));
        assertTrue(ran.out().contains("上海"), ran.out());
        assertTrue(ran.err().contains("1 × list page without rows (they come in replies of their own)"), ran.err());
        assertTrue(ran.err().contains("stats --site 51job"), ran.err());
    }

    @Test
    void aVisitToLiepinIsCountedWithoutItsPreflights() throws Exception {
        String asked = "{\"request\":{\"method\":\"OPTIONS\",\"url\":\"" + LIEPIN
                + "\"},\"response\":{\"status\":200,\"content\":{\"size\":0}}}";
        Path visit = file("{\"log\":{\"entries\":[" + asked + ",{\"request\":{\"method\":\"POST\",\"url\":\"" + LIEPIN
                + "\",\"postData\":{\"text\":" + quoted(MadeUpLiepin.ASKED)
                + "}},\"response\":{\"status\":200,\"content\":"
                + "{\"text\":" + quoted(MadeUpLiepin.reply(84_775_101, 3))
                + "}}},{\"request\":{\"method\":\"POST\",\"url\":\""
                + LIEPIN
                + "-cond-init\"},\"response\":{\"status\":200,\"content\":{\"text\":\"{\\\"flag\\\":1}\"}}}]}}");

        Ran ran = imported(visit, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(3, ran.json().at("/files/0/rows").asInt());
        assertEquals(1, ran.json().at("/files/0/pages").asInt());
        assertEquals(0, ran.json().at("/files/0/notes").size(), ran.out());
        assertEquals("liepin", ran.json().at("/runs/0/site").asString());
        assertEquals("虚构", ran.json().at("/runs/0/keyword").asString());
        assertEquals(
                List.of("佛山|顺德区|15000|30000|14|虚构机器人|5年以上|统招本科|2026-09-17"),
                rows("SELECT DISTINCT city, district, salary_low, salary_high, salary_months, company, experience,"
                        + " education, posted FROM jobs"));
    }

    @Test
    void aPositionHasTheSameIdInPagesOfTwoEras() throws Exception {
        imported(file(MadeUpLiepin.namedPage()));
        Ran page = imported(file(MadeUpLiepin.hashedPage()));

        assertEquals(0, page.exitCode(), page.err());
        assertEquals(
                List.of("79162602|1", "84775101|1"),
                rows("SELECT position_id, openings FROM openings JOIN jobs ON jobs.id = job_id"
                        + " WHERE site = 'liepin' ORDER BY 1"));
    }

    @Test
    void placesThatAreNoCitiesAreRejectedAndPayByTheYearIsOne() throws Exception {
        Ran ran = imported(file(MadeUpLiepin.oldPage()));
        Ran classic = imported(file(MadeUpJob51.classic(
                "engine_jds",
                MadeUpJob51.classicRow(1, "1-1.5万/月", "异地招聘", "异地招聘", "本科"),
                MadeUpJob51.classicRow(2, "20-50万/年", "西双版纳傣族自治州", "3-4年经验"),
                MadeUpJob51.classicRow(3, "200元/天", "远程办公"),
                MadeUpJob51.classicRow(4, "15元/小时", "西双版纳-景洪"))));

        assertTrue(ran.err().contains("1 × a place that is no city (全国)"), ran.err());
        assertTrue(classic.err().contains("2 × a place that is no city (异地招聘, 远程办公)"), classic.err());
        assertEquals(
                List.of(
                        "51job|西双版纳|15|15|hour",
                        "51job|西双版纳|200000|500000|year",
                        "liepin|上海|20000|40000|month",
                        "liepin|北京|240000|600000|year"),
                rows("SELECT site, city, salary_low, salary_high, salary_interval FROM jobs ORDER BY 1, 2, 3"));
    }

    @Test
    void aRefusalIsToldOnlyIfNoRowsOfItsBoardFollow() throws Exception {
        Exchange slider = Exchange.of(JOB51, MadeUpJob51.slider());
        Exchange rows = Exchange.of(JOB51, MadeUpJob51.reply(1, 1));
        Exchange ofAnother = Exchange.of(LIEPIN, MadeUpLiepin.reply(1, 1));

        assertFalse(imported(har(slider, rows)).err().contains("refused"));
        Ran after = imported(har(rows, slider));
        assertTrue(after.err().contains(SLIDER), after.err());
        Ran another = imported(har(slider, ofAnother));
        assertTrue(another.err().contains(SLIDER), another.err());
    }

    @Test
    void aVisitThatWasOnlyRefusedStoresNothingAndSaysWhatToDo() throws Exception {
        Ran ran = imported(har(
                Exchange.of(JOB51, MadeUpJob51.scriptCheck()),
                Exchange.of(LIEPIN, "{\"flag\":0,\"code\":\"-1400\"}"),
                new Exchange(
                        "https://www.liepin.com/zhaopin/?key=x",
                        302,
                        "https://safe.liepin.com/v/intercept/verifysms?backurl=x",
                        "",
                        "",
                        false)));

        assertEquals(1, ran.exitCode());
        assertEquals(
                List.of(
                        "refused: 51job's check by a script (acw_sc__v2); look at the list in your browser again, and save that visit.",
                        "refused: 猎聘's check by a text message; solve its check in your browser, look at the list again, and save that visit.",
                        "refused: 猎聘's refusal -1400 of a list asked for outside its page; look at the list in your browser again, and save that visit."),
                ran.err()
                        .lines()
                        .filter(line -> line.contains("1 × "))
                        .map(line -> line.replaceFirst(".*1 × ", ""))
                        .toList());
        Ran chinese = Ran.chinese(
                "import", "--db", db().toString(), folder.resolve("file").toString());
        assertTrue(chinese.err().contains("猎聘的短信验证"), chinese.err());
    }

    @Test
    void rowsInAnArrayNameTheirSiteToo() throws Exception {
        Ran ran = imported(file("[" + MadeUpLiepin.card(1, false) + "," + MadeUpLiepin.card(2, false) + ","
                + MadeUpJob51.row(1) + "]"));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("51job|1", "liepin|1", "liepin|2"),
                rows("SELECT site, position_id FROM openings JOIN jobs ON jobs.id = job_id ORDER BY 1, 2"));
    }

    @Test
    void nothingThatWasPlantedArrivesAnywhere() throws Exception {
        Path rejects = folder.resolve("rejects.jsonl");
        List<Ran> runs = new ArrayList<>();
        for (String page : List.of(
                MadeUpJob51.reply(1, 2),
                MadeUpJob51.listPage(),
                MadeUpJob51.oldPage(),
                MadeUpJob51.slider(),
                MadeUpJob51.statePage(MadeUpJob51.classic(
                        "engine_search_result",
                        MadeUpJob51.classicRow(1, "1万/月", "上海", "上海", "本科"),
                        MadeUpJob51.classicRow(2, "1万/月", "异地招聘", "异地招聘"))),
                MadeUpLiepin.reply(1, 2),
                MadeUpLiepin.reply(3, 1).replace("佛山-顺德区", "海外"),
                MadeUpLiepin.namedPage(),
                MadeUpLiepin.hashedPage(),
                MadeUpLiepin.oldPage(),
                MadeUpLiepin.captcha())) {
            runs.add(imported(file(page), "--rejects", rejects.toString(), "--dry-run"));
            runs.add(imported(file(page), "--rejects", rejects.toString()));
            runs.add(imported(har(Exchange.of(JOB51, page), Exchange.of(LIEPIN, page)), "--json"));
            assertClean(Files.readString(rejects, ISO_8859_1));
        }

        runs.forEach(ran -> assertClean(ran.out() + ran.err()));
        try (Stream<Path> files = Files.list(folder).filter(file -> !file.endsWith("file"))) {
            for (Path file : files.toList()) {
                assertClean(Files.readString(file, ISO_8859_1));
            }
        }
        assertEquals(12, Integer.parseInt(rows("SELECT count(*) FROM jobs").get(0)));
    }

    @Test
    void aPageInGbkIsRead() throws Exception {
        Path page = folder.resolve("file");
        String html = MadeUpJob51.statePage(
                MadeUpJob51.classic("engine_jds", MadeUpJob51.classicRow(1, "7-9千/月", "南京-玄武区", "本科")));
        Files.writeString(page, html.replace("<head>", "<head><meta charset=gbk>"), Charset.forName("GBK"));

        Ran ran = imported(page, "--json");

        assertEquals("51job", ran.json().at("/runs/0/site").asString(), ran.err());
        assertEquals(List.of("南京|7000|9000"), rows("SELECT city, salary_low, salary_high FROM jobs"));
    }

    @Test
    void aPageOfMoreThanTwoMebibytesIsRead() throws Exception {
        String html = MadeUpJob51.statePage(
                MadeUpJob51.classic("engine_jds", MadeUpJob51.classicRow(1, "7-9千/月", "南京-玄武区", "本科")));
        String large = html.replace("<body>", "<body><!-- " + "虚构 ".repeat(800_000) + "-->");

        Ran page = imported(file(large));
        Ran har = imported(
                har(Exchange.of("https://search.51job.com/list/070200,000000,0000,00,9,99,x,2,1.html", large)));

        assertEquals(List.of(0, 0), List.of(page.exitCode(), har.exitCode()), page.err() + har.err());
        assertEquals(List.of("1|1"), rows("SELECT count(*), openings FROM jobs"));
    }

    private static void assertClean(String text) {
        assertFalse(text.contains(MadeUpJob51.PLANTED), text);
        assertFalse(text.contains("SECRETCOOKIE"), text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private Path har(Exchange... visit) throws IOException {
        return file(SavedVisit.har(false, List.of(visit)));
    }

    private Ran imported(Path file, String... options) {
        return Ran.imported(db(), file, options);
    }

    private List<String> rows(String query) throws Exception {
        return Db.rows(db(), query);
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }
}
