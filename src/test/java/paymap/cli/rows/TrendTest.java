package paymap.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.console.LocalTime;
import paymap.store.SqliteStore;
import tools.jackson.databind.JsonNode;

/** What moved between runs that were put there by hand. */
class TrendTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws Exception {
        SqliteStore.open(db()).close();
        run(1, "a||python|bj|2", "a", "python", 2, "2026-11-01T00:00:00Z");
        run(2, "a||java|bj|2", "a", "java", 2, "2026-11-02T00:00:00Z");
        run(3, "a||python|bj|2", "a", "python", 2, "2026-11-08T00:00:00Z");
        run(4, "b||python|bj|2", "b", "python", 2, "2026-10-01T00:00:00Z");
        job(1, "a", "stays", "10k-20k", 1, 3);
        job(2, "a", "goes", "20k-30k", 1);
        job(3, "a", "comes\u001b[31m", "40k-50k", 3);
        job(4, "a", "other", "1k-2k", 2);
        job(5, "b", "elsewhere", "1k-2k", 4);
    }

    @Test
    void theLastTwoRunsOfAPlanAreCompared() {
        Ran ran = stats("--trend", "--site", "a");

        assertEquals(0, ran.exitCode(), ran.err());
        List<String> lines = ran.out().lines().toList();
        assertTrue(lines.get(0).matches("\"python\" from a, from run 1 \\(.*\\) to run 3 \\(.*\\)"), ran.out());
        assertEquals(
                "City  appeared  vanished       n              mean            change            median            change",
                lines.get(2));
        assertEquals(
                "北京         1         1  2 -> 2  20,000 -> 30,000  +10,000 (+50.0%)  20,000 -> 30,000  +10,000 (+50.0%)",
                lines.get(3));
        assertTrue(lines.get(4).startsWith("Like for like: too few cells are in both runs; "), lines.get(4));
        assertEquals(
                "Vanished only says: not among the rows of run 3, which keeps the first 2 of each city.", lines.get(5));
        assertEquals(6, lines.size(), ran.out());
    }

    @Test
    void aNewMixOfTitlesIsToldApartFromAChangeOfPay() throws Exception {
        for (int i = 0; i < 20; i++) {
            job(200 + i, "a", "title " + i, "10k-20k", 1);
            job(300 + i, "a", "Title " + i, "11k-21k", 3);
            job(400 + i, "a", "new " + i, "50k-60k", 3);
        }

        Ran ran = stats("--trend", "--site", "a");
        assertTrue(
                ran.out().contains("\nCity      median change  like-for-like change      cells  their rows\n"),
                ran.out());
        assertTrue(
                ran.out().contains("\n北京  +15,500 (+103.3%)        +1,000 (+6.7%)  21 titles    21 -> 21\n"),
                ran.out());
        assertTrue(ran.out().contains("\nBoth runs read one order, the site's own"), ran.out());

        JsonNode alike = stats("--trend", "--site", "a", "--json").json().at("/cities/0/like_for_like");
        assertEquals(
                "{\"by\":\"title\",\"cells\":21,\"rows_before\":21,\"rows_after\":21,\"change\":1000.0,\"percent\":6.7}",
                alike.toString());
    }

    @Test
    void withoutCellsInBothRunsNothingIsToldLikeForLike() {
        JsonNode city = stats("--trend", "--site", "a", "--json").json().at("/cities/0");

        assertTrue(city.has("like_for_like") && city.path("like_for_like").isNull(), city.toString());
    }

    @Test
    void conditionsChooseTheRowsOfATrendToo() throws Exception {
        Db.change(db(), "UPDATE jobs SET experience = '3-5年' WHERE title IN ('stays', 'goes')");

        String told = stats("--trend", "--site", "a", "-v", "--experience", "3-5", "--min-pay", "20k")
                .out();

        assertTrue(told.contains("\n北京         0         1  1 -> 0  25,000 -> -       -  25,000 -> -       -\n"), told);
        assertTrue(told.contains("\nOnly rows of this kind: experience: "), told);
        assertTrue(told.endsWith("\nVanished:\n  北京  goes  20k-30k\n"), told);
    }

    @Test
    void aTimeNamesTheNewestRunThatHadEndedByThen() throws Exception {
        run(5, "a||python|bj|2", "a", "python", 2, "2026-11-20T08:00:00Z");
        job(6, "a", "later", "10k-20k", 5);

        assertRuns(3, 5, "");
        assertRuns(3, 5, "", "--from", "2026-11-19");
        assertRuns(1, 5, "", "--from", "2026-11-05");
        assertRuns(1, 3, "", "--to", "2026-11-12");
        assertRuns(1, 3, "", "--to", "run:3");
        assertRuns(1, 3, "", "--from", "run 1", "--to", "2026-11-12");
        String none = "no such run had ended by %s; run 1, the earliest, is taken";
        assertRuns(1, 5, none.formatted("2026-10-01 23:59"), "--from", "2026-10-01");
        assertTrue(stats("--trend", "--site", "a", "--from", "2026-10-01")
                .out()
                .contains("\nNote: " + none.formatted("2026-10-01 23:59") + ".\n"));
    }

    @Test
    void inTheFirstWeekATimeIsNoMistakeEither() {
        Ran ran = stats("--trend", "--site", "b", "--from", "7d");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().startsWith("b: there is no earlier run to compare with yet"), ran.out());
    }

    private void assertRuns(int from, int to, String note, String... options) {
        List<String> args = new ArrayList<>(List.of("--trend", "--site", "a", "--json"));
        args.addAll(List.of(options));
        Ran ran = stats(args.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of(from, to),
                List.of(
                        ran.json().at("/from/run").asInt(),
                        ran.json().at("/to/run").asInt()));
        assertEquals(note, ran.json().path("note").asString(""));
        assertEquals(0, ran.json().path("doubts").size());
    }

    @Test
    void verboseNamesTheTitlesSafely() {
        Ran ran = stats("--trend", "--site", "a", "-v");

        assertTrue(ran.out().contains("\nAppeared:\n  北京  comes?[31m  40k-50k\n"), ran.out());
        assertTrue(ran.out().contains("\nVanished:\n  北京  goes  20k-30k\n"), ran.out());
    }

    @Test
    void jsonTellsTheSame() {
        JsonNode trend = stats("--trend", "--site", "a", "--json", "-v").json();

        assertTrue(trend.path("comparable").asBoolean());
        assertEquals(1, trend.at("/from/run").asInt());
        assertEquals(3, trend.at("/to/run").asInt());
        assertEquals(1, trend.at("/cities/0/appeared").asInt());
        assertEquals("goes", trend.at("/cities/0/vanished_titles/0/title").asString());
        assertEquals(50.0, trend.at("/cities/0/mean/percent").asDouble());
        assertEquals(10000, trend.at("/cities/0/median/change").asDouble());
    }

    @Test
    void doubtsAreTold() throws Exception {
        Db.change(db(), "UPDATE runs SET complete = 0, why = 'the site refused', per_city = 5 WHERE id = 3");

        Ran ran = stats("--trend", "--site", "a", "--from", "2", "--to", "3");

        assertTrue(
                ran.out()
                        .contains(
                                "Compare with care: run 3 is not complete (ended early: the site refused), so rows may"
                                        + " be missing that the site has.\n"),
                ran.out());
        assertTrue(ran.out().contains("Compare with care: run 2 wanted 2 rows a city, run 3 5.\n"), ran.out());
        assertTrue(ran.out().contains("different words, \"java\" and \"python\""), ran.out());
        JsonNode trend = stats("--trend", "--site", "a", "--from", "2", "--to", "3", "--json")
                .json();
        assertFalse(trend.path("comparable").asBoolean());
        assertEquals(3, trend.path("doubts").size());
    }

    @Test
    void aCityThatOnlyOneRunSearchedIsLeftOut() throws Exception {
        Db.change(db(), "INSERT INTO run_cities (run_id, place, city, page_size) VALUES (1, 1, '上海', 15)");
        Db.change(
                db(),
                "INSERT INTO jobs (id, site, city, title, salary, first_seen, last_seen)"
                        + " VALUES (50, 'a', '上海', 'x', '1k', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')");
        Db.change(db(), "INSERT INTO run_jobs VALUES (1, 50)");

        JsonNode trend = stats("--trend", "--site", "a", "--json", "-v").json();

        assertEquals(1, trend.path("cities").size());
        assertEquals(
                "only one of them searched 上海, which is left out",
                trend.at("/doubts/0").asString());
    }

    @Test
    void aTitleListIsCapped() throws Exception {
        for (int i = 0; i < 30; i++) {
            job(100 + i, "a", "new " + (100 + i), "10k-20k", 3);
        }

        String out = stats("--trend", "--site", "a", "-v").out();

        assertTrue(out.contains("  北京  ... and 11 more\n"), out);
        assertEquals(
                20,
                out.lines()
                        .filter(line -> line.startsWith("  北京  ") && !line.contains("...") && !line.contains("goes"))
                        .count());
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertUnusable("there is no run 9", "--trend", "--to", "9");
        assertRefused("never compared", "--trend", "--from", "1", "--to", "4");
        assertRefused("with itself", "--trend", "--from", "3", "--to", "3", "--site", "a");
        assertRefused("--from 2026 may be a run or a year; write run:2026, or a date", "--trend", "--from", "2026");
        assertRefused(
                "--to must be a run like 3, a date like 2026-11-17, or a time back", "--trend", "--to", "2026-13-01");
        assertRefused("--trend and --by exclude each other", "--trend", "--by", "experience");
        assertRefused("--trend and --new exclude each other", "--trend", "--new");
        assertRefused("--from, --to and -v go with --trend", "--from", "1");
        assertRefused("--since does not go with it", "--trend", "--site", "a", "--since", "3d");
        assertUnusable("no rows of a in 上海; there are rows of: 北京", "--trend", "--site", "a", "--city", "sh");
    }

    @Test
    void theFirstRunOfAllIsNoMistake() {
        Ran first = stats("--trend", "--site", "b");

        assertEquals(0, first.exitCode(), first.err());
        assertEquals("", first.err());
        assertTrue(first.out().startsWith("b: there is no earlier run to compare with yet"), first.out());
        JsonNode json = stats("--trend", "--site", "b", "--json").json();
        assertTrue(json.path("from").isNull() && json.path("to").isNull(), json.toString());
        assertFalse(json.path("comparable").asBoolean(true));
        assertUnusable("no rows of a for the keyword \"cobol\"", "--trend", "--site", "a", "--keyword", "cobol");
    }

    @Test
    void sinceTakesRowsSeenThenOrLater() {
        JsonNode stats = stats("--site", "a", "--since", "run:3", "--json").json();

        assertEquals(2, stats.at("/cities/0/n").asInt());
        assertEquals("2026-11-08T00:00:00Z", stats.path("since").asString());
        assertTrue(stats("--site", "a", "--since", "run 3")
                .out()
                .startsWith(
                        "a, keyword python, seen since " + LocalTime.of(Instant.parse("2026-11-08T00:00:00Z")) + ": "));
        assertRefused("soon", "--site", "a", "--since", "soon");
        assertUnusable(
                "no rows of a for the keyword \"python\" were seen since 9999-01-01 00:00; ",
                "--site",
                "a",
                "--since",
                "9999-01-01");
    }

    @Test
    void momentsAreReadWhereTheReaderIs() {
        Instant now = Instant.parse("2026-11-10T12:00:00Z");
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");

        assertEquals(Instant.parse("2026-10-31T16:00:00Z"), Since.of("2026-11-01", List.of(), now, shanghai));
        assertEquals(Instant.parse("2026-11-03T12:00:00Z"), Since.of("7d", List.of(), now, ZoneOffset.UTC));
        assertEquals(Instant.parse("2026-11-10T00:00:00Z"), Since.of(" 12h ", List.of(), now, ZoneOffset.UTC));
        assertEquals(Instant.parse("2026-10-27T12:00:00Z"), Since.of("2w", List.of(), now, ZoneOffset.UTC));
    }

    private void assertRefused(String named, String... args) {
        assertSentence(2, named, args);
    }

    private void assertUnusable(String named, String... args) {
        assertSentence(1, named, args);
    }

    private void assertSentence(int exitCode, String named, String... args) {
        Ran ran = stats(args);
        assertEquals(exitCode, ran.exitCode(), ran.out());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("paymap: ") && ran.err().contains(named), ran.err());
    }

    private void run(int id, String plan, String site, String keyword, int perCity, String started) throws Exception {
        Db.change(
                db(),
                "INSERT INTO runs (id, plan, site, keyword, per_city, started, ended, complete) VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
                id,
                plan,
                site,
                keyword,
                perCity,
                started,
                started);
        Db.change(db(), "INSERT INTO run_cities (run_id, place, city, page_size) VALUES (?, 0, '北京', 15)", id);
    }

    private void job(int id, String site, String title, String salary, int... runs) throws Exception {
        String seen = Db.rows(db(), "SELECT max(started) FROM runs WHERE id = " + runs[runs.length - 1])
                .get(0);
        Db.change(
                db(),
                "INSERT INTO jobs (id, site, city, title, salary, first_seen, last_seen) VALUES (?, ?, '北京', ?, ?, ?, ?)",
                id,
                site,
                title,
                salary,
                seen,
                seen);
        for (int run : runs) {
            Db.change(db(), "INSERT INTO run_jobs VALUES (?, ?)", run, id);
        }
    }

    private Ran stats(String... args) {
        List<String> all = new ArrayList<>(List.of("stats", "--db", db().toString()));
        all.addAll(List.of(args));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
