package paymap.crawl;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.Posting;

/**
 * What one request to a site came to. Trouble is a value here, and never an exception. Whoever decides by an outcome
 * takes it apart by {@link #match}, so that a new kind does not compile until every place handles it.
 */
public sealed interface Outcome {

    /** One case for each kind of outcome. */
    interface Cases {
        void fetched(Fetched page);

        void opened(Opened session);

        void moved(Moved to);

        void robotsRead(RobotsRead robots);

        void notSent(NotSent turn);

        void trouble(Trouble trouble);
    }

    /** Hands this to the case of its kind. */
    void match(Cases cases);

    /**
     * A result page.
     *
     * @param rows in the site's order; empty = the list has ended
     * @param unreadable why each row that could not be read was left out
     * @param pageSize rows on a full page, at least 1
     * @param totalCount rows of the list as the site counts them, no more than it shows of any; null = it does not say
     * @param listToken to be sent along with later pages of this list; null = none
     * @param madeUp whether the site says that its rows are invented
     */
    record Fetched(
            List<Posting> rows,
            List<String> unreadable,
            int pageSize,
            @Nullable Integer totalCount,
            @Nullable String listToken,
            boolean madeUp)
            implements Outcome {
        public Fetched {
            rows = List.copyOf(rows);
            unreadable = List.copyOf(unreadable);
        }

        /** A page of a site that does not call its rows invented. */
        public Fetched(
                List<Posting> rows,
                List<String> unreadable,
                int pageSize,
                @Nullable Integer totalCount,
                @Nullable String listToken) {
            this(rows, unreadable, pageSize, totalCount, listToken, false);
        }

        /** The same page, of a site that says that its rows are invented. */
        public Fetched asMadeUp() {
            return new Fetched(rows, unreadable, pageSize, totalCount, listToken, true);
        }

        /** Rows that the page showed, readable or not. */
        public int shown() {
            return rows.size() + unreadable.size();
        }

        @Override
        public void match(Cases cases) {
            cases.fetched(this);
        }
    }

    /**
     * A session was opened.
     *
     * @param page the first page of the list that it was opened for, where the way in showed it; null = it did not
     */
    record Opened(Session session, @Nullable Fetched page) implements Outcome {

        /** A session whose way in showed no rows. */
        public Opened(Session session) {
            this(session, null);
        }

        /** The same, of a site that says that its rows are invented. */
        public Opened asMadeUp() {
            return new Opened(session, page == null ? null : page.asMadeUp());
        }

        @Override
        public void match(Cases cases) {
            cases.opened(this);
        }
    }

    /** The way to a session goes on at another address of the same site. */
    record Moved(String url) implements Outcome {
        @Override
        public void match(Cases cases) {
            cases.moved(this);
        }
    }

    /**
     * robots.txt was read, or is not there.
     *
     * @param crawlDelay asked for between two requests; zero = none
     */
    record RobotsRead(Duration crawlDelay) implements Outcome {
        @Override
        public void match(Cases cases) {
            cases.robotsRead(this);
        }
    }

    /** Its turn was over before it could leave ({@link Departure#mayLeave}): nothing was asked, and the site knows of nothing. */
    record NotSent() implements Outcome {
        @Override
        public void match(Cases cases) {
            cases.notSent(this);
        }
    }

    /** Anything but what was asked for. */
    sealed interface Trouble extends Outcome {
        /** For people: what was seen, without a full stop. Never holds anything the site wrote; never decided by. */
        String why();

        /** One case for each kind of trouble. */
        interface Kinds<R> {
            R throttled(Throttled refusal);

            R loginRequired(LoginRequired refusal);

            R needsHuman(NeedsHuman demand);

            R banned(Banned ban);

            R disallowed(Disallowed rule);

            R unsupported(ProtocolUnsupported protocol);

            R unreachable(Unreachable silence);

            R broken(Broken answer);
        }

        /** Hands this to the case of its kind. */
        <R> R kind(Kinds<R> kinds);

        @Override
        default void match(Cases cases) {
            cases.trouble(this);
        }
    }

    /**
     * Too fast, or a session that has had enough.
     *
     * @param retryAfter the time the site names; null = none
     */
    record Throttled(@Nullable Duration retryAfter, String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.throttled(this);
        }
    }

    /** A login wall: a login page, or a challenge. A pause and a fresh session may cure it. */
    record LoginRequired(String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.loginRequired(this);
        }
    }

    /** Only a person can go on. */
    record NeedsHuman(String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.needsHuman(this);
        }
    }

    /** The site has shut us out. */
    record Banned(String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.banned(this);
        }
    }

    /** robots.txt does not allow this request; it was not sent. */
    record Disallowed(String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.disallowed(this);
        }
    }

    /** The site does not speak the protocol it was addressed in, and no other is left to be tried. */
    record ProtocolUnsupported(String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.unsupported(this);
        }
    }

    /** Nobody answered at the address, or nobody whose certificate can be trusted. */
    record Unreachable(String why) implements Trouble {
        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.unreachable(this);
        }
    }

    /** What is wrong with an answer. Decides what is done about it; the sentence beside it only informs. */
    enum Flaw {
        /** Page 1 came in place of a later page. */
        FIRST_PAGE_AGAIN,
        /** No rows, though by the site's own count there are some. */
        EMPTY_AGAINST_COUNT,
        /** Rows, but none that can be read. */
        NOTHING_READABLE,
        /** It ends too early or is malformed: an accident. */
        CUT_OFF,
        /** More than any page of the site holds: bytes, tags, or values. */
        TOO_LARGE,
        /** A whole page without a sign of a list, or of anything else that is known. */
        BARE_PAGE,
        /** Whole and understood, but not what was asked for. */
        FOREIGN,
        /** Nothing lives at that address: HTTP 404, 405 or 410. */
        MISSING,
        /** The site says that it is in trouble. */
        SERVER_ERROR,
        /** Redirects that lead nowhere, or in a circle. */
        REDIRECT_LOOP,
        /** No whole answer came in time. */
        SILENCE,
        /** The connection broke off, or is not to be trusted. */
        CONNECTION
    }

    /**
     * An answer that is no page we know.
     *
     * @param content tells equal answers to one request apart from others; 0 = there is nothing to compare
     */
    record Broken(Flaw flaw, String why, int content) implements Trouble {

        /** An answer whose content is not known, or does not matter. */
        public Broken(Flaw flaw, String why) {
            this(flaw, why, 0);
        }

        /** The same, known again by its content. */
        public Broken withContent(int hash) {
            return new Broken(flaw, why, hash);
        }

        @Override
        public <R> R kind(Kinds<R> kinds) {
            return kinds.broken(this);
        }
    }
}
