package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;

/** Tables and lines of JSON, through the front door and into a real database. All rows are made up. */
class ImportCommandTest {

    private static final String THREE = """
            职位名称,薪资,城市,公司
            虚构开发工程师,15k-25k,北京,虚构甲
            虚构开发工程师,15k-25k,北京,虚构乙
            虚构测试工程师,10k-20k,上海,虚构丙
            """;

    @TempDir
    Path folder;

    @Test
    void aTableWithUsualNamesIsStoredDistinctWithItsOpenings() throws Exception {
        Ran ran = imported(file("rows.csv", THREE));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of(
                        "imported|北京|虚构开发工程师|15k-25k|15000|25000|month|2",
                        "imported|上海|虚构测试工程师|10k-20k|10000|20000|month|1"),
                rows("SELECT site, city, title, salary, salary_low, salary_high, salary_interval, openings FROM jobs"));
        assertEquals(List.of("import|imported||1|"), rows("SELECT kind, site, keyword, complete, why FROM runs"));
        assertEquals(
                List.of("北京|1|1|2|1", "上海|1|1|1|0"),
                rows("SELECT city, stored, fresh, seen, repeated FROM run_cities ORDER BY place"));
        assertEquals(List.of("2"), rows("SELECT count(*) FROM run_jobs"));
    }

    @Test
    void theSameFileTwiceAddsNothingNotEvenARun() throws Exception {
        Path rows = file("rows.csv", THREE);
        imported(rows);
        List<String> before = rows("SELECT count(*), sum(openings) FROM jobs");

        Ran again = imported(Files.copy(rows, folder.resolve("copy.csv")), "--json");

        assertEquals(0, again.exitCode(), again.err());
        assertEquals(before, rows("SELECT count(*), sum(openings) FROM jobs"));
        assertEquals(List.of("3"), rows("SELECT count(*) FROM openings"));
        assertEquals(List.of("1|1"), rows("SELECT count(*), max(complete) FROM runs"));
        JsonNode file = again.json().at("/files/0");
        assertEquals("3 0 2 1", counts(file));
        assertEquals(List.of("北京|1|1"), rows("SELECT city, stored, fresh FROM run_cities WHERE city = '北京'"));
    }

    @Test
    void statsAfterAnImportShowItsSite() throws Exception {
        imported(file("rows.csv", THREE));

        Ran stats = Ran.paymap("stats", "--db", db().toString(), "--json");

        assertEquals(0, stats.exitCode(), stats.err());
        assertEquals("imported", stats.json().path("site").asString());
        assertEquals(20_000.0, stats.json().at("/cities/0/mean").asDouble());
        assertEquals(2, stats.json().at("/cities/0/over_openings/n").asInt());
    }

    @Test
    void theKeywordOfAnImportCanBeAskedFor() throws Exception {
        imported(file("a.csv", THREE), "--keyword", "java");
        imported(file("b.csv", THREE.replace("虚构", "另外")), "--keyword", "python");

        Ran stats = Ran.paymap("stats", "--db", db().toString(), "--keyword", "java", "--json");

        assertEquals(1, stats.json().at("/cities/0/n").asInt());
        assertEquals(2, Integer.parseInt(rows("SELECT count(*) FROM runs").get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void everyUsualEncodingGivesTheSameRows(String encoding) throws Exception {
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        Path rows = Files.write(folder.resolve("rows.csv"), (mark + THREE).getBytes(Charset.forName(encoding)));

        Ran ran = imported(rows, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("3 2 0 1", counts(ran.json().at("/files/0")));
        assertEquals(List.of("虚构测试工程师|上海"), rows("SELECT title, city FROM jobs WHERE salary = '10k-20k'"));
    }

    @Test
    void theFirstChineseWordMayComeAfterMegabytesOfAscii() throws Exception {
        StringBuilder text = new StringBuilder("title,salary,city\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("engineer ").append(i).append(",15k-25k,beijing\n");
        }
        text.append("虚构工程师,15k-25k,上海\n");
        Path rows = Files.write(folder.resolve("rows.csv"), text.toString().getBytes(Charset.forName("GBK")));

        Ran ran = imported(rows, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("GB18030", ran.json().at("/files/0/encoding").asString());
        assertEquals(List.of("虚构工程师"), rows("SELECT title FROM jobs WHERE city = '上海'"));
        assertEquals(List.of("50000"), rows("SELECT count(*) FROM jobs WHERE city = '北京'"));
    }

    @Test
    void aBrokenByteCostsItsRowAndNoOther() throws Exception {
        byte[] whole = ("title,salary,city\n" + "虚构工程师,15k-25k,北京\n".repeat(30) + "坏X工程师,9k-10k,北京\n").getBytes(UTF_8);
        for (int i = 0; i < whole.length; i++) {
            whole[i] = whole[i] == 'X' ? (byte) 0xFF : whole[i];
        }

        Ran ran = imported(Files.write(folder.resolve("rows.csv"), whole), "--json");

        assertEquals(3, ran.exitCode(), ran.err());
        assertEquals("30 1 0 29", counts(ran.json().at("/files/0")));
        assertTrue(ran.err().contains("1 × bytes that are not text in this encoding"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsFound(String separator) throws Exception {
        Ran ran = imported(file("rows", THREE.replace(",", separator)), "--json");

        assertEquals("3 2 0 1", counts(ran.json().at("/files/0")));
    }

    @Test
    void quotesLineBreaksAndRaggedRowsAreRead() throws Exception {
        Path rows = file("rows.csv", """
                id,title,salary,city,company,extra
                1,"高级, ""虚构"" 工程师",15k-25k,北京,"虚构
                公司",x
                2,虚构工程师,8k-9k,北京
                3,太多,8k-9k,北京,虚构,x,y,z
                4,多余的空格,8k-9k,北京,虚构,x,,
                5,缺城市,8k-9k
                6,"半个"引号,8k-9k,北京

                """);

        Ran ran = imported(rows, "--json");

        assertEquals(3, ran.exitCode());
        assertEquals("4 4 0 0", counts(ran.json().at("/files/0")));
        assertEquals(List.of("高级, \"虚构\" 工程师|虚构 公司"), rows("SELECT title, company FROM jobs WHERE salary = '15k-25k'"));
        assertEquals(
                1,
                ran.json()
                        .at("/files/0/reasons/a row of 8 columns where the header has 6")
                        .asInt());
        assertEquals(
                1, ran.json().at("/files/0/reasons/no city; --city names one").asInt());
    }

    @Test
    void aHeaderInTheMiddleIsNoRow() throws Exception {
        Ran ran = imported(file("rows.csv", THREE + THREE.replace("15k-25k", "20k-30k")), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("6 3 0 3", counts(ran.json().at("/files/0")));
        assertEquals(1, ran.json().at("/files/0/repeated_headers").asInt());
    }

    @Test
    void aHugeCellIsRejectedWithItsReasonAndTheRestIsRead() throws Exception {
        Path rows = file(
                "rows.csv",
                "title,salary,city\n大,15k-25k,北京\n" + "x".repeat(10_000_000) + ",15k-25k,北京\n小,15k-25k,北京\n");
        Path rejects = folder.resolve("rejects.jsonl");

        Ran ran = imported(rows, "--rejects", rejects.toString(), "--json");

        assertEquals(3, ran.exitCode());
        assertEquals("2 2 0 0", counts(ran.json().at("/files/0")));
        assertTrue(Files.size(rejects) < 500, "the file of rejected rows has " + Files.size(rejects) + " bytes");
        assertTrue(Files.readString(rejects).contains("\"place\":\"line 3\",\"reason\":\"a cell of more than 50000"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsToldAndWhatCameBeforeIsKept() throws Exception {
        Ran ran = imported(file("rows.csv", "title,salary,city\n虚构,15k-25k,北京\n\"坏,15k-25k,北京\n丢,15k-25k,北京\n"));

        assertEquals(3, ran.exitCode());
        assertTrue(ran.err().contains("line 3 a quote is never closed"), ran.err());
        assertEquals(List.of("虚构"), rows("SELECT title FROM jobs"));
        assertEquals(List.of("0"), rows("SELECT complete FROM runs"));
    }

    @Test
    void columnsOfAnyNameAreNamedByTheUser() throws Exception {
        Path rows = file("rows.csv", "甲,乙,丙,丁\n虚构工程师,15k-25k,北京市朝阳区某路1号,虚构公司\n");
        Ran unknown = imported(rows);

        Ran named = imported(rows, "--columns", "title=甲,salary=乙,city=丙,company=丁", "--site", "zhaopin");

        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("甲 | 乙 | 丙 | 丁") && unknown.err().contains("--columns title=NAME"));
        assertEquals("", unknown.out());
        assertEquals(0, named.exitCode(), named.err());
        assertEquals(List.of("zhaopin|北京|虚构工程师|虚构公司"), rows("SELECT site, city, title, company FROM jobs"));
    }

    @Test
    void aTableWithoutAHeaderIsNamedByNumber() throws Exception {
        Ran ran = imported(
                file("rows.csv", "虚构工程师,15k-25k,北京\n虚构,salary,北京\ntitle,salary,city\n"),
                "--columns",
                "title=1,salary=2,city=3",
                "--json");

        assertEquals("2 2 0 0", counts(ran.json().at("/files/0")));
        assertEquals(1, ran.json().at("/files/0/repeated_headers").asInt());
    }

    @Test
    void theFirstRowOfATableWithoutNamesIsToldWithoutNumbersOfPeople() throws Exception {
        Ran ran = imported(file("rows.csv", "虚构工程师,某人,13000000000,hr@example.org\n"));

        assertEquals(2, ran.exitCode());
        assertFalse(ran.err().contains("13000000000") || ran.err().contains("example.org"), ran.err());
    }

    @Test
    void eachSiteOfATableHasARunOfItsOwn() throws Exception {
        imported(file("rows.csv", "title,salary,city,site\n虚构,15k-25k,北京,boss\n虚构,15k-25k,北京,zhaopin\n虚构,1k-2k,北京,\n"));

        assertEquals(
                List.of("boss|1", "imported|1", "zhaopin|1"),
                rows("SELECT r.site, count(*) FROM runs r JOIN run_jobs ON run_id = r.id JOIN jobs j ON j.id = job_id"
                        + " AND j.site = r.site GROUP BY r.site ORDER BY 1"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "15k-25k, , 15000, 25000, month, 12",
                "20k以上, , 20000, null, month, 12",
                "35k以下, , null, 35000, month, 12",
                "12-18K, , 12000, 18000, month, 12",
                "25-35K·13薪, , 25000, 35000, month, 13",
                "20-30k, 16, 20000, 30000, month, 16",
                "0.8-1.3万/月, , 8000, 13000, month, 12",
                "4.5-6千/月, , 4500, 6000, month, 12",
                "8千-1.2万·13薪, , 8000, 12000, month, 13",
                "7000-14000元, , 7000, 14000, month, 12",
                "20-50万/年, , 200000, 500000, year, 12",
                "200元/天, , 200, 200, day, 12",
                "300-330元/天, , 300, 330, day, 12",
                "100-120元/时, , 100, 120, hour, 12",
                "面议, , null, null, null, null",
                "薪资面议, , null, null, null, null",
                "-K, , null, null, null, null",
                "\uE031\uE032-\uE033\uE034K, , null, null, null, null"
            })
    void thePayOfEverySiteArrivesInFigures(
            String text, String months, String low, String high, String interval, String ofYear) throws Exception {
        imported(file(
                "rows.csv", "title,salary,city,months\n虚构," + text + ",北京," + (months == null ? "" : months) + "\n"));

        assertEquals(
                List.of(text + "|" + low + "|" + high + "|" + interval + "|" + ofYear),
                rows("SELECT salary, salary_low, salary_high, salary_interval, salary_months FROM jobs"));
    }

    @Test
    void payThatSaysNothingIsKeptAndCounted() throws Exception {
        Ran ran = imported(file("rows.csv", "title,salary,city\n甲,面议,北京\n乙,,北京\n丙,\uE031-\uE032K,北京\n"), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(2, ran.json().at("/files/0/undisclosed").asInt());
        assertEquals(1, ran.json().at("/files/0/unreadable_pay").asInt());
        assertEquals(List.of("3"), rows("SELECT count(*) FROM jobs WHERE salary_low IS NULL"));
    }

    @Test
    void linesOfJsonMayHaveTheirColumnsInAnyOrderAndSomeMayBeBroken() throws Exception {
        Path rows = file("rows.jsonl", """
                {"jobName":"虚构工程师","salaryDesc":"25-35K·13薪","cityName":"西安·雁塔区·高新软件园","brandName":"虚构"}
                {"cityName":"上海","salaryDesc":"12-18K","jobName":"虚构工程师","bossName":"某人"}
                {"jobName":"坏
                [1,2]
                {"jobName":"无","salaryDesc":"12-18K"}
                """);

        Ran ran = imported(rows, "--site", "boss", "--json");

        assertEquals(3, ran.exitCode());
        assertEquals("2 2 0 0", counts(ran.json().at("/files/0")));
        assertEquals(
                List.of("boss|西安|13", "boss|上海|12"), rows("SELECT site, city, salary_months FROM jobs ORDER BY id"));
        assertEquals(3, ran.json().at("/files/0/rejected").asInt());
    }

    @Test
    void anArrayOfObjectsIsReadRowByRow() throws Exception {
        Path rows = file("rows.json", """
                [
                  {"title": "虚构工程师", "salary": "15k-25k", "city": "beijing", "id": 7, "months": 14},
                  {"title": "虚构工程师", "salary": "15k-25k", "city": "北京市", "id": 8}
                ]
                """);

        Ran ran = imported(rows, "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(List.of("北京|14|2"), rows("SELECT city, salary_months, openings FROM jobs"));
        assertEquals(List.of("7", "8"), rows("SELECT position_id FROM openings ORDER BY 1"));
    }

    @Test
    void aCopyOfOurOwnTableComesBackAsItWas() throws Exception {
        imported(file("rows.csv", THREE), "--site", "boss");
        List<String> before = rows("SELECT site, city, title, salary, company FROM jobs ORDER BY id");
        StringBuilder copy = new StringBuilder("id,site,city,title,salary,salary_low,company,openings,first_seen\n");
        for (String row : before) {
            String[] cells = row.split("\\|");
            copy.append("9,")
                    .append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(',')
                    .append(cells[2]);
            copy.append(',').append(cells[3]).append(",1,").append(cells[4]).append(",1,2026-01-01\n");
        }
        Path other = folder.resolve("other.db");

        Ran ran = Ran.paymap(
                "import",
                "--db",
                other.toString(),
                file("copy.csv", copy.toString()).toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(before, Db.rows(other, "SELECT site, city, title, salary, company FROM jobs ORDER BY id"));
        assertEquals(List.of("0"), Db.rows(other, "SELECT count(*) FROM openings WHERE position_id = '9'"));
    }

    @Test
    void anExportComesBackAsTheSameTable() throws Exception {
        imported(file("rows.csv", THREE));
        String columns = "site, city, title, salary, salary_low, salary_high, salary_interval, salary_months, company,"
                + " district, experience, education, posted";
        for (String format : List.of("csv", "jsonl")) {
            Path copy = folder.resolve("copy." + format);
            Path other = folder.resolve("other-" + format + ".db");
            Ran.paymap("export", "--all-sites", "--db", db().toString(), "--out", copy.toString());

            Ran ran = Ran.paymap("import", "--db", other.toString(), copy.toString());

            assertEquals(0, ran.exitCode(), ran.err());
            String query = "SELECT " + columns + " FROM jobs ORDER BY site, city, title, salary";
            assertEquals(rows(query), Db.rows(other, query));
        }
    }

    @Test
    void quietSaysNothingUnlessSomethingIsWrong() throws Exception {
        Ran good = imported(file("rows.csv", THREE), "--quiet");
        Ran bad = imported(file("bad.csv", "title,salary,city\n,15k-25k,北京\n虚构工程师,9k-10k,北京\n"), "-q");

        assertEquals(new Ran(0, "", ""), good);
        assertEquals(3, bad.exitCode());
        assertEquals("", bad.out());
        assertTrue(bad.err().contains("1"), bad.err());
    }

    @Test
    void aDryRunStoresNothingAndShowsARow() throws Exception {
        Ran ran = imported(file("rows.csv", THREE), "--dry-run");

        assertEquals(0, ran.exitCode(), ran.err());
        assertFalse(Files.exists(db()));
        assertTrue(ran.out().contains("虚构甲") && ran.out().contains("Nothing was stored"), ran.out());
    }

    @Test
    void whatIsRejectedIsWrittenWithItsPlaceAndNothingElse() throws Exception {
        Path rejects = folder.resolve("rejects.jsonl");
        Path rows = file("rows.csv", "title,salary,city,hr\n,15k-25k,北京,某人甲\n虚构,15k-25k,全国,某人乙\n虚构,15k-25k,北京,某人丙\n");

        Ran ran = imported(rows, "--rejects", rejects.toString());

        assertEquals(3, ran.exitCode());
        assertEquals(
                List.of(
                        "{\"file\":\"" + rows + "\",\"place\":\"line 2\",\"reason\":\"no title\",\"title\":\"\","
                                + "\"salary\":\"15k-25k\",\"city\":\"北京\"}",
                        "{\"file\":\"" + rows + "\",\"place\":\"line 3\",\"reason\":\"a place that is no city\","
                                + "\"title\":\"虚构\",\"salary\":\"15k-25k\",\"city\":\"全国\"}"),
                Files.readAllLines(rejects));
        assertTrue(ran.err().contains("Rejected rows: 2: 1 × no title; 1 × a place that is no city"), ran.err());
    }

    @Test
    void filesThatAreNoListsAreNamedForWhatTheyAre() throws Exception {
        Path sheet = Files.write(folder.resolve("rows.csv"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        Path noise = file("noise", "just a line of words\nand another");
        Path empty = file("empty.json", "");

        Ran ran = imported(sheet, noise.toString(), empty.toString());

        assertEquals(1, ran.exitCode());
        assertTrue(ran.err().contains("save the sheet as CSV"), ran.err());
        assertTrue(ran.err().contains("looked for: a HAR"), ran.err());
        assertTrue(ran.err().contains("it is empty"), ran.err());
        assertTrue(ran.err().contains("no row could be read"), ran.err());
    }

    @Test
    void oneGoodFileAmongOthersIsStored() throws Exception {
        Ran ran = imported(
                file("noise", "just a line of words"), file("rows.csv", THREE).toString());

        assertEquals(3, ran.exitCode());
        assertEquals(List.of("2"), rows("SELECT count(*) FROM jobs"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--city atlantis rows.csv; unknown city \"atlantis\"",
                "--columns colour=3 rows.csv; no column \"colour\"",
                "--columns title rows.csv; not a column: \"title\"",
                "--columns title=没有 rows.csv; has no column \"没有\"",
                "--encoding klingon rows.csv; not an encoding: \"klingon\"",
                "- -; can be read once only"
            })
    void wrongUsageIsToldInOneSentenceAndMakesNothing(String line, String told) throws Exception {
        assertRefused(2, line, told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"missing.csv; there is no file", "./*.none; there is no file"})
    void aFileThatCannotBeReadIsNoWrongUsage(String line, String told) throws Exception {
        assertRefused(1, line, told);
    }

    private void assertRefused(int exitCode, String line, String told) throws Exception {
        file("rows.csv", THREE);
        String[] args =
                line.replace("rows.csv", folder.resolve("rows.csv").toString()).split(" ");

        Ran ran = Ran.paymap(java.util.stream.Stream.of(new String[] {"import", "--db", db().toString()}, args)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new));

        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains(told), ran.err());
        assertEquals("", ran.out());
        assertFalse(Files.exists(db()));
    }

    @Test
    void manyRowsAreStoredInSeveralTransactionsAndSomeAreRepeated() throws Exception {
        StringBuilder text = new StringBuilder("title,salary,city\n");
        for (int i = 0; i < 45_000; i++) {
            text.append("虚构工程师")
                    .append(i % 44_000)
                    .append(",")
                    .append(i % 40 + 1)
                    .append("k-80k,北京\n");
        }

        Ran ran =
                imported(Files.write(folder.resolve("rows.csv"), text.toString().getBytes(UTF_8)), "--json");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("45000 44000 0 1000", counts(ran.json().at("/files/0")));
        assertEquals(List.of("44000|44000"), rows("SELECT count(*), sum(openings) FROM jobs"));
        assertEquals(List.of("44000"), rows("SELECT count(*) FROM run_jobs"));
        assertEquals(List.of("44000|45000|1000"), rows("SELECT stored, seen, repeated FROM run_cities"));
    }

    @Test
    void anotherImportAddsOpeningsAndKeepsWhatItDoesNotKnow() throws Exception {
        imported(file("a.csv", "id,title,salary,city,company\n1,虚构,15k-25k,北京,虚构公司\n"));
        imported(file("b.csv", "id,title,salary,city,education\n2,虚构,15k-25k,北京,本科\n1,虚构,15k-25k,北京,本科\n"));

        assertEquals(List.of("虚构公司|本科|2"), rows("SELECT company, education, openings FROM jobs"));
        assertEquals(List.of("2"), rows("SELECT count(*) FROM runs"));
    }

    @Test
    void rejectedRowsNeverReplaceWhatIsReadOrTheDatabase() throws Exception {
        Path rows = Files.writeString(folder.resolve("own.csv"), "title,salary,city\nA,10k,nowhere\n");
        imported(rows);
        for (Path needed : List.of(rows, folder.resolve("paymap.db"))) {
            byte[] before = Files.readAllBytes(needed);

            Ran ran = imported(rows, "--rejects", needed.toString());

            assertEquals(2, ran.exitCode(), ran.err());
            assertEquals("paymap: --rejects names a file that is needed itself: " + needed + "\n", ran.err());
            org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(needed));
        }
    }

    @Test
    void standardInputIsReadLikeAFileAndItsCopyIsGone() throws Exception {
        java.io.InputStream before = System.in;
        long copies = copies();
        System.setIn(new java.io.ByteArrayInputStream(THREE.getBytes(Charset.forName("GBK"))));
        try {
            Ran ran = imported(Path.of("-"), "--json");

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals("3 2 0 1", counts(ran.json().at("/files/0")));
            assertEquals("-", ran.json().at("/files/0/file").asString());
            assertEquals(copies, copies());
        } finally {
            System.setIn(before);
        }
    }

    private static long copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("paymap-import"))
                    .count();
        }
    }

    private static String counts(JsonNode file) {
        return file.path("rows").asInt() + " " + file.path("new").asInt() + " "
                + file.path("known").asInt() + " " + file.path("repeated").asInt();
    }

    /** Linux lets the file be opened, and refuses each read of its first page. */
    @Test
    void aFileThatFailsUnderTheReadIsNamedWithTheReason() {
        Ran ran = imported(Path.of("/proc/self/mem"));

        assertEquals(1, ran.exitCode(), ran.err());
        assertEquals("paymap: /proc/self/mem cannot be read: Input/output error\n", ran.err());
        assertFalse(Files.exists(db()));
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

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
