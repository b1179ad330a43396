package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.job.Posting;
import paymap.site.http.OnWire;
import paymap.site.sandbox.LoggedRequest;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;

/** The client against the made-up site, which shares no class with it. */
class AllErasTest {

    private final OnWire wire = new OnWire();

    @ParameterizedTest
    @EnumSource(Era.class)
    void theWayInShowsWhichEraAnswers(Era era) throws IOException {
        try (SandboxSite sandbox = start(era, "")) {
            LagouSession session = (LagouSession) opened(client(sandbox), "北京");

            assertEquals(era.name(), session.era().name());
            assertEquals(1, sandbox.counters().sessions());
        }
    }

    @Test
    void allErasShowTheSameThirtyPages() throws IOException {
        List<Outcome.Fetched> classic = pages(Era.CLASSIC, 31);

        assertEquals(classic, pages(Era.RENDERED, 31));
        assertEquals(classic, pages(Era.ENCRYPTED, 31));
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void everyPageIsFullAndThePageAfterTheLastIsEmpty(Era era) throws IOException {
        List<Outcome.Fetched> pages = pages(era, 31);

        for (int page = 1; page <= 30; page++) {
            assertEquals(15, pages.get(page - 1).rows().size(), "page " + page);
            assertEquals(List.of(), pages.get(page - 1).unreadable(), "page " + page);
            assertEquals(30 * 15, pages.get(page - 1).totalCount());
        }
        assertEquals(0, pages.get(30).shown());
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void noMadeUpPersonLeavesTheReader(Era era) throws IOException {
        String told = pages(era, 30).toString();

        for (String marker : SandboxSite.PERSONAL_MARKERS) {
            assertFalse(told.contains(marker), marker);
        }
        assertFalse(told.contains(SandboxSite.CLIENT_IP));
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void titlesArriveClean(Era era) throws IOException {
        Set<String> odd = new HashSet<>();
        for (Outcome.Fetched page : pages(era, 30)) {
            for (Posting row : page.rows()) {
                String title = row.title();
                boolean clean = title.equals(title.strip())
                        && !title.contains("&amp;")
                        && !title.contains("&nbsp;")
                        && title.chars().noneMatch(c -> c == 0x200b || c == 0xa0)
                        && !title.contains("  ");
                if (!clean) {
                    odd.add(title);
                }
                assertTrue(title.toLowerCase(Locale.ROOT).contains("python"), title);
            }
        }
        assertEquals(Set.of(), odd);
    }

    @ParameterizedTest
    @EnumSource(
            value = Era.class,
            names = {"CLASSIC", "RENDERED"})
    void aSiteWithoutCookiesIsSurvived(Era era) throws IOException {
        try (SandboxSite sandbox = start(era, "nocookie")) {
            LagouSite site = client(sandbox);
            Session session = opened(site, "北京");
            for (int page = 1; page <= 3; page++) {
                assertEquals(15, fetched(site, session, page).rows().size());
            }
            assertEquals(0, sandbox.counters().sessions());
        }
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void aSessionThatHasHadEnoughIsRefusedAndAFreshOneIsNot(Era era) throws IOException {
        try (SandboxSite sandbox =
                SandboxSite.start(SandboxOptions.defaults().withEra(era).withSessionPages(4))) {
            LagouSite site = client(sandbox);
            Session tired = opened(site, "北京");
            for (int page = 1; page <= 3; page++) {
                fetched(site, tired, page);
            }
            if (era != Era.RENDERED) {
                fetched(site, tired, 4); // in the rendered era the way in was a page already
            }
            Outcome refused = site.fetch(tired, page(5), wire);
            Class<?> expected = era == Era.RENDERED ? Outcome.LoginRequired.class : Outcome.Throttled.class;
            assertInstanceOf(expected, refused);

            assertEquals(15, fetched(site, opened(site, "北京"), 5).rows().size());
        }
    }

    @Test
    void onceRenderedPagesAreKnownTheyAreGoneToAtOnce() throws IOException {
        try (SandboxSite sandbox = start(Era.RENDERED, "")) {
            LagouSite site = client(sandbox);
            opened(site, "北京");
            opened(site, "上海");

            List<String> paths = sandbox.log().stream()
                    .map(LoggedRequest::target)
                    .map(target -> target.replaceAll("\\?.*", ""))
                    .toList();
            assertEquals(List.of("/jobs/list_python", "/wn/jobs", "/wn/jobs"), paths);
        }
    }

    @Test
    void theWayIntoRenderedPagesShowsTheFirstOfThem() throws IOException {
        try (SandboxSite sandbox = start(Era.RENDERED, "")) {
            LagouSite site = client(sandbox);

            for (String city : List.of("北京", "上海")) { // by way of the old list page, and at once
                Outcome.Opened opened = way(site, city);
                PageTask first = new PageTask(1, city, "python", 1, 0, 1, null);
                assertEquals(site.fetch(opened.session(), first, wire), opened.page());
                assertTrue(opened.page().madeUp());
            }
        }
    }

    @Test
    void theListPageOfTheClassicEraShowsNoPage() throws IOException {
        try (SandboxSite sandbox = start(Era.CLASSIC, "")) {
            assertNull(way(client(sandbox), "北京").page());
        }
    }

    @Test
    void aFirstRenderedPageIsAWayInAndNoOtherIs() throws IOException {
        try (SandboxSite sandbox = start(Era.RENDERED, "");
                SandboxSite classic = start(Era.CLASSIC, "")) {
            LagouSite site = client(sandbox);
            Session fresh = opened(site, "北京").openedByAFirstPage();
            long before = sandbox.counters().sessions();

            fetched(site, fresh, 1);
            fetched(site, fresh, 2);

            assertEquals(1, sandbox.counters().sessions() - before);
            assertNull(opened(client(classic), "北京").openedByAFirstPage());
        }
    }

    @Test
    void theUsersOwnBrowserStaysOneVisitor() {
        Cookie cookie =
                new Cookie.Builder().name("a").value("b").domain("127.0.0.1").build();
        LagouSession session = new LagouSession(List.of(cookie));
        session.isRendered("/wn/jobs");

        assertNull(session.openedByAFirstPage());
    }

    @Test
    void aRenderedPageIsReachedFromTheOneBeforeIt() throws IOException {
        try (SandboxSite sandbox = start(Era.RENDERED, "")) {
            LagouSite site = client(sandbox);
            fetched(site, opened(site, "北京"), 3);

            LoggedRequest sent = sandbox.log().get(sandbox.log().size() - 1);
            assertEquals("GET", sent.method());
            assertTrue(sent.target().startsWith("/wn/jobs?kd=python&city=%E5%8C%97%E4%BA%AC&pn=3"), sent.target());
            assertEquals(
                    sandbox.uri() + "/wn/jobs?kd=python&city=%E5%8C%97%E4%BA%AC&pn=2",
                    sent.headers().get("referer"));
        }
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void aFaultIsBrokenAndNothingElse(Era era) throws IOException {
        for (String fault : List.of("500:1", "reset:1", "html:1", "oversize:1")) {
            try (SandboxSite sandbox = start(era, fault)) {
                LagouSession session = new LagouSession(List.of());
                if (era == Era.RENDERED) {
                    session.isRendered("/wn/jobs");
                } else if (era == Era.ENCRYPTED) {
                    AgreedKey key = new AgreedKey("k".repeat(32), SandboxSite.IV);
                    session.agreed(new Agreement(key, "secret", Instant.MAX, InstantSource.system()));
                }
                assertInstanceOf(Outcome.Broken.class, client(sandbox).fetch(session, page(1), wire), fault);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Era.class,
            names = {"CLASSIC", "RENDERED"})
    void halfAPageIsNeverRows(Era era) throws IOException {
        try (SandboxSite whole = start(era, "");
                SandboxSite sandbox = start(era, "nocookie,cut:1")) {
            LagouSession session = (LagouSession) opened(client(whole), "北京");
            LagouSite site = client(sandbox);
            for (int i = 0; i < 10; i++) { // some are cut with an honest length, some without
                assertInstanceOf(Outcome.Broken.class, site.fetch(session, page(1), wire));
            }
        }
    }

    private List<Outcome.Fetched> pages(Era era, int last) throws IOException {
        try (SandboxSite sandbox = start(era, "")) {
            LagouSite site = client(sandbox);
            Session session = opened(site, "北京");
            List<Outcome.Fetched> pages = new ArrayList<>();
            for (int page = 1; page <= last; page++) {
                pages.add(fetched(site, session, page));
            }
            return pages;
        }
    }

    private Outcome.Fetched fetched(LagouSite site, Session session, int page) {
        return assertInstanceOf(Outcome.Fetched.class, site.fetch(session, page(page), wire));
    }

    /** Follows the steps to a session, as the crawler does. */
    private Session opened(LagouSite site, String city) {
        return way(site, city).session();
    }

    private Outcome.Opened way(LagouSite site, String city) {
        Outcome outcome = site.open(city, "python", null, wire);
        for (int step = 0; step < 3 && outcome instanceof Outcome.Moved moved; step++) {
            outcome = site.open(city, "python", moved.url(), wire);
        }
        return assertInstanceOf(Outcome.Opened.class, outcome);
    }

    private static PageTask page(int number) {
        return new PageTask(1, "北京", "python", number, 0, 1, null);
    }

    private static LagouSite client(SandboxSite sandbox) {
        return LagouVisits.site(
                sandbox.uri(),
                "test",
                null,
                EraChoice.auto().recall(paymap.site.lagou.Era.CLASSIC),
                SiteKey.LAGOU.withKey(SandboxSite.publicKey(), "the sandbox").withIv(SandboxSite.IV),
                InstantSource.system());
    }

    private static SandboxSite start(Era era, String faults) throws IOException {
        return SandboxSite.start(SandboxOptions.defaults().withEra(era).withFaults(faults));
    }
}
