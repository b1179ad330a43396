package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of a store that holds several keywords: one job is never averaged with another unless the user says so. */
class SeveralKeywordsTest {

    private static final String UNIT =
            "CNY a month before tax, advertised, midpoint of the range, extra months not counted";

    @TempDir
    private Path folder;

    @BeforeEach
    void threeSearchesAndAnEmptyOne() throws Exception {
        try (ChartDatabase database = new ChartDatabase(db())) {
            database.run(1, "s", "Python", "2026-11-01T08:00:00Z");
            database.rows(1, "s", "北京", "p", 10);
            database.run(2, "s", "Java", "2026-11-02T08:00:00Z");
            database.rows(2, "s", "北京", "j", 20);
            database.run(3, "s", "python", "2026-11-03T08:00:00Z");
            database.row(3, "s", "北京", "lower", "50k-60k");
            database.run(4, "s", "Go", "2026-11-04T08:00:00Z");
            database.rows(4, "s", "北京", "g", 30);
            database.run(5, "s", "cobol", "2026-11-05T08:00:00Z"); // found nothing
            database.run(6, "empty", "Rust", "2026-11-06T08:00:00Z"); // nor did this
        }
    }

    private Path db() {
        return folder.resolve("several.db");
    }

    private Ran stats(String... more) {
        return paymap("stats", more);
    }

    private Ran paymap(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "--db", db().toString()));
        words.addAll(List.of(more));
        return Ran.paymap(words.toArray(String[]::new));
    }

    @Test
    void theFigureIsOfTheKeywordSearchedLastAndSaysSo() {
        Ran ran = stats();

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("s, keyword Go: " + UNIT, ran.out().lines().findFirst().orElse(""));
        assertTrue(ran.out().contains("北京  30  24,500"), ran.out());
        assertEquals(
                "Keyword Go; also stored: python, Java."
                        + " --keyword names one, --all-keywords takes every row together.",
                ran.err().strip());
    }

    @ParameterizedTest
    @CsvSource({"Python, Python, 11", "python, python, 11", "PYTHON, python, 11", "java, Java, 20"})
    void aKeywordIsFoundInAnyCaseAndWhoNamesItIsToldNoMore(String typed, String named, int n) {
        Ran ran = stats("--keyword", typed);

        assertEquals(
                "s, keyword " + (typed.equals("Python") ? "python" : named) + ": " + UNIT,
                ran.out().lines().findFirst().orElse(""));
        assertTrue(ran.out().contains("北京  " + n + " "), ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void rowsOfAllKeywordsAreMixedOnlyOnDemandAndTheFirstLineSaysWhich() {
        Ran ran = stats("--all-keywords");

        assertEquals(
                "s, keywords Go + python + Java together: " + UNIT,
                ran.out().lines().findFirst().orElse(""));
        assertTrue(ran.out().contains("北京  61 "), ran.out());
        assertEquals("", ran.err());
    }

    @Test
    void jsonNamesTheKeywordAndTheOthers() {
        JsonNode one = stats("--json").json();
        assertEquals("Go", one.path("keyword").asString());
        assertEquals("[\"Go\"]", one.path("keywords").toString());
        assertEquals("[\"python\",\"Java\"]", one.path("other_keywords").toString());
        assertTrue(one.path("note").asString().startsWith("Keyword Go; also stored: python, Java."));
        assertEquals(30, one.at("/cities/0/n").asInt());

        JsonNode all = stats("--json", "--all-keywords").json();
        assertTrue(all.path("keyword").isNull());
        assertEquals("[\"Go\",\"python\",\"Java\"]", all.path("keywords").toString());
        assertEquals(61, all.at("/cities/0/n").asInt());
        assertEquals("", stats("--json").err(), "JSON has the note itself");
    }

    @Test
    void aKeywordThatIsReallyCalledAllCanBeAskedFor() throws Exception {
        Db.change(db(), "UPDATE runs SET keyword = 'all' WHERE id = 2");

        assertTrue(stats("--keyword", "all").out().startsWith("s, keyword all: "));
        assertTrue(stats("--keyword", "all").out().contains("北京  20 "));
    }

    @Test
    void anUnknownKeywordIsRefusedWithThoseThatAreStored() {
        for (String command : List.of("stats", "chart")) {
            Ran ran = paymap(command, "--keyword", "cobol");
            assertEquals(1, ran.exitCode());
            assertEquals("", ran.out());
            assertEquals(
                    "paymap: no rows of s for the keyword \"cobol\"; there are rows for: Go (30), python (11), Java (20)",
                    ran.err().strip());
        }
        Ran both = stats("--keyword", "Go", "--all-keywords");
        assertEquals(2, both.exitCode());
        assertTrue(both.err().contains("--keyword and --all-keywords exclude each other"), both.err());
    }

    @Test
    void severalAreTakenTogetherWhereTheyAreNamedByCommas() {
        Ran table = stats("--keyword", "JAVA, go");

        assertEquals(0, table.exitCode(), table.err());
        assertTrue(table.out().startsWith("s, keywords Go + Java together: "), table.out());
        JsonNode json = stats("--keyword", "java，Go", "--json").json();
        assertTrue(json.path("keyword").isNull(), json.toString());
        assertEquals("[\"Go\",\"Java\"]", json.path("keywords").toString());
        assertEquals(50, json.at("/cities/0/n").asInt());
        assertEquals(51, paymap("export", "--keyword", "java,go").out().lines().count());
        assertEquals(1, stats("--keyword", "java,rust").exitCode());
        assertTrue(stats("--keyword", "java,rust")
                .err()
                .contains("for the keyword \"rust\"; there are rows for: Go (30)"));
    }

    @Test
    void aCommaMayBePartOfAKeyword() throws Exception {
        Db.change(db(), "UPDATE runs SET keyword = 'go, java' WHERE keyword = 'Go'");

        assertTrue(stats("--keyword", "Go, Java").out().startsWith("s, keyword go, java: "));
    }

    @Test
    void aFilterThatMatchesNothingSaysWhoseRowsWereLookedAt() {
        Ran ran = stats("--city", "sh");

        assertEquals(1, ran.exitCode());
        assertEquals(
                "paymap: no rows of s for the keyword \"Go\" in 上海; there are rows of: 北京 (30)",
                ran.err().strip());
    }

    @Test
    void manyKeywordsAreCountedInsteadOfNamed() throws Exception {
        for (int i = 10; i < 20; i++) {
            Db.change(
                    db(),
                    "INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES (?, 'p', 's', ?, 9, ?)",
                    i,
                    "k" + i,
                    "2026-11-09T08:00:00Z");
            Db.change(db(), "INSERT INTO run_jobs VALUES (?, 1)", i);
        }

        assertTrue(stats().err().startsWith("Keyword k19; also stored: k18, k17, k16, k15, k14, 7 more. "));
    }

    @Test
    void aSettingGivesWayToAllKeywords() {
        java.util.Map<String, String> setting = java.util.Map.of("PAYMAP_KEYWORD", "java");
        String db = db().toString();

        assertTrue(Ran.paymap(setting, "stats", "--db", db).out().startsWith("s, keyword Java: "));
        assertTrue(Ran.paymap(setting, "stats", "--db", db, "--all-keywords")
                .out()
                .startsWith("s, keywords Go + python + Java together: "));
    }

    @Test
    void aCrawlThatFoundNothingHidesNoOtherSite() throws Exception {
        assertTrue(stats().out().startsWith("s, "));
        Db.change(db(), "DELETE FROM runs");
        assertTrue(stats().out().startsWith("s: "), "rows of no run");
    }

    @Test
    void rowsImportedWithoutAKeywordAreNamedAndCanBeAskedFor() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), "title,salary,city\n虚构,10k-20k,北京\n");
        Path other = Files.writeString(folder.resolve("b.csv"), "title,salary,city\n另外,20k-30k,北京\n");
        assertEquals(0, paymap("import", csv.toString()).exitCode());
        assertEquals(
                "imported, no keyword: " + UNIT,
                stats().out().lines().findFirst().orElse(""));
        assertEquals("", stats().err());
        assertEquals(0, paymap("import", "--keyword", "java", other.toString()).exitCode());

        Ran java = stats();
        assertTrue(java.out().startsWith("imported, keyword java: "), java.out());
        assertEquals(
                "Keyword java; also stored: rows without a keyword (--keyword \"\")."
                        + " --keyword names one, --all-keywords takes every row together.",
                java.err().strip());
        Ran none = stats("--keyword", "");
        assertTrue(none.out().startsWith("imported, no keyword: "), none.out());
        assertTrue(none.out().contains("北京  1  15,000"), none.out());
        assertTrue(stats("--all-keywords").out().startsWith("imported, keywords java + no keyword together: "));
    }

    @Test
    void anExportKeepsHandingOnEveryRow() {
        assertEquals(62, paymap("export").out().lines().count());
        assertEquals(12, paymap("export", "--keyword", "PYTHON").out().lines().count());
    }

    private Path out() {
        return folder.resolve("charts");
    }

    private String drawn(String name) throws Exception {
        return Files.readString(out().resolve(name));
    }

    @Test
    void everyPictureAndThePageNameTheKeyword() throws Exception {
        Ran ran = paymap("chart", "--out", out().toString(), "--format", "svg");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("\nKeyword Go; also stored: python, Java. --keyword names one"), ran.err());
        try (Stream<Path> files = Files.list(out())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".svg")).toList()) {
                String title = file.toString().endsWith("-zh.svg") ? "Go：" : "Go: ";
                String text = Files.readString(file);
                assertTrue(text.contains(">" + title) || text.contains("<title>" + title), file.toString());
            }
        }
        String page = drawn("index.html");
        assertTrue(page.contains("<title>Go: advertised pay by city</title>"));
        assertTrue(page.contains("<h1>Go: advertised pay by city</h1>"));
        assertTrue(page.contains("<h1>Go：各城市招聘月薪</h1>"));
        assertTrue(page.contains("Also stored, but not in these figures: python, Java."));
        assertTrue(page.contains("另有未计入的关键词：python、Java。"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keyword=pYthon", ""})
    void theSummariesNameTheKeyword(String option) throws Exception {
        String[] more = Stream.of("--out", out().toString(), "--format", "svg", "--only", "2", option)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        assertEquals(0, paymap("chart", more).exitCode());
        String keyword = option.isEmpty() ? "Go" : "python";

        List<String> lines = drawn("summary.csv").lines().toList();
        assertTrue(lines.get(0).endsWith(",keyword,made_up"), lines.get(0));
        assertTrue(lines.get(1).endsWith("," + keyword + ",0"), lines.get(1));
        JsonNode json = JsonMapper.builder().build().readTree(drawn("summary.json"));
        assertEquals(keyword, json.path("keyword").asString());
        assertEquals(2, json.path("other_keywords").size());
    }

    @Test
    void mixedPicturesSaySo() throws Exception {
        assertEquals(
                0,
                paymap("chart", "--out", out().toString(), "--format", "svg", "--all-keywords", "--only", "2")
                        .exitCode());

        assertTrue(drawn("index.html").contains("<h1>Go + python + Java: advertised pay by city</h1>"));
        assertTrue(drawn("index.html").contains("keywords, taken together: Go, python, Java"));
        assertFalse(drawn("index.html").contains("Also stored"));
        assertTrue(drawn("summary.csv").contains(",Go + python + Java,0\n"));
        JsonNode json = JsonMapper.builder().build().readTree(drawn("summary.json"));
        assertTrue(json.path("keyword").isNull());
        assertEquals(3, json.path("keywords").size());
    }

    @Test
    void spellingsOfOneKeywordHaveATrend() throws Exception {
        Db.change(db(), "UPDATE runs SET plan = id");
        Db.change(db(), "INSERT INTO run_cities (run_id, place, city, page_size) SELECT id, 0, '北京', 15 FROM runs");
        assertEquals(
                0,
                paymap("chart", "--out", out().toString(), "--format", "svg", "--keyword", "python", "--only", "7,2")
                        .exitCode());

        Ran trend = stats("--trend", "--keyword", "python");
        assertEquals(0, trend.exitCode(), trend.err());
        assertFalse(trend.out().contains("different words"), trend.out());
    }

    @Test
    void picturesTakeOnlyRowsSeenSinceAndSaySo() throws Exception {
        Db.change(db(), "UPDATE jobs SET last_seen = '2026-10-01T08:00:00Z' WHERE title <> 'g 0'");
        Ran ran = paymap("chart", "--out", out().toString(), "--only", "2", "--since", "2026-11-10");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(drawn("index.html").contains("; only seen since 2026-11-"), ran.err());
        assertEquals(
                1,
                JsonMapper.builder()
                        .build()
                        .readTree(drawn("summary.json"))
                        .at("/cities/0/n")
                        .asInt());
    }
}
