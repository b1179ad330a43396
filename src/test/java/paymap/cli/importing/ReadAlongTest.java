package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import paymap.BrowserHar;
import paymap.Chromium;
import paymap.cli.Db;
import paymap.cli.FirstRows;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person turns the pages of a made-up board in Debian's Chromium while paymap reads along: what it stores is what an import
 * of a HAR of the same visit stores, and what a crawl finds.
 */
@Timeout(600)
class ReadAlongTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGES = 3;
    private static final String ROWS =
            "SELECT site, city, title, salary, openings, made_up, company, district, experience, education FROM jobs"
                    + " ORDER BY site, city, title, salary";

    @TempDir
    private Path folder;

    @Test
    void whatIsReadAlongIsWhatAHarOfTheVisitHolds() throws Exception {
        Chromium.assumeIsHere();
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEra(Era.RENDERED))) {
            Path db = folder.resolve("along.db");
            Running paymap = Running.of(started(db, list(site, 1)));
            String first = paymap.awaitLine("page 1: 15 rows");
            assertTrue(first.startsWith(site.uri().getAuthority() + " (made-up data)  北京 \"python\"  page 1"), first);
            ChromeDriver person = Chromium.attach(port(folder.resolve("profile")));
            BrowserHar visit = new BrowserHar(person);
            try {
                person.get(list(site, 1));
                // Seen once: the first page after a second hand took hold was not heard; why is not known.
                if (!paymap.saysSoon("page 2: 15 rows, 0 new")) {
                    person.get(list(site, 1));
                    paymap.awaitLine("page 2: 15 rows, 0 new");
                }
                visit.look();
                BrowserVisitTest.follow(person, list(site, 2), "", "");
                paymap.awaitLine("page 3: 15 rows");
                visit.look();
                // Before the visit is over, what was told is there for everybody.
                assertEquals(
                        List.of("python|45"),
                        Db.rows(db, "SELECT keyword, seen FROM runs JOIN run_cities ON id = run_id"));
                BrowserVisitTest.follow(person, list(site, PAGES), "", "");
                paymap.awaitLine("page 4: 15 rows");
                visit.look();
            } finally {
                person.getWindowHandles()
                        .forEach(tab -> person.switchTo().window(tab).close());
            }
            Ran ran = paymap.ended();

            assertEquals(0, ran.exitCode(), ran.err());
            assertTrue(ran.out().contains("visit"), ran.out());
            assertTrue(Files.isDirectory(folder.resolve("profile")), "the profile of the person stays");
            isWhatTheHarHolds(site, db, visit);
        }
    }

    private void isWhatTheHarHolds(SandboxSite site, Path db, BrowserHar visit) throws Exception {
        Path har = Files.writeString(folder.resolve("visit.har"), visit.text());
        Path other = folder.resolve("har.db");
        assertEquals(0, Ran.imported(other, har).exitCode());
        FirstRows crawled = FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE, PAGES);

        List<String> unlike = List.of("openings", "made_up"); // page 1 was seen twice here; a HAR has no headers here
        String rows = ROWS.replace(String.join(", ", unlike) + ", ", "");
        assertEquals(Db.rows(other, rows), Db.rows(db, rows));
        assertEquals(new TreeSet<>(crawled.rows()), new TreeSet<>(Db.rows(db, "SELECT city, title, salary FROM jobs")));
        assertEquals(Db.rows(other, "SELECT keyword, site FROM runs"), Db.rows(db, "SELECT keyword, site FROM runs"));
        assertEquals(List.of("1|"), Db.rows(db, "SELECT complete, why FROM runs"));
        String bytes = new String(Files.readAllBytes(db), UTF_8);
        SandboxSite.PERSONAL_MARKERS.forEach(marker -> assertTrue(!bytes.contains(marker), marker));
    }

    /** Over a line that is recorded: of a browser that the person has started, and that stays. */
    @Test
    void aBrowserThatIsOpenIsOnlyListenedTo() throws Exception {
        Chromium.assumeIsHere();
        ChromeDriver person = Chromium.start(folder);
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults());
                Relay relay = new Relay(port(folder.resolve("profile")))) {
            Path db = folder.resolve("attached.db");
            Running paymap =
                    Running.of("import", "--json", "--db", db.toString(), "--attach", Integer.toString(relay.port()));
            paymap.awaitLine("reading along in 127.0.0.1:");
            relay.awaitTabs();
            person.get(site.uri() + "/jobs/list_python?city=" + encoded("北京"));
            for (int page = 1; page <= PAGES; page++) {
                BrowserVisitTest.turnTo(person, page);
                JsonNode told = JSON.readTree(paymap.awaitLine("\"page\":" + page));
                assertEquals(15, told.path("rows").asInt());
                assertEquals("python", told.path("keyword").asString());
                assertEquals("北京", told.at("/cities/0").asString());
            }
            relay.end();
            Ran ran = paymap.ended();

            assertEquals(0, ran.exitCode(), ran.err());
            List<String> lines = ran.out().lines().toList();
            assertEquals(PAGES + 1, lines.size(), ran.out());
            assertEquals(
                    "complete", JSON.readTree(lines.get(PAGES)).path("ending").asString());
            FirstRows crawled = FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE, PAGES);
            assertEquals(
                    new TreeSet<>(crawled.rows()), new TreeSet<>(Db.rows(db, "SELECT city, title, salary FROM jobs")));
            Set<String> toTell = Set.of("Target.setAutoAttach", "Network.enable", "Network.getResponseBody");
            Set<String> said = relay.methods();
            said.remove(
                    "Runtime.runIfWaitingForDebugger"); // to frames of the browser's own first page, if they come late
            assertEquals(toTell, said);
            assertFalse(person.getWindowHandles().isEmpty(), "the browser stays");
        } finally {
            person.quit();
        }
    }

    /** Its rows are in the page itself, which comes as soon as the tab is there. */
    @ParameterizedTest
    @ValueSource(strings = {"", "noopener", "opener"})
    void aTabThatALinkOpensIsReadFromItsFirstPageOn(String relation) throws Exception {
        Chromium.assumeIsHere();
        ChromeDriver person = Chromium.start(folder);
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withEra(Era.RENDERED));
                Relay relay = new Relay(port(folder.resolve("profile")))) {
            Path db = folder.resolve("tabs.db");
            Running paymap =
                    Running.of("import", "--json", "--db", db.toString(), "--attach", Integer.toString(relay.port()));
            relay.awaitTabs();
            person.get(site.uri() + "/robots.txt");
            for (int page = 1; page <= PAGES; page++) {
                BrowserVisitTest.follow(person, list(site, page), "_blank", relation);
                int opened = page; // a person goes on in the tab that has come
                new WebDriverWait(person, Chromium.PATIENCE)
                        .until(any -> person.getWindowHandles().size() > opened);
                toTheLastTab(person);
                assertEquals(
                        15,
                        JSON.readTree(paymap.awaitLine("\"page\":" + page))
                                .path("rows")
                                .asInt());
            }
            relay.end();

            assertEquals(0, paymap.ended().exitCode());
            FirstRows crawled = FirstRows.of(site.uri(), "北京", "python", Integer.MAX_VALUE, PAGES);
            assertEquals(
                    new TreeSet<>(crawled.rows()), new TreeSet<>(Db.rows(db, "SELECT city, title, salary FROM jobs")));
            assertTrue(relay.methods().contains("Runtime.runIfWaitingForDebugger"));
        } finally {
            person.quit();
        }
    }

    private String[] started(Path db, String url) {
        return new String[] {
            "import",
            "--db",
            db.toString(),
            "--browser-path",
            Chromium.program(),
            "--browser-args",
            String.join(" ", Chromium.ARGUMENTS) + " --proxy-server=127.0.0.1:1",
            "--profile",
            folder.resolve("profile").toString(),
            "--browser",
            url
        };
    }

    private static void toTheLastTab(ChromeDriver person) {
        List<String> tabs = List.copyOf(person.getWindowHandles());
        person.switchTo().window(tabs.get(tabs.size() - 1));
    }

    static int port(Path profile) throws IOException {
        return Integer.parseInt(
                Files.readAllLines(profile.resolve("DevToolsActivePort")).get(0));
    }

    private static String list(SandboxSite site, int page) {
        return site.uri() + "/wn/jobs?kd=python&city=" + encoded("北京") + "&pn=" + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
