package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.store.SqliteStore;
import tools.jackson.databind.JsonNode;

/** What the database tells of its runs, and that its advice is right. */
class RunsCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        SqliteStore.open(db()).close();
    }

    @Test
    void aCrawlIsOneLineWithItsFigures() {
        crawl("--site", "sandbox", "--cities", "bj,sh", "--per-city", "20");

        Ran ran = runs();

        assertEquals(0, ran.exitCode(), ran.err());
        List<String> lines = ran.out().lines().toList();
        assertEquals(2, lines.size(), ran.out());
        assertTrue(
                lines.get(1)
                        .matches(
                                "1 +crawl +sandbox \\(made-up data\\) +python +北京,上海 +20 +complete +40 +40 +\\d+ +\\d{4}-\\d\\d-\\d\\d"
                                        + " \\d\\d:\\d\\d +\\d+\\.\\d s"),
                lines.get(1));
        JsonNode run = runs("--json").json().get(0);
        assertEquals("complete", run.path("state").asString());
        assertTrue(run.path("continue").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "C++ | it's", "数据 分析"})
    void theCommandItNamesContinuesThatVeryRun(String keyword) throws Exception {
        crawl("--site", "sandbox", "--cities", "sh,bj", "--per-city", "7", "--seed", "5", "--keyword", keyword);
        crawl("--site", "sandbox", "--cities", "sh,bj", "--per-city", "8", "--seed", "5", "--keyword", keyword);
        Db.change(db(), "UPDATE runs SET complete = 0, why = 'interrupted' WHERE id = 1");

        JsonNode run = runs("--json").json().get(0);
        assertEquals("ended_early", run.path("state").asString());
        Ran again = Ran.paymap(words(run.path("continue").asString() + " --json"));

        assertEquals(0, again.exitCode(), again.err());
        assertEquals(1, again.json().path("run").asInt());
        assertTrue(again.json().path("continued").asBoolean());
        assertEquals("complete", runs("--json").json().at("/0/state").asString());
    }

    @Test
    void aSiteOfOnesOwnIsContinuedAtItsAddress() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            crawl("--site", site.uri().toString(), "--cities", "bj", "--per-city", "5", "--rate", "max");
            Db.change(db(), "UPDATE runs SET complete = 0, why = 'tired'");

            Ran ran = runs();
            assertTrue(ran.out().contains("\nRun 1 ended early: tired; to continue:\n  paymap crawl "), ran.out());
            String command = runs("--json").json().at("/0/continue").asString();
            assertTrue(command.contains("--site " + site.uri()), command);
            assertEquals(
                    1,
                    Ran.paymap(words(command + " --rate max --json"))
                            .json()
                            .path("run")
                            .asInt());
        }
    }

    @Test
    void onlyTheNewestUnfinishedRunOfAPlanIsOneToContinue() throws Exception {
        crawl("--site", "sandbox", "--cities", "bj", "--per-city", "5");
        crawl("--site", "sandbox", "--cities", "bj", "--per-city", "5");
        Db.change(db(), "UPDATE runs SET complete = 0");

        JsonNode runs = runs("--json").json();

        assertTrue(runs.at("/0/continue").isNull());
        assertTrue(runs.at("/1/continue").asString().startsWith("paymap crawl "));
        assertTrue(
                runs("-v").out().contains("Run 1 ended early; a later run of the same plan"),
                runs("-v").out());
        assertEquals(
                "Not complete: runs 1, 2; -v tells why, and how to continue them.",
                runs().out().lines().reduce((above, last) -> last).orElse(""));
    }

    @Test
    void aLivingOwnerMeansUnderWayAndADeadOneUnfinished() throws Exception {
        crawl("--site", "sandbox", "--cities", "bj", "--per-city", "5");
        Db.change(db(), "UPDATE runs SET complete = 0");
        ProcessHandle self = ProcessHandle.current();
        long start = self.info().startInstant().orElseThrow().toEpochMilli();

        Db.change(db(), "INSERT INTO run_owners (run_id, owner) VALUES (1, ?)", self.pid() + "@" + start);
        assertEquals("under_way", runs("--json").json().at("/0/state").asString());
        assertTrue(runs().out().contains("Run 1 is under way; to take part:"), runs().out());

        Db.change(db(), "UPDATE run_owners SET owner = ?", self.pid() + "@" + (start - 5000));
        assertEquals("unfinished", runs("--json").json().at("/0/state").asString());
    }

    @Test
    void siteAndLastChoose() throws Exception {
        crawl("--site", "sandbox", "--cities", "bj", "--per-city", "2");
        crawl("--site", "sandbox", "--cities", "bj", "--per-city", "3");
        crawl("--site", "sandbox", "--cities", "bj", "--per-city", "4");
        Db.change(db(), "UPDATE runs SET site = 'lagou' WHERE id = 3");

        assertEquals(2, runs("--site", "sandbox", "--json").json().size());
        assertEquals(3, runs("--last", "1", "--json").json().at("/0/run").asInt());
        assertEquals(1, runs("--last", "9", "--site", "lagou", "--json").json().size());
        Ran nobody = runs("--site", "nobody");
        assertEquals(1, nobody.exitCode());
        assertEquals(
                "paymap: no runs of the site \"nobody\"; there are runs of: sandbox (made-up data), lagou",
                nobody.err().strip());
        assertEquals(2, runs("--last", "0").exitCode());
    }

    @Test
    void anEmptyDatabaseHasNone() {
        assertEquals("No runs yet; paymap crawl begins one.\n", runs().out());
        assertEquals(0, runs("--json").json().size());
    }

    /** As a shell parts them; the command quotes with apostrophes. */
    private static String[] words(String command) throws Exception {
        Process shell =
                new ProcessBuilder("/bin/sh", "-c", command.replaceFirst("^paymap", "printf '%s\\\\0'")).start();
        String told = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return Arrays.stream(told.split("\0")).toArray(String[]::new);
    }

    private void crawl(String... args) {
        List<String> all = new ArrayList<>(List.of("crawl", "--db", db().toString()));
        all.addAll(List.of(args));
        Ran ran = Ran.paymap(all.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private Ran runs(String... args) {
        List<String> all = new ArrayList<>(List.of("runs", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
