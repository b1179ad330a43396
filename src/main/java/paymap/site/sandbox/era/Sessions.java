package paymap.site.sandbox.era;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import paymap.site.sandbox.data.SeededHash;
import paymap.site.sandbox.web.Request;

/** Who has been to a list page, and how many pages of rows they were given since. Safe for many threads. */
public final class Sessions {
    private static final int MOST_REMEMBERED = 10_000;

    /** Not from the seed: a session of one site must mean nothing to the next. */
    private final long salt = ThreadLocalRandom.current().nextLong();

    private final int pagesEach;
    private final Map<String, Integer> pagesGiven = new LinkedHashMap<>();
    private long opened;

    /** Sessions that end after {@code pagesEach} pages; 0 means never. */
    public Sessions(int pagesEach) {
        this.pagesEach = pagesEach;
    }

    /** Opens a session and returns its id. The oldest is forgotten when there are very many. */
    synchronized String open() {
        opened++;
        String id = SeededHash.hex(16, SeededHash.of(salt, opened)) + "-" + opened;
        pagesGiven.put(id, 0);
        if (pagesGiven.size() > MOST_REMEMBERED) {
            pagesGiven.remove(pagesGiven.keySet().iterator().next());
        }
        return id;
    }

    /** The session a request belongs to, by either cookie (RSSHub sent user_trace_token only, 2020), or null. */
    synchronized @Nullable String of(Request request) {
        String token = request.cookie("user_trace_token");
        if (token != null && pagesGiven.containsKey(token)) {
            return token;
        }
        String java = request.cookie("JSESSIONID");
        String id = java == null ? null : java.replaceFirst("^ABAAA", "");
        return id != null && pagesGiven.containsKey(id) ? id : null;
    }

    /** Takes one page from the session's allowance; false when nothing is left. */
    synchronized boolean spendPage(String id) {
        int given = pagesGiven.getOrDefault(id, 0);
        if (pagesEach > 0 && given >= pagesEach) {
            return false;
        }
        pagesGiven.put(id, given + 1);
        return true;
    }

    /** How many sessions were ever opened. */
    public synchronized long opened() {
        return opened;
    }

    /** Set-Cookie values as the list page of 2019-10 sent them, less what only scripts set. */
    static List<String> cookiesOf(String id) {
        long hash = SeededHash.of("cookies", id);
        return List.of(
                "JSESSIONID=ABAAA" + id + "; Path=/; HttpOnly",
                "user_trace_token=" + id + "; Max-Age=31536000; Path=/",
                "X_HTTP_TOKEN=" + SeededHash.hex(42, hash) + "; Max-Age=31536000; Path=/",
                "X_MIDDLE_TOKEN=" + SeededHash.hex(32, ~hash) + "; Path=/",
                "SEARCH_ID=" + SeededHash.hex(32, hash + 1) + "; Max-Age=86400; Path=/",
                "TG-TRACK-CODE=search_code; Max-Age=604800; Path=/");
    }
}
