package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.SavedVisit;
import paymap.cli.SavedVisit.Exchange;
import tools.jackson.databind.JsonNode;

/** Pages, replies and whole visits as a browser saves them, with exact counts. */
class ImportedPagesTest {

    private static final String LIST = "https://www.lagou.com/jobs/list_python?city=%E5%8C%97%E4%BA%AC";
    private static final String AJAX = "https://www.lagou.com/jobs/positionAjax.json?city=%E5%8C%97%E4%BA%AC";
    private static final String V2 = "https://www.lagou.com/jobs/v2/positionAjax.json";
    private static final String RENDERED = "https://www.lagou.com/wn/jobs?kd=java&city=%E6%B7%B1%E5%9C%B3&pn=1";

    @TempDir
    Path folder;

    @Test
    void aReplyIsReadWithTheKeywordItNames() throws Exception {
        Ran ran = imported(file("reply.json", SavedVisit.reply("北京", "python", 1, "虚构甲", "虚构乙", "虚构甲")));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("1 3 2", counts(ran));
        assertEquals(
                List.of("lagou|北京|虚构甲|15k-25k|14|虚构公司|虚构区|3-5年|本科|2021-02-01|2"),
                rows(
                        "SELECT site, city, title, salary, salary_months, company, district, experience, education, posted,"
                                + " openings FROM jobs WHERE title = '虚构甲'"));
        assertEquals(List.of("python|import"), rows("SELECT keyword, kind FROM runs"));
    }

    @Test
    void repliesComeAsAnArrayOrOneALine() throws Exception {
        String a = SavedVisit.reply("北京", "python", 1, "虚构甲", "虚构乙");
        String b = SavedVisit.reply("上海", "python", 3, "虚构甲");

        Ran array = imported(file("array.json", "[" + a + ",\n" + b + "]"));
        Ran lines = imported(file("lines.json", a + "\n" + b + "\n" + SavedVisit.TOO_OFTEN + "\n"));

        assertEquals("2 3 3", counts(array));
        assertEquals("2 3 0", counts(lines));
        assertEquals(
                1,
                lines.json()
                        .at("/files/0/notes")
                        .path("refused: state 2402, 操作太频繁, too frequent")
                        .asInt());
    }

    @Test
    void aReplyForPhonesIsRead() throws Exception {
        Ran ran = imported(file("m.json", SavedVisit.phoneReply()));

        assertEquals("1 2 2", counts(ran));
        assertEquals(
                List.of("杭州|虚构甲|虚构公司|null", "杭州|虚构乙|虚构公司|2017-08-07"),
                rows("SELECT city, title, company, posted FROM jobs ORDER BY id"));
    }

    @ParameterizedTest
    @CsvSource({
        "'<!-- saved from url=(0063)https://www.lagou.com/jobs/list_x?city=%E4%B8%8A%E6%B5%B7 -->', 上海",
        "'<link rel=\"canonical\" href=\"https://www.lagou.com/shanghai-zhaopin/Java/\">', 上海",
        "'<title>上海Java招聘</title>', 上海",
        "'', 成都"
    })
    void theCityOfAListPageIsItsItemsElseThePagesElseTheUsers(String head, String city) throws Exception {
        Ran ran = imported(file("page.html", SavedVisit.listPage(head)), "--city", "成都");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("1 2 2", counts(ran));
        assertEquals(
                List.of("虚构 C&C++ 工程师|" + city + "|虚构园|3-5年|本科|2018-05-02", "虚构工程师|杭州|古荡|3-5年|本科|2018-05-02"),
                rows("SELECT title, city, district, experience, education, posted FROM jobs ORDER BY id"));
        assertEquals(List.of("11", "12"), rows("SELECT position_id FROM openings ORDER BY 1"));
    }

    @Test
    void aRowWithoutAnyCityIsRejected() throws Exception {
        Ran ran = imported(file("page.html", SavedVisit.listPage("")));

        assertEquals(3, ran.exitCode());
        assertEquals("1 1 1", counts(ran));
        assertTrue(ran.err().contains("1 × no city; --city names one"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10RTO", "a1b2C"})
    void renderedItemsAreFoundWhateverTheirClassesEndIn(String ending) throws Exception {
        Ran ran = imported(file("page.html", SavedVisit.renderedItems("", ending)));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("1 2 2", counts(ran));
        assertEquals(
                List.of("虚构 工程师|北京|虚构区|30k-60k|5-10年|本科|虚构公司", "[急]虚构[乙]|苏州|null|9k-12k|不限|大专|null"),
                rows("SELECT title, city, district, salary, experience, education, company FROM jobs ORDER BY id"));
    }

    @Test
    void aRenderedPageIsReadFromItsData() throws Exception {
        Ran ran =
                imported(file("page.html", SavedVisit.renderedPage(SavedVisit.reply("深圳", "", 1, "虚构甲", "</script>"))));

        assertEquals("1 2 2", counts(ran));
        assertEquals(List.of("java"), rows("SELECT keyword FROM runs"));
        assertEquals(List.of("深圳"), rows("SELECT DISTINCT city FROM jobs"));
    }

    @ParameterizedTest
    @CsvSource({"GBK, gbk", "GBK, ''", "UTF-8, utf-8", "UTF-8, ''"})
    void aPageIsReadInItsOwnEncoding(String written, String named) throws Exception {
        String head = named.isEmpty() ? "" : "<meta charset=\"" + named + "\">";
        Path page = Files.write(
                folder.resolve("page.html"), SavedVisit.renderedItems(head, "x").getBytes(Charset.forName(written)));

        imported(page);

        assertEquals(List.of("北京", "苏州"), rows("SELECT city FROM jobs ORDER BY id"));
    }

    @Test
    void refusalsAreNamedAndAreNoRows() throws Exception {
        Ran ran = imported(
                file("often.json", SavedVisit.TOO_OFTEN),
                file("challenge.html", SavedVisit.CHALLENGE).toString(),
                file("login.html", SavedVisit.LOGIN).toString());

        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("state 2402"), ran.err());
        assertTrue(ran.err().contains("the JavaScript challenge"), ran.err());
        assertTrue(ran.err().contains("the login page"), ran.err());
        assertEquals(List.of("0"), rows("SELECT count(*) FROM jobs"));
    }

    /** The address without {@code v2} answers encrypted as well, seen 2026-09. */
    @ParameterizedTest
    @ValueSource(strings = {AJAX, V2})
    void anEncryptedReplyIsNamedAtBothAddresses(String url) throws Exception {
        String reply = "{\"data\":\"" + "c2VjcmV0".repeat(60) + "\"}";

        Ran har = imported(file("visit.har", SavedVisit.har(false, List.of(SavedVisit.Exchange.of(url, reply)))));
        Ran alone = imported(file("reply.json", reply));

        for (Ran ran : List.of(har, alone)) {
            assertEquals(1, ran.exitCode(), ran.err());
            assertTrue(ran.err().contains("1 × encrypted reply, which only the page's own script can read"), ran.err());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVisitIsReadWhateverOrderItsFieldsComeIn(boolean responseFirst) throws Exception {
        Ran ran = imported(file("visit.har", SavedVisit.har(responseFirst, visit())));

        JsonNode read = ran.json().at("/files/0");
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("har", read.path("kind").asString());
        assertEquals("3 6 6", counts(ran));
        JsonNode notes = read.path("notes");
        assertEquals(
                1,
                notes.path(
                                "encrypted reply, which only the page's own script can read (rendered pages beside it are read)")
                        .asInt());
        assertEquals(1, notes.path("refused: state 2402, 操作太频繁, too frequent").asInt());
        assertEquals(1, notes.path("refused: a redirect to the login page").asInt());
        assertEquals(1, notes.path("refused: the JavaScript challenge").asInt());
        assertEquals(1, notes.path("response saved without its content").asInt());
        assertEquals(
                List.of("java|北京|1", "java|深圳|1", "java|苏州|1", "python|北京|3"),
                rows(
                        "SELECT keyword, city, count(*) FROM runs r JOIN run_jobs ON run_id = r.id JOIN jobs j ON j.id = job_id"
                                + " GROUP BY keyword, city ORDER BY keyword, city"));
    }

    @Test
    void ofAVisitThatIsCutOffNothingIsStored() throws Exception {
        String har = SavedVisit.har(false, visit());
        Path cut = file("visit.har", har.substring(0, har.length() * 3 / 4));

        Ran ran = imported(cut);

        assertEquals(1, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(cut + ": the visit is cut off after entry "), ran.err());
        assertTrue(
                ran.err().contains("; nothing of it is taken; save it again, or copy the file once more."), ran.err());
        assertEquals(List.of("0|0"), rows("SELECT (SELECT count(*) FROM jobs), (SELECT count(*) FROM runs)"));
    }

    @Test
    void theOtherFilesOfAnImportStayWhereAVisitIsCutOff() throws Exception {
        String har = SavedVisit.har(false, visit());
        Path cut = file("visit.har", har.substring(0, har.length() - 1));
        Path reply = file("reply.json", SavedVisit.reply("北京", "go", 1, "虚构甲"));

        Ran ran = Ran.paymap("import", "--db", db().toString(), cut.toString(), reply.toString());

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals(List.of("go"), rows("SELECT DISTINCT r.keyword FROM runs r JOIN run_jobs f ON f.run_id = r.id"));
        assertEquals(List.of("1|0"), rows("SELECT count(*), max(complete) FROM runs"));
    }

    @Test
    void nothingPersonalReachesTheDatabaseTheRejectsOrTheScreen() throws Exception {
        Path har = file("visit.har", SavedVisit.har(true, visit()));
        Path reply = file(
                "reply.json",
                SavedVisit.reply("北京", "python", 71, "", "虚构丁")
                        .replace("\"positionName\":\"\"", "\"positionName\":null"));
        Path page = file("page.html", SavedVisit.listPage(""));
        Path csv = file(
                "rows.csv",
                "title,salary,city,realName,phone,hr\n虚构,15k-25k,北京,RECRUITERNAME,13000000000,x\n"
                        + ",15k-25k,北京,RECRUITERNAME,13000000000,hr@example.org\n");
        Path rejects = folder.resolve("rejects.jsonl");
        String seen;

        try (var reader = Db.open(db());
                var statement = reader.createStatement()) {
            imported(reply);
            statement.executeQuery("SELECT count(*) FROM jobs").next();
            Ran ran = Ran.paymap(
                    "import",
                    "--db",
                    db().toString(),
                    "--rejects",
                    rejects.toString(),
                    har.toString(),
                    reply.toString(),
                    page.toString(),
                    csv.toString());
            assertEquals(3, ran.exitCode());
            seen = bytes(db()) + bytes(folder.resolve("paymap.db-wal")) + bytes(rejects) + latin(ran.out() + ran.err());
        }

        assertTrue(seen.contains(latin("虚构甲")) && seen.contains(latin("no title")));
        List<String> found = new ArrayList<>(SavedVisit.PERSONAL);
        found.removeIf(marker -> !seen.contains(latin(marker)));
        assertEquals(List.of(), found);
        String given = bytes(har) + bytes(page) + bytes(reply);
        assertEquals(
                List.of(),
                SavedVisit.PERSONAL.stream()
                        .filter(m -> !given.contains(latin(m)))
                        .toList());
    }

    @Test
    void theRealCapturesGiveExactlyTheirRows() throws Exception {
        String captures = System.getProperty("paymap.captures", "");
        assumeTrue(!captures.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        List<String> args = new ArrayList<>(List.of("import", "--db", db().toString(), "--json"));
        for (String name : List.of(
                "ajax-beijing-python-page1-a.json",
                "ajax-beijing-python-page1-b.json",
                "list-page-beijing-python-2018-08.html",
                "zhaopin-page-nationwide-java-2018.html",
                "wn-jobs-item-2021.html",
                "result-list-beijing-python-2018-03.csv",
                "blocked-2017.json",
                "blocked-2402.json",
                "blocked-2408.json",
                "challenge-2019-10.html")) {
            args.add(Path.of(captures, name).toString());
        }

        Ran ran = Ran.paymap(args.toArray(String[]::new));

        List<String> counts = new ArrayList<>();
        for (JsonNode file : ran.json().path("files")) {
            counts.add(file.path("rows").asInt() + " " + file.path("new").asInt() + " "
                    + file.path("rejected").asInt());
        }
        assertEquals(3, ran.exitCode());
        assertEquals(
                List.of(
                        "15 15 0",
                        "15 0 0",
                        "15 15 0",
                        "15 15 0",
                        "1 1 0",
                        "450 342 0",
                        "0 0 0",
                        "0 0 0",
                        "0 0 0",
                        "0 0 0"),
                counts);
        assertEquals(List.of("443"), rows("SELECT sum(openings) FROM jobs WHERE site = 'imported'"));
        assertEquals(
                List.of("上海|3", "北京|38", "广州|1", "杭州|4"),
                rows("SELECT city, count(*) FROM jobs WHERE site = 'lagou' GROUP BY city ORDER BY city"));
        assertFalse(bytes(db()).contains("HR0"));
    }

    private static List<Exchange> visit() {
        return List.of(
                Exchange.of("https://www.lgstatic.com/a.js", "SECRETTOKEN"),
                new Exchange("https://www.lgstatic.com/a.png", 200, "", "image/png", "SECRETTOKEN", true),
                Exchange.of(LIST, "<html><body><script>window.X_Anti_Forge_Token = '';</script></body></html>"),
                Exchange.of(AJAX, SavedVisit.reply("北京", "python", 1, "虚构甲", "虚构乙", "虚构丙")),
                new Exchange(
                        RENDERED,
                        200,
                        "",
                        "text/html",
                        SavedVisit.renderedPage(SavedVisit.reply("深圳", "", 9, "虚构甲")),
                        true),
                Exchange.of(AJAX, SavedVisit.TOO_OFTEN),
                new Exchange(
                        LIST, 302, "https://passport.lagou.com/login/login.html?clientIp=192.0.2.77", "", "", false),
                Exchange.of(LIST, SavedVisit.CHALLENGE),
                Exchange.of(V2, "{\"data\":\"" + "QUJD".repeat(20) + "\"}"),
                Exchange.of(RENDERED, ""),
                Exchange.of("https://www.lagou.com/wn/jobs?kd=java", SavedVisit.renderedItems("", "x")));
    }

    private static String counts(Ran ran) {
        JsonNode file = ran.json().at("/files/0");
        return file.path("pages").asInt() + " " + file.path("rows").asInt() + " "
                + file.path("new").asInt();
    }

    private Ran imported(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("import", "--db", db().toString(), "--json", file.toString()));
        args.addAll(List.of(more));
        return Ran.paymap(args.toArray(String[]::new));
    }

    private List<String> rows(String query) throws Exception {
        return Db.rows(db(), query);
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1);
    }

    private static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
