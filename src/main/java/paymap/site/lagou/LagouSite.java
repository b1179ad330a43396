package paymap.site.lagou;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.crawl.Session;

/** Lagou, or whatever speaks its protocol at another address. */
public final class LagouSite implements JobSite {

    /** Where Lagou lives. */
    public static final URI LAGOU = URI.create("https://www.lagou.com/");

    private final LagouRequests requests;
    private final HttpUrl base;
    private final Exchange exchange;
    private final Robots robots = new Robots();
    private final List<Cookie> browserCookies;
    private LagouSession opening = new LagouSession(List.of());
    private volatile boolean bareEntrance; // a list page without cookies or a sign of a list was seen
    private volatile @Nullable String knownRenderedPath; // null = the classic list page is tried first

    /**
     * @param address of the site: scheme, host and port
     * @param userAgent sent with each request
     * @param cookies a Netscape cookies.txt of the user's own browser, to begin each session with; null = none
     * @param clock tells when requests go out
     * @throws IllegalArgumentException if the address is none or the cookie file cannot be used
     */
    public LagouSite(URI address, String userAgent, @Nullable Path cookies, InstantSource clock) {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null) {
            throw new IllegalArgumentException("not an address of a site: " + address);
        }
        this.base = url.newBuilder().encodedPath("/").query(null).fragment(null).build();
        this.requests = new LagouRequests(base, userAgent);
        this.exchange = new Exchange(clock);
        this.browserCookies = cookies == null ? List.of() : CookieFile.read(cookies);
    }

    /** Whether people other than the owner can read a cookie file; false where the system does not tell. */
    public static boolean othersCanRead(Path cookies) {
        return CookieFile.othersCanRead(cookies);
    }

    @Override
    public Outcome readRobots(@Nullable String at, Consumer<Instant> onWire) {
        HttpUrl url = at == null ? null : HttpUrl.parse(at);
        Request request = url == null ? requests.robots() : requests.page(url);
        return exchange.send(request, null, onWire, robots::read);
    }

    @Override
    public Outcome open(String city, String keyword, @Nullable String at, Consumer<Instant> onWire) {
        HttpUrl url = at == null ? entrance(city, keyword) : HttpUrl.get(at);
        LagouSession session = sessionFor(at);
        Outcome forbidden = robots.forbids(url);
        if (forbidden != null) {
            return forbidden;
        }
        Outcome outcome =
                exchange.send(requests.page(url), session, onWire, answer -> LagouReply.ofEntrance(answer, session));
        boolean noSuchPage =
                outcome instanceof Outcome.Broken broken && broken.why().matches("HTTP 4(04|05|10)");
        if (noSuchPage && at == null) {
            return new Outcome.Moved(otherEntrance(city, keyword).toString());
        }
        if (outcome instanceof Outcome.Broken broken && broken.why().equals(LagouReply.NO_LIST_PAGE)) {
            boolean bareAgain = bareEntrance;
            bareEntrance = true;
            return bareAgain ? new Outcome.Opened(session) : outcome;
        }
        if (outcome instanceof Outcome.Opened && session.era() == LagouSession.Era.RENDERED) {
            knownRenderedPath = session.renderedPath();
        }
        return outcome;
    }

    /** The classic list page shows the era; once it has led to rendered pages, they are gone to at once. */
    private HttpUrl entrance(String city, String keyword) {
        String path = knownRenderedPath;
        return path == null ? requests.listPage(city, keyword) : requests.renderedPage(path, city, keyword, 1);
    }

    /** Since 2021 the classic list page need not be there at all. */
    private HttpUrl otherEntrance(String city, String keyword) {
        boolean wasClassic = knownRenderedPath == null;
        knownRenderedPath = null;
        return wasClassic
                ? requests.renderedPage(LagouSession.USUAL_RENDERED_PATH, city, keyword, 1)
                : requests.listPage(city, keyword);
    }

    /** A later step keeps the cookies of the earlier ones. */
    private synchronized LagouSession sessionFor(@Nullable String at) {
        if (at == null) {
            opening = new LagouSession(browserCookies);
        }
        return opening;
    }

    @Override
    public Outcome fetch(Session session, PageTask page, Consumer<Instant> onWire) {
        LagouSession visit = (LagouSession) session;
        boolean rendered = visit.era() == LagouSession.Era.RENDERED;
        Request request = rendered ? requests.rendered(visit, page) : requests.rows(page);
        Outcome forbidden = robots.forbids(request.url());
        if (forbidden != null) {
            return forbidden;
        }
        return exchange.send(
                request,
                visit,
                onWire,
                answer ->
                        rendered ? LagouReply.ofRendered(answer, page.city()) : LagouReply.ofRows(answer, page.city()));
    }

    @Override
    public void cancel() {
        exchange.cancelAll();
    }
}
