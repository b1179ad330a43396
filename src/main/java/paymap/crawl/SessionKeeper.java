package paymap.crawl;

import org.jspecify.annotations.Nullable;

/**
 * Which session the next page is fetched with. A session is replaced after a refusal, and before the site would
 * complain: after ten pages at first, and after fewer once two sessions in a row were refused after the same number.
 */
final class SessionKeeper {

    /** Seen 2017-06: from page 11 on each reply was the refusal (zsqosos/positionAnalysis#2). */
    static final int USUAL_BUDGET = 10;

    /** One session and what it was used for. */
    static final class Use {
        final Session session;
        int started;
        int served;
        int underWay;
        boolean refused;
        boolean judged;

        Use(Session session) {
            this.session = session;
        }
    }

    private @Nullable Use current;
    private int budget = USUAL_BUDGET;
    private int lastRefusedAfter;
    private boolean trusted; // false: at first, and after trouble

    /** Whether a session must be opened before the next page. */
    boolean needsOne() {
        return current == null || current.started >= budget;
    }

    void opened(Session session) {
        current = new Use(session);
    }

    /**
     * Whether the next page must wait because this session has shown nothing yet. After trouble one page goes alone:
     * if the site is still angry, one request is lost and not a handful.
     */
    boolean onProbation() {
        return !trusted && current != null && current.served == 0 && current.underWay > 0;
    }

    /** The session for the next page; call only when {@link #needsOne} is false. */
    Use take() {
        Use use = current;
        if (use == null) {
            throw new IllegalStateException("no session is open");
        }
        use.started++;
        use.underWay++;
        return use;
    }

    void served(Use use) {
        use.served++;
        trusted = true;
    }

    /** The session will not be used for further pages. */
    void drop(@Nullable Use use) {
        trusted = false;
        if (use != null && use == current) {
            current = null;
        }
    }

    /**
     * A request with this session has ended.
     *
     * @return whether it turns out now that the session's age, not our pace, got it refused
     */
    boolean ended(Use use) {
        use.underWay--;
        if (!use.refused || use.judged || use.underWay > 0) {
            return false;
        }
        use.judged = true;
        boolean sameAgain = use.served > 0 && use.served == lastRefusedAfter;
        lastRefusedAfter = use.served;
        if (sameAgain) {
            budget = Math.min(budget, use.served);
        }
        return sameAgain;
    }
}
