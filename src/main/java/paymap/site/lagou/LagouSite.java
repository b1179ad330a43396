package paymap.site.lagou;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Departure;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.PageTask;
import paymap.crawl.Session;
import paymap.crawl.SiteMemory;
import paymap.site.http.HttpExchange;
import paymap.site.http.HttpReply;
import paymap.site.http.RobotsTxt;
import paymap.site.lagou.EraChoice.Door;
import paymap.words.Words;

/** Lagou, or whatever speaks its protocol at another address, as one crawl asks it. */
final class LagouSite implements JobSite {

    /** In all eras (captures 2017 to 2021). */
    private static final int PAGE_SIZE = 15;

    private final LagouRequests requests;
    private final HttpExchange exchange;
    private final RobotsTxt robots = new RobotsTxt();
    private final List<Cookie> browserCookies;
    private LagouSession opening = new LagouSession(List.of());
    private final EraChoice choice;
    private final EraMemory eras;
    private final EncryptedRequests encrypted;
    private final Agreements agreements;
    private volatile boolean bareEntrance; // a list page without cookies or a sign of a list was seen
    private volatile String renderedPath = LagouSession.USUAL_RENDERED_PATH;

    /**
     * @param visit where to, and with what
     * @param choice which era to speak; told what the site's answers teach
     */
    LagouSite(LagouVisit visit, EraChoice choice, SiteMemory memory, InstantSource clock) {
        this.requests = new LagouRequests(visit.base(), visit.userAgent());
        this.exchange = new HttpExchange(clock);
        this.browserCookies = visit.cookies();
        this.choice = choice;
        this.eras = new EraMemory(choice, memory);
        SecureRandom random = new SecureRandom();
        this.encrypted = new EncryptedRequests(requests, random);
        this.agreements = new Agreements(visit, requests, encrypted, exchange, random, clock);
    }

    @Override
    public int pageSize() {
        return PAGE_SIZE;
    }

    @Override
    public List<String> learned() {
        return eras.keep();
    }

    @Override
    public Outcome readRobots(@Nullable String at, Departure departure) {
        agreements.obeyRobots();
        HttpUrl url = at == null ? null : HttpUrl.parse(at);
        Request request = url == null ? requests.robots() : requests.page(url);
        return exchange.send(request, null, departure, robots::read);
    }

    @Override
    public Outcome open(String city, String keyword, @Nullable String at, Departure departure) {
        Door door = choice.door();
        LagouSession session = sessionFor(at);
        session.cameThrough(door);
        Search search = new Search(city, keyword);
        return door == Door.AGREEMENT
                ? agree(session, search, at, departure)
                : enter(door, session, search, at, departure);
    }

    private Outcome agree(LagouSession session, Search search, @Nullable String at, Departure departure) {
        Outcome.Disallowed forbidden = agreements.forbidden(robots);
        if (forbidden != null) {
            boolean another = choice.refused(Door.AGREEMENT, forbidden.why());
            return another ? open(search.city(), search.keyword(), null, departure) : forbidden; // nothing was sent
        }
        Outcome outcome = agreements.step(at, session, departure);
        if (outcome instanceof Outcome.ProtocolUnsupported refusal) {
            return next(Door.AGREEMENT, refusal, search);
        }
        if (outcome instanceof Outcome.Unreachable gone && agreements.isElsewhere()) {
            return next(Door.AGREEMENT, gone, search);
        }
        if (outcome instanceof Outcome.Broken accident) {
            choice.accident(Door.AGREEMENT, accident.why());
        }
        return outcome;
    }

    private Outcome enter(Door door, LagouSession session, Search search, @Nullable String at, Departure departure) {
        HttpUrl url = at == null ? entrance(door, search) : HttpUrl.get(at);
        Outcome forbidden = robots.forbids(url);
        if (forbidden != null) {
            return forbidden;
        }
        Outcome outcome = exchange.send(
                requests.page(url),
                session.cookies(),
                departure,
                answer -> LagouReply.ofEntrance(answer, session, search));
        if (outcome instanceof Outcome.Broken broken) {
            return broken(broken, door, session, search);
        }
        if (!(outcome instanceof Outcome.Opened opened)) {
            return outcome;
        }
        if (door == Door.RENDERED_PAGE && session.era() != Era.RENDERED) {
            return next(door, new Outcome.Broken(Flaw.FOREIGN, Words.say("a page without rows in it")), search);
        }
        return opened(opened, door, session);
    }

    private Outcome broken(Outcome.Broken broken, Door door, LagouSession session, Search search) {
        if (broken.flaw() == Flaw.MISSING) {
            return choice.isProven() ? broken : next(door, broken, search); // what has served rows is there
        }
        if (broken.flaw() == Flaw.BARE_PAGE) {
            if (door == Door.RENDERED_PAGE) {
                return next(door, broken, search);
            }
            boolean bareAgain = bareEntrance;
            bareEntrance = true;
            return bareAgain ? new Outcome.Opened(session) : broken;
        }
        return broken;
    }

    private Outcome opened(Outcome.Opened opened, Door door, LagouSession session) {
        boolean isRendered = session.era() == Era.RENDERED;
        if (isRendered && choice.isNamed() && door == Door.LIST_PAGE) {
            return new Outcome.ProtocolUnsupported(unspoken(Words.say("its list page leads to rendered pages")));
        }
        if (isRendered) {
            renderedPath = session.renderedPath();
            choice.ledToRenderedPages();
            session.cameThrough(choice.door());
        }
        if (opened.page() != null) {
            choice.served(session.era());
        }
        return opened;
    }

    /** The way into the next era where there is one to be tried. */
    private Outcome next(Door refused, Outcome.Trouble trouble, Search search) {
        if (choice.refused(refused, trouble.why())) {
            return new Outcome.Moved(entrance(choice.door(), search).toString());
        }
        boolean isRefusal = choice.isNamed() || trouble instanceof Outcome.ProtocolUnsupported;
        return isRefusal ? new Outcome.ProtocolUnsupported(unspoken(trouble.why())) : trouble;
    }

    private String unspoken(String why) {
        return choice.isNamed()
                ? Words.say(
                        "the site does not speak the %s era: %s",
                        choice.door().era().word(), why)
                : Words.say("the site does not speak any era we know: %s", why);
    }

    private HttpUrl entrance(Door door, Search search) {
        return switch (door) {
            case AGREEMENT -> agreements.entrance();
            case LIST_PAGE -> requests.listPage(search.city(), search.keyword());
            case RENDERED_PAGE -> requests.renderedPage(renderedPath, search.city(), search.keyword(), 1);
        };
    }

    /** A later step keeps the cookies of the earlier ones. */
    private synchronized LagouSession sessionFor(@Nullable String at) {
        if (at == null) {
            opening = new LagouSession(browserCookies);
        }
        return opening;
    }

    @Override
    public Outcome fetch(Session session, PageTask page, Departure departure) {
        LagouSession visit = (LagouSession) session;
        Agreement agreement = visit.agreement();
        Request request = agreement != null
                ? encrypted.rows(agreement, page)
                : visit.era() == Era.RENDERED ? requests.rendered(visit, page) : requests.rows(page);
        Outcome forbidden = robots.forbids(request.url());
        if (forbidden != null) {
            return forbidden;
        }
        return exchange.send(
                request, visit.cookies(), departure, answer -> learnt(visit, answer, read(visit, answer, page)));
    }

    private static Outcome read(LagouSession visit, HttpReply answer, PageTask page) {
        Agreement agreement = visit.agreement();
        if (agreement != null) {
            return LagouReply.ofEncrypted(answer, agreement.key(), page.city());
        }
        return visit.era() == Era.RENDERED
                ? LagouReply.ofRendered(answer, page.city())
                : LagouReply.ofRows(answer, page.city());
    }

    /** What the answer to a request for rows says about the era. */
    private Outcome learnt(LagouSession visit, HttpReply answer, Outcome outcome) {
        if (outcome instanceof Outcome.Fetched fetched && !fetched.rows().isEmpty()) {
            choice.served(visit.era());
        }
        if (!(outcome instanceof Outcome.Broken broken) || !LagouReply.isForeign(answer, broken)) {
            return outcome;
        }
        if (visit.agreement() != null) {
            visit.retire(); // perhaps it is only this secret that the site knows no more
        }
        Door door = visit.door();
        boolean isProof = visit.agreement() == null && LagouReply.isEncrypted(answer);
        if (!isProof && !choice.isVainAgain(door)) {
            return outcome;
        }
        if (choice.refused(door, broken.why())) {
            visit.retire();
            return outcome;
        }
        return isProof || choice.isNamed() && door == Door.AGREEMENT
                ? new Outcome.ProtocolUnsupported(unspoken(broken.why()))
                : outcome;
    }

    @Override
    public void cancel() {
        exchange.cancelAll();
    }
}
