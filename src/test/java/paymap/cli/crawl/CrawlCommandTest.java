package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.cli.Ran;
import paymap.cli.SandboxKey;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** The crawl as a person starts it, into a database of its own. */
class CrawlCommandTest {

    private static final String SANDBOX = "sandbox (made-up data)";
    private static final List<String> FOUR = List.of("北京", "上海", "广州", "深圳");

    @TempDir
    Path folder;

    @Test
    void fourCitiesOfTheSandboxGiveOneHundredRowsEach() throws Exception {
        Ran ran = crawl("--cities", "bj,sh,gz,sz", "--site", "sandbox");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(
                List.of("上海|100", "北京|100", "广州|100", "深圳|100"),
                Db.rows(db(), "SELECT city, count(*) FROM jobs GROUP BY city ORDER BY city"));
        assertEquals(
                List.of(SANDBOX + "|400|400"),
                Db.rows(
                        db(),
                        "SELECT site, count(*), (SELECT count(*) FROM (SELECT DISTINCT city, title, salary FROM jobs))"
                                + " FROM jobs GROUP BY site"));
    }

    @Test
    void theReportIsATableOfTheCitiesAndOneOfTheirPay() {
        Ran ran = crawl("--cities", "bj,sh,gz,sz", "--site", "sandbox");

        assertTrue(ran.out().startsWith("Run 1: \"python\" from " + SANDBOX + "\n"), ran.out());
        assertTrue(ran.out().contains("\nAverage pay by city, " + SANDBOX + "\n(CNY a month before tax"), ran.out());
        String cities = ran.out().substring(0, ran.out().indexOf("Average pay"));
        String pay = ran.out().substring(cities.length());
        for (String city : FOUR) {
            assertTrue(cities.matches("(?s).*\n" + city + " +100 +100 +100 +\\d+ .*"), cities);
            assertTrue(pay.matches("(?s).*\n" + city + " +\\d+ +\\d+,\\d{3} +\\d+,\\d{3} .*"), pay);
        }
        assertFalse(ran.err().contains("paymap:"), ran.err());
    }

    @Test
    void theReportAsJsonAddsUp() {
        JsonNode report =
                crawl("--cities", "bj,sh,gz,sz", "--site", "sandbox", "--json").json();

        assertEquals(
                List.of("complete", "", SANDBOX, "python", "obeyed"),
                List.of(
                        report.path("ending").asString(),
                        report.path("why").asString(),
                        report.path("site").asString(),
                        report.path("keyword").asString(),
                        report.path("robots").asString()));
        assertFalse(report.path("continued").asBoolean());
        int pages = 0;
        for (int i = 0; i < FOUR.size(); i++) {
            JsonNode city = report.path("cities").get(i);
            assertEquals(FOUR.get(i), city.path("city").asString());
            assertEquals(100, city.path("stored").asInt());
            assertEquals(100, city.path("new").asInt());
            assertEquals(0, city.path("missing").asInt());
            assertEquals(
                    city.path("seen").asInt(),
                    100
                            + city.path("repeated").asInt()
                            + city.path("past_the_last").asInt()
                            + city.path("not_readable").asInt());
            pages += city.path("pages").asInt();
            JsonNode pay = report.path("pay").get(i);
            assertEquals(FOUR.get(i), pay.path("city").asString());
            assertEquals(
                    100, pay.path("n").asInt() + pay.at("/not_in_mean/total").asInt());
        }
        JsonNode tally = report.path("tally");
        assertEquals(pages, tally.path("pages").asInt());
        assertEquals(0, tally.path("refusals").asInt());
        assertEquals(
                pages + tally.path("sessions").asInt() + 1,
                tally.path("requests").asInt(),
                "pages, sessions and robots.txt are all that is asked for");
    }

    @Test
    void aSecondRunAddsNothingAndSaysSo() throws Exception {
        crawl("--cities", "bj,sh,gz,sz", "--site", "sandbox");
        List<String> before =
                Db.rows(db(), "SELECT id, city, title, salary, openings, first_seen FROM jobs ORDER BY id");

        JsonNode second =
                crawl("--cities", "bj,sh,gz,sz", "--site", "sandbox", "--json").json();

        assertEquals(2, second.path("run").asInt());
        assertFalse(second.path("continued").asBoolean());
        for (JsonNode city : second.path("cities")) {
            assertEquals(100, city.path("stored").asInt());
            assertEquals(0, city.path("new").asInt());
        }
        assertEquals(
                before, Db.rows(db(), "SELECT id, city, title, salary, openings, first_seen FROM jobs ORDER BY id"));
    }

    @ParameterizedTest
    @CsvSource({
        "CLASSIC, 1",
        "CLASSIC, 8",
        "RENDERED, 1",
        "RENDERED, 8",
        "ENCRYPTED, 1",
        "ENCRYPTED, 8",
        "ENCRYPTED, 16"
    })
    void whateverTheEraAndTheThreadsTheRowsAreTheFirstInTheSitesOrder(Era era, int threads) throws Exception {
        FirstRows expected;
        try (SandboxSite other = start(SandboxOptions.defaults())) {
            expected = FirstRows.of(other.uri(), "广州", "python", 100);
        }
        try (SandboxSite site = start(SandboxOptions.defaults().withEra(era))) {
            Ran ran = crawl(
                    "--cities",
                    "gz",
                    "--site",
                    site.uri().toString(),
                    "-n",
                    "" + threads,
                    "--rate",
                    "max",
                    "--site-key",
                    SandboxKey.in(folder),
                    "--site-iv",
                    SandboxSite.IV,
                    "--json");

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(
                    new TreeSet<>(expected.rows()),
                    new TreeSet<>(Db.rows(db(), "SELECT city, title, salary FROM jobs")));
            assertEquals(expected.pages(), ran.json().at("/cities/0/pages").asInt());
            assertEquals(1, site.counters().robots());
            assertEquals(0, site.counters().refused());
        }
    }

    @Test
    void citiesMayBeNamedInAnyWayAndEachIsAskedForOnce() throws Exception {
        crawl("--cities", "BJ,shanghai，北京市", "--site", "sandbox", "--per-city", "3");

        assertEquals(
                List.of("上海|3", "北京|3"), Db.rows(db(), "SELECT city, count(*) FROM jobs GROUP BY city ORDER BY city"));
    }

    @Test
    void anotherSeedIsAnotherSiteOfTheSameName() throws Exception {
        crawl("--cities", "bj", "--site", "sandbox", "--per-city", "20");
        JsonNode other = crawl("--cities", "bj", "--site", "sandbox", "--per-city", "20", "--seed", "99", "--json")
                .json();

        assertTrue(other.at("/cities/0/new").asInt() > 10, other.toString());
        assertEquals(List.of(SANDBOX), Db.rows(db(), "SELECT DISTINCT site FROM jobs"));
    }

    @Test
    void theKeywordTheUserAgentAndThePoliteDefaultArriveAtTheSite() throws Exception {
        try (SandboxSite site = start(SandboxOptions.defaults())) {
            crawl("--cities", "bj", "--site", site.uri().toString(), "--per-city", "3", "--keyword", "C++");
            assertTrue(
                    site.log().stream()
                            .allMatch(sent -> header(sent, "user-agent").startsWith("paymap/")),
                    "the default");
            assertTrue(site.log().stream()
                    .anyMatch(sent -> "C++".equals(sent.form().get("kd"))));

            int before = site.log().size();
            crawl("--cities", "sh", "--site", site.uri().toString(), "--per-city", "3", "--user-agent", "My Browser/1");
            List<LoggedRequest> second = site.log().subList(before, site.log().size());
            assertTrue(second.size() >= 3);
            assertTrue(
                    second.stream().allMatch(sent -> header(sent, "user-agent").equals("My Browser/1")));
        }
    }

    @Test
    void robotsAreReadFirstUnlessTheUserSaysOtherwise() throws Exception {
        try (SandboxSite site = start(SandboxOptions.defaults())) {
            Ran obeyed = crawl("--cities", "bj", "--site", site.uri().toString(), "--per-city", "3");
            assertEquals("/robots.txt", site.log().get(0).target());
            assertFalse(obeyed.out().contains("ignored"), obeyed.out());

            String[] again = {"--cities", "bj", "--site", site.uri().toString(), "--per-city", "4", "--robots", "ignore"
            };
            Ran ignored = crawl(again);
            assertEquals(1, site.counters().robots());
            assertTrue(ignored.out().contains("; robots.txt was ignored."), ignored.out());
        }
    }

    @Test
    void aCityWithFewerRowsThanWantedIsCompleteAndSaysWhy() throws Exception {
        try (SandboxSite site = start(SandboxOptions.defaults().withPostings(37))) {
            Ran ran = crawl("--cities", "bj", "--site", site.uri().toString(), "--rate", "max", "--json");

            assertEquals(0, ran.exitCode(), ran.err());
            JsonNode city = ran.json().at("/cities/0");
            assertEquals("the site has no more", city.path("why").asString());
            assertEquals(100 - city.path("stored").asInt(), city.path("missing").asInt());
            assertTrue(ran.err().contains("北京: " + city.path("missing").asInt() + " of 100 rows missing"), ran.err());
        }
    }

    @Test
    void aSiteThatListsNothingIsNotCalledComplete() throws Exception {
        try (SandboxSite site = start(SandboxOptions.defaults().withPostings(0))) {
            Ran ran = crawl("--cities", "bj", "--site", site.uri().toString(), "--rate", "max");

            assertEquals(3, ran.exitCode());
            assertTrue(ran.err().contains("the site lists nothing for \"python\""), ran.err());
        }
    }

    @Test
    void rowsOfTwoSitesShareAFileButNeverAReport() throws Exception {
        crawl("--cities", "bj", "--site", "sandbox", "--per-city", "20");
        try (SandboxSite site = start(SandboxOptions.defaults())) {
            String name = "127.0.0.1:" + site.uri().getPort();
            JsonNode report = crawl(
                            "--cities",
                            "bj",
                            "--site",
                            site.uri().toString(),
                            "--per-city",
                            "5",
                            "--rate",
                            "max",
                            "--json")
                    .json();

            assertEquals(name, report.path("site").asString());
            assertEquals(5, report.at("/cities/0/new").asInt(), "equal rows of another site are not these");
            assertEquals(
                    5,
                    report.at("/pay/0/n").asInt()
                            + report.at("/pay/0/not_in_mean/total").asInt());
            assertEquals(
                    List.of(name + "|5", SANDBOX + "|20"),
                    Db.rows(db(), "SELECT site, count(*) FROM jobs GROUP BY site ORDER BY site"));
        }
    }

    @Test
    void cookiesAreSentButNeverToldOrKept() throws Exception {
        Path cookies = folder.resolve("cookies.txt");
        Files.writeString(cookies, "127.0.0.1\tFALSE\t/\tFALSE\t0\tlogin\tTOPSECRETVALUE\n");
        Files.setPosixFilePermissions(cookies, PosixFilePermissions.fromString("rw-r--r--"));
        byte[] before = Files.readAllBytes(cookies);
        try (SandboxSite site = start(SandboxOptions.defaults())) {
            Ran ran = crawl(
                    "--cities", "bj", "--site", site.uri().toString(), "--cookies", cookies.toString(), "--verbose");

            assertEquals(0, ran.exitCode(), ran.err());
            List<LoggedRequest> pages = new ArrayList<>(site.log());
            pages.remove(0);
            assertTrue(pages.stream().allMatch(sent -> header(sent, "cookie").contains("login=TOPSECRETVALUE")));
            assertFalse(header(site.log().get(0), "cookie").contains("TOPSECRET"), "robots.txt needs no session");
            assertTrue(ran.err().contains("other people can read " + cookies), ran.err());
            assertFalse((ran.out() + ran.err()).contains("TOPSECRET"));
            for (Path file : everyFileOfTheDatabase()) {
                assertFalse(
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains("TOPSECRET"),
                        file.toString());
            }
            assertArrayEquals(before, Files.readAllBytes(cookies));
        }
    }

    @Test
    void aCookieFileOfOnesOwnIsNoReasonForAWarning() throws Exception {
        Path cookies = folder.resolve("cookies.txt");
        Files.writeString(cookies, "127.0.0.1\tFALSE\t/\tFALSE\t0\tlogin\tvalue\n");
        Files.setPosixFilePermissions(cookies, PosixFilePermissions.fromString("rw-------"));

        Ran ran =
                crawl("--cities", "bj", "--site", "sandbox", "--per-city", "3", "--cookies", cookies.toString(), "-q");

        assertEquals(new Ran(0, "", ""), ran);
    }

    @Test
    @Timeout(120)
    void noLibrarysLogIsMixedIntoWhatIsToldVerbosely() throws Exception {
        String db = folder.resolve("fresh.db").toString();
        Ran ran = Ran.process(
                folder, Map.of(), "crawl", "-v", "--cities", "bj", "--site", "sandbox", "--per-city", "3", "--db", db);

        assertEquals(0, ran.exitCode(), ran.err());
        assertFalse(ran.err().contains("INFO"), ran.err());
        assertFalse(ran.err().toLowerCase(Locale.ROOT).contains("flyway"), ran.err());
    }

    @Test
    void quietSaysNothingUnlessSomethingIsWrong() throws Exception {
        Ran good = crawl("--cities", "bj", "--site", "sandbox", "--per-city", "20", "--quiet");
        assertEquals(new Ran(0, "", ""), good);
        assertEquals(List.of("20"), Db.rows(db(), "SELECT count(*) FROM jobs"));

        Ran continued = crawl("--cities", "bj", "--site", "sandbox", "--per-city", "20", "-q", "--json");
        assertEquals("complete", continued.json().path("ending").asString());
        assertEquals("", continued.err());

        try (SandboxSite site = start(SandboxOptions.defaults().withPostings(0))) {
            Ran bad = crawl("--cities", "bj", "--site", site.uri().toString(), "--rate", "max", "--quiet");
            assertEquals(3, bad.exitCode());
            assertEquals("", bad.out());
            assertTrue(bad.err().contains("the site lists nothing for \"python\""), bad.err());
        }
    }

    @Test
    void theDatabaseIsMadeWithItsFolders() throws SQLException {
        Path deep = folder.resolve("a/b/中文 名/pay.db");

        assertEquals(
                0,
                Ran.paymap("crawl", "--cities", "bj", "--site", "sandbox", "--per-city", "3", "--db", deep.toString())
                        .exitCode());
        assertEquals(List.of("3"), Db.rows(deep, "SELECT count(*) FROM jobs"));
    }

    private Ran crawl(String... args) {
        List<String> all = new ArrayList<>(List.of("crawl"));
        all.addAll(List.of(args));
        all.addAll(List.of("--db", db().toString()));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }

    private List<Path> everyFileOfTheDatabase() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("paymap.db"))
                    .toList();
        }
    }

    private static String header(LoggedRequest sent, String name) {
        return sent.headers().getOrDefault(name, "");
    }

    private static SandboxSite start(SandboxOptions options) throws IOException {
        return SandboxSite.start(options);
    }
}
