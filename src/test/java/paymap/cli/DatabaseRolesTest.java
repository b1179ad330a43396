package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.store.postgres.TestServer;

/** The roles that the manual makes, by its own statements, can do what it says and nothing else. */
class DatabaseRolesTest {

    private static final Path MANUAL = Path.of("docs/many-machines.md");
    private static final Pattern STATEMENTS = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final String OWNER = address("paymap");
    private static final String CRAWL = address("crawl");
    private static final String LOOK = address("look");

    @TempDir
    static Path folder;

    @BeforeAll
    static void asTheManualSays() throws Exception {
        List<String> blocks = new ArrayList<>();
        String manual = Files.readString(MANUAL);
        int roles = manual.indexOf("\n## Roles\n");
        Matcher block = STATEMENTS.matcher(manual.substring(roles, manual.indexOf("\n## ", roles + 1)));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        assertEquals(2, blocks.size(), MANUAL + " holds statements of roles for the server, and for the database");
        for (String statement : blocks.get(0).replaceAll("--.*", "").split(";")) {
            if (!statement.isBlank()) {
                TestServer.run(statement);
            }
        }
        TestServer.run("paymap", blocks.get(1));

        // Nobody but the owner can make the tables, and each is told.
        for (Ran early : List.of(crawl(CRAWL), Ran.paymap("stats", "--db", LOOK))) {
            assertEquals(1, early.exitCode(), early.err());
            assertTrue(early.err().contains("let its owner crawl"), early.err());
        }
        good(crawl(OWNER));
    }

    @Test
    void theCrawlRoleCollectsTellsAndForgets() throws Exception {
        Path table = Files.writeString(folder.resolve("rows.csv"), "city,title,salary\n北京,甲,15k-25k\n");

        good(crawl(CRAWL));
        good(Ran.paymap("import", "--db", CRAWL, "--site", "other", table.toString()));
        good(Ran.paymap("pace", "sandbox", "--slow", "1s", "--db", CRAWL));
        for (String db : List.of(CRAWL, LOOK)) {
            good(Ran.paymap("stats", "--db", db));
            good(Ran.paymap("export", "--db", db, "--all-sites", "--format", "csv"));
            good(Ran.paymap("runs", "--db", db));
            good(Ran.paymap("pace", "sandbox", "--show", "--db", db));
            assertTrue(Ran.paymap("doctor", "--db", db).out().contains("rows"), db);
        }
        for (String command : List.of("crawl", "import", "forget", "pace")) {
            refused(
                    switch (command) {
                        case "crawl" -> crawl(LOOK);
                        case "import" -> Ran.paymap("import", "--db", LOOK, "--site", "other", table.toString());
                        case "forget" -> Ran.paymap("forget", "--db", LOOK, "--site", "other", "--yes");
                        default -> Ran.paymap("pace", "sandbox", "--slow", "2s", "--db", LOOK);
                    });
        }
        good(Ran.paymap("forget", "--db", CRAWL, "--site", "other", "--yes"));
    }

    private static Ran crawl(String db) {
        return Ran.paymap(
                "crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "30", "--rate", "max", "--db", db);
    }

    private static void good(Ran ran) {
        assertEquals(0, ran.exitCode(), ran.err());
    }

    /** In one sentence. */
    private static void refused(Ran ran) {
        assertEquals(1, ran.exitCode(), ran.out());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("grants that to others only"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    private static String address(String role) {
        return TestServer.address(role, "paymap").shown();
    }
}
