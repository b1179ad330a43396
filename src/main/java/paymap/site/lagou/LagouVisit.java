package paymap.site.lagou;

import java.util.List;
import okhttp3.Cookie;
import okhttp3.HttpUrl;
import paymap.site.CrawlableSite.Visit;
import paymap.site.http.CookiesTxt;
import paymap.words.Words;

/**
 * Where a crawl goes, and with what.
 *
 * @param base of the pages
 * @param gate where agreements are made
 * @param userAgent sent with each request
 * @param cookies of the user's own browser, to begin each session with; may be empty
 * @param key of the site, for the encrypted era
 */
record LagouVisit(HttpUrl base, HttpUrl gate, String userAgent, List<Cookie> cookies, SiteKey key) {

    private static final HttpUrl LAGOU_GATE = HttpUrl.get("https://gate.lagou.com/");

    LagouVisit {
        cookies = List.copyOf(cookies);
    }

    /** @throws IllegalArgumentException if the address is none, or the cookie file cannot be used */
    static LagouVisit of(Visit visit, SiteKey key) {
        HttpUrl url = HttpUrl.parse(visit.address().toString());
        if (url == null) {
            throw new IllegalArgumentException(Words.say("not an address of a site: %s", visit.address()));
        }
        HttpUrl base =
                url.newBuilder().encodedPath("/").query(null).fragment(null).build();
        List<Cookie> cookies = visit.cookies() == null ? List.of() : CookiesTxt.read(visit.cookies());
        return new LagouVisit(base, gateOf(base), visit.userAgent(), cookies, key);
    }

    /** Lagou has a host of its own for it; whoever else speaks its protocol makes agreements where its pages are. */
    static HttpUrl gateOf(HttpUrl base) {
        return base.host().equals(Lagou.ADDRESS.getHost()) ? LAGOU_GATE : base;
    }
}
