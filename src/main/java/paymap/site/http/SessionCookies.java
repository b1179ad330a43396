package paymap.site.http;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/**
 * The cookies of one visit by name, domain and path, the latest winning; each goes only where it belongs. Safe for several
 * threads.
 */
public final class SessionCookies implements CookieJar {

    private static final int MOST_COOKIES = 200; // a hostile site could hand out more for ever

    private final List<Cookie> kept;

    /** @param from cookies to begin with; may be empty */
    public SessionCookies(List<Cookie> from) {
        this.kept = new ArrayList<>(from);
    }

    /** Whether neither the beginning nor the site gave any. */
    public synchronized boolean isEmpty() {
        return kept.isEmpty();
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
