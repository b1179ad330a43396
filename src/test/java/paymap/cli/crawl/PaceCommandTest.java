package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.crawl.CrawlPlan;
import paymap.crawl.watch.SitePace;
import paymap.job.City;
import paymap.pace.PaceState;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxSite;
import paymap.store.SqliteStore;
import tools.jackson.databind.JsonNode;

/** The pace by hand, and that crawls obey it. */
class PaceCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aPaceOfFiveSeconds() {
        try (SqliteStore store = SqliteStore.open(db())) {
            store.ledger().pace("lagou", (before, now) -> PaceState.fresh(Duration.ofSeconds(5), now));
        }
    }

    @Test
    void itIsShown() {
        assertEquals(new Ran(0, "lagou: at most 12/min\n", ""), pace("lagou"));
        assertEquals(pace("lagou"), pace("lagou", "--show"));
        JsonNode shown = pace("lagou", "--json").json();
        assertEquals(5000, shown.path("interval_ms").asInt());
        assertTrue(shown.path("blocked_until").isNull());
        assertTrue(shown.path("last_refused").isNull());
    }

    @Test
    void aSiteIsLeftAloneAndALongerPauseStays() {
        Instant before = Instant.now();

        Ran ran = pace("lagou", "--block", "2h");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(
                ran.out().matches("lagou: at most 12/min\nleft alone until [-0-9: ]+: paymap pace was told so\n"),
                ran.out());
        Instant until = stored().orElseThrow().state().blockedUntil();
        assertTrue(!until.isBefore(before.plus(Duration.ofHours(2))), until.toString());
        assertTrue(until.isBefore(Instant.now().plus(Duration.ofHours(2)).plusSeconds(1)), until.toString());

        Ran shorter = pace("lagou", "--block", "1s");

        assertEquals("It is left alone for longer already.\n", shorter.err());
        assertEquals(until, stored().orElseThrow().state().blockedUntil());
    }

    @Test
    void aSiteIsAskedMoreSlowlyAndNeverFaster() {
        Ran ran = pace("lagou", "--slow", "30s");

        assertEquals(new Ran(0, "lagou: at most 2/min, as after 6 refusals\n", ""), ran);
        Ran faster = pace("lagou", "--slow", "10s");
        assertEquals("It is asked as slowly already.\n", faster.err());
        assertEquals(Duration.ofSeconds(30), stored().orElseThrow().state().interval());
    }

    @Test
    void itIsForgotten() throws Exception {
        pace("lagou", "--block", "7d");

        assertEquals(new Ran(0, "The pace towards lagou is forgotten.\n", ""), pace("lagou", "--forget"));

        assertEquals(Optional.empty(), stored());
        assertEquals("0", Db.rows(db(), "SELECT count(*) FROM site_notes").get(0));
    }

    @Test
    void aCrawlThatIsUnderWayIsToldOfWhenItsPaceIsForgotten() throws Exception {
        try (SqliteStore store = SqliteStore.open(db())) {
            store.ledger().begin(new CrawlPlan("lagou", "python", City.listOf("bj"), 20, ""), 15, false);
            assertEquals(
                    "What crawls it now keeps the pace it has: run 1.\n",
                    pace("lagou", "--forget").err());
        }
    }

    @Test
    void anUnknownSiteIsRefusedWithThoseThatAreKnown() {
        Ran ran = pace("lagu", "--block", "2h");

        assertEquals(new Ran(1, "", "paymap: no pace towards \"lagu\" is known; known are: lagou\n"), ran);
        pace("lagou", "--forget");
        assertEquals(
                "paymap: no pace towards \"lagou\" is known; nothing was crawled yet\n",
                pace("lagou").err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--block 8d | --block must be at most 7d: \"8d\"",
                "--slow 2h | --slow must be at most 1h: \"2h\"",
                "--block 0s | not a time: \"0s\"; allowed e.g. 30s, 15min, 2h, 7d",
                "--block soon | not a time: \"soon\"; allowed e.g. 30s, 15min, 2h, 7d",
                "--block 2h --slow 30s | --block and --slow exclude each other",
                "--show --forget | --show and --forget exclude each other"
            })
    void badInputIsOneSentenceAndChangesNothing(String options, String sentence) {
        SitePace before = stored().orElseThrow();

        Ran ran = pace(("lagou " + options).split(" "));

        assertEquals(2, ran.exitCode());
        assertEquals("paymap: " + sentence, ran.err().lines().findFirst().orElseThrow());
        assertEquals(Optional.of(before), stored());
    }

    @Test
    void aCrawlLeavesASiteAloneThatWasBlockedByHand() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            String address = site.uri().toString();
            crawl(address, "5");
            int before = site.log().size();

            assertEquals(0, pace(address, "--block", "2h").exitCode());
            Ran ran = crawl(address, "6");

            assertEquals(1, ran.exitCode(), ran.toString());
            assertTrue(
                    ran.err()
                            .contains(
                                    "another crawl was refused, or paymap pace was told so) and is to be left alone until"),
                    ran.err());
            assertEquals(before, site.log().size(), "nothing was sent");
            pace(address, "--forget");
            assertEquals(0, crawl(address, "6").exitCode());
        }
    }

    @Test
    void aCrawlNotesWhyItsSiteRefusedAndThePaceTellsThatItDid() throws Exception {
        try (SandboxSite site =
                SandboxSite.start(SandboxOptions.defaults().withLimit(new RateLimit(5, 2, Duration.ofMillis(200))))) {
            String address = site.uri().toString();
            assertEquals(0, crawl(address, "60").exitCode());

            List<String> notes = Db.rows(db(), "SELECT value FROM site_notes WHERE name = 'blocked because'");
            assertEquals(1, notes.size());
            assertTrue(!notes.get(0).isBlank());
            Ran ran = pace(address);
            assertTrue(ran.out().contains("\nlast refused at "), ran.out());
        }
    }

    private Ran crawl(String address, String rows) {
        return Ran.paymap(
                "crawl",
                "--site",
                address,
                "--cities",
                "bj",
                "--per-city",
                rows,
                "--rate",
                "max",
                "--db",
                db().toString());
    }

    private Ran pace(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "pace";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--db";
        all[args.length + 2] = db().toString();
        return Ran.paymap(all);
    }

    private Optional<SitePace> stored() {
        try (SqliteStore store = SqliteStore.openToRead(db())) {
            return store.activity().paceOf("lagou");
        }
    }

    private Path db() {
        return folder.resolve("x.db");
    }
}
