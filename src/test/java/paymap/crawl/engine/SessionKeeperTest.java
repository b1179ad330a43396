package paymap.crawl.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.crawl.PageTask;
import paymap.crawl.Session;

/** How long a session is used: as its kind says, as the site teaches, and no longer than it is of use. */
class SessionKeeperTest {

    private static final PageTask FIRST = page(1);
    private static final PageTask LATER = page(2);

    private final SessionKeeper keeper = new SessionKeeper();

    /** A session for any number of pages, unless it is spent. */
    private static final class Lasting implements Session {
        private boolean spent;

        @Override
        public int usualPages() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean isSpent() {
            return spent;
        }
    }

    /** A session that a first page opens, good for three pages. */
    private static final class Listed implements Session {
        @Override
        public int usualPages() {
            return 3;
        }

        @Override
        public Session openedByAFirstPage() {
            return new Listed();
        }
    }

    @Test
    void aSessionIsReplacedUnaskedAfterItsUsualPages() {
        keeper.opened(() -> 10);

        assertEquals(10, pagesUntilAnotherIsNeeded(20));
    }

    @Test
    void aLastingSessionIsNotReplacedUnasked() {
        keeper.opened(new Lasting());

        assertEquals(1000, pagesUntilAnotherIsNeeded(1000));
    }

    @Test
    void aSpentSessionIsReplacedBeforeTheNextPage() {
        Lasting session = new Lasting();
        keeper.opened(session);
        assertEquals(3, pagesUntilAnotherIsNeeded(3));

        session.spent = true;
        assertTrue(keeper.needsOne());
        keeper.opened(new Lasting());
        assertFalse(keeper.needsOne());
    }

    @Test
    void whatTwoRefusalsTeachHoldsForALastingSessionToo() {
        refusedAfter(4);
        refusedAfter(4);

        keeper.opened(new Lasting());
        assertEquals(4, pagesUntilAnotherIsNeeded(20));
    }

    @Test
    void refusalsAfterDifferentNumbersTeachNothing() {
        refusedAfter(4);
        refusedAfter(7);

        keeper.opened(new Lasting());
        assertEquals(1000, pagesUntilAnotherIsNeeded(1000));
    }

    @Test
    void twoSessionsRetiredWithoutRefusalShowThatTheirAgeWasToBlame() {
        refusedAfter(4);
        refusedAfter(4);

        assertFalse(retiredAfter(4, new Lasting()));
        assertTrue(retiredAfter(4, new Lasting()));
        assertFalse(retiredAfter(4, new Lasting()), "it is said once");
    }

    @Test
    void withoutASuspicionARetiredSessionShowsNothing() {
        for (int retired = 0; retired < 3; retired++) {
            assertFalse(retiredAfter(10, () -> 10));
            assertTrue(keeper.needsOne());
        }
    }

    @Test
    void aRefusalBeforeTheLimitRefutesIt() {
        refusedAfter(4);
        refusedAfter(4);
        refusedAfter(2);

        keeper.opened(new Lasting());
        assertEquals(1000, pagesUntilAnotherIsNeeded(1000));
    }

    @Test
    void afterTroubleOnePageGoesAloneUntilItIsServed() {
        keeper.opened(new Lasting());
        assertFalse(keeper.awaitingFirstSuccess());
        SessionKeeper.Use first = keeper.take(LATER);
        assertTrue(keeper.awaitingFirstSuccess());
        keeper.served(first);
        assertFalse(keeper.awaitingFirstSuccess());

        keeper.opened(new Lasting());
        keeper.take(LATER);
        assertFalse(keeper.awaitingFirstSuccess(), "no trouble meanwhile");

        keeper.drop(first);
        assertTrue(keeper.awaitingFirstSuccess(), "trouble with the session before");
    }

    @Test
    void anotherIsWantedAheadOnlyWhereThisOneIsNotGoodForAllPages() {
        keeper.opened(() -> 10);
        SessionKeeper.Use use = keeper.take(LATER);
        assertFalse(keeper.needsSpare(100), "it has shown nothing yet");
        keeper.served(use);

        assertFalse(keeper.needsSpare(9));
        assertTrue(keeper.needsSpare(10));
        keeper.openedAhead(() -> 10);
        assertFalse(keeper.needsSpare(100), "there is one");
    }

    @Test
    void theOneOpenedAheadIsUsedWhenTheCurrentOneIsUsedUp() {
        Session first = () -> 2;
        Session second = () -> 2;
        keeper.opened(first);
        keeper.openedAhead(second);

        assertFalse(keeper.needsOne());
        assertSame(first, keeper.take(LATER).session);
        assertSame(first, keeper.take(LATER).session);
        assertFalse(keeper.needsOne());
        assertSame(second, keeper.take(LATER).session);
    }

    @Test
    void troubleEndsTheOneOpenedAheadToo() {
        keeper.opened(() -> 10);
        SessionKeeper.Use use = keeper.take(LATER);
        keeper.openedAhead(() -> 10);

        keeper.drop(use);

        assertTrue(keeper.needsOne());
    }

    @Test
    void aFirstPageOpensASessionThatIsUsedWhenTheCurrentOneIsUsedUp() {
        Session first = proven();
        SessionKeeper.Use own = keeper.take(FIRST);
        assertNotSame(first, own.session);
        assertFalse(keeper.needsSpare(100), "one is being opened");
        assertTrue(keeper.served(own), "it has opened its session");
        keeper.ended(own);

        assertSame(first, keeper.take(LATER).session);
        assertSame(first, keeper.take(LATER).session);
        assertFalse(keeper.needsOne());
        assertSame(own.session, keeper.take(LATER).session);
        assertSame(own.session, keeper.take(LATER).session);
        assertTrue(keeper.needsOne(), "the page that opened it counts");
    }

    @Test
    void aFirstPageThatFailsOpensNoSession() {
        Session first = proven();
        SessionKeeper.Use own = keeper.take(FIRST);
        keeper.ended(own);

        assertEquals(List.of(first, first), List.of(keeper.take(LATER).session, keeper.take(LATER).session));
        assertTrue(keeper.needsOne());
    }

    @Test
    void afterTroubleAFirstPageGoesAloneWithTheSessionThatThereIs() {
        proven();
        keeper.drop(keeper.take(LATER));
        Session fresh = new Listed();
        keeper.opened(fresh);

        assertSame(fresh, keeper.take(FIRST).session);
        assertTrue(keeper.awaitingFirstSuccess());
    }

    @Test
    void noMoreSessionsAreOpenedThanMayWait() {
        Session first = proven();
        for (int page = 0; page < 8; page++) {
            assertNotSame(first, keeper.take(FIRST).session);
        }
        assertSame(first, keeper.take(FIRST).session);
    }

    private Session proven() {
        Session session = new Listed();
        keeper.opened(session);
        SessionKeeper.Use use = keeper.take(FIRST);
        assertSame(session, use.session, "nothing was shown yet");
        assertFalse(keeper.served(use));
        keeper.ended(use);
        return session;
    }

    private static PageTask page(int number) {
        return new PageTask(1, "北京", "python", number, 0, 1, null);
    }

    private boolean retiredAfter(int pages, Session session) {
        keeper.opened(session);
        boolean ageWasToBlame = false;
        for (int page = 0; page < pages; page++) {
            SessionKeeper.Use use = keeper.take(LATER);
            keeper.served(use);
            ageWasToBlame = keeper.ended(use);
        }
        return ageWasToBlame;
    }

    private void refusedAfter(int pages) {
        keeper.opened(new Lasting());
        assertEquals(pages, pagesUntilAnotherIsNeeded(pages));
        SessionKeeper.Use use = keeper.take(LATER);
        use.refused = true;
        keeper.drop(use);
        keeper.ended(use);
    }

    private int pagesUntilAnotherIsNeeded(int most) {
        int pages = 0;
        while (pages < most && !keeper.needsOne()) {
            SessionKeeper.Use use = keeper.take(LATER);
            keeper.served(use);
            keeper.ended(use);
            pages++;
        }
        return pages;
    }
}
