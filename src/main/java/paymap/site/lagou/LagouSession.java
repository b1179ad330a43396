package paymap.site.lagou;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Session;

/** A visit: the cookies collected on it, and how the site answers in this era. Safe for several threads. */
final class LagouSession implements Session {

    /** Where rendered pages live unless the site leads elsewhere; {@code /wn/zhaopin} was seen later. */
    static final String USUAL_RENDERED_PATH = "/wn/jobs";

    private final Jar jar;
    private volatile Era era = Era.CLASSIC;
    private volatile String renderedPath = USUAL_RENDERED_PATH;
    private volatile @Nullable Agreement agreement;
    private volatile boolean retired;
    private volatile EraChoice.Door door = EraChoice.Door.LIST_PAGE;

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

    void agreed(Agreement with) {
        era = Era.ENCRYPTED;
        agreement = with;
    }

    void cameThrough(EraChoice.Door way) {
        door = way;
    }

    EraChoice.Door door() {
        return door;
    }

    /** null = none was made; so in the older eras. */
    @Nullable
    Agreement agreement() {
        return agreement;
    }

    /** The site takes no more of it. */
    void retire() {
        retired = true;
    }

    @Override
    public boolean isSpent() {
        Agreement made = agreement;
        return retired || (made != null && made.isOld());
    }

    /** An agreement is good for a day, however many pages that is; visits of the older eras wear out. */
    @Override
    public int usualPages() {
        return era == Era.ENCRYPTED ? Integer.MAX_VALUE : Session.super.usualPages();
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
