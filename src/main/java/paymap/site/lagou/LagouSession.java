package paymap.site.lagou;

import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Session;
import paymap.site.http.SessionCookies;

/** A visit: the cookies collected on it, and how the site answers in this era. Safe for several threads. */
final class LagouSession implements Session {

    /** Where rendered pages live unless the site leads elsewhere; {@code /wn/zhaopin} was seen later. */
    static final String USUAL_RENDERED_PATH = "/wn/jobs";

    /** Seen 2017-06: from page 11 on each reply was the refusal (zsqosos/positionAnalysis#2). */
    private static final int USUAL_PAGES = 10;

    private final boolean isOfABrowser;
    private final SessionCookies cookies;
    private volatile Era era = Era.CLASSIC;
    private volatile String renderedPath = USUAL_RENDERED_PATH;
    private volatile @Nullable Agreement agreement;
    private volatile boolean retired;
    private volatile EraChoice.Door door = EraChoice.Door.LIST_PAGE;

    /** @param from cookies to begin with, from the user's own browser; may be empty */
    LagouSession(List<Cookie> from) {
        this.isOfABrowser = !from.isEmpty();
        this.cookies = new SessionCookies(from);
    }

    CookieJar cookies() {
        return cookies;
    }

    /** Whether the site, or the user's browser, gave any. */
    boolean hasCookies() {
        return !cookies.isEmpty();
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
        return era == Era.ENCRYPTED ? Integer.MAX_VALUE : USUAL_PAGES;
    }

    /** A rendered page is a way in itself; the user's own browser is one visitor, though. */
    @Override
    public @Nullable LagouSession openedByAFirstPage() {
        if (era != Era.RENDERED || isOfABrowser) {
            return null;
        }
        LagouSession fresh = new LagouSession(List.of());
        fresh.isRendered(renderedPath);
        fresh.cameThrough(door);
        return fresh;
    }
}
