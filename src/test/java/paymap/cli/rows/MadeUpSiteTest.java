package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.export.ParquetReading;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A made-up site is known by what it says of itself: under an address like any other its rows are marked everywhere. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MadeUpSiteTest {

    @TempDir
    private static Path folder;

    private static SandboxSite sandbox;
    private static String name;
    private static Path db;
    private static List<Ran> crawls;

    @BeforeAll
    static void crawlTwiceByAddress() throws Exception {
        sandbox = SandboxSite.start(SandboxOptions.defaults());
        name = sandbox.uri().getAuthority();
        db = folder.resolve("paymap.db");
        crawls = List.of(crawl(), crawl("--json"));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Ran crawl(String... more) {
        return paymap(
                db,
                Stream.concat(
                                Stream.of(
                                        "crawl",
                                        "--site",
                                        sandbox.uri().toString(),
                                        "--cities",
                                        "bj,sh",
                                        "--per-city",
                                        "20",
                                        "--rate",
                                        "max",
                                        "--era",
                                        "classic",
                                        "-n",
                                        "2"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static Ran paymap(Path db, String... args) {
        Ran ran = Ran.paymap(
                Stream.concat(Stream.of(args), Stream.of("--db", db.toString())).toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.out() + ran.err());
        return ran;
    }

    private static String marked() {
        return name + " (made-up data)";
    }

    @Test
    void theReportOfTheCrawlSaysSo() {
        String report = crawls.get(0).out();

        assertTrue(report.startsWith("Run 1: \"python\" from " + marked() + "\n"), report);
        assertTrue(report.contains("\nAverage pay by city, " + marked() + "\n"), report);
        assertTrue(crawls.get(1).json().path("made_up").asBoolean());
        assertEquals(name, crawls.get(1).json().path("site").asString());
    }

    @Test
    void theFiguresSaySo() {
        assertTrue(
                paymap(db, "stats").out().startsWith(marked() + ", keyword python: "),
                paymap(db, "stats").out());
        assertTrue(paymap(db, "stats", "--json").json().path("made_up").asBoolean());
    }

    @Test
    void theRunsSaySo() {
        assertTrue(
                paymap(db, "runs")
                        .out()
                        .lines()
                        .filter(line -> line.contains("crawl"))
                        .allMatch(line -> line.contains(marked())),
                paymap(db, "runs").out());
        paymap(db, "runs", "--json")
                .json()
                .forEach(run -> assertTrue(run.path("made_up").asBoolean(), run.toString()));
    }

    @Test
    void theTrendSaysSo() {
        String trend = paymap(db, "stats", "--trend").out();

        assertTrue(trend.startsWith("\"python\" from " + marked() + ", from run 1 "), trend);
        assertTrue(
                paymap(db, "stats", "--trend", "--json").json().path("made_up").asBoolean());
    }

    @Test
    void picturesPageAndSummariesSaySo() throws Exception {
        Path out = folder.resolve("charts");

        paymap(db, "chart", "--out", out.toString(), "--format", "svg");

        JsonNode summary = JsonMapper.builder().build().readTree(Files.readString(out.resolve("summary.json")));
        assertTrue(summary.path("made_up").asBoolean());
        assertTrue(Files.readAllLines(out.resolve("summary.csv")).get(1).endsWith(",1"));
        String page = Files.readString(out.resolve("index.html"));
        assertTrue(page.contains("(made-up data)</title>"));
        assertTrue(page.contains("Source: " + marked()));
        assertTrue(page.contains("来源：" + name + "（虚构数据）"));
        assertEquals(2, page.split("class=\"warning\"", -1).length - 1);
        List<Path> pictures = files(out, ".svg");
        assertEquals(14, pictures.size());
        for (Path picture : pictures) {
            String mark = picture.toString().endsWith("-zh.svg") ? "虚构数据" : "made-up data";
            assertTrue(Files.readString(picture).contains(mark), picture.toString());
        }
    }

    private static List<Path> files(Path folder, String ending) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void anExportSaysSoAndAnImportOfItKeepsIt(String format) throws Exception {
        Path file = folder.resolve("rows." + format);
        Path copy = folder.resolve(format + ".db");

        paymap(db, "export", "--out", file.toString());
        Ran imported = paymap(copy, "import", file.toString());

        List<String> lines = Files.readAllLines(file);
        assertEquals(format.equals("csv") ? 41 : 40, lines.size());
        lines.stream()
                .filter(line -> line.contains(name))
                .forEach(line ->
                        assertTrue(line.contains(format.equals("csv") ? "Z,1,python," : ",\"made_up\":1,"), line));
        assertTrue(imported.out().contains("Made-up data, as the site says of itself: 40 rows.\n"), imported.out());
        assertEquals(List.of(name + "|1|40"), Db.rows(copy, "SELECT site, made_up, count(*) FROM jobs GROUP BY 1, 2"));
        assertEquals(List.of("1"), Db.rows(copy, "SELECT made_up FROM runs"));
        assertTrue(paymap(copy, "stats").out().startsWith(marked()));
    }

    @Test
    void anExportAsParquetSaysSo() throws Exception {
        Path file = folder.resolve("rows.parquet");
        List<String> marks = new ArrayList<>();

        paymap(db, "export", "--out", file.toString());

        ParquetReading.each(file, (column, value) -> {
            if (column.equals("made_up")) {
                marks.add(value);
            }
        });
        assertEquals(Collections.nCopies(40, "1"), marks);
    }

    @Test
    void aVisitThatWasSavedIsKnownByTheHeadersOfItsReplies() throws Exception {
        Path copy = folder.resolve("har.db");
        Path har = Files.writeString(
                folder.resolve("visit.har"), harOf("/wn/jobs?kd=python&city=%E5%8C%97%E4%BA%AC&pn=1"));

        Ran imported = paymap(copy, "import", har.toString(), "--json");

        assertEquals(15, imported.json().at("/files/0/made_up").asInt(), imported.out());
        assertEquals(List.of(name + "|1"), Db.rows(copy, "SELECT DISTINCT site, made_up FROM jobs"));
        assertTrue(paymap(copy, "runs").out().contains(marked()));
        assertTrue(paymap(copy, "stats", "--json").json().path("made_up").asBoolean());
    }

    /** As the developer tools save it, with all headers of the reply. */
    private static String harOf(String path) throws Exception {
        URI url = URI.create(sandbox.uri() + path);
        try (SandboxSite rendered =
                SandboxSite.start(SandboxOptions.defaults().withEras(Set.of(SandboxOptions.Era.RENDERED)))) {
            HttpResponse<String> reply = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(rendered.uri() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            List<Map<String, String>> headers = new ArrayList<>();
            reply.headers()
                    .map()
                    .forEach((header, values) -> values.forEach(
                            value -> headers.add(new TreeMap<>(Map.of("name", header, "value", value)))));
            Map<String, Object> content = Map.of("mimeType", "text/html", "text", reply.body());
            Map<String, Object> response =
                    Map.of("status", reply.statusCode(), "headers", headers, "content", content, "redirectURL", "");
            Map<String, Object> entry = Map.of("request", Map.of("url", url.toString()), "response", response);
            return JsonMapper.builder()
                    .build()
                    .writeValueAsString(Map.of("log", Map.of("version", "1.2", "entries", List.of(entry))));
        }
    }

    @Test
    void aSiteThatSaysNothingIsNotMarked() throws Exception {
        Path other = folder.resolve("other.db");
        Path csv = Files.writeString(
                folder.resolve("other.csv"), "title,salary,city,made_up\na,10k-20k,北京,0\nb,20k-30k,北京,\n");

        paymap(other, "import", "--site", "elsewhere", csv.toString());

        assertTrue(
                paymap(other, "stats").out().startsWith("elsewhere, "),
                paymap(other, "stats").out());
        JsonNode figures = paymap(other, "stats", "--json").json();
        assertTrue(figures.has("made_up") && !figures.path("made_up").asBoolean());
        assertFalse(paymap(other, "runs").out().contains("made-up"));
    }

    @Test
    void oneInventedRowMarksTheWholeFigureAndOnlyFiguresItIsIn() throws Exception {
        Path mixed = folder.resolve("mixed.db");
        Path csv = Files.writeString(
                folder.resolve("mixed.csv"), "title,salary,city,made_up\na,10k-20k,北京,0\nb,20k-30k,上海,true\n");

        paymap(mixed, "import", "--site", "elsewhere", csv.toString());

        assertTrue(paymap(mixed, "stats").out().startsWith("elsewhere (made-up data), "));
        assertTrue(paymap(mixed, "stats", "--city", "bj").out().startsWith("elsewhere, "));
    }

    @Test
    void anExportOfAnEarlierVersionIsKnownByTheNameOfItsSite() throws Exception {
        Path old = folder.resolve("old.db");
        Path csv = Files.writeString(
                folder.resolve("old.csv"), "site,title,salary,city\nsandbox (made-up data),a,10k-20k,北京\n");

        paymap(old, "import", csv.toString());

        assertEquals(List.of("1"), Db.rows(old, "SELECT made_up FROM jobs"));
        assertTrue(paymap(old, "stats").out().startsWith("sandbox (made-up data), "), "said once");
    }

    @Test
    void whatWasSaidOnceStaysThoughASecondSightIsSilent() throws Exception {
        Path seen = folder.resolve("seen.db");
        String row = "title,salary,city,made_up\na,10k-20k,北京,";
        for (String mark : List.of("0", "1", "0")) {
            Path csv = Files.writeString(folder.resolve("seen" + mark + ".csv"), row + mark + "\n");
            paymap(seen, "import", csv.toString());
        }

        assertEquals(List.of("1"), Db.rows(seen, "SELECT made_up FROM jobs"));
    }

    @Test
    void aSecondLineOfTheSameFileMarksTheRowToo() throws Exception {
        Path twice = folder.resolve("twice.db");
        Path csv = Files.writeString(
                folder.resolve("twice.csv"), "title,salary,city,made_up\na,10k-20k,北京,0\na,10k-20k,北京,1\n");

        paymap(twice, "import", csv.toString());

        assertEquals(List.of("1"), Db.rows(twice, "SELECT made_up FROM jobs"));
    }
}
