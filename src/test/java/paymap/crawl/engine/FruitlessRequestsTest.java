package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlReport;
import paymap.crawl.CrawlReport.Ending;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;

/** A site or a city that brings nothing is left alone soon, whatever kind of nothing it brings. */
@Timeout(60)
class FruitlessRequestsTest {

    @TempDir
    Path folder;

    /** One way to bring nothing. */
    private interface Nothing {
        ScriptedSite site(InlineWorkers workers);
    }

    static Stream<Arguments> sitesThatBringNothing() {
        return Stream.of(
                nothing("sessions open and no page can be read", workers -> new ScriptedSite(workers) {
                    @Override
                    Outcome intercept(Visit visit, PageTask page) {
                        return new Outcome.Broken(Outcome.Flaw.CUT_OFF, "page data that is cut off");
                    }
                }),
                nothing("each page fails once a session", workers -> new ScriptedSite(workers) {
                    @Override
                    Outcome intercept(Visit visit, PageTask page) {
                        return new Outcome.Broken(Outcome.Flaw.SERVER_ERROR, "HTTP 500");
                    }
                }),
                nothing("refusals that name one second", workers -> new ScriptedSite(workers) {
                    @Override
                    Outcome intercept(Visit visit, PageTask page) {
                        return new Outcome.Throttled(Duration.ofSeconds(1), "HTTP 429");
                    }
                }),
                nothing("redirects in a circle", workers -> new ScriptedSite(workers) {
                    @Override
                    Outcome interceptOpening() {
                        return new Outcome.Moved("http://127.0.0.1/again");
                    }
                }),
                nothing("a robots.txt that moves for ever", workers -> new ScriptedSite(workers) {
                    @Override
                    Outcome robots() {
                        return new Outcome.Moved("http://127.0.0.1/again");
                    }
                }),
                nothing("no row of any page can be read", workers -> new ScriptedSite(workers) {
                    @Override
                    Outcome.Fetched page(String city, int number) {
                        Outcome.Fetched whole = super.page(city, number);
                        return new Outcome.Fetched(
                                List.of(),
                                whole.rows().stream().map(row -> "no title").toList(),
                                PAGE,
                                null,
                                null);
                    }
                }));
    }

    private static Arguments nothing(String what, Nothing site) {
        return Arguments.of(what, site);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sitesThatBringNothing")
    void aSiteThatBringsNothingIsLeftAloneSoon(String what, Nothing nothing) throws Exception {
        for (int threads : new int[] {1, 4, 16}) {
            InlineWorkers workers = new InlineWorkers(threads, 7);
            workers.mostLooks = 3_000;
            ScriptedSite site = cities(nothing.site(workers));

            CrawlReport report = crawl(site, workers, folder.resolve(threads + ".db"));

            assertNotEquals(Ending.COMPLETE, report.ending());
            assertTrue(
                    site.asked.size() <= RetryRule.MOST_FRUITLESS + 2 * threads,
                    threads + " threads: " + site.asked.size() + " requests, " + report.why());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void aCityThatBringsNothingIsLeftAloneAndTheOthersAreWhole(int threads) throws Exception {
        InlineWorkers workers = new InlineWorkers(threads, 5);
        ScriptedSite site = cities(new ScriptedSite(workers) {
            @Override
            Outcome intercept(Visit visit, PageTask page) {
                return page.city().equals("上海") ? new Outcome.Broken(Outcome.Flaw.SERVER_ERROR, "HTTP 500") : null;
            }
        });

        CrawlReport report = crawl(site, workers, folder.resolve("x.db"));

        long asked = site.asked.stream().filter(what -> what.startsWith("上海")).count();
        assertTrue(asked <= RetryRule.MOST_FRUITLESS_OF_A_CITY + 2 * threads, asked + " pages of it were asked for");
        assertEquals(Ending.PARTIAL, report.ending());
        for (CityProgress city : report.cities()) {
            assertEquals(city.city().equals("上海") ? 0 : 100, city.stored(), city.city());
        }
        assertTrue(report.cities().get(1).why().contains("HTTP 500"), report.toString());
    }

    private static ScriptedSite cities(ScriptedSite site) {
        return site.withCity("北京", 450, 0, 1).withCity("上海", 450, 0, 2).withCity("广州", 450, 0, 3);
    }

    private static CrawlReport crawl(ScriptedSite site, InlineWorkers workers, Path database) throws Exception {
        return Crawls.of(site, workers, "bj,sh,gz", database, new Silent());
    }
}
