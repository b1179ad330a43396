package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.PageTask;
import paymap.crawl.Session;

/** A way in that shows the first page of a list spares the request for that page. */
class FirstPageTest {

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(4, 1);

    /** Each way in shows a first page. */
    private class Showing extends ScriptedSite {
        Showing() {
            super(FirstPageTest.this.workers);
        }

        @Override
        Outcome.Fetched shownOnTheWayIn(String city) {
            return page(city, 1);
        }
    }

    /** And each first page is a way in; other pages go only to who has come in. */
    private class Listing extends Showing {

        private final int usualPages;
        private int strangers;

        Listing(int usualPages) {
            this.usualPages = usualPages;
        }

        private final class Listed implements Session {
            private boolean isIn;

            @Override
            public int usualPages() {
                return usualPages;
            }

            @Override
            public Session openedByAFirstPage() {
                return new Listed();
            }
        }

        @Override
        public Outcome open(String city, String keyword, String at, Departure departure) {
            note("session", departure);
            sessions++;
            Listed session = new Listed();
            session.isIn = true;
            return new Outcome.Opened(session, page(city, 1));
        }

        @Override
        public Outcome fetch(Session session, PageTask page, Departure departure) {
            note(page.city() + " " + page.page(), departure);
            Listed listed = (Listed) session;
            Outcome trouble = intercept(new Visit(), page);
            if (trouble != null) {
                return trouble;
            }
            listed.isIn |= page.page() == 1;
            strangers += listed.isIn ? 0 : 1;
            return page(page.city(), page.page());
        }
    }

    @Test
    void thePageThatOpensASessionIsNotAskedAgain() throws Exception {
        ScriptedSite site = new Showing().withCity("北京", 120, 0, 1);

        CrawlReport report = crawl(site, "bj");

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(100, report.cities().get(0).stored());
        assertEquals(List.of("robots", "session"), site.asked.subList(0, 2));
        assertEquals(6, site.pagesAsked(), site.asked.toString());
        assertEquals(7, report.tally().pages());
    }

    @Test
    void whereFirstPagesAreWaysInNoRequestOpensALaterSession() throws Exception {
        ScriptedSite site = new Listing(10)
                .withCity("北京", 200, 0, 1)
                .withCity("上海", 200, 0, 2)
                .withCity("广州", 200, 0, 3)
                .withCity("深圳", 200, 0, 4);

        CrawlReport report = crawl(site, "bj,sh,gz,sz");

        assertEquals(
                400, report.cities().stream().mapToInt(city -> city.stored()).sum());
        assertEquals(1, site.sessions);
        assertEquals(1 + 28, report.tally().requests(), "robots.txt, and each page once: " + site.asked);
        assertEquals(new HashSet<>(site.asked).size(), site.asked.size(), site.asked.toString());
        assertEquals(4, report.tally().sessions());
    }

    @Test
    void aPageShownWhereALaterOneIsWantedCountsForNothing() throws Exception {
        ScriptedSite site = new Showing().withCity("北京", 300, 50, 1);

        CrawlReport report = crawl(site, "bj");

        assertEquals(100, report.cities().get(0).stored());
        assertTrue(site.sessions > 1, "one was renewed in the middle");
        assertEquals(report.tally().pages(), report.cities().get(0).counts().pages());
        assertEquals(report.tally().pages() - 1, site.pagesAsked());
        assertEquals(new HashSet<>(pages(site)).size(), pages(site).size(), site.asked.toString());
    }

    @Test
    void theSessionWhoseWayInShowedThePageIsTheOneThatIsUsed() throws Exception {
        Listing site = new Listing(7) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                boolean fails = page.city().equals("上海") && page.page() == 1; // so that only a way in can show it
                return fails ? new Outcome.Broken(Flaw.SERVER_ERROR, "HTTP 500") : null;
            }
        };
        site.withCity("北京", 105, 0, 1).withCity("上海", 300, 50, 2);

        CrawlReport report = crawl(site, "bj,sh");

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(
                200, report.cities().stream().mapToInt(city -> city.stored()).sum());
        assertEquals(0, site.strangers, site.asked.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOddPageOnTheWayInIsAskedForAsAnyOther(boolean empty) throws Exception {
        ScriptedSite site = new Showing() {
            @Override
            Outcome.Fetched shownOnTheWayIn(String city) {
                List<String> unreadable = empty ? List.of() : Collections.nCopies(15, "no title");
                return new Outcome.Fetched(List.of(), unreadable, 15, 120, null);
            }
        }.withCity("北京", 120, 0, 1);

        CrawlReport report = crawl(site, "bj");

        assertEquals(100, report.cities().get(0).stored());
        assertEquals(7, site.pagesAsked(), site.asked.toString());
        assertEquals(0, report.tally().broken());
    }

    private static List<String> pages(ScriptedSite site) {
        return site.asked.stream().filter(what -> what.contains(" ")).toList();
    }

    private CrawlReport crawl(ScriptedSite site, String cities) throws Exception {
        return Crawls.of(site, workers, cities, folder.resolve("x.db"), new Silent());
    }
}
