package paymap.crawl.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import paymap.crawl.PageTask;
import paymap.crawl.Session;

/**
 * Which session the next page is fetched with. A session is replaced after a refusal, and before the site would
 * complain: after as many pages as sessions of its kind are usually good for, and after fewer once two sessions in a
 * row were refused after the same number.
 */
final class SessionKeeper {

    /** Sessions that wait while another is in use; a site forgets them after a while. Chosen, not measured. */
    private static final int MOST_SPARE = 8;

    /** Sessions retired at the learnt limit without a refusal before it is believed; chosen, not measured. */
    private static final int ENOUGH_RETIRED = 2;

    /** Whether it is believed that sessions are refused after {@code learntLimit} pages. */
    private enum LimitState {
        NONE,
        SUSPECTED,
        CERTAIN,
        REFUTED
    }

    /** One session and what it was used for. */
    static final class Use {
        final Session session;
        int started;
        int served;
        int underWay;
        boolean refused;
        boolean judged;
        boolean isOpening;

        Use(Session session) {
            this.session = session;
        }

        private static Use openedByItsPage(Session session) {
            Use use = new Use(session);
            use.isOpening = true;
            return use;
        }
    }

    private @Nullable Use current;
    private final Deque<Use> spare = new ArrayDeque<>(); // the oldest first, for when the current one is used up
    private int opening; // by pages of their own
    private int learntLimit; // meaningless while the state is NONE
    private int lastRefusedAfter;
    private int retiredWithoutRefusal;
    private LimitState limitState = LimitState.NONE;
    private boolean workedSinceTrouble; // false: at first, and after trouble

    /** Whether a session must be opened before the next page. */
    boolean needsOne() {
        while (pagesLeft(current) == 0 && !spare.isEmpty()) {
            current = spare.poll();
        }
        return pagesLeft(current) == 0;
    }

    /**
     * Whether to open another one while this one is in use.
     *
     * @param pagesToDo that wait to be asked for; where this session is good for all of them it needs no other
     */
    boolean needsSpare(long pagesToDo) {
        return workedSinceTrouble && spare.isEmpty() && opening == 0 && pagesToDo > pagesLeft(current);
    }

    private int pagesLeft(@Nullable Use use) {
        return use == null || use.session.isSpent() ? 0 : Math.max(0, budgetOf(use) - use.started);
    }

    /** The next pages are fetched with this one. */
    void opened(Session session) {
        current = new Use(session);
    }

    /** It is kept until the current one is used up. */
    void openedAhead(Session session) {
        spare.add(new Use(session));
    }

    /**
     * Whether the next page must wait because this session has shown nothing yet. After trouble one page goes alone:
     * if the site is still angry, one request is lost and not a handful.
     */
    boolean awaitingFirstSuccess() {
        return !workedSinceTrouble && current != null && current.served == 0 && current.underWay > 0;
    }

    /** Whether this page is fetched with a session that it opens itself. After trouble none is: one page goes alone. */
    boolean isOpenedBy(PageTask page) {
        boolean hasRoom = workedSinceTrouble && spare.size() + opening < MOST_SPARE;
        return page.page() == 1 && hasRoom && fresh() != null;
    }

    private @Nullable Session fresh() {
        return current == null ? null : current.session.openedByAFirstPage();
    }

    /** The session for the next page; call only when {@link #needsOne} is false. */
    Use take(PageTask page) {
        Session fresh = isOpenedBy(page) ? fresh() : null;
        if (fresh == null) {
            return takeCurrent();
        }
        opening++;
        return started(Use.openedByItsPage(fresh));
    }

    /** The session that is in use, whatever the page. */
    Use takeCurrent() {
        if (current == null) {
            throw new IllegalStateException("no session is open");
        }
        return started(current);
    }

    private static Use started(Use use) {
        use.started++;
        use.underWay++;
        return use;
    }

    /** @return whether this page has opened its session, which is kept until the current one is used up */
    boolean served(Use use) {
        use.served++;
        workedSinceTrouble = true;
        if (use.isOpening) {
            spare.add(use);
        }
        return use.isOpening;
    }

    /** The session will not be used for further pages, nor will one that was opened before the trouble. */
    void drop(@Nullable Use use) {
        workedSinceTrouble = false;
        spare.clear();
        if (use != null && use == current) {
            current = null;
        }
    }

    /**
     * A request with this session has ended.
     *
     * @return whether it is certain now that it was the sessions' age, not our pace, that got the last two refused
     */
    boolean ended(Use use) {
        use.underWay--;
        opening -= use.isOpening ? 1 : 0;
        use.isOpening = false;
        if (use.judged || use.underWay > 0 || !(use.refused || use.started >= budgetOf(use))) {
            return false;
        }
        use.judged = true;
        if (use.refused) {
            refusedAfter(use);
            return false;
        }
        return retired();
    }

    /** Two sessions in a row refused after the same number of pages: perhaps that is what a session is good for. */
    private void refusedAfter(Use use) {
        int served = use.served;
        boolean early = served < budgetOf(use);
        boolean sameAgain = served > 0 && served == lastRefusedAfter;
        lastRefusedAfter = served;
        if (limitState == LimitState.NONE && sameAgain && early) {
            limitState = LimitState.SUSPECTED;
            learntLimit = served;
            retiredWithoutRefusal = 0;
        } else if (limitState != LimitState.NONE && early) {
            limitState = LimitState.REFUTED; // a strict limit on pace looks the same at first
        }
    }

    private int budgetOf(Use use) {
        boolean known = limitState == LimitState.SUSPECTED || limitState == LimitState.CERTAIN;
        return known ? learntLimit : use.session.usualPages();
    }

    private boolean retired() {
        retiredWithoutRefusal++;
        boolean certain = limitState == LimitState.SUSPECTED && retiredWithoutRefusal >= ENOUGH_RETIRED;
        limitState = certain ? LimitState.CERTAIN : limitState;
        return certain;
    }
}
