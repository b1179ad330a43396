package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.cli.Ran;
import paymap.cli.SandboxKey;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;

/** Crawls of sites with limits and faults; what is stored must be what an undisturbed crawl stores. */
class DifficultSitesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CLASSIC, STATE_2402",
        "CLASSIC, HTTP_429",
        "RENDERED, LOGIN",
        "ENCRYPTED, STATE_2402",
        "ENCRYPTED, LOGIN",
        "ENCRYPTED, HTTP_429"
    })
    void aSiteThatIsAngryForAWhileIsWaitedFor(Era era, WhenTooFast answer) throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withEra(era)
                .withLimit(new RateLimit(0.001, 4, Duration.ofMillis(500)))
                .withWhenTooFast(answer);
        try (SandboxSite site = SandboxSite.start(options)) {
            Ran ran = crawl(site, "--cities", "bj", "--per-city", "45", "--json");

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(site.counters().tooFast() > 0, "the limit was never met");
            assertTrue(ran.json().at("/tally/blocks").asInt() >= 1);
            assertEquals(
                    site.counters().refused(), ran.json().at("/tally/refusals").asLong());
            assertExact("北京", 45);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Era.class,
            names = {"CLASSIC", "RENDERED"}) // an agreement is for a day; see AgreementTest
    void aSessionIsReplacedBeforeTheSiteHasHadEnoughOfIt(Era era) throws Exception {
        try (SandboxSite site =
                SandboxSite.start(SandboxOptions.defaults().withEra(era).withSessionPages(12))) {
            Ran ran = crawl(site, "--cities", "bj,sh");

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(0, site.counters().refused());
            assertTrue(site.counters().sessions() >= 2);
            assertExact("北京");
            assertExact("上海");
        }
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void faultsCostTimeButNoRows(Era era) throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withEra(era)
                .withFaults("500:0.05,reset:0.05,cut:0.05,html:0.05,oversize:0.03");
        try (SandboxSite site = SandboxSite.start(options)) {
            Ran ran = crawl(site, "--cities", "bj,sh", "--json", "-n", "1"); // so that the same requests are befallen

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(site.counters().faults() > 0, "no fault befell anything");
            assertEquals(
                    site.counters().faults(), ran.json().at("/tally/broken").asLong());
            assertExact("北京");
            assertExact("上海");
        }
    }

    @Test
    void aPageThatComesEmptyAgainstTheSitesOwnCountIsAskedForAgain() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withFaults("empty:0.06"))) {
            Ran ran = crawl(site, "--cities", "bj", "-n", "1"); // so that the same requests are befallen

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(site.counters().faults() > 0, "no fault befell anything");
            assertExact("北京");
        }
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void pageOneForEverIsRecognisedAndEndsTheCity(Era era) throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withEra(era).withFaults("page1:3");
        try (SandboxSite site = SandboxSite.start(options)) {
            Ran ran = crawl(site, "--cities", "bj", "--json");
            JsonNode city = ran.json().at("/cities/0");

            assertTrue(city.path("stored").asInt() <= 45, city.toString());
            assertExact("北京", city.path("stored").asInt());
            assertTrue(city.path("why").asString().matches("page 1 came back as page [4-9]"), city.toString());
            assertEquals(3, ran.exitCode(), "it is not complete: " + ran.err());
            assertTrue(ran.err().contains("北京: " + city.path("missing").asInt() + " of 100 rows missing; "), ran.err());
            assertTrue(site.counters().pages() < 30, site.counters().toString());
        }
    }

    @Test
    void aSiteThatSetsNoCookieIsCrawledAsWell() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withFaults("nocookie"))) {
            assertEquals(0, crawl(site, "--cities", "bj").exitCode());
            assertExact("北京");
        }
    }

    @Test
    void aWaitThatIsTooLongEndsAsPartialAndIsNotForgotten() throws Exception {
        SandboxOptions options = SandboxOptions.defaults()
                .withWhenTooFast(WhenTooFast.HTTP_429)
                .withLimit(new RateLimit(0.001, 4, Duration.ofHours(1)));
        try (SandboxSite site = SandboxSite.start(options)) {
            String[] command = {"--cities", "bj", "--max-wait", "1s"};
            Ran ran = crawl(site, command);

            assertEquals(3, ran.exitCode(), ran.err());
            assertTrue(
                    ran.err().contains("paymap: not complete: the site refuses (HTTP 429) and is to be left alone"),
                    ran.err());
            assertTrue(ran.err().contains("To continue:\n  paymap crawl --cities bj --max-wait 1s"), ran.err());
            assertFalse(rows("北京").isEmpty());
            assertTrue(rows("北京").size() < 100);

            long asked = site.counters().requests();
            assertEquals(3, crawl(site, command).exitCode());
            assertEquals(asked, site.counters().requests(), "a restart forgot that the site was angry");
        }
    }

    @Test
    void theSameCommandContinuesACrawlThatWasPartial() throws Exception {
        int port;
        SandboxOptions options = SandboxOptions.defaults().withWhenTooFast(WhenTooFast.HTTP_429);
        try (SandboxSite site = SandboxSite.start(options.withLimit(new RateLimit(0.001, 4, Duration.ofSeconds(1))))) {
            port = site.uri().getPort();
            assertEquals(3, crawl(site, "--cities", "bj", "--max-wait", "1s").exitCode());
        }
        int before = rows("北京").size();
        try (SandboxSite site = SandboxSite.start(options.withPort(port))) {
            Ran ran = crawl(site, "--cities", "bj", "--json");

            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(1, ran.json().path("run").asInt());
            assertTrue(ran.json().path("continued").asBoolean());
            assertTrue(ran.err().startsWith("Continuing run 1, begun "), ran.err());
            assertEquals(100, ran.json().at("/cities/0/new").asInt());
            assertTrue(before > 0 && before < 100);
            assertExact("北京");
        }
    }

    @Test
    void anUnfinishedRunIsContinuedUnlessANewOneIsWanted() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            crawl(site, "--cities", "bj,sh", "--per-city", "20");
            Db.change(folder.resolve("paymap.db"), "UPDATE runs SET complete = 0");
            long asked = site.counters().requests();
            Ran continued = crawl(site, "--cities", "sh,bj", "--per-city", "20");
            assertTrue(continued.out().startsWith("Run 1 (continued): "), continued.out());
            assertEquals(asked, site.counters().requests(), "nothing was left to ask for");

            Db.change(folder.resolve("paymap.db"), "UPDATE runs SET complete = 0");
            assertTrue(
                    crawl(site, "--cities", "bj,sh", "--per-city", "21").out().startsWith("Run 2: "), "another plan");
            Ran anew = crawl(site, "--cities", "bj,sh", "--per-city", "20", "--new-run");
            assertTrue(anew.out().startsWith("Run 3: "), anew.out());
            assertFalse(anew.err().contains("Continuing"), anew.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400", "99999999999", "9999999999999999999", "1e300"})
    void aCrawlDelayBeyondAllReasonEndsTheCrawlAndNotPaymap(String delay) throws IOException {
        try (RudeServer server = new RudeServer("User-agent: *\nCrawl-delay: " + delay + "\nAllow: /\n", "3600")) {
            server.assertCrawlEndsInASentence(folder);
        }
    }

    @Test
    void aTimeToWaitOfManyYearsEndsTheCrawlAndNotPaymap() throws IOException {
        try (RudeServer server = new RudeServer("User-agent: *\nAllow: /\n", "999999999")) {
            server.assertCrawlEndsInASentence(folder);
        }
    }

    private Ran crawl(SandboxSite site, String... args) {
        List<String> all = new ArrayList<>(List.of("crawl"));
        all.addAll(List.of(args));
        all.addAll(List.of(
                "--site",
                site.uri().toString(),
                "--rate",
                "max",
                "--site-key",
                SandboxKey.in(folder),
                "--site-iv",
                SandboxSite.IV,
                "--db",
                folder.resolve("paymap.db").toString()));
        return Ran.paymap(all.toArray(String[]::new));
    }

    private void assertExact(String city) throws IOException, SQLException {
        assertExact(city, 100);
    }

    private void assertExact(String city, int wanted) throws IOException, SQLException {
        try (SandboxSite undisturbed = SandboxSite.start(SandboxOptions.defaults())) {
            FirstRows expected = FirstRows.of(undisturbed.uri(), city, "python", wanted);
            assertEquals(new TreeSet<>(expected.rows()), new TreeSet<>(rows(city)));
        }
    }

    private List<String> rows(String city) throws SQLException {
        return Db.rows(folder.resolve("paymap.db"), "SELECT city, title, salary FROM jobs WHERE city = '" + city + "'");
    }
}
