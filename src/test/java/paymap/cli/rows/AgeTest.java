package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** How long postings stay, of runs that were crawled from a site whose list changes. */
class AgeTest {

    @TempDir
    Path folder;

    @Test
    void threeWholeRunsTellWhatStayedWentAndCameBack() throws Exception {
        int[] rows = threeWeeks();

        JsonNode age = paymap("stats", "--age", "--json").json();

        assertEquals(
                List.of("python", "days", 0),
                List.of(
                        age.path("keyword").asString(),
                        age.path("unit").asString(),
                        age.path("doubts").size()));
        JsonNode city = age.at("/cities/0");
        assertEquals("北京", city.path("city").asString());
        assertEquals("[1,2,3]", city.path("runs").toString());
        assertEquals(rows[0], city.path("rows").asInt(), "the first run had all that any had");
        assertEquals(rows[2], city.path("still_there").asInt());
        assertEquals(rows[0] - rows[2], city.path("gone").asInt());
        assertEquals(rows[2] - rows[1], city.path("came_back").asInt());
        assertTrue(city.path("came_back").asInt() > 0 && city.path("gone").asInt() > 0, city.toString());
        assertEquals(0.0, city.at("/seen/p75").asDouble(-1), "what is gone was seen by the first run only");
        assertEquals("{\"n\":0,\"days\":null}", city.path("half_gone").toString());
        assertTrue(city.at("/since_posted/n").asInt() > 0, city.toString());
    }

    @Test
    void theTableTellsTheSameToPeople() throws Exception {
        threeWeeks();

        Ran ran = paymap("stats", "--age");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().startsWith("How long postings stay: \"python\" from 127.0.0.1:"), ran.out());
        String table = ran.out()
                .lines()
                .filter(line -> line.startsWith("北京"))
                .findFirst()
                .orElse("");
        assertTrue(
                table.matches("北京 +3 +2026-11-01 \\d\\d:00 +2026-11-15 \\d\\d:00 +\\d+ +\\d+ +\\d+ +\\d+ \\([0-9.]+%\\)"
                        + " +0\\.0 +0\\.0 +0\\.0 +- +[0-9.,]+"),
                ran.out());
        assertTrue(folded(ran.out()).contains("They stayed so long at least."), ran.out());
        Ran chinese = Ran.chinese("stats", "--age", "--db", db().toString());
        assertTrue(chinese.out().contains("半数消失"), chinese.out());
    }

    @Test
    void beforeTwoWholeRunsItSaysHowToGetThere() {
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "20");
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--whole");

        Ran ran = paymap("stats", "--age");
        JsonNode json = paymap("stats", "--age", "--json").json();

        assertEquals(0, ran.exitCode());
        assertEquals("", ran.err());
        assertTrue(
                folded(ran.out())
                        .contains("no city was read to its end twice yet; paymap crawl --whole, run on two days, brings"
                                + " the first ages."),
                ran.out());
        assertEquals(0, json.path("cities").size());
        assertEquals(1, json.path("doubts").size());
    }

    @Test
    void whatSpeaksAgainstTheFiguresIsTold() {
        paymap("crawl", "--site", "sandbox", "--cities", "bj,sh", "--whole");
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--whole", "--seed", "2");

        JsonNode age = paymap("stats", "--age", "--json").json();

        assertEquals(1, age.path("cities").size());
        assertEquals(
                "only one run read 上海 to its end, which is left out",
                age.at("/doubts/0").asString());
        assertEquals(
                "the runs read different made-up sites, seed 1, seed 2",
                age.at("/doubts/1").asString());
        assertTrue(folded(paymap("stats", "--age").out()).contains("Read with care: only one run read 上海"));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "5");
        paymap("crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "5", "--keyword", "java");

        assertRefused("--trend and --age exclude each other", "--trend");
        assertRefused("--age goes by whole runs; --since does not go with it", "--since", "7d");
        assertRefused("--age tells of one search at a time; name it with --keyword", "--all-keywords");
    }

    private void assertRefused(String told, String... args) {
        List<String> all = new ArrayList<>(List.of("stats", "--age"));
        all.addAll(List.of(args));
        Ran ran = paymap(all.toArray(String[]::new));
        assertEquals(2, ran.exitCode(), ran.out());
        assertEquals("paymap: " + told, ran.err().strip());
    }

    /** A site that shows 300 rows, then 100, then 200 of the same list; returns the distinct ones of each. */
    private int[] threeWeeks() throws Exception {
        int[] stored = new int[3];
        int[] postings = {300, 100, 200};
        int port = 0;
        for (int week = 0; week < 3; week++) {
            SandboxOptions options = SandboxOptions.defaults().withPort(port).withPostings(postings[week]);
            try (SandboxSite site = SandboxSite.start(options)) {
                port = site.uri().getPort();
                String[] crawl = {"crawl", "--cities", "bj", "--whole", "--rate", "max", "--json", "--site"};
                List<String> args = new ArrayList<>(List.of(crawl));
                args.add(site.uri().toString());
                stored[week] = paymap(args.toArray(String[]::new))
                        .json()
                        .at("/cities/0/stored")
                        .asInt();
            }
            String started = "2026-11-" + List.of("01", "08", "15").get(week) + "T08:00:00Z";
            Db.change(db(), "UPDATE runs SET started = ? WHERE id = ?", started, week + 1);
        }
        return stored;
    }

    private Ran paymap(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--db", db().toString()));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
