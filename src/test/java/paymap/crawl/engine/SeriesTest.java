package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.StopCause;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

/** Several keywords, one after the other, of a site that is met once. */
class SeriesTest {

    @TempDir
    Path folder;

    private final InlineWorkers workers = new InlineWorkers(4, 1);
    private final List<String> turns = new ArrayList<>();

    @Test
    void eachKeywordIsARunAndTheSiteIsMetOnce() throws Exception {
        ScriptedSite site = new ScriptedSite(workers).withCity("北京", 30, 0, 1);

        List<CrawlReport> reports = crawl(site, "Python", "Java", "Go");

        assertEquals(
                List.of("Python COMPLETE 20", "Java COMPLETE 20", "Go COMPLETE 20"),
                reports.stream()
                        .map(report -> report.plan().keyword() + " " + report.ending() + " " + report.stored())
                        .toList());
        assertEquals(List.of("Python 1/3", "Java 2/3", "Go 3/3"), turns);
        assertEquals(1, site.robots);
        assertEquals(1, site.sessions, "six pages are within what a session is good for");
        assertEquals(2 + 6, site.asked.size());
        for (int i = 1; i < site.askedAt.size(); i++) {
            Duration apart = Duration.between(site.askedAt.get(i - 1), site.askedAt.get(i));
            assertTrue(apart.toMillis() >= 100, "request " + i + ": " + apart);
        }
    }

    @Test
    void whatEndsOneKeywordForTheSitesSakeEndsAllAndTheSameCommandGoesOn() throws Exception {
        boolean[] banned = {true};
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return banned[0] && page.keyword().equals("Java") ? new Outcome.Banned("HTTP 403") : null;
            }
        }.withCity("北京", 30, 0, 1);

        List<CrawlReport> first = crawl(site, "Python", "Java", "Go");
        assertEquals(2, first.size(), "Go was not come to");
        assertEquals(StopCause.BANNED, first.get(1).cause());
        banned[0] = false;
        int asked = site.asked.size();
        List<CrawlReport> second = crawl(site, "Python", "Java", "Go");

        assertTrue(second.get(0).run().complete());
        assertEquals(20, second.get(0).stored());
        assertEquals(0, second.get(0).tally().requests());
        assertEquals(first.get(1).run().id(), second.get(1).run().id());
        assertTrue(second.stream().allMatch(report -> report.ending() == Ending.COMPLETE));
        assertEquals(2 + 4, site.asked.size() - asked, "no page of Python");
    }

    @Test
    void aKeywordThatFindsNothingIsItsOwnAffair() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return page.keyword().equals("Cobol") ? new Outcome.Fetched(List.of(), List.of(), 15, 0, null) : null;
            }
        }.withCity("北京", 30, 0, 1);

        List<CrawlReport> reports = crawl(site, "Cobol", "Java");

        assertEquals(StopCause.NOTHING_LISTED, reports.get(0).cause());
        assertNull(reports.get(1).cause());
        assertEquals(20, reports.get(1).stored());
        assertTrue(
                crawl(site, "Cobol", "Java").get(0).run().id()
                        > reports.get(1).run().id(),
                "and does not keep the other from being crawled anew");
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsNotForTheSitesSakeLetsTheOthersBeTried(StopCause cause) {
        boolean goesOn = cause == StopCause.PAGES_LOST || cause == StopCause.NOTHING_LISTED;

        assertEquals(goesOn, cause.isOfOneKeyword());
    }

    private List<CrawlReport> crawl(ScriptedSite site, String... keywords) throws Exception {
        List<CrawlPlan> plans = Stream.of(keywords)
                .map(keyword -> new CrawlPlan("scripted", keyword, City.listOf("bj"), 20, ""))
                .toList();
        Crawler.Settings settings = new Crawler.Settings(Rate.of("10/s"), Duration.ofHours(12), true, false);
        Silent listener = new Silent() {
            @Override
            public void keyword(String keyword, int place, int of) {
                turns.add(keyword + " " + place + "/" + of);
            }
        };
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), workers)) {
            return new Crawler(new Crawler.Parts(site, store.ledger(), workers, settings, new Random(1), listener))
                    .run(plans);
        }
    }
}
