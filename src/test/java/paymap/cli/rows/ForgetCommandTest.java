package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Commands;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.console.Prompt;
import paymap.cli.console.Terminal;
import picocli.CommandLine;

/** What was taken in by mistake is taken out again, and nothing else. */
class ForgetCommandTest {

    private static final String HEAD = "title,salary,city,id\n";
    private static final String FIRST = HEAD + "甲,10k-20k,北京,1\n乙,10k-30k,上海,2\n";

    /** 甲 in Beijing is known, with another opening behind it and the known one seen again. */
    private static final String SECOND = HEAD + "甲,10k-20k,北京,1\n甲,10k-20k,北京,7\n丙,50k-60k,北京,8\n丁,20k-30k,广州,9\n";

    @TempDir
    Path folder;

    @BeforeEach
    void twoImports() throws IOException {
        imported("x.db", FIRST, "java");
        imported("x.db", SECOND, "go");
    }

    @Test
    void aForgottenRunLeavesTheDatabaseAsIfItHadNeverBeen() throws Exception {
        imported("never.db", FIRST, "java");
        String before = figures("x.db");

        Ran ran = forget("--run", "2", "--yes");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("To be forgotten: 2 rows (北京 1, 广州 1)."), ran.out());
        assertTrue(ran.out().contains("Staying, as other runs found them too: 1 row."), ran.out());
        assertTrue(ran.err().contains("Forgotten: 2 rows."), ran.err());
        assertFalse(before.equals(figures("x.db")));
        assertEquals(figures("never.db"), figures("x.db"));
        assertEquals(1, paymap("runs", "x.db", "--json").json().size());
        assertEquals(List.of("1|1"), rows("SELECT job_id, position_id FROM openings WHERE job_id = 1"));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM run_jobs WHERE run_id = 2"));
        assertEquals(List.of("1"), rows("SELECT last_seen <= (SELECT ended FROM runs) FROM jobs WHERE id = 1"));
    }

    /** Both runs saw the row and its openings at times that no order can be told of: then nothing is taken from it. */
    @Test
    void whatAnotherRunMayHaveSeenStays() throws Exception {
        Db.change(db(), "UPDATE runs SET started = '2026-01-01T00:00:00Z', ended = '2027-01-01T00:00:00Z'");

        assertEquals(0, forget("--run", "2", "--yes").exitCode());

        assertEquals(List.of("1", "7"), rows("SELECT position_id FROM openings WHERE job_id = 1 ORDER BY 1"));
        assertEquals(List.of("2"), rows("SELECT openings FROM jobs WHERE id = 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "--keyword JAVA, 甲 丙 丁, go",
        "--keyword go --site imported, 甲 乙, java",
        "--site imported --city bj, 乙 丁, java go",
        "--keyword go --city bj, 甲 乙 丁, java go",
        "'--run 1,2', '', ''",
        "--site imported, '', ''"
    })
    void whatIsNamedGoes(String options, String titles, String keywords) throws Exception {
        List<String> words = new ArrayList<>(List.of(options.split(" ")));
        words.add("--yes");

        Ran ran = forget(words.toArray(String[]::new));

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(titles, String.join(" ", rows("SELECT title FROM jobs ORDER BY id")));
        assertEquals(keywords, String.join(" ", rows("SELECT keyword FROM runs ORDER BY id")));
        assertEquals(
                List.of("0"),
                rows("SELECT count(*) FROM run_jobs WHERE job_id NOT IN (SELECT id FROM jobs)"
                        + " OR run_id NOT IN (SELECT id FROM runs)"));
    }

    @Test
    void aCityThatIsForgottenIsNoLongerOfTheRunThatStays() throws Exception {
        assertEquals(0, forget("--keyword", "go", "--city", "bj", "--yes").exitCode());

        assertEquals(List.of("广州"), rows("SELECT city FROM run_cities WHERE run_id = 2"));
        assertEquals(List.of("java"), rows("SELECT keyword FROM postings WHERE title = '甲'"));
    }

    @Test
    void aRowThatNoRunIsKnownToHaveFoundGoesWithItsSite() throws Exception {
        Db.change(db(), "DELETE FROM runs");

        assertEquals(0, forget("--site", "imported", "--yes").exitCode());

        assertEquals(List.of("0"), rows("SELECT count(*) FROM jobs"));
    }

    @Test
    void nothingGoesWithoutAYes() throws Exception {
        String before = figures("x.db");

        Ran nobodyThere = forget("--run", "2");
        Ran dry = forget("--run", "2", "--dry-run");

        assertEquals(2, nobodyThere.exitCode());
        assertTrue(nobodyThere.out().contains("To be forgotten: 2 rows"), nobodyThere.out());
        assertEquals("paymap: nothing was forgotten; --yes does it.\n", nobodyThere.err());
        assertEquals(0, dry.exitCode());
        assertTrue(dry.out().endsWith("Nothing was forgotten: --dry-run.\n"), dry.out());
        assertEquals(before, figures("x.db"));
    }

    @ParameterizedTest
    @CsvSource({"y, 0, 2", "是, 0, 2", "n, 1, 4", "'', 1, 4", "yesterday, 1, 4"})
    void whoIsThereIsAsked(String answer, int exitCode, String left) throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                true,
                true,
                100);
        Prompt prompt = new Prompt(terminal, new ByteArrayInputStream((answer + "\n").getBytes()), true);
        ForgetCommand command = new ForgetCommand(terminal, prompt, Commands.stores(), Commands.sites());
        CommandLine line = new CommandLine(command, new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type.getSimpleName().equals("SiteNames")
                        ? type.cast(new paymap.cli.options.SiteNames(Commands.sites()))
                        : CommandLine.defaultFactory().create(type);
            }
        });

        assertEquals(exitCode, line.execute("--db", db().toString(), "--run", "2"));

        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("Forget them? [y/N] "), err.toString());
        assertEquals(List.of(left), rows("SELECT count(*) FROM jobs"));
    }

    @Test
    void aRunThatIsUnderWayIsLeftAlone() throws Exception {
        Db.change(db(), "UPDATE runs SET complete = 0, ended = NULL WHERE id = 2");
        Db.change(db(), "INSERT INTO run_owners (run_id, owner) VALUES (2, ?)", owner());

        Ran ran = forget("--run", "2", "--yes");

        assertEquals(1, ran.exitCode());
        assertEquals("paymap: run 2 is under way; end it first, or wait for its end\n", ran.err());
    }

    @Test
    void anUnfinishedRunIsClosedByForgettingIt() throws Exception {
        Db.change(db(), "UPDATE runs SET complete = 0, ended = NULL, kind = 'crawl' WHERE id = 2");

        Ran city = forget("--run", "2", "--city", "bj", "--yes");
        assertEquals(1, city.exitCode());
        assertTrue(city.err().startsWith("paymap: run 2 is not complete, and is forgotten with all"), city.err());
        assertEquals(0, forget("--run", "2", "--yes").exitCode());

        Ran runs = paymap("runs", "x.db");
        assertEquals(2, runs.out().lines().count(), runs.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 2 | paymap: what is to be forgotten? --run, --site or --keyword says it",
                "--city bj | 2 | paymap: what is to be forgotten? --run, --site or --keyword says it",
                "--run 9 | 1 | paymap: there is no run 9; paymap runs lists those that are",
                "--run x | 2 | paymap: --run: 'x' is not a whole number",
                "--site boss | 1 | paymap: no rows of the site \"boss\"; there are rows of: imported (4)",
                "--keyword rust | 1 | paymap: there is nothing of that to forget; paymap runs lists what there is",
                "--site imported --city tj | 1 | paymap: there is nothing of that to forget",
            })
    void whatCannotBeForgottenIsToldInOneSentence(String options, int exitCode, String told) {
        Ran ran = forget(options.isEmpty() ? new String[0] : options.split(" "));

        assertEquals(exitCode, ran.exitCode(), ran.err());
        assertTrue(ran.err().startsWith(told), ran.err());
        assertEquals("", ran.out());
    }

    /** This process, which is alive. */
    private String owner() throws IOException {
        Path other = folder.resolve("owner.db");
        paymap("crawl", "owner.db", "--site", "sandbox", "--cities", "bj", "--per-city", "1");
        try (paymap.store.Store store = Commands.stores().open(other.toString())) {
            store.ledger().begin(new paymap.crawl.CrawlPlan("s", "go", paymap.job.City.listOf("bj"), 9, ""), 15, true);
            return Db.rows(other, "SELECT owner FROM run_owners").get(0);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void imported(String database, String text, String keyword) throws IOException {
        Path file = folder.resolve(database + keyword + ".csv");
        Files.writeString(file, text);
        Ran ran = Ran.imported(folder.resolve(database), file, "--keyword", keyword);
        assertEquals(0, ran.exitCode(), ran.err());
    }

    /** Whatever figures tell, and the rows but for the last sight of each. */
    private String figures(String database) throws SQLException {
        return paymap("stats", database, "--all-keywords", "--json")
                        .out()
                        .replaceAll("\"\\w*(?:db|database|last|first|collected|from|until)\\w*\" *: *\"[^\"]*\"", "")
                + Db.rows(
                        folder.resolve(database),
                        "SELECT site, city, title, salary, openings FROM jobs ORDER BY 1, 2, 3, 4");
    }

    private Ran forget(String... options) {
        return paymap("forget", "x.db", options);
    }

    private Ran paymap(String command, String database, String... options) {
        List<String> args = new ArrayList<>(
                List.of(command, "--db", folder.resolve(database).toString()));
        args.addAll(Arrays.asList(options));
        return Ran.paymap(args.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("x.db");
    }

    private List<String> rows(String query) throws SQLException {
        return Db.rows(db(), query);
    }
}
