package paymap.site.lagou;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import paymap.crawl.Session;

/** A visit: the cookies collected on it, and how the site answers in this era. Safe for several threads. */
final class LagouSession implements Session {

    /** How the site serves its lists. */
    enum Era {
        /** 2016 to 2020: the list page gives cookies, {@code positionAjax.json} gives rows. */
        CLASSIC,
        /** Since 2021: pages rendered on the server carry their rows as JSON. */
        RENDERED
    }

    /** Where rendered pages live unless the site leads elsewhere; {@code /wn/zhaopin} was seen later. */
    static final String USUAL_RENDERED_PATH = "/wn/jobs";

    private final Jar jar;
    private volatile Era era = Era.CLASSIC;
    private volatile String renderedPath = USUAL_RENDERED_PATH;

    /** @param from cookies to begin with, from the user's own browser; may be empty */
    LagouSession(List<Cookie> from) {
        this.jar = new Jar(from);
    }

    CookieJar cookies() {
        return jar;
    }

    /** Whether the site, or the user's browser, gave any. */
    boolean hasCookies() {
        return jar.isFilled();
    }

    Era era() {
        return era;
    }

    String renderedPath() {
        return renderedPath;
    }

    void isRendered(String path) {
        era = Era.RENDERED;
        renderedPath = path.startsWith("/wn/") ? path : USUAL_RENDERED_PATH;
    }

    /** Cookies by name, domain and path, the latest winning; each goes only where it belongs. */
    private static final class Jar implements CookieJar {

        private static final int MOST_COOKIES = 200; // a hostile site could hand out more for ever

        private final List<Cookie> kept;

        Jar(List<Cookie> from) {
            this.kept = new ArrayList<>(from);
        }

        synchronized boolean isFilled() {
            return !kept.isEmpty();
        }

        @Override
        public synchronized List<Cookie> loadForRequest(HttpUrl url) {
            long now = System.currentTimeMillis();
            kept.removeIf(cookie -> cookie.expiresAt() < now);
            return kept.stream().filter(cookie -> cookie.matches(url)).toList();
        }

        @Override
        public synchronized void saveFromResponse(HttpUrl url, List<Cookie> received) {
            for (Cookie cookie : received) {
                kept.removeIf(old -> old.name().equals(cookie.name())
                        && old.domain().equals(cookie.domain())
                        && old.path().equals(cookie.path()));
                if (kept.size() < MOST_COOKIES) {
                    kept.add(cookie);
                }
            }
        }
    }
}
