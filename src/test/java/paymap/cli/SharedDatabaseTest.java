package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.store.postgres.TestServer;

/** Every command on a database of PostgreSQL, beside the same on a file. */
class SharedDatabaseTest {

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("stats"),
            List.of("stats", "--json", "--by", "city,experience"),
            List.of("stats", "--compare", "city=bj,sh"),
            List.of("stats", "--experience", "1-3", "--title", "python", "--json"),
            List.of("stats", "--all-keywords", "--by", "keyword"),
            List.of("export", "--format", "csv"),
            List.of("export", "--format", "jsonl", "--city", "bj"));

    @TempDir
    Path folder;

    private final String server = TestServer.database().shown();

    @Test
    void whatIsCollectedIsToldAsFromAFile() throws Exception {
        String file = folder.resolve("x.db").toString();
        Path table = Files.writeString(
                folder.resolve("rows.csv"),
                "site,keyword,city,title,salary,openings,first_seen,last_seen\n"
                        + "other,java,北京,甲,15k-25k,3,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z\n"
                        + "other,java,上海,\"乙 \"\"x\"\"\",20k-30k,1,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z\n");
        for (String db : List.of(file, server)) {
            Ran crawl = Ran.paymap(
                    "crawl", "--cities", "bj,sh", "--site", "sandbox", "--per-city", "40", "--rate", "max", "--db", db);
            assertEquals(0, crawl.exitCode(), crawl.err());
            assertEquals(0, Ran.paymap("import", "--db", db, table.toString()).exitCode());
        }

        for (List<String> question : QUESTIONS) {
            for (String site : List.of("sandbox", "other")) {
                Ran ofFile = ask(question, site, file);
                Ran ofServer = ask(question, site, server);
                assertEquals(timeless(ofFile.out()), timeless(ofServer.out()), question + " " + ofServer.err());
                assertEquals(ofFile.exitCode(), ofServer.exitCode());
                assertFalse(ofFile.out().isEmpty() && site.equals("sandbox"), ofFile.err());
            }
        }
    }

    @Test
    void picturesRunsAndForgettingWorkToo() {
        Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--per-city", "30", "--rate", "max", "--db", server);

        Ran chart = Ran.paymap(
                "chart", "--db", server, "--out", folder.resolve("charts").toString(), "--lang", "en");
        Ran runs = Ran.paymap("runs", "--db", server, "--json");
        Ran doctor = Ran.paymap("doctor", "--db", server);
        Ran forget = Ran.paymap("forget", "--db", server, "--run", "1", "--yes");
        Ran stats = Ran.paymap("stats", "--db", server);

        assertEquals(0, chart.exitCode(), chart.err());
        assertTrue(Files.exists(folder.resolve("charts/index.html")));
        assertTrue(runs.out().contains("\"rows\" : 30"), runs.out());
        assertTrue(doctor.out().contains("30 rows"), doctor.out());
        assertEquals(0, forget.exitCode(), forget.err());
        assertFalse(forget.err().contains("vacuum"), forget.err());
        assertEquals(1, stats.exitCode(), stats.out());
    }

    @Test
    void aFileIsTakenOverWithItsHistory() throws Exception {
        String file = folder.resolve("x.db").toString();
        Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--per-city", "40", "--rate", "max", "--db", file);

        assertEquals(0, Ran.paymap("import", "--db", server, file).exitCode());

        assertEquals(
                Ran.paymap("export", "--db", file, "--format", "csv").out().replaceAll(",\\d+,([0-9.]*)\r?\n", ",$1\n"),
                Ran.paymap("export", "--db", server, "--format", "csv")
                        .out()
                        .replaceAll(",\\d+,([0-9.]*)\r?\n", ",$1\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://me:secret@localhost/x",
                "postgresql://localhost/x?user=me&password=secret",
                "jdbc:postgresql://localhost/x?password=secret"
            })
    void aPasswordInTheAddressIsRefusedAndNotRepeated(String address) {
        Ran ran = Ran.paymap("stats", "--db", address);

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("must not hold a password"), ran.err());
        assertFalse((ran.out() + ran.err()).contains("secret"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://localhost", "postgresql://local host/x", "mysql://localhost/x"})
    void whatIsNoAddressIsRefused(String address) {
        Ran ran = Ran.paymap("stats", "--db", address);

        assertEquals(2, ran.exitCode(), ran.err());
    }

    @Test
    void aServerThatIsNotThereIsASentence() {
        Ran ran = Ran.paymap("doctor", "--db", "postgresql://me@127.0.0.1:1/x");

        assertTrue(ran.out().contains("cannot be reached"), ran.out());
        assertFalse((ran.out() + ran.err()).contains("Exception"), ran.out() + ran.err());
    }

    private static Ran ask(List<String> question, String site, String db) {
        List<String> args = new ArrayList<>(question);
        args.addAll(List.of("--site", site, "--db", db));
        return Ran.paymap(args.toArray(String[]::new));
    }

    /** The two were collected one after the other. */
    private static String timeless(String told) {
        return told.replaceAll("\\d{4}-\\d{2}-\\d{2}[T ][0-9:.]+Z?", "TIME");
    }
}
