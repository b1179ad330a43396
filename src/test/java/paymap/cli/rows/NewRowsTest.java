package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.console.LocalTime;
import paymap.store.SqliteStore;
import tools.jackson.databind.JsonNode;

/** What is new, of rows that were put there by hand. */
class NewRowsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        SqliteStore.open(db()).close();
        Db.change(
                db(),
                "INSERT INTO runs (id, plan, site, keyword, per_city, started, ended, complete) VALUES"
                        + " (1, 'p', 'a', 'python', 9, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z', 1),"
                        + " (2, 'p', 'a', 'python', 9, '2026-11-08T00:00:00Z', '2026-11-08T00:00:00Z', 1)");
        job(1, "old", "10k-20k", "2026-11-01T00:00:00Z", "2026-11-08T00:00:00Z");
        job(2, "older half", "10k-20k", "2026-11-08T00:00:00Z", "2026-11-08T00:00:00Z");
        job(3, "newer half", "20k-30k", "2026-11-08T00:00:00.5Z", "2026-11-08T00:00:01Z");
    }

    @Test
    void theNewestRowsComeFirst() throws Exception {
        Db.change(db(), "UPDATE jobs SET company = '示例', posted = '2026-11-07' WHERE id = 3");

        String seen = LocalTime.of(Instant.parse("2026-11-08T00:00:00Z"));
        assertEquals("""
                a: 2 rows first seen since %1$s, the newest first.
                City  job title   salary   company  posted      first seen
                北京  newer half  20k-30k  示例     2026-11-07  %1$s
                北京  older half  10k-20k                       %1$s
                """.formatted(seen), stats("--since", "run:2").out());
    }

    @Test
    void aColumnWithoutValuesIsNotThere() {
        assertEquals(
                "City  job title   salary   first seen",
                stats("--since", "run:2").out().lines().toList().get(1));
    }

    @Test
    void aRowThatIsOnlySeenAgainIsNotNew() {
        String out = stats("--since", "2026-11-05").out();

        assertTrue(out.startsWith("a: 2 rows first seen"), out);
        assertFalse(out.contains("  old "), out);
    }

    @Test
    void whereNothingIsOlderItIsTold() {
        String out = stats("--since", "2026-10-01").out();

        assertTrue(out.contains("\nNothing was collected before "), out);
        assertTrue(out.startsWith("a: 3 rows first seen"), out);
    }

    @Test
    void nothingNewIsNoMistakeAndNothingAtAllIsOne() {
        Ran none = stats();
        assertEquals(0, none.exitCode(), none.err());
        assertTrue(none.out().startsWith("a: no row was first seen since "), none.out());
        assertEquals("[ ]\n", stats("--json").out());
        assertSentence(1, "no rows of a for the keyword \"cobol\"", "--keyword", "cobol");
        assertSentence(1, "no rows of a in 上海", "--city", "sh", "--json");
    }

    @Test
    void moreThanTheTopAreCounted() throws Exception {
        for (int i = 0; i < 60; i++) {
            job(100 + i, "row " + i, "1k", "2026-11-08T00:00:00Z", "2026-11-08T00:00:00Z");
        }

        List<String> lines = stats("--since", "run:2").out().lines().toList();
        assertEquals("... and 12 more; --top N shows more.", lines.get(lines.size() - 1));
        assertEquals(2 + 50 + 1, lines.size());
        assertEquals(
                2 + 62, stats("--since", "run:2", "--top", "62").out().lines().count());
        assertEquals(62, stats("--since", "run:2", "--json").json().size());
        assertEquals(1, stats("--since", "run:2", "--json", "--top", "1").json().size());
    }

    @Test
    void jsonHasTheColumnsOfAnExport() {
        JsonNode rows = stats("--since", "run:2", "--json").json();

        assertEquals(
                List.of("newer half", "older half"),
                List.of(rows.at("/0/title").asString(), rows.at("/1/title").asString()));
        assertEquals("2026-11-08T00:00:00.5Z", rows.at("/0/first_seen").asString());
        assertEquals(
                paymap.job.JobRow.COLUMNS.stream()
                        .map(paymap.job.JobRow.Column::name)
                        .toList(),
                List.copyOf(rows.path(0).propertyNames()));
    }

    @Test
    void filtersApply() {
        assertEquals(
                1,
                stats("--since", "2026-10-01", "--min-pay", "20k", "--json")
                        .json()
                        .size());
        assertEquals(
                2,
                stats("--since", "2026-10-01", "--title", "half", "--json")
                        .json()
                        .size());
        assertTrue(stats("--since", "2026-10-01", "--title", "half", "--keyword", "python")
                .out()
                .startsWith("a, python, title with \"half\": 2 rows first seen"));
    }

    @Test
    void aFeedIsWrittenWholeAndTheSameEachTime() throws Exception {
        job(
                4,
                "<script>alert(1)</script> & \u202Eevil\u0000\u0008 😀",
                "]]>",
                "2026-11-09T00:00:00Z",
                "2026-11-09T00:00:00Z");
        Path file = folder.resolve("new.xml");

        Ran ran = stats("--since", "run:2", "--atom", file.toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("", ran.out());
        assertEquals("3 entries written to " + file + "\n", ran.err());
        byte[] first = Files.readAllBytes(file);
        Document feed = parsed(file);
        assertEquals("feed", feed.getDocumentElement().getLocalName());
        assertEquals(
                List.of(
                        "New at a",
                        "<script>alert(1)</script> & evil 😀 · ]]> · 北京",
                        "newer half · 20k-30k · 北京",
                        "older half · 10k-20k · 北京"),
                texts(feed, "title"));
        assertEquals(
                List.of(
                        "2026-11-09T00:00:00Z",
                        "2026-11-09T00:00:00Z",
                        "2026-11-08T00:00:00.500Z",
                        "2026-11-08T00:00:00Z"),
                texts(feed, "updated"));
        assertEquals(4, texts(feed, "id").stream().distinct().count());
        assertEquals(0, feed.getElementsByTagNameNS("*", "script").getLength());

        assertEquals(0, stats("--since", "run:2", "--atom", file.toString()).exitCode());
        assertArrayEquals(first, Files.readAllBytes(file));
        stats("--since", "2026-10-01", "--atom", file.toString());
        assertEquals(texts(feed, "id"), texts(parsed(file), "id").subList(0, 4), "ids stay when a feed grows");
    }

    @Test
    void aFeedWithoutEntriesIsOneToo() throws Exception {
        Path file = folder.resolve("new.xml");

        assertEquals(0, stats("--atom", file.toString()).exitCode());

        assertEquals(List.of("2026-11-08T00:00:00Z"), texts(parsed(file), "updated"));
    }

    @Test
    void aFeedHasAtMostFiveHundredEntries() throws Exception {
        Db.change(
                db(),
                "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                        + " INSERT INTO jobs (id, site, city, title, salary, first_seen, last_seen)"
                        + " SELECT i, 'a', '北京', 'row ' || i, '1k', '2026-11-10T00:00:00Z', '2026-11-10T00:00:00Z' FROM n");
        Path file = folder.resolve("new.xml");

        Ran ran = stats("--since", "run:2", "--atom", file.toString());

        assertEquals(500, texts(parsed(file), "content").size());
        assertEquals("500 entries written to " + file + "\n93 rows are older and left out\n", ran.err());
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        assertSentence(2, "--atom and --json exclude each other", "--atom", "x.xml", "--json");
        assertSentence(2, "--atom names the database itself", "--atom", db().toString());
        assertSentence(2, "--top is -1; allowed: 0 or more", "--top", "-1");
        assertSentence(2, "--new and --by exclude each other", "--by", "experience");
        assertSentence(
                2, "cannot write to", "--atom", folder.resolve("no/new.xml").toString());
        Ran alone = Ran.paymap("stats", "--db", db().toString(), "--atom", "x.xml");
        assertEquals(2, alone.exitCode());
        assertTrue(alone.err().contains("--atom goes with --new"), alone.err());
    }

    @Test
    void chineseReadersAreToldInChinese() {
        Ran ran = Ran.chinese("stats", "--new", "--since", "run:2", "--db", db().toString(), "--top", "1");

        assertTrue(
                ran.out()
                        .startsWith("a：" + LocalTime.of(Instant.parse("2026-11-08T00:00:00Z")) + " 以来首次出现 2 行，新的在前。\n"),
                ran.out());
        assertTrue(ran.out().endsWith("\n……另有 1 行；用 --top N 可列出更多。\n"), ran.out());
    }

    private static Document parsed(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static List<String> texts(Document feed, String name) {
        NodeList found = feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private void assertSentence(int exitCode, String named, String... args) {
        Ran ran = stats(args);
        assertEquals(exitCode, ran.exitCode(), ran.out());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: ") && ran.err().contains(named), ran.err());
    }

    private void job(int id, String title, String salary, String first, String last) throws Exception {
        Db.change(
                db(),
                "INSERT INTO jobs (id, site, city, title, salary, first_seen, last_seen) VALUES (?, 'a', '北京', ?, ?, ?, ?)",
                id,
                title,
                salary,
                first,
                last);
        Db.change(db(), "INSERT INTO run_jobs VALUES (?, ?)", first.startsWith("2026-11-01") ? 1 : 2, id);
    }

    private Ran stats(String... args) {
        List<String> all = new ArrayList<>(List.of("stats", "--new", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
