package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.Posting;
import paymap.pace.Rate;
import paymap.store.EmptyDatabase;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;

class CrawlerTest {

    @TempDir
    Path folder;

    private final List<String> decisions = new ArrayList<>();
    private Runnable watch = () -> {};
    private InlineWorkers workers = new InlineWorkers(4, 1);
    private Rate rate = Rate.of("10/s");
    private Duration maxWait = Duration.ofMinutes(15);
    private boolean newRun;

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16, 64})
    void keepsTheFirstDistinctRowsInTheSitesOrderWhateverTheThreads(int threads) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            Path database = folder.resolve(threads + "-" + seed + ".db");
            workers = new InlineWorkers(threads, seed);
            ScriptedSite site = fourCities(new ScriptedSite(workers));

            CrawlReport report = crawl(site, database, 100);

            assertEquals(Ending.COMPLETE, report.ending());
            for (String city : site.lists.keySet()) {
                assertEquals(firstDistinct(site.lists.get(city), 100), rows(database, city), city);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void asksForNoPageTooManyAndOneSessionForTenPages(int threads) throws Exception {
        workers = new InlineWorkers(threads, 3);
        ScriptedSite site = fourCities(new ScriptedSite(workers));

        crawl(site, folder.resolve("x.db"), 100);

        int least = site.lists.values().stream()
                .mapToInt(list -> pagesNeeded(list, 100))
                .sum();
        assertEquals(least, site.pagesAsked());
        assertEquals((least + 9) / 10, site.sessions);
        assertEquals(least + site.sessions + 1, site.asked.size());
    }

    @Test
    void neverStartsTwoRequestsCloserThanTheRateAllows() throws Exception {
        workers = new InlineWorkers(16, 3);
        ScriptedSite site = fourCities(new ScriptedSite(workers));

        crawl(site, folder.resolve("x.db"), 100);

        for (int i = 1; i < site.askedAt.size(); i++) {
            Duration apart = Duration.between(site.askedAt.get(i - 1), site.askedAt.get(i));
            assertTrue(apart.toMillis() >= 100, "requests " + (i - 1) + " and " + i + ": " + apart);
        }
        assertTrue(workers.mostAtOnce <= 16);
    }

    @Test
    void aSecondRunAddsNothingAndSaysSo() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers));
        crawl(site, folder.resolve("x.db"), 100);

        CrawlReport second = crawl(site, folder.resolve("x.db"), 100);

        assertFalse(second.run().continued());
        assertEquals(
                0,
                second.cities().stream().mapToInt(city -> city.counts().fresh()).sum());
        assertEquals(400, second.stored());
        assertEquals(400, count(folder.resolve("x.db"), "SELECT count(*) FROM jobs"));
        assertEquals(
                count(folder.resolve("x.db"), "SELECT count(*) FROM openings"),
                count(folder.resolve("x.db"), "SELECT sum(openings) FROM jobs"));
    }

    @Test
    void aShortListEndsACityWithoutBeingAFailure() throws Exception {
        ScriptedSite site = new ScriptedSite(workers).withCity("北京", 37, 0, 1);

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100, "bj");

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(37, report.stored());
        assertEquals("the site has no more", report.cities().get(0).why());
    }

    @Test
    void theSitesOwnCountSparesTheEmptyPage() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Integer totalCount(String city) {
                return 37;
            }
        }.withCity("北京", 37, 0, 1);

        crawl(site, folder.resolve("x.db"), 100, "bj");

        assertEquals(3, site.pagesAsked());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void whereTheSiteRunsOutOnePageMoreShowsItWhateverTheThreads(int threads) throws Exception {
        workers = new InlineWorkers(threads, 3);
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Integer totalCount(String city) {
                return 150;
            }
        }.withCity("北京", 150, 0, 1);

        CrawlReport report = crawl(site, folder.resolve("x.db"), 500, "bj");

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(11, site.pagesAsked());
    }

    @Test
    void pageOneThatComesBackForEverEndsTheCityAsPartial() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome.Fetched page(String city, int number) {
                return super.page(city, number <= 3 ? number : 1);
            }
        }.withCity("北京", 450, 0, 1);

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100, "bj");

        assertEquals(Ending.PARTIAL, report.ending());
        assertEquals(45, report.stored());
        assertTrue(report.cities().get(0).why().contains("page 1 came back"), report.toString());
    }

    @Test
    void theLastPageForEverEndsTheCity() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome.Fetched page(String city, int number) {
                return super.page(city, Math.min(number, 4));
            }
        }.withCity("北京", 60, 0, 1);

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100, "bj");

        assertEquals(60, report.stored());
        assertTrue(report.cities().get(0).why().contains("nothing new from page 5"), report.toString());
    }

    @Test
    void brokenAnswersAreTriedAgainAndLoseNothing() throws Exception {
        workers = new InlineWorkers(4, 9);
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            private final Random chance = new Random(4);

            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return chance.nextInt(10) == 0 ? new Outcome.Broken(Outcome.Flaw.CUT_OFF, "cut off") : null;
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.COMPLETE, report.ending());
        assertTrue(report.tally().broken() > 0);
        assertEquals(firstDistinct(site.lists.get("上海"), 100), rows(folder.resolve("x.db"), "上海"));
    }

    @Test
    void aPageThatStaysBrokenIsGivenUpToldAndTriedAgainByTheNextCommand() throws Exception {
        boolean[] mended = new boolean[1];
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return page.page() == 3 && !mended[0]
                        ? new Outcome.Broken(Outcome.Flaw.SERVER_ERROR, "HTTP 500")
                        : null;
            }
        }.withCity("北京", 100, 0, 1);

        CrawlReport first = crawl(site, folder.resolve("x.db"), 100, "bj");
        mended[0] = true;
        CrawlReport second = crawl(site, folder.resolve("x.db"), 100, "bj");

        assertEquals(Ending.PARTIAL, first.ending());
        assertEquals(85, first.stored());
        assertEquals(1, first.cities().get(0).counts().lost());
        assertTrue(second.run().continued());
        assertEquals(Ending.COMPLETE, second.ending());
        assertEquals(100, second.stored());
        assertEquals(1, second.tally().pages(), "only the lost page is fetched again");
    }

    @Test
    void aRefusalPausesEverythingForAsLongAsTheSiteAsks() throws Exception {
        List<Instant> refusedAt = new ArrayList<>();
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                if (refusedAt.isEmpty() && asked.size() > 12) {
                    refusedAt.add(clock.instant());
                    return new Outcome.Throttled(Duration.ofSeconds(90), "HTTP 429");
                }
                return null;
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(1, report.tally().incidents());
        Instant until = refusedAt.get(0).plusSeconds(90);
        assertEquals(
                0,
                site.askedAt.stream()
                        .filter(at -> at.isAfter(refusedAt.get(0)) && at.isBefore(until))
                        .count(),
                "no request in the time that the site named");
    }

    @Test
    void aWaitLongerThanTheLongestEndsAsPartialAndTheNextCommandRemembersIt() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return asked.size() > 12 ? new Outcome.Throttled(Duration.ofHours(1), "HTTP 429") : null;
            }
        });

        CrawlReport first = crawl(site, folder.resolve("x.db"), 100);
        int askedBefore = site.asked.size();
        CrawlReport second = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.PARTIAL, first.ending());
        assertTrue(first.why().contains("longer than the longest wait of 15 min"), first.why());
        assertTrue(first.stored() > 0);
        assertEquals(Ending.PARTIAL, second.ending());
        assertEquals(askedBefore, site.asked.size(), "the restart asks nothing of an angry site");
    }

    @Test
    void refusalsForEverEndWithinTheLongestWait() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return new Outcome.Throttled(null, "state 2402");
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.FAILED, report.ending());
        assertTrue(
                report.tally().elapsed().compareTo(maxWait) <= 0, report.tally().toString());
        assertTrue(report.tally().refusals() < 12, "waits double: " + report.tally());
    }

    @Test
    void aLoginPageThatFreshSessionsMeetAgainTwiceMeansAPerson() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return asked.size() > 12 ? new Outcome.LoginRequired("a redirect to the login page") : null;
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.PARTIAL, report.ending());
        assertEquals("the site requires a login or a captcha: a redirect to the login page", report.why());
        assertEquals(3, report.tally().incidents());
    }

    @Test
    void aLoginPageOnceIsCuredByAPauseAndAFreshSession() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            private boolean shown;

            @Override
            Outcome intercept(Visit visit, PageTask page) {
                boolean show = !shown && asked.size() > 12;
                shown |= show;
                return show ? new Outcome.LoginRequired("the login page") : null;
            }
        });

        assertEquals(Ending.COMPLETE, crawl(site, folder.resolve("x.db"), 100).ending());
    }

    @Test
    void aBanStopsAtOnceAndKeepsWhatIsThere() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return page.page() == 3 ? new Outcome.Banned("state 2407") : null;
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.PARTIAL, report.ending());
        assertTrue(report.stored() > 0 && report.mayLackRows());
        assertTrue(site.asked.size() < 20, "asked after the ban: " + site.asked);
    }

    @Test
    void whatRobotsTxtForbidsIsNotAskedFor() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome interceptOpening() {
                return new Outcome.Disallowed("robots.txt does not allow /jobs/list_python");
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.FAILED, report.ending());
        assertEquals("robots.txt does not allow /jobs/list_python", report.why());
    }

    @Test
    void theCrawlDelayOfRobotsTxtIsKept() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome robots() {
                return new Outcome.RobotsRead(Duration.ofSeconds(7));
            }
        }.withCity("北京", 60, 0, 1);

        crawl(site, folder.resolve("x.db"), 30, "bj");

        for (int i = 1; i < site.askedAt.size(); i++) {
            assertTrue(
                    Duration.between(site.askedAt.get(i - 1), site.askedAt.get(i))
                                    .toMillis()
                            >= 7000,
                    site.askedAt.toString());
        }
    }

    @Test
    void sessionsThatAreGoodForFivePagesAreLearnedAndThePaceIsAbsolved() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return visit.pages >= 5 ? new Outcome.Throttled(null, "state 2402") : null;
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(2, report.tally().incidents(), "two refusals teach it: " + decisions);
        assertTrue(decisions.stream().anyMatch(line -> line.contains("sessions are good for 5 pages")), decisions + "");
        long interval = count(folder.resolve("x.db"), "SELECT interval_ns FROM pace");
        assertTrue(interval <= 102_000_000, "hardly slower than without refusals: " + interval);
    }

    @Test
    void anEmptyPageAgainstTheSitesCountIsAskedForTwice() throws Exception {
        int[] empties = new int[1];
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Integer totalCount(String city) {
                return 120;
            }

            @Override
            Outcome intercept(Visit visit, PageTask page) {
                boolean empty = page.page() == 4 && empties[0]++ == 0;
                return empty ? new Outcome.Fetched(List.of(), List.of(), PAGE, 120, null) : null;
            }
        }.withCity("北京", 120, 0, 1);

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100, "bj");

        assertEquals(Ending.COMPLETE, report.ending());
        assertEquals(100, report.stored());
    }

    @Test
    void nobodyAtTheAddressEndsItAtOnce() throws Exception {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome robots() {
                return new Outcome.Unreachable("nobody answers at 127.0.0.1:9");
            }
        });

        CrawlReport report = crawl(site, folder.resolve("x.db"), 100);

        assertEquals(Ending.FAILED, report.ending());
        assertEquals("nobody answers at 127.0.0.1:9", report.why());
        assertEquals(1, site.asked.size());
    }

    @Test
    void rowsThatCannotBeReadAreCountedAndStopNoOther() throws Exception {
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome.Fetched page(String city, int number) {
                Outcome.Fetched whole = super.page(city, number);
                return whole.rows().isEmpty()
                        ? whole
                        : new Outcome.Fetched(
                                whole.rows().subList(1, whole.rows().size()), List.of("no title"), PAGE, null, null);
            }
        }.withCity("北京", 60, 0, 1);

        CityProgress city =
                crawl(site, folder.resolve("x.db"), 100, "bj").cities().get(0);

        assertEquals(56, city.stored());
        assertEquals(4, city.counts().unreadable());
        assertEquals(60, city.counts().seen());
    }

    @Test
    void aNewRunCanBeBegunThoughAnotherIsUnfinished() throws Exception {
        ScriptedSite angry = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return asked.size() > 12 ? new Outcome.Banned("state 2407") : null;
            }
        });
        long first = crawl(angry, folder.resolve("x.db"), 100).run().id();
        newRun = true;

        CrawlReport second = crawl(fourCities(new ScriptedSite(workers)), folder.resolve("x.db"), 100);

        assertFalse(second.run().continued());
        assertTrue(second.run().id() > first);
        assertEquals(Ending.COMPLETE, second.ending());
    }

    @Tag("slow")
    @Test
    void whatItHoldsStaysItsOwnHoweverLongItWaits() throws Exception {
        workers.mostLooks = 5_000;
        Path database = folder.resolve("x.db");
        boolean[] refused = new boolean[1];
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                boolean first = !refused[0] && asked.size() > 12;
                refused[0] |= first;
                return first ? new Outcome.Throttled(Duration.ofMinutes(14), "HTTP 429") : null;
            }
        });
        List<String> lapsed = new ArrayList<>();
        long[] held = new long[1];
        watch = () -> {
            long now = workers.instant().toEpochMilli();
            held[0] += count(database, "SELECT count(*) FROM pages WHERE state = 'LEASED'");
            if (count(database, "SELECT count(*) FROM pages WHERE state = 'LEASED' AND lease_until <= " + now) > 0
                    || count(database, "SELECT count(*) FROM run_owners WHERE alive_until > " + now) != 1) {
                lapsed.add(workers.instant().toString());
            }
        };

        assertEquals(Ending.COMPLETE, crawl(site, database, 100).ending());
        assertEquals(List.of(), lapsed);
        assertTrue(held[0] > 14 * 60, "a page is held in all that time: " + held[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void pageOnePastTheCountIsTheEndOnceAFreshSessionIsShownItToo(int threads) throws Exception {
        workers = new InlineWorkers(threads, 1);
        ScriptedSite site = new ScriptedSite(workers) {
            @Override
            Outcome.Fetched page(String city, int number) {
                return super.page(city, number <= 3 ? number : 1);
            }

            @Override
            Integer totalCount(String city) {
                return 45;
            }
        }.withCity("北京", 45, 0, 1);

        CrawlReport report = crawl(site, folder.resolve("x.db"), CrawlPlan.WHOLE, "bj");

        assertEquals(Ending.COMPLETE, report.ending(), report.toString());
        assertTrue(report.cities().get(0).list().toEnd(), report.toString());
        assertEquals(45, report.stored());
        assertEquals(3 + 2, site.pagesAsked(), site.asked.toString());
    }

    @Test
    void aWorkerThatRunsOutOfMemoryEndsTheCrawlInsteadOfLeavingItWaiting() {
        ScriptedSite site = fourCities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                throw new OutOfMemoryError("made up");
            }
        });

        IllegalStateException failed =
                assertThrows(IllegalStateException.class, () -> crawl(site, folder.resolve("x.db"), 100));

        assertEquals("made up", failed.getCause().getMessage());
    }

    private static ScriptedSite fourCities(ScriptedSite site) {
        return site.withCity("北京", 450, 23, 1)
                .withCity("上海", 450, 13, 2)
                .withCity("广州", 450, 31, 3)
                .withCity("深圳", 450, 5, 4);
    }

    private CrawlReport crawl(ScriptedSite site, Path database, int perCity) throws Exception {
        return crawl(site, database, perCity, "bj,sh,gz,sz");
    }

    private CrawlReport crawl(ScriptedSite site, Path database, int perCity, String cities) throws Exception {
        CrawlPlan plan = new CrawlPlan("scripted", "python", City.listOf(cities), perCity, "");
        Crawler.Settings settings = new Crawler.Settings(rate, maxWait, true, newRun);
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(database), workers)) {
            return new Crawler(new Crawler.Parts(site, store.ledger(), workers, settings, new Random(1), new Notes()))
                    .run(plan);
        }
    }

    private final class Notes extends Silent {
        @Override
        public void status(Status status) {
            watch.run();
        }

        @Override
        public void decided(String line) {
            decisions.add(line);
        }
    }

    private static Set<String> firstDistinct(List<Posting> list, int wanted) {
        Set<String> first = new HashSet<>();
        for (Posting row : list) {
            if (first.size() < wanted) {
                first.add(row.title() + " | " + row.salary());
            }
        }
        return first;
    }

    private static int pagesNeeded(List<Posting> list, int wanted) {
        Set<String> seen = new HashSet<>();
        int rows = 0;
        while (seen.size() < wanted) {
            Posting row = list.get(rows++);
            seen.add(row.title() + " | " + row.salary());
        }
        return (rows + ScriptedSite.PAGE - 1) / ScriptedSite.PAGE;
    }

    private static Set<String> rows(Path database, String city) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var query = connection.prepareStatement("SELECT title, salary FROM jobs WHERE city = ?")) {
            query.setString(1, city);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    assertTrue(rows.add(found.getString(1) + " | " + found.getString(2)));
                }
            }
        }
        return rows;
    }

    private static long count(Path database, String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
