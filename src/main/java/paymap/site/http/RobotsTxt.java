package paymap.site.http;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.words.Words;

/** What robots.txt allows, as RFC 9309 says. Rules are set once, before any page is asked for. */
public final class RobotsTxt {

    /** The name we go by in robots.txt, in lower case, whatever User-Agent is sent. */
    private static final String PRODUCT_TOKEN = "paymap";

    private static final int QUIET = 0;

    private volatile BaseRobotRules rules = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);

    /** Takes in the reply to a request for robots.txt. */
    public Outcome read(HttpReply answer) {
        if (answer.isRedirect()) {
            HttpUrl to = answer.target();
            if (to != null && answer.isSameSite(to)) {
                return new Outcome.Moved(to.toString());
            }
            // One that leads to another host is never followed; RFC 9309 2.3.1.2 lets that count as "unavailable".
            return new Outcome.RobotsRead(Duration.ZERO);
        }
        if (answer.status() == 429 || answer.status() == 503) {
            return new Outcome.Throttled(answer.retryAfter(), Words.say("HTTP %d for robots.txt", answer.status()));
        }
        if (answer.status() >= 500) { // 2.3.1.4: unreachable means nothing is allowed; so ask again, then stop
            return new Outcome.Broken(
                    Flaw.SERVER_ERROR,
                    Words.say("HTTP %d for robots.txt, which forbids everything until it is back", answer.status()));
        }
        if (answer.status() >= 400) { // 2.3.1.3: unavailable means everything is allowed
            return new Outcome.RobotsRead(Duration.ZERO);
        }
        rules = new SimpleRobotRulesParser(Long.MAX_VALUE, QUIET)
                .parseContent(answer.url().toString(), answer.body(), "text/plain", List.of(PRODUCT_TOKEN));
        long delay = rules.getCrawlDelay();
        long bounded = Math.min(Math.max(0, delay), HttpExchange.LONGEST_WAIT.toMillis());
        return new Outcome.RobotsRead(Duration.ofMillis(bounded));
    }

    /** null = the address may be asked for. */
    public Outcome.@Nullable Disallowed forbids(HttpUrl url) {
        return rules.isAllowed(url.toString())
                ? null
                : new Outcome.Disallowed(Words.say("robots.txt does not allow %s", url.encodedPath()));
    }
}
