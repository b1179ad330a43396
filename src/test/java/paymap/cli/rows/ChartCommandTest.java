package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.ChartDatabase;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command through the front door. */
class ChartCommandTest {

    private static final String SANDBOX = "sandbox (made-up data)";

    @TempDir
    private Path folder;

    private Path db;
    private Path out;

    @BeforeEach
    void fillADatabase() throws Exception {
        db = folder.resolve("paymap.db");
        out = folder.resolve("charts");
        try (ChartDatabase database = new ChartDatabase(db)) {
            database.run(1, SANDBOX, "python", "2026-11-20T08:00:00Z");
            database.rows(1, SANDBOX, "北京", "made-up", 30);
            database.rows(1, SANDBOX, "上海", "made-up", 20);
            database.row(1, SANDBOX, "上海", "<script>alert(1)</script>", "面议");
        }
    }

    private ChartRun chart(Object... more) {
        return ChartRun.paymap(Stream.concat(Stream.of("chart", "--db", db, "--out", out), Stream.of(more))
                .toArray());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesPicturesReportAndFiguresAndPrintsTheirNames() throws Exception {
        ChartRun run = chart("--lang", "zh", "--format", "svg");

        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                List.of(
                        "1-distribution-zh.svg",
                        "2-average-zh.svg",
                        "3-bands-zh.svg",
                        "4-box-zh.svg",
                        "6-at-least-zh.svg",
                        "index.html",
                        "summary.csv",
                        "summary.json"),
                files());
        assertEquals(8, run.out().lines().count());
        assertEquals(
                out.resolve("index.html").toString(),
                run.out().lines().findFirst().orElse(""));
        assertTrue(run.err().contains("北京的平均月薪最高，24.5k"), run.err());
    }

    @Test
    void theSummaryHasTheFiguresOfTheRows() throws Exception {
        chart("--only", "average", "--format", "svg");

        // Midpoints 10k, 11k, ... 39k and 10k ... 29k.
        assertEquals("""
                city,n,mean,p25,median,p75,not_drawn,keyword,made_up
                北京,30,24500,17250,24500,31750,0,python,1
                上海,20,19500,14750,19500,24250,1,python,1
                """, Files.readString(out.resolve("summary.csv")));
        JsonNode json = JsonMapper.builder().build().readTree(Files.readString(out.resolve("summary.json")));
        assertTrue(json.path("made_up").asBoolean());
        assertEquals("2026-11-20T08:00:00Z", json.at("/collected/first").asString());
        assertEquals(
                "{\"city\":\"北京\",\"n\":30,\"mean\":24500,\"p25\":17250,\"median\":24500,\"p75\":31750,"
                        + "\"not_drawn\":0,\"why\":{\"open_ended\":0,\"undisclosed\":0,\"day_or_hour_rate\":0,"
                        + "\"unreadable\":0}}",
                json.at("/cities/0").toString());
    }

    @ParameterizedTest
    @CsvSource({"--min-n, 21", "--top, 1"})
    void drawsOnlyTheCitiesAskedForAndKeepsTheFiguresOfAll(String option, String value) throws Exception {
        ChartRun run = chart("--format", "svg", option, value);

        assertEquals(0, run.exitCode(), run.err());
        String page = Files.readString(out.resolve("index.html"));
        assertFalse(page.contains("上海"), "in no table and no picture");
        assertTrue(page.contains("Left out as asked: 21 postings in 1 more city."));
        assertTrue(Files.readString(out.resolve("summary.csv")).contains("\n上海,20,19500,"));
    }

    @Test
    void drawsGroupsByAnythingElseThanCities() throws Exception {
        ChartRun run = chart("--format", "svg", "--lang", "en", "--by", "keyword", "--basis", "package");

        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("Jobs for python offer"), run.err());
        assertTrue(Files.readString(out.resolve("index.html")).contains("Advertised pay by keyword"));
        assertTrue(Files.readString(out.resolve("index.html")).contains("a year&#39;s pay with its extra months"));
        assertTrue(Files.readString(out.resolve("summary.csv")).startsWith("keyword,n,mean,"));
    }

    @Test
    void groupsByTwoThingsAreRefused() {
        ChartRun run = chart("--by", "city,experience");

        assertEquals(2, run.exitCode());
        assertTrue(
                run.err()
                        .contains(
                                "chart draws groups by one thing; experience and education of each are drawn in any case"),
                run.err());
    }

    @Test
    void theOptionsOfEChartsAreFilesOfTheirOwn() throws Exception {
        ChartRun run = chart("--format", "echarts", "--lang", "zh", "--only", "average");

        assertEquals(0, run.exitCode(), run.err());
        assertEquals(List.of("2-average-zh.echarts.json", "index.html", "summary.csv", "summary.json"), files());
        JsonNode option =
                JsonMapper.builder().build().readTree(Files.readString(out.resolve("2-average-zh.echarts.json")));
        assertEquals(
                "[\"北京 (n = 30)\",\"上海 (n = 20)\"]", option.at("/yAxis/0/data").toString());
    }

    @Test
    void aSmallSampleStandsInNoHeadline() throws Exception {
        Path other = folder.resolve("small.db");
        try (ChartDatabase database = new ChartDatabase(other)) {
            database.run(1, SANDBOX, "python", "2026-11-20T08:00:00Z");
            database.rows(1, SANDBOX, "北京", "made-up", 30);
            database.rows(1, SANDBOX, "上海", "made-up", 20);
            database.rows(1, SANDBOX, "合肥", "made-up", 6);
        }
        ChartRun run = ChartRun.paymap("chart", "--db", other, "--out", out, "--format", "svg", "--only", "average");

        assertTrue(run.err().contains("; Shanghai the lowest, 19.5k (median 19.5k, n = 20)."), run.err());
        assertFalse(run.err().contains("Hefei"), run.err());
        assertTrue(Files.readString(out.resolve("index.html")).contains("; Shanghai the lowest, 19.5k"));
    }

    @Test
    void sameDataSameBytes() throws Exception {
        chart();
        for (String name : files()) {
            Files.copy(out.resolve(name), folder.resolve(name));
        }
        assertEquals(0, chart().exitCode());
        for (String name : files()) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(out.resolve(name)), name);
        }
    }

    @Test
    void marksMadeUpDataInEveryPictureAndTheReport() throws Exception {
        chart("--format", "svg");

        for (String name : files()) {
            String text = Files.readString(out.resolve(name));
            if (!name.startsWith("summary")) {
                assertTrue(text.contains(name.endsWith("-zh.svg") ? "虚构数据" : "made-up data"), name);
            }
        }
        String page = Files.readString(out.resolve("index.html"));
        assertTrue(page.contains("<title>python: advertised pay by city (made-up data)</title>"));
        assertTrue(page.contains("虚构数据"));
    }

    @Test
    void whatCameFromASiteStaysText() throws Exception {
        try (ChartDatabase database = new ChartDatabase(db)) {
            database.run(2, "evil<b>&\"", "<script>alert(2)</script>", "2026-11-21T08:00:00Z");
        }
        Path evil = folder.resolve("evil.db");
        try (ChartDatabase database = new ChartDatabase(evil)) {
            database.run(1, "evil<b>", "<script>alert(2)</script>", "2026-11-21T08:00:00Z");
            database.rows(1, "evil<b>", "<img src=x>", "<script>alert(1)</script>", 9);
        }
        ChartRun run = ChartRun.paymap(
                "chart",
                "--db",
                evil,
                "--out",
                out,
                "--keyword",
                "<script>alert(2)</script>",
                "--heading",
                "<script>alert(3)</script>");

        assertEquals(0, run.exitCode(), run.err());
        String page = Files.readString(out.resolve("index.html"));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<img"));
        assertTrue(page.contains("&lt;script&gt;alert(3)&lt;/script&gt;"));
        assertTrue(page.contains("&lt;img src=x&gt;"));
    }

    @Test
    void aSpreadsheetDoesNotRunACitysName() throws Exception {
        Path evil = folder.resolve("evil.db");
        try (ChartDatabase database = new ChartDatabase(evil)) {
            database.run(1, "s", "k", "2026-11-21T08:00:00Z");
            database.rows(1, "s", "=1+1,\"x\"", "t", 9);
        }
        ChartRun.paymap("chart", "--db", evil, "--out", out, "--only", "2");

        assertTrue(Files.readString(out.resolve("summary.csv")).contains("\"'=1+1,\"\"x\"\"\",9,"));
    }

    @Test
    void drawsTheTrendOfSeveralRuns() throws Exception {
        try (ChartDatabase database = new ChartDatabase(db)) {
            database.run(2, SANDBOX, "python", "2026-11-21T08:00:00Z");
        }
        assertEquals(0, chart("--format", "svg").exitCode());
        assertFalse(files().contains("7-trend-en.svg"), "the second run found nothing");

        Path other = folder.resolve("other.db");
        try (ChartDatabase database = new ChartDatabase(other)) {
            database.run(1, "s", "k", "2026-11-20T08:00:00Z");
            database.rows(1, "s", "北京", "a", 9);
            database.run(2, "s", "k", "2026-11-21T08:00:00Z");
            database.rows(2, "s", "北京", "b", 19);
        }
        ChartRun run = ChartRun.paymap("chart", "--db", other, "--out", out, "--format", "svg");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.readString(out.resolve("7-trend-en.svg"))
                .contains("Beijing (mean / median): 2026-11-20 14.0k / 14.0k, 2026-11-21 19.0k / 19.0k."));
    }

    @ParameterizedTest
    @CsvSource({
        "--lang, fr, 'unknown language \"fr\"; allowed: zh, en'",
        "--format, gif, 'unknown format \"gif\"; allowed: png, svg'",
        "--only, pie, 'unknown chart \"pie\"; known: 1-distribution, 2-average'",
        "--only, trend, 'the trend needs at least two runs'",
        "--lang, ',', '--lang names nothing'",
        "--min-n, 31, 'no city has 31 postings; the most is 30'",
        "--min-n, -1, '--min-n is -1; allowed: 0 or more'",
        "--top, 0, '--top is 0; allowed: 1 or more'",
        "--city, atlantis, 'unknown city'",
        "--colour, red, 'unknown option'"
    })
    void refusesWhatItDoesNotKnowInOneSentence(String option, String value, String sentence) {
        assertNothingDrawn(2, option, value, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "--city, gz, 'no rows of sandbox (made-up data) for the keyword \"python\" in 广州; there are rows of: '",
        "--keyword, cobol, 'no rows of sandbox (made-up data) for the keyword \"cobol\"; there are rows for: python ('",
        "--site, lagou, 'no rows of the site \"lagou\"; there are rows of: sandbox (made-up data) ('"
    })
    void saysWhatThereIsWhereNothingMatches(String option, String value, String sentence) {
        assertNothingDrawn(1, option, value, sentence);
    }

    private void assertNothingDrawn(int exitCode, String option, String value, String sentence) {
        ChartRun run = chart(option, value);

        assertEquals(exitCode, run.exitCode());
        assertTrue(run.err().contains(sentence), run.err());
        assertEquals("", run.out());
        assertFalse(Files.exists(out), "nothing was written");
    }

    @Test
    void anEmptyDatabaseSaysHowToFillIt() throws Exception {
        Path empty = folder.resolve("empty.db");
        new ChartDatabase(empty).close();
        ChartRun run = ChartRun.paymap("chart", "--db", empty, "--out", out);

        assertEquals(1, run.exitCode());
        assertEquals(
                "paymap: the database holds no rows yet; paymap crawl collects some, paymap import takes in what you"
                        + " saved",
                run.err().strip());
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        ChartRun run = ChartRun.paymap("chart", "--db", folder.resolve("none.db"), "--out", out);

        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("there is no database"), run.err());
    }

    @Test
    void aFileWhereTheFolderShouldBeIsRefused() throws Exception {
        Files.writeString(out, "mine");

        assertEquals(
                "paymap: " + out + " is a file; name a folder", chart().err().strip());
        assertEquals(2, chart().exitCode());
        assertEquals("mine", Files.readString(out));
        out = out.resolve("below");
        assertEquals(2, chart().exitCode());
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        out = Path.of("/proc/paymap-charts");
        ChartRun run = chart();

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("paymap: the folder /proc/paymap-charts cannot be written"), run.err());
    }

    @Test
    void partialOutputNeverReplacesAGoodEarlierOne() throws Exception {
        Files.createDirectories(out.resolve("summary.csv")); // a folder where a file must go
        Files.writeString(out.resolve("2-average-en.svg"), "good");
        ChartRun run = chart();

        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("summary.csv: it is a folder"), run.err());
        assertEquals(List.of("2-average-en.svg", "summary.csv"), files());
        assertEquals("good", Files.readString(out.resolve("2-average-en.svg")));
    }

    @Test
    void saysWhichPicturesAreFromAnEarlierRun() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("5-heat-en.svg"), "old");
        Files.writeString(out.resolve("holiday.png"), "mine");

        String err = chart().err();
        assertTrue(err.contains("from an earlier run, not drawn by this one: 5-heat-en.svg\n"), err);
    }

    @Test
    void tellsWhichLettersItsFontLacks() throws Exception {
        ChartRun run = chart("--heading", "pay 😀");

        assertEquals(0, run.exitCode());
        assertTrue(run.err().contains("the bundled font has no U+1F600"), run.err());
    }

    @Test
    void drawsASinglePostingAndACityWithoutPay() throws Exception {
        Path small = folder.resolve("small.db");
        try (ChartDatabase database = new ChartDatabase(small)) {
            database.run(1, "s", "k", "2026-11-21T08:00:00Z");
            database.row(1, "s", "北京", "one", "10k-20k");
            database.row(1, "s", "上海", "none", "面议");
        }
        ChartRun run = ChartRun.paymap("chart", "--db", small, "--out", out, "--only", "1,2,3,4,5,6");

        assertEquals(0, run.exitCode(), run.err());
        assertEquals(24 + 3, files().size());
        assertTrue(Files.readString(out.resolve("summary.csv")).contains("\n上海,0,,,,,1,k,0\n"));
    }

    @Test
    void theSummaryHasTheFiguresThatStatsPrints() throws Exception {
        chart("--only", "average", "--format", "svg");
        JsonNode drawn = JsonMapper.builder().build().readTree(Files.readString(out.resolve("summary.json")));
        JsonNode printed = Ran.paymap("stats", "--json", "--db", db.toString()).json();

        assertEquals(printed.path("unit"), drawn.path("unit"));
        assertEquals(2, printed.path("cities").size());
        for (int i = 0; i < printed.path("cities").size(); i++) {
            JsonNode row = printed.path("cities").get(i);
            JsonNode picture = drawn.path("cities").get(i);
            for (String figure : List.of("city", "n", "mean", "median", "p25", "p75")) {
                if (figure.equals("city")) {
                    assertEquals(
                            row.path(figure).asString(), picture.path(figure).asString());
                } else {
                    assertEquals(
                            row.path(figure).asDouble(), picture.path(figure).asDouble(), figure);
                }
            }
            assertEquals(row.at("/not_in_mean/undisclosed"), picture.at("/why/undisclosed"));
        }
    }
}
