package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.TestServer;

/** A database is copied from a file to a server, from there to another and back to a file, and is the same. */
class ServerCopyTest {

    private static final String ROWS = "SELECT site, city, title, salary, salary_low, salary_high, salary_interval,"
            + " salary_months, company, district, experience, education, posted, openings, openings_without_id,"
            + " first_seen, last_seen, made_up FROM jobs ORDER BY 1, 2, 3, 4";
    private static final String OPENINGS =
            "SELECT site, city, title, salary, position_id, o.first_seen, o.last_seen FROM jobs j JOIN openings o"
                    + " ON job_id = j.id ORDER BY 1, 2, 3, 4, 5";
    private static final String SEARCHES = "SELECT DISTINCT r.site, r.keyword, city, title, salary FROM jobs j"
            + " JOIN run_jobs ON job_id = j.id JOIN runs r ON run_id = r.id ORDER BY 1, 2, 3, 4, 5";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostOnTheWayToServersAndBack(long seed) throws Exception {
        Path from = folder.resolve("from.db");
        fill(from, new Random(seed));
        String one = TestServer.database().shown();
        String other = TestServer.database().shown();

        copy(from.toString(), one);
        copy(one, other);
        copy(jdbc(other), folder.resolve("to.db").toString());

        Path to = folder.resolve("to.db");
        assertEquals(Db.rows(from, ROWS), Db.rows(to, ROWS));
        assertEquals(Db.rows(from, OPENINGS), Db.rows(to, OPENINGS));
        assertEquals(Db.rows(from, SEARCHES), Db.rows(to, SEARCHES));
        assertFalse(Db.rows(to, OPENINGS).isEmpty());
        List<String> rows = withoutRuns(export(from.toString()));
        assertEquals(rows, withoutRuns(export(one)));
        assertEquals(rows, withoutRuns(export(other)));
        assertEquals(rows, withoutRuns(export(to.toString())));
    }

    @Test
    void theSameCopyTwiceChangesNothing() throws Exception {
        Path from = folder.resolve("from.db");
        fill(from, new Random(4));
        String server = TestServer.database().shown();
        copy(from.toString(), server);
        String to = folder.resolve("to.db").toString();
        copy(server, to);
        String rows = export(to);
        List<String> runs = Db.rows(Path.of(to), "SELECT id, site, keyword FROM runs ORDER BY id");

        Ran again = copy(server, to);
        Ran back = copy(to, server);

        assertEquals(0, again.json().at("/files/0/new").asInt(-1));
        assertEquals(0, back.json().at("/files/0/new").asInt(-1));
        assertEquals(rows, export(to));
        assertEquals(runs, Db.rows(Path.of(to), "SELECT id, site, keyword FROM runs ORDER BY id"));
        assertEquals(Db.rows(from, OPENINGS), Db.rows(Path.of(to), OPENINGS));
    }

    @Test
    void whoMayOnlyReadCanCopy() throws Exception {
        PostgresAddress address = TestServer.database();
        Path from = folder.resolve("from.db");
        fill(from, new Random(5));
        copy(from.toString(), address.shown());
        String name = address.shown().substring(address.shown().lastIndexOf('/') + 1);
        TestServer.run("CREATE ROLE looks_" + name + " LOGIN");
        TestServer.run(name, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO looks_" + name);

        copy(
                TestServer.address("looks_" + name, name).shown(),
                folder.resolve("to.db").toString());

        assertEquals(Db.rows(from, ROWS), Db.rows(folder.resolve("to.db"), ROWS));
    }

    @Test
    void theServerItselfIsNotTakenInWhateverItIsCalled() throws Exception {
        String server = TestServer.database().shown();
        Path from = folder.resolve("from.db");
        fill(from, new Random(6));
        copy(from.toString(), server);

        for (String name : List.of(server, server.replace("localhost", "127.0.0.1"), jdbc(server))) {
            Ran ran = Ran.paymap("import", "--db", server, name);

            assertEquals(2, ran.exitCode(), ran.err());
            assertTrue(ran.err().endsWith(" is the database itself, into which its rows would go\n"), ran.err());
        }
    }

    @Test
    void whatCannotBeReadIsOneSentence() {
        String server = TestServer.database().shown();
        String to = folder.resolve("to.db").toString();

        Ran empty = Ran.paymap("import", "--db", to, server);
        Ran password = Ran.paymap("import", "--db", to, server.replace("@", ":secret@"));
        Ran nothing = Ran.paymap("import", "--db", to, server + "x");

        assertEquals(1, empty.exitCode());
        assertTrue(empty.err().contains("has schema 0"), empty.err());
        assertEquals(2, password.exitCode());
        assertTrue(password.err().contains("must not hold a password"), password.err());
        assertFalse(password.err().contains("secret"), password.err());
        assertEquals(1, nothing.exitCode());
        assertEquals(1, nothing.err().lines().count(), nothing.err());
        assertFalse(Files.exists(Path.of(to)));
    }

    private static String jdbc(String address) {
        return address.replaceFirst("postgresql://(.*)@(.*)", "jdbc:postgresql://$2?user=$1");
    }

    private static Ran copy(String from, String to) {
        Ran ran = Ran.paymap("import", "--json", "--db", to, from);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran;
    }

    private static String export(String database) {
        Ran ran = Ran.paymap("export", "--all-sites", "--db", database);
        assertEquals(0, ran.exitCode(), ran.err());
        return ran.out();
    }

    /** The last column but one. */
    private static List<String> withoutRuns(String csv) {
        return csv.lines()
                .map(line -> line.replaceAll(",[^,]*,([^,]*)$", ",$1"))
                .toList();
    }

    /** Searches of two sites that share rows and hide pay, and an export of another store. */
    private void fill(Path database, Random random) throws Exception {
        for (int i = 0; i < 4; i++) {
            List<String> lines = new ArrayList<>(
                    List.of("id,title,salary,city,months,company,district,experience,education,posted"));
            for (int row = 0; row < 60; row++) {
                lines.add(String.join(
                        ",",
                        Integer.toString(random.nextInt(150)),
                        any(random, "甲", "乙 工程师", "Ä-Dienst", "😀 dev", "it's", "x%_y"),
                        any(random, "10k-20k", "15-25K·14薪", "", "**-**元", "面议", "20-30万/年", "150-200元/天", "what?"),
                        any(random, "北京", "上海", "昆山", "喀什"),
                        any(random, "", "13", "14"),
                        any(random, "", "虚构公司", "acme"),
                        any(random, "", "海淀区"),
                        any(random, "", "3-5年", "经验不限"),
                        any(random, "", "本科"),
                        any(random, "", "2026-11-01", "2026-10-07")));
            }
            imported(database, lines, any(random, "imported", "boss"), any(random, "go", "Go", "数据", "c, c++", ""));
        }
        imported(
                database,
                List.of(
                        "title,salary,city,site,salary_low,openings,first_seen,last_seen,made_up,keyword",
                        "丁,1k-2k,北京,boss,1000,3,2026-01-01T00:00:00Z,2026-02-01T00:00:00.5Z,1,\"go,java\"",
                        "甲,10k-20k,北京,boss,1000,7,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z,0,rust"),
                "imported",
                null);
    }

    private void imported(Path database, List<String> lines, String site, String keyword) throws Exception {
        Path csv = folder.resolve("rows.csv");
        Files.write(csv, lines);
        Ran ran = keyword == null
                ? Ran.imported(database, csv, "--site", site)
                : Ran.imported(database, csv, "--site", site, "--keyword", keyword);
        assertEquals(0, ran.exitCode(), ran.err());
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
