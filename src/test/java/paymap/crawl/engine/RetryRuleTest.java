package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.Outcome.Trouble;
import paymap.crawl.StopCause;
import paymap.crawl.engine.RetryRule.Decision;
import paymap.crawl.engine.RetryRule.InARow;
import paymap.crawl.engine.RetryRule.OfCity;
import paymap.crawl.engine.RetryRule.Situation;

class RetryRuleTest {

    private static final Decision AGAIN = new RetryRule.TryAgain();
    private static final Decision NO_PAGE = new RetryRule.GiveUpPage();

    static Stream<Arguments> cases() {
        Trouble error = new Outcome.Broken(Flaw.SERVER_ERROR, "HTTP 500");
        Trouble empty = new Outcome.Broken(Flaw.EMPTY_AGAINST_COUNT, "page 4 came empty");
        Trouble again = new Outcome.Broken(Flaw.FIRST_PAGE_AGAIN, "page 1 came back as page 4");
        Trouble gone = new Outcome.Unreachable("nobody answers");
        Trouble silence = new Outcome.Broken(Flaw.SILENCE, "no whole answer");
        Trouble unreadable = new Outcome.Broken(Flaw.NOTHING_READABLE, "no row", 7);
        Trouble cutOff = new Outcome.Broken(Flaw.CUT_OFF, "cut off", 7);
        Trouble tooLarge = new Outcome.Broken(Flaw.TOO_LARGE, "too large", 7);
        Trouble foreign = new Outcome.Broken(Flaw.FOREIGN, "a reply without rows", 7);
        return Stream.of(
                // refusals
                is(new Outcome.Throttled(Duration.ofSeconds(9), "429"), page(0), pause(9)),
                is(new Outcome.Throttled(null, "429"), page(5), new RetryRule.Pause(null)),
                is(new Outcome.LoginRequired("login"), walls(1), new RetryRule.Pause(null)),
                is(new Outcome.LoginRequired("login"), walls(2), new RetryRule.Pause(null)),
                is(new Outcome.LoginRequired("login"), walls(3), stop(StopCause.HUMAN_NEEDED, human("login"))),
                // what ends a crawl at once
                is(new Outcome.NeedsHuman("captcha"), page(0), stop(StopCause.HUMAN_NEEDED, human("captcha"))),
                is(
                        new Outcome.Banned("2407"),
                        page(0),
                        stop(StopCause.BANNED, "the site has banned this address: 2407")),
                is(new Outcome.Disallowed("robots"), page(0), stop(StopCause.ROBOTS, "robots")),
                is(new Outcome.ProtocolUnsupported("era"), page(0), stop(StopCause.PROTOCOL_UNSUPPORTED, "era")),
                is(gone, new Situation(0, false, row(0, 1, 0), null, false), stop(StopCause.UNREACHABLE, gone.why())),
                // a page that fails
                is(gone, page(0), AGAIN),
                is(error, page(0), AGAIN),
                is(error, page(4), AGAIN),
                is(error, page(5), NO_PAGE),
                is(again, page(0), AGAIN),
                is(silence, page(4), AGAIN),
                is(silence, page(5), NO_PAGE),
                // one that comes back byte for byte; a site in trouble says so in the same words until it is over
                is(unreadable, page(4), AGAIN),
                is(unreadable, page(0, true), AGAIN),
                is(unreadable, page(1, true), NO_PAGE),
                is(cutOff, page(1, true), NO_PAGE),
                is(tooLarge, page(1, true), NO_PAGE),
                is(error, page(4, true), AGAIN),
                is(foreign, page(4, true), AGAIN),
                is(again, page(1), noCity(again.why())),
                is(empty, empties(1), AGAIN),
                is(empty, empties(2), AGAIN),
                is(empty, empties(3), noCity(empty.why())),
                // a session or robots.txt that fails
                is(error, preparation(6), AGAIN),
                is(error, preparation(7), NO_PAGE),
                // in a row
                is(silence, silences(4), AGAIN),
                is(silence, silences(5), stop(StopCause.FRUITLESS, unanswered(5))),
                is(error, inARow(11, 3, false), AGAIN),
                is(error, inARow(12, 3, false), stop(StopCause.FRUITLESS, unusable(12))),
                is(error, inARow(3, 14, false), AGAIN),
                is(error, inARow(3, 15, false), noCity(unread(15))),
                is(error, inARow(12, 12, true), noCity(unread(12))),
                is(error, inARow(11, 11, true), AGAIN));
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("cases")
    void decides(Trouble trouble, Situation situation, Decision decision) {
        assertEquals(decision, RetryRule.on(trouble, situation));
    }

    private static Arguments is(Trouble trouble, Situation situation, Decision decision) {
        return Arguments.of(trouble, situation, decision);
    }

    private static Situation page(int attempt) {
        return page(attempt, false);
    }

    private static Situation page(int attempt, boolean isEqual) {
        return new Situation(attempt, isEqual, row(0, 1, 0), new OfCity(1, 0, 3, false), true);
    }

    private static Situation preparation(int attempt) {
        return new Situation(attempt, false, row(0, 1, 0), null, true);
    }

    private static Situation walls(int inARow) {
        return new Situation(0, false, row(inARow, 0, 0), new OfCity(0, 0, 3, false), true);
    }

    private static Situation empties(int ofCity) {
        return new Situation(0, false, row(0, 1, 0), new OfCity(1, ofCity, 3, false), true);
    }

    private static Situation silences(int inARow) {
        return new Situation(0, false, row(0, inARow, inARow), null, true);
    }

    /** With four threads. */
    private static Situation inARow(int broken, int ofCity, boolean isLastCity) {
        return new Situation(0, false, row(0, broken, 0), new OfCity(ofCity, 0, 3, isLastCity), true);
    }

    private static InARow row(int loginWalls, int broken, int silent) {
        return new InARow(loginWalls, broken, silent);
    }

    private static Decision pause(int seconds) {
        return new RetryRule.Pause(Duration.ofSeconds(seconds));
    }

    private static Decision stop(StopCause cause, String why) {
        return new RetryRule.Stop(cause, why);
    }

    private static Decision noCity(String why) {
        return new RetryRule.GiveUpCity(why);
    }

    private static String human(String why) {
        return "the site requires a login or a captcha: " + why;
    }

    private static String unusable(int count) {
        return count + " consecutive responses were unusable, the last: HTTP 500";
    }

    private static String unanswered(int count) {
        return count + " requests in a row were not answered, the last: no whole answer";
    }

    private static String unread(int count) {
        return count + " pages in a row could not be read, the last: HTTP 500";
    }
}
