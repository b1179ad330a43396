package paymap.site.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;

/** RFC 9309, case by case. */
class RobotsTxtTest {

    private static final HttpUrl SITE = HttpUrl.get("https://www.lagou.com/");
    private static final HttpUrl ROBOTS = HttpUrl.get("https://www.lagou.com/robots.txt");

    private final RobotsTxt robots = new RobotsTxt();

    @Test
    void beforeAnythingIsReadEverythingIsAllowed() {
        assertAllowed("/jobs/list_python");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void unavailableMeansThatEverythingIsAllowed(int status) {
        assertEquals(new Outcome.RobotsRead(Duration.ZERO), read(status, "User-agent: *\nDisallow: /\n"));
        assertAllowed("/jobs/list_python");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void unreachableIsBrokenAndNeverPermission(int status) {
        Outcome.Broken broken = assertInstanceOf(Outcome.Broken.class, read(status, ""));

        assertTrue(broken.why().contains("HTTP " + status), broken.why());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void tooManyRequestsMeansWaiting(int status) {
        HttpReply answer = new HttpReply(
                ROBOTS, status, null, Duration.ofSeconds(9), "text/plain", "busy".getBytes(StandardCharsets.UTF_8));

        Outcome.Throttled throttled = assertInstanceOf(Outcome.Throttled.class, robots.read(answer));

        assertEquals(Duration.ofSeconds(9), throttled.retryAfter());
    }

    @Test
    void aRedirectWithinTheSiteIsFollowedAndOneToAnotherHostCountsAsUnavailable() {
        assertEquals(new Outcome.Moved("https://www.lagou.com/other.txt"), robots.read(redirect("/other.txt")));
        assertEquals(
                new Outcome.RobotsRead(Duration.ZERO), robots.read(redirect("https://elsewhere.example/robots.txt")));
    }

    @Test
    void anEmptyFileAllowsEverything() {
        read("");
        assertAllowed("/jobs/list_python");
    }

    @Test
    void aPageOfHtmlWithHttp200AllowsEverything() {
        assertEquals(
                new Outcome.RobotsRead(Duration.ZERO),
                read(200, "<!DOCTYPE html><html><body><ul class=\"position-list\"></ul></body></html>"));
        assertAllowed("/jobs/list_python");
    }

    @Test
    void theGroupOfEverybodyHoldsForUs() {
        read("User-agent: *\nDisallow: /jobs/\n");
        assertForbidden("/jobs/list_python");
        assertAllowed("/wn/jobs");
    }

    @Test
    void ourOwnGroupHoldsInPlaceOfEverybodys() {
        read("User-agent: *\nDisallow: /\n\nUser-agent: paymap\nDisallow: /wn/\n");
        assertForbidden("/wn/jobs");
        assertAllowed("/jobs/list_python");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paymap", "PayMap", "PAYMAP", "paymap/1.0"})
    void ourNameIsMatchedInAnyCase(String name) {
        read("User-agent: " + name + "\nDisallow: /jobs/\n\nUser-agent: *\nAllow: /\n");
        assertForbidden("/jobs/list_python");
    }

    @Test
    void severalGroupsOfOursAreOneAndAGroupMayHaveSeveralNames() {
        read("User-agent: paymap\nDisallow: /jobs/\n\nUser-agent: other\nUser-agent: paymap\nDisallow: /wn/\n");
        assertForbidden("/jobs/list_python");
        assertForbidden("/wn/jobs");
        assertAllowed("/");
    }

    @Test
    void aGroupOfSomebodyElseIsNotOurs() {
        read("User-agent: Googlebot\nDisallow: /\n\nUser-agent: pay\nDisallow: /\n");
        assertAllowed("/jobs/list_python");
    }

    @ParameterizedTest
    @CsvSource({
        "'Disallow: /jobs/|Allow: /jobs/list_', /jobs/list_python, true",
        "'Allow: /jobs/list_|Disallow: /jobs/', /jobs/list_python, true",
        "'Allow: /jobs/|Disallow: /jobs/list_', /jobs/list_python, false",
        "'Disallow: /jobs|Allow: /jobs', /jobs/list_python, true",
        "'Disallow: /|Allow: /robots.txt', /jobs/list_python, false",
        "'Disallow:', /jobs/list_python, true",
        "'Disallow: /*?city=', /wn/jobs?city=x, false",
        "'Disallow: /*?city=', /wn/jobs?kd=x, true",
        "'Disallow: /*.json$', /jobs/positionAjax.json, false",
        "'Disallow: /*.json$', /jobs/positionAjax.json?city=x, true",
        "'Disallow: /JOBS/', /jobs/list_python, true"
    })
    void theLongestRuleDecidesAndAllowWinsATie(String rules, String path, boolean allowed) {
        read("User-agent: *\n" + rules.replace("|", "\n") + "\n");
        if (allowed) {
            assertAllowed(path);
        } else {
            assertForbidden(path);
        }
    }

    @Test
    void chinesePathsAreComparedAsTheyAreMeant() {
        read("User-agent: *\nDisallow: /jobs/list_数据\n");
        assertForbidden("/jobs/list_%E6%95%B0%E6%8D%AE%E6%8C%96%E6%8E%98");

        read("User-agent: *\nDisallow: /jobs/list_%E6%95%B0\n");
        assertForbidden("/jobs/list_%E6%95%B0%E6%8D%AE");
        assertAllowed("/jobs/list_python");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\uFEFF", "# a comment\n\n", "\r\n", "nonsense\n", "Sitemap: https://www.lagou.com/s.xml\n"})
    void whatStandsBeforeTheRulesIsNoTrouble(String before) {
        read(before + "User-agent: * # everybody\r\nDisallow: /jobs/ # not these\r\n");
        assertForbidden("/jobs/list_python");
    }

    @ParameterizedTest
    @CsvSource({
        "Crawl-delay: 10, 10000",
        "Crawl-delay: 0.5, 500",
        "Crawl-delay: 0, 0",
        "Crawl-delay: soon, 0",
        "Crawl-delay: -3, 0"
    })
    void theCrawlDelayIsTold(String line, long millis) {
        assertEquals(
                new Outcome.RobotsRead(Duration.ofMillis(millis)),
                read(200, "User-agent: *\n" + line + "\nAllow: /\n"));
        assertAllowed("/jobs/list_python");
    }

    @Test
    void theCrawlDelayOfOurOwnGroupIsTheOneThatHolds() {
        assertEquals(
                new Outcome.RobotsRead(Duration.ofSeconds(3)),
                read(200, "User-agent: *\nCrawl-delay: 60\n\nUser-agent: paymap\nCrawl-delay: 3\n"));
    }

    @Test
    void theReasonNamesThePathButNotWhatWasSearchedFor() {
        read("User-agent: *\nDisallow: /\n");

        Outcome.Disallowed disallowed = robots.forbids(SITE.resolve("/wn/jobs?kd=secret"));

        assertEquals("robots.txt does not allow /wn/jobs", disallowed.why());
    }

    @Test
    void aFileOfHalfAMebibyteIsStillRead() {
        String many = "Disallow: /nothing-here\n".repeat(20_000);
        read("User-agent: *\nDisallow: /jobs/\n" + many);
        assertForbidden("/jobs/list_python");
    }

    private Outcome read(int status, String text) {
        return robots.read(answer(status, text));
    }

    private void read(String text) {
        assertInstanceOf(Outcome.RobotsRead.class, read(200, text));
    }

    private static HttpReply redirect(String to) {
        return new HttpReply(ROBOTS, 302, to, null, "", new byte[0]);
    }

    private static HttpReply answer(int status, String text) {
        return new HttpReply(ROBOTS, status, null, null, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertAllowed(String path) {
        assertEquals(null, robots.forbids(SITE.resolve(path)), path);
    }

    private void assertForbidden(String path) {
        assertFalse(robots.forbids(SITE.resolve(path)) == null, path + " is allowed");
    }
}
