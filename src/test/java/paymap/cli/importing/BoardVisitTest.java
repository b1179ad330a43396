package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.ScriptTimeoutException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import paymap.BrowserHar;
import paymap.Chromium;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Board;
import paymap.site.sandbox.SandboxSite;
import paymap.site.sandbox.board.BoardRow;

/**
 * A person looks at the lists of the made-up boards in Debian's Chromium and saves the visit: what is stored of it is what
 * the board served.
 */
class BoardVisitTest {

    private static final int PAGES = 3;
    private static final Pattern PAY = Pattern.compile("(?i)(\\d+)k?(?:-(\\d+)k?)?(/天|以上|以下|)");
    private static final String NOWHERE = "远程办公";

    /** Where a list is looked at, by the board's own address. */
    private static final Map<Board, String> LISTS = Map.of(
            Board.BOSS, "http://www.zhipin.com/web/geek/jobs?query=python&city=101010100",
            Board.ZHILIAN, "http://www.zhaopin.com/sou/jl530?kw=python",
            Board.JOB51, "http://we.51job.com/pc/search?keyword=python&jobArea=010000&searchType=2",
            Board.LIEPIN, "http://www.liepin.com/zhaopin/?key=python&dq=010");

    private static final Map<Board, SandboxSite> SITES = new EnumMap<>(Board.class);

    @TempDir
    private static Path profile;

    private static ChromeDriver browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openTheBrowser() throws IOException {
        Chromium.assumeIsHere();
        List<String> hosts = new ArrayList<>();
        for (Map.Entry<Board, String> list : LISTS.entrySet()) {
            SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withBoard(list.getKey()));
            SITES.put(list.getKey(), site);
            String domain = list.getValue().replaceFirst("http://[a-z]+\\.([a-z0-9.]+)/.*", "$1");
            hosts.add("MAP *." + domain + " " + site.uri().getAuthority());
        }
        browser = Chromium.start(profile, hosts);
    }

    @AfterAll
    static void closeTheBrowser() {
        if (browser != null) {
            browser.quit();
        }
        SITES.values().forEach(SandboxSite::close);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LAGOU")
    void aVisitIsStoredAsTheBoardServedIt(Board board) throws Exception {
        Path har = Files.writeString(folder.resolve("visit.har"), visit(LISTS.get(board), PAGES));
        List<BoardRow> all = served(board);
        List<BoardRow> rows =
                all.stream().filter(row -> !row.city().equals(NOWHERE)).toList();

        Ran ran = imported(har, "--rejects", folder.resolve("rejects").toString());

        assertEquals(
                board == Board.ZHILIAN || board == Board.LIEPIN,
                Files.readString(har).contains("\"method\":\"OPTIONS\""),
                "these two ask another host, after a preflight");
        assertEquals(rows.size() == all.size() ? 0 : 3, ran.exitCode(), ran.err());
        isStored(board, rows);
        holdsNothingPersonal(har, ran);
    }

    /** The same while pages are turned, with nothing saved. */
    @ParameterizedTest
    @Timeout(600)
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LAGOU")
    void aVisitThatIsReadAlongIsStoredAsTheBoardServedIt(Board board) throws Exception {
        List<BoardRow> all = served(board);
        List<BoardRow> rows =
                all.stream().filter(row -> !row.city().equals(NOWHERE)).toList();
        Path db = folder.resolve("paymap.db");
        try (Relay relay = new Relay(ReadAlongTest.port(profile.resolve("profile")))) {
            Running paymap = Running.of("import", "--db", db.toString(), "--attach", Integer.toString(relay.port()));
            relay.awaitTabs();
            Path har = Files.writeString(folder.resolve("visit.har"), visit(LISTS.get(board), PAGES));
            do {
                paymap.awaitLine(" page ");
            } while (!ids(rows).equals(new TreeSet<>(stored("SELECT position_id FROM openings"))));
            relay.end();
            Ran ran = paymap.ended();

            assertEquals(rows.size() == all.size() ? 0 : 3, ran.exitCode(), ran.err());
            isStored(board, rows);
            holdsNothingPersonal(har, ran);
        }
    }

    private void isStored(Board board, List<BoardRow> rows) throws Exception {
        assertEquals(List.of(board.word() + "|1"), stored("SELECT DISTINCT site, made_up FROM jobs"));
        assertEquals(List.of("python"), stored("SELECT keyword FROM runs"));
        assertEquals(ids(rows), new TreeSet<>(stored("SELECT position_id FROM openings")));
        assertEquals(
                rows.stream()
                        .map(row -> String.join("|", row.city(), row.title(), row.salary()))
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(stored("SELECT city, title, salary FROM jobs")));
        assertEquals(inFull(rows), stored("""
                        SELECT position_id, city, title, salary, ifnull(district, ''), ifnull(experience, ''),
                          ifnull(education, ''), company, salary_low / CASE salary_interval WHEN 'year' THEN 12 ELSE 1 END,
                          ifnull(salary_high / CASE salary_interval WHEN 'year' THEN 12 ELSE 1 END, '')
                        FROM jobs JOIN openings ON job_id = jobs.id WHERE openings = 1 ORDER BY position_id"""));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LAGOU")
    void theSameVisitTwiceAddsNothing(Board board) throws Exception {
        Path har = Files.writeString(folder.resolve("visit.har"), visit(LISTS.get(board), 1));
        imported(har);
        String rows = "SELECT id, salary, company, posted, openings, first_seen FROM jobs";
        List<String> once = stored(rows);
        List<String> openings = stored("SELECT job_id, position_id FROM openings");
        imported(har);

        assertFalse(once.isEmpty());
        assertEquals(once, stored(rows));
        assertEquals(List.of("1"), stored("SELECT count(*) FROM runs"));

        imported(Files.writeString(folder.resolve("later.har"), visit(LISTS.get(board), 1)));

        assertEquals(openings, stored("SELECT job_id, position_id FROM openings"), "another visit to the same page");
        assertEquals(
                Integer.toString(once.size()),
                stored("SELECT count(*) FROM jobs").get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "BOSS, /web/geek/jobs?query=python, 'Boss直聘 code 37'",
        "ZHILIAN, /sou/jl530?kw=python, 智联招聘's verification page",
        "JOB51, /pc/search?keyword=python, 51job's slider",
        "LIEPIN, /zhaopin/?key=python, 猎聘's refusal -1400"
    })
    void aRefusalIsToldByNameUnlessRowsFollow(Board board, String path, String name) throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withBoard(board);
        try (SandboxSite shut = SandboxSite.start(options.withRefusals(1000));
                SandboxSite once = SandboxSite.start(options.withRefusals(1))) {
            Ran refused = imported(Files.writeString(folder.resolve("no.har"), refusedVisit(shut.uri() + path, false)));
            Ran rows = imported(Files.writeString(folder.resolve("yes.har"), refusedVisit(once.uri() + path, true)));

            assertTrue(refused.err().contains("refused: " + name), refused.err());
            assertFalse((rows.out() + rows.err()).contains("refused"), rows.err());
            assertEquals(
                    List.of(once.uri().getAuthority()), stored("SELECT DISTINCT site FROM jobs"), "a site of its own");
        }
    }

    @Test
    void whoIsNotLoggedInToBossIsToldThatThereIsNoPay() throws Exception {
        try (SandboxSite site = loggedOut(Board.BOSS)) {
            Ran ran = imported(Files.writeString(
                    folder.resolve("visit.har"), visit(site.uri() + "/web/geek/jobs?query=python", 1)));

            assertTrue(ran.err().contains("saved without being logged in: the site showed no pay"), ran.err());
            assertEquals(List.of("||15"), stored("SELECT salary, ifnull(salary_low, ''), sum(openings) FROM jobs"));
        }
    }

    @Test
    void whereZhilianMasksPayItsStateStillHasIt() throws Exception {
        try (SandboxSite site = loggedOut(Board.ZHILIAN)) {
            String har = visit(site.uri() + "/sou/jl530?kw=python", 1);
            Path page = Files.writeString(folder.resolve("page.html"), savedPage());
            Ran ran = imported(page);

            assertTrue(har.contains("isLogged"), "the visit holds the state");
            assertTrue(Files.readString(page).contains("**-**元"), "the page shows no pay");
            assertEquals(0, ran.exitCode(), ran.err());
            assertEquals(keys(site, 1), new TreeSet<>(stored("SELECT title, salary FROM jobs")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JOB51", "LIEPIN"})
    void thePageAsItIsShownGivesTheRowsOfItsReplyAndNoAdverts(Board board) throws Exception {
        visit(LISTS.get(board), 2);
        Path page = Files.writeString(folder.resolve("page.html"), savedPage());

        Ran ran = imported(page);

        assertEquals(keys(SITES.get(board), 2), new TreeSet<>(stored("SELECT title, salary FROM jobs")), ran.err());
        holdsNothingPersonal(page, ran);
    }

    @Test
    void theDigitsOfBossAreNotReadableInThePageItself() throws Exception {
        visit(LISTS.get(Board.BOSS), 1);

        Ran ran = imported(Files.writeString(folder.resolve("page.html"), savedPage()));

        assertTrue(ran.err().contains("save a HAR"), ran.err());
        long said = SITES.get(Board.BOSS).shown("北京", "python", 1).stream()
                .filter(row -> !row.salary().equals("面议"))
                .count();
        assertTrue(ran.err().contains(Long.toString(said)), ran.err());
    }

    /** The list, and further pages by its button; as a HAR. */
    private static String visit(String list, int pages) {
        BrowserHar visit = new BrowserHar(browser);
        browser.get(list);
        for (int page = 1; page <= pages; page++) {
            if (page > 1) {
                browser.executeScript("document.getElementById('next').click()");
            }
            assertEquals("shown " + page, settled());
            visit.look();
        }
        return visit.text();
    }

    /** A visit that ends where the list was refused; or goes on, by its button or by loading it again. */
    private static String refusedVisit(String list, boolean goesOn) {
        BrowserHar visit = new BrowserHar(browser);
        browser.get(list);
        String state = settled();
        visit.look();
        if (goesOn && state.startsWith("refused")) {
            browser.get(list);
            state = settled();
            visit.look();
        }
        assertEquals(goesOn ? "shown 1" : "refused", goesOn ? state : state.substring(0, "refused".length()));
        return visit.text();
    }

    /** Waits until the page has its rows, or was refused; of one that hangs it is told what there is to know. */
    private static String settled() {
        try {
            return awaitedState();
        } catch (ScriptTimeoutException e) {
            StringBuilder seen = new StringBuilder("hangs: " + browser.getCurrentUrl() + ' ');
            seen.append(browser.executeScript("return document.readyState + JSON.stringify(document.body.dataset)"));
            browser.manage()
                    .logs()
                    .get(LogType.BROWSER)
                    .forEach(line -> seen.append("\n  ").append(line));
            SITES.forEach((board, site) -> {
                seen.append("\n").append(board).append(' ').append(site.counters());
                site.log().forEach(request -> seen.append("\n  ").append(request));
            });
            throw new AssertionError(seen.toString(), e);
        }
    }

    private static String awaitedState() {
        return (String) browser.executeAsyncScript("""
                const done = arguments[0];
                const look = () => {
                  const told = document.body.dataset;
                  if (told.state && told.state !== 'loading') done(told.state + ' ' + told.page);
                  else setTimeout(look, 10);
                };
                look();""");
    }

    private static String savedPage() {
        String html = (String) browser.executeScript("return document.documentElement.outerHTML");
        return "<!DOCTYPE html>\n<!-- saved from url=(0030)" + browser.getCurrentUrl() + " -->\n" + html;
    }

    private static SandboxSite loggedOut(Board board) throws IOException {
        return SandboxSite.start(SandboxOptions.defaults().withBoard(board).withLoggedIn(false));
    }

    private static List<BoardRow> served(Board board) {
        List<BoardRow> rows = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            rows.addAll(SITES.get(board).shown("北京", "python", page));
        }
        return rows;
    }

    private static TreeSet<String> ids(List<BoardRow> rows) {
        return rows.stream().map(BoardRow::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> keys(SandboxSite site, int page) {
        return site.shown("北京", "python", page).stream()
                .filter(row -> !row.city().equals(NOWHERE))
                .map(row -> row.title() + "|" + row.salary())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows that are the only ones of their title and pay, as the query above has them, with pay a month where it is a year's. */
    private static List<String> inFull(List<BoardRow> rows) {
        Map<String, TreeSet<String>> idsByKey = new TreeMap<>();
        Map<String, String> byId = new TreeMap<>();
        for (BoardRow row : rows) {
            String key = row.city() + "|" + row.title() + "|" + row.salary();
            idsByKey.computeIfAbsent(key, any -> new TreeSet<>()).add(row.id());
            byId.put(
                    row.id(),
                    String.join(
                            "|",
                            row.id(),
                            key,
                            row.district(),
                            row.experience(),
                            row.education(),
                            row.company(),
                            amounts(row)));
        }
        return idsByKey.values().stream()
                .filter(ids -> ids.size() == 1)
                .map(ids -> byId.get(ids.first()))
                .sorted()
                .toList();
    }

    /** The boards close what Lagou leaves open: 20k以上 is 20 to 40, 20k以下 is 10 to 20. */
    private static String amounts(BoardRow row) {
        Matcher pay = PAY.matcher(row.job().salary());
        if (!pay.matches()) {
            return "null|";
        }
        int first = Integer.parseInt(pay.group(1));
        return switch (pay.group(3)) {
            case "/天" -> first + "|" + pay.group(2);
            case "以上" -> first + "000|" + 2 * first + "000";
            case "以下" -> first / 2 + "000|" + first + "000";
            default -> first + "000|" + pay.group(2) + "000";
        };
    }

    private Ran imported(Path file, String... options) {
        return Ran.imported(folder.resolve("paymap.db"), file, options);
    }

    private List<String> stored(String query) throws Exception {
        return Db.rows(folder.resolve("paymap.db"), query);
    }

    /** Of people the visit is full, and nothing else that was written or said names one. */
    private void holdsNothingPersonal(Path visit, Ran ran) throws IOException {
        String saved = Files.readString(visit);
        StringBuilder written = new StringBuilder(ran.out() + ran.err());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(visit))
                    .toList()) {
                written.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        assertTrue(saved.contains("示例招聘人") && saved.contains("PERSONAL-"), "nobody was there");
        SandboxSite.PERSONAL_MARKERS.forEach(
                marker -> assertFalse(written.toString().contains(marker), marker));
    }
}
