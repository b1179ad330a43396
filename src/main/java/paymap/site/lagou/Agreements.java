package paymap.site.lagou;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Departure;
import paymap.crawl.Outcome;
import paymap.site.http.BoundedJson;
import paymap.site.http.HttpExchange;
import paymap.site.http.HttpReply;
import paymap.site.http.RobotsTxt;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * The way into the encrypted era: a fresh key of ours, wrapped for the site, against a secret that names it. One
 * agreement serves all requests of a visit, for 24 hours.
 */
final class Agreements {

    /** As long as the site keeps a secret (DIYgod/RSSHub:lib/routes/lagou/jobs.ts, seen 2026-11). */
    static final Duration LIFE = Duration.ofHours(24);

    private static final String PATH = "/system/agreement";

    /** It goes into headers and into JSON as it is. */
    private static final Pattern SECRET = Pattern.compile("[!-~&&[^\"\\\\]]{1,4096}");

    private final HttpUrl url;
    private final boolean isElsewhere; // than the pages: another host with a robots.txt of its own
    private final LagouRequests plain;
    private final EncryptedRequests requests;
    private final HttpExchange exchange;
    private final SiteKey siteKey;
    private final SecureRandom random;
    private final InstantSource clock;
    private final RobotsTxt gateRobots = new RobotsTxt();
    private volatile boolean robotsDue;

    /** @param visit to where agreements are made, under the site's key */
    Agreements(
            LagouVisit visit,
            LagouRequests plain,
            EncryptedRequests requests,
            HttpExchange exchange,
            SecureRandom random,
            InstantSource clock) {
        HttpUrl gate = visit.gate();
        this.isElsewhere =
                !visit.base().host().equals(gate.host()) || visit.base().port() != gate.port();
        this.url = gate.newBuilder().encodedPath(PATH).build();
        this.plain = plain;
        this.requests = requests;
        this.exchange = exchange;
        this.siteKey = visit.key();
        this.random = random;
        this.clock = clock;
    }

    boolean isElsewhere() {
        return isElsewhere;
    }

    /** Where the next step begins. */
    HttpUrl entrance() {
        return robotsDue ? url.newBuilder().encodedPath("/robots.txt").build() : url;
    }

    /**
     * robots.txt is obeyed: then a gate on another host is asked for its own, once and in a turn of its own, before
     * anything else is sent there. Its Crawl-delay is not added to the pace: one agreement is good for a day.
     */
    void obeyRobots() {
        robotsDue = isElsewhere;
    }

    /**
     * What robots.txt says against this era; null = nothing.
     *
     * @param robots of the pages' host, which is the gate's too where they are one
     */
    Outcome.@Nullable Disallowed forbidden(RobotsTxt robots) {
        Outcome.Disallowed rows = robots.forbids(requests.rowsUrl());
        return rows == null ? (isElsewhere ? gateRobots : robots).forbids(url) : rows;
    }

    /**
     * The next step: the gate's robots.txt, or the agreement itself.
     *
     * @return {@link Outcome.Opened} with the session; {@link Outcome.Moved} to the next step; {@link Outcome.ProtocolUnsupported}
     *     where the site knows no agreement or refuses ours; or other trouble
     */
    Outcome step(@Nullable String at, LagouSession session, Departure departure) {
        if (robotsDue) {
            HttpUrl robots = at == null ? entrance() : HttpUrl.get(at);
            return exchange.send(plain.page(robots), null, departure, this::readRobots);
        }
        AgreedKey key = AgreedKey.random(random, siteKey.iv());
        return exchange.send(
                requests.agreement(url, siteKey.wrapped(key)),
                session.cookies(),
                departure,
                answer -> read(answer, key, session));
    }

    private Outcome readRobots(HttpReply answer) {
        Outcome outcome = gateRobots.read(answer);
        if (!(outcome instanceof Outcome.RobotsRead)) {
            return outcome;
        }
        robotsDue = false;
        return new Outcome.Moved(url.toString());
    }

    private Outcome read(HttpReply answer, AgreedKey key, LagouSession session) {
        Outcome.Trouble block = answer.looksLikeJson() ? null : ofPage(answer);
        if (block != null) {
            return block;
        }
        JsonNode reply = BoundedJson.object(answer.text()).orElse(null);
        if (reply == null) {
            return LagouReply.cutOff();
        }
        JsonNode secret = reply.path("content").path("secretKeyValue");
        if (secret.isString() && SECRET.matcher(secret.asString()).matches()) {
            session.agreed(new Agreement(key, secret.asString(), clock.instant().plus(LIFE), clock));
            return new Outcome.Opened(session);
        }
        Outcome.Trouble refusal = Blocks.ofJson(reply, answer);
        boolean isAccident = answer.status() >= 500;
        return refusal instanceof Outcome.Broken && !isAccident
                ? new Outcome.ProtocolUnsupported(Words.say("JSON without a key for an agreement"))
                : refusal;
    }

    /** What means the same wherever it comes, is that; any other page means that there is no agreement to be had. */
    private static Outcome.Trouble ofPage(HttpReply answer) {
        if (answer.isRedirect()) {
            HttpUrl to = answer.target();
            Outcome.Trouble door = to == null ? null : Blocks.ofKnownDoor(to);
            return door == null
                    ? new Outcome.ProtocolUnsupported(Words.say("a redirect in place of an agreement"))
                    : door;
        }
        boolean bareForbidden = answer.status() == 403 && answer.retryAfter() == null;
        Outcome.Trouble block = Blocks.of(answer);
        boolean isMissing = answer.status() >= 400 && answer.status() < 500 && block instanceof Outcome.Broken;
        if (isMissing || (bareForbidden && block instanceof Outcome.Throttled)) {
            return new Outcome.ProtocolUnsupported(Words.say("HTTP %d in place of an agreement", answer.status()));
        }
        if (block != null) {
            return block;
        }
        Outcome.Trouble page = Blocks.ofPage(answer, "");
        return page instanceof Outcome.Broken
                ? new Outcome.ProtocolUnsupported(Words.say("a page in place of an agreement"))
                : page;
    }
}
