package paymap.crawl.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import paymap.crawl.Outcome;
import paymap.crawl.Outcome.Flaw;
import paymap.crawl.Outcome.Trouble;
import paymap.crawl.StopCause;
import paymap.words.Words;

/** What trouble means for the request, the page, the city and the crawl. Pure. */
final class RetryRule {

    /** A page that failed this often is given up for the run. */
    static final int MOST_ATTEMPTS = 6;

    /** A page that came back as unreadable as before, byte for byte, this often is given up: it would come again. */
    static final int MOST_EQUAL = 2;

    /** Page 1 in place of a later page, this often for one page, ends its city. */
    static final int MOST_REPEATED = 2;

    /** So many pages of a city that come empty against the site's own count end it. */
    static final int MOST_EMPTY = 3;

    /** A session, or robots.txt, that could not be fetched this often ends the crawl. */
    static final int MOST_PREPARATIONS = 8;

    /** So many broken answers with nothing good between them: this is no job site, or it is down. */
    static final int MOST_BROKEN_IN_A_ROW = 12;

    /**
     * So many requests in a row without an answer end the crawl: after some two minutes, as each is waited for 20 s where
     * nothing comes, and after four where so little comes that 45 s are not enough.
     */
    static final int MOST_SILENT_IN_A_ROW = 5;

    /**
     * So many requests of any kind (pages, sessions, robots.txt, redirects, changes of era, refused or broken) without
     * a page of rows among them end the crawl; a page that each thread has under way comes on top. A crawl of the usual
     * kind needs 4 before its first page, and one of the strictest limits tried by us 6 between two pages.
     */
    static final int MOST_FRUITLESS = 40;

    /** So many broken pages of one city with no good one between them end the city; those under way come on top. */
    static final int MOST_FRUITLESS_OF_A_CITY = 12;

    /** A login page or challenge, and twice again with a fresh session after a pause: it means a person. */
    static final int MOST_LOGIN_WALLS_IN_A_ROW = 3;

    /** What to do; taken apart by {@link #match}, so that a new kind does not compile until it is handled. */
    sealed interface Decision {
        void match(Actions actions);
    }

    /** One action for each decision. */
    interface Actions {
        void pause(Pause pause);

        void tryAgain();

        void giveUpPage();

        void giveUpCity(GiveUpCity why);

        void stop(Stop stop);
    }

    /**
     * Wait, take a fresh session, ask again; the page did not fail.
     *
     * @param retryAfter the time the site names; null = none
     */
    record Pause(@Nullable Duration retryAfter) implements Decision {
        @Override
        public void match(Actions actions) {
            actions.pause(this);
        }
    }

    /** Ask this again after a moment; the attempt counts. */
    record TryAgain() implements Decision {
        @Override
        public void match(Actions actions) {
            actions.tryAgain();
        }
    }

    /** Go on without this page. */
    record GiveUpPage() implements Decision {
        @Override
        public void match(Actions actions) {
            actions.giveUpPage();
        }
    }

    /** Go on without this page and all later ones of its city. */
    record GiveUpCity(String why) implements Decision {
        @Override
        public void match(Actions actions) {
            actions.giveUpCity(this);
        }
    }

    /** End the crawl. */
    record Stop(StopCause cause, String why) implements Decision {
        @Override
        public void match(Actions actions) {
            actions.stop(this);
        }
    }

    /**
     * What is known when a request fails, this failure included.
     *
     * @param attempt earlier failures of this request, 0 or more
     * @param isEqual whether its answer equals the one before
     * @param inARow failures with nothing good between them
     * @param city that the page is of; null = it is for robots.txt or a session
     * @param everResponded whether the site answered anything in this crawl
     */
    record Situation(
            int attempt,
            boolean isEqual,
            InARow inARow,
            @Nullable OfCity city,
            boolean everResponded) {}

    /**
     * Failures with nothing good between them, those of one moment counted once.
     *
     * @param loginWalls shown
     * @param broken answers of no use
     * @param silent of those, requests that were not answered in time
     */
    record InARow(int loginWalls, int broken, int silent) {}

    /**
     * Failures of one city since its last good page, each counted.
     *
     * @param broken answers of no use
     * @param empty pages that came empty against the site's count
     * @param spare failures that were under way already when it became too many
     * @param isLast whether no other city is under way
     */
    record OfCity(int broken, int empty, int spare, boolean isLast) {}

    private RetryRule() {}

    static Decision on(Trouble trouble, Situation now) {
        return trouble.kind(new Trouble.Kinds<>() {
            @Override
            public Decision throttled(Outcome.Throttled refusal) {
                return new Pause(refusal.retryAfter());
            }

            @Override
            public Decision loginRequired(Outcome.LoginRequired refusal) {
                return now.inARow().loginWalls() < MOST_LOGIN_WALLS_IN_A_ROW ? new Pause(null) : humanNeeded(refusal);
            }

            @Override
            public Decision needsHuman(Outcome.NeedsHuman demand) {
                return humanNeeded(demand);
            }

            @Override
            public Decision banned(Outcome.Banned ban) {
                return new Stop(StopCause.BANNED, Words.say("the site has banned this address: %s", ban.why()));
            }

            @Override
            public Decision disallowed(Outcome.Disallowed rule) {
                return new Stop(StopCause.ROBOTS, rule.why());
            }

            @Override
            public Decision unsupported(Outcome.ProtocolUnsupported protocol) {
                return new Stop(StopCause.PROTOCOL_UNSUPPORTED, protocol.why());
            }

            @Override
            public Decision unreachable(Outcome.Unreachable silence) {
                return now.everResponded()
                        ? useless(silence, null, now)
                        : new Stop(StopCause.UNREACHABLE, silence.why());
            }

            @Override
            public Decision broken(Outcome.Broken answer) {
                return useless(answer, answer.flaw(), now);
            }
        });
    }

    private static Stop humanNeeded(Trouble trouble) {
        return new Stop(StopCause.HUMAN_NEEDED, Words.say("the site requires a login or a captcha: %s", trouble.why()));
    }

    /** @param flaw of the answer; null = there was none */
    private static Decision useless(Trouble trouble, @Nullable Flaw flaw, Situation now) {
        OfCity city = now.city();
        if (city != null && isOver(city, now.inARow())) {
            return new GiveUpCity(
                    Words.say("%d pages in a row could not be read, the last: %s", city.broken(), trouble.why()));
        }
        int silent = now.inARow().silent();
        if (silent >= MOST_SILENT_IN_A_ROW) {
            return fruitless(Words.say("%d requests in a row were not answered, the last: %s", silent, trouble.why()));
        }
        int broken = now.inARow().broken();
        if (broken >= MOST_BROKEN_IN_A_ROW) {
            return fruitless(Words.say("%d consecutive responses were unusable, the last: %s", broken, trouble.why()));
        }
        if (now.attempt() + 1 < mostAttempts(flaw, now)) {
            return new TryAgain();
        }
        // Later pages of a list that begins anew for ever, or that seems to end here, would only bring the same.
        boolean endsCity = flaw == Flaw.FIRST_PAGE_AGAIN || flaw == Flaw.EMPTY_AGAINST_COUNT;
        return city != null && endsCity ? new GiveUpCity(trouble.why()) : new GiveUpPage();
    }

    private static Stop fruitless(String why) {
        return new Stop(StopCause.FRUITLESS, why);
    }

    private static boolean isOver(OfCity city, InARow inARow) {
        return city.broken() >= MOST_FRUITLESS_OF_A_CITY + city.spare()
                || (city.isLast() && inARow.broken() >= MOST_FRUITLESS_OF_A_CITY);
    }

    private static int mostAttempts(@Nullable Flaw flaw, Situation now) {
        if (now.city() == null) {
            return MOST_PREPARATIONS;
        }
        if (flaw == null) {
            return MOST_ATTEMPTS;
        }
        return switch (flaw) {
            case FIRST_PAGE_AGAIN -> MOST_REPEATED; // it would come again
            // Empty pages of one city bear each other out, of whatever numbers.
            case EMPTY_AGAINST_COUNT -> now.city().empty() >= MOST_EMPTY ? 0 : MOST_ATTEMPTS;
            case NOTHING_READABLE, CUT_OFF, TOO_LARGE -> now.isEqual() ? MOST_EQUAL : MOST_ATTEMPTS;
            // A site in trouble says so in the same words until it is over.
            case BARE_PAGE, FOREIGN, MISSING, SERVER_ERROR, REDIRECT_LOOP, SILENCE, CONNECTION -> MOST_ATTEMPTS;
        };
    }
}
