package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paymap.crawl.CityProgress;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.Posting;
import paymap.job.StoreException;
import paymap.pace.PaceState;

/** What every store of ledgers must do; each store's own test extends it. */
abstract class LedgerContract {

    static final String SITE = "made up";
    private static final String BEIJING = "北京";
    private static final String SHANGHAI = "上海";
    private static final Duration TOO_LONG = Duration.ofHours(1); // longer than any lease

    Ledger ledger;
    Ledger other;

    /** One store for each test, the ledger in it as one more living process would have it. */
    abstract Ledger open(String holder);

    /** The rows of that store. */
    abstract JobStore jobs();

    /** Lets so much of the store's time go by. */
    abstract void pass(Duration time);

    @BeforeEach
    void openTwo() {
        ledger = open("one");
        other = open("another");
    }

    // ---- runs ----

    @Test
    void anEqualPlanContinuesTheUnfinishedRunAndNoOther() {
        long run = begin("bj,sh");

        assertEquals(run, begin("sh,bj"), "the order of cities is not part of the plan");
        assertTrue(ledger.begin(plan("bj,sh"), 15, false).continued());
        assertNotEquals(run, begin("bj"));
        ledger.end(run, true, "");
        assertFalse(ledger.begin(plan("bj,sh"), 15, false).continued());
    }

    @Test
    void aRunThatIsBegunAnewLeavesTheUnfinishedOneAlone() {
        long run = begin("bj");

        Ledger.Run second = ledger.begin(plan("bj"), 15, true);

        assertFalse(second.continued());
        assertNotEquals(run, second.id());
        assertEquals(second.id(), begin("bj"), "of two unfinished ones the newer goes on");
    }

    @Test
    void aRunKeepsTheMomentItWasBegunAt() {
        Instant before = ledger.clock().instant();
        Ledger.Run run = ledger.begin(plan("bj"), 15, false);
        pass(Duration.ofMinutes(7));

        Instant again = ledger.begin(plan("bj"), 15, false).started();

        assertFalse(run.started().isBefore(before.truncatedTo(ChronoUnit.MILLIS)));
        assertEquals(run.started().toEpochMilli(), again.toEpochMilli());
    }

    @Test
    void anotherProcessJoinsARunThatIsUnderWay() {
        long run = begin("bj");

        Ledger.Run joined = other.begin(plan("bj"), 15, false);

        assertEquals(run, joined.id());
        assertTrue(joined.continued() && joined.joined());
    }

    @Test
    void aRunThatItsProcessEndedIsContinuedAlone() {
        ledger.end(begin("bj"), false, "interrupted");

        Ledger.Run continued = other.begin(plan("bj"), 15, false);

        assertTrue(continued.continued());
        assertFalse(continued.joined());
    }

    @Test
    void aProcessThatIsNotHeardOfForLongHasLeftTheRun() {
        begin("bj");
        pass(TOO_LONG);

        assertFalse(other.begin(plan("bj"), 15, false).joined());
    }

    @Test
    void aProcessThatRenewsIsThereHoweverLong() {
        long run = begin("bj");
        for (int i = 0; i < 20; i++) {
            passUntil(ledger.renew(run));
        }

        assertTrue(other.begin(plan("bj"), 15, false).joined());
    }

    @Test
    void aProcessThatComesBackIsThereAgain() {
        long run = begin("bj");
        pass(TOO_LONG);
        other.begin(plan("bj"), 15, false);

        ledger.renew(run);
        other.end(run, false, "");

        assertTrue(other.begin(plan("bj"), 15, false).joined());
    }

    @Test
    void pagesGivenUpAndWaitsAreForTheOneWhoContinuesAlone() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask one = lease(run);
        ledger.abandon(one, "broken", false);
        ledger.release(lease(run), Duration.ofMinutes(9), true);

        assertTrue(other.begin(plan("bj"), 15, false).joined());
        assertEquals(1, progress(run, BEIJING).counts().lost(), "who joins disturbs nothing");
        assertTrue(other.lease(run).isEmpty());
        other.end(run, false, "");
        ledger.end(run, false, "");
        other.begin(plan("bj"), 15, false);

        assertEquals(0, progress(run, BEIJING).counts().lost());
        PageTask again = other.lease(run).orElseThrow();
        assertEquals(1, again.page());
        assertEquals(0, again.attempt());
        assertEquals(2, other.lease(run).orElseThrow().page());
    }

    @Test
    void whatOneCompletedStaysCompleteHoweverTheOtherEnds() {
        long run = begin("bj");
        other.begin(plan("bj"), 15, false);

        ledger.end(run, true, "");
        other.end(run, false, "interrupted");

        assertFalse(ledger.begin(plan("bj"), 15, false).continued());
    }

    // ---- series ----

    @Test
    void severalKeywordsBeginARunEach() {
        List<Long> runs = ledger.begin(series("Python", "Java", "Go"), 15, false);

        assertEquals(3, Set.copyOf(runs).size());
        for (long run : runs) {
            Ledger.Run entered = ledger.enter(run);
            assertFalse(entered.continued() || entered.joined() || entered.complete(), entered.toString());
            assertEquals(
                    List.of(BEIJING, SHANGHAI),
                    ledger.progress(run).stream().map(CityProgress::city).toList());
        }
        ledger.enqueuePages(runs.get(1), BEIJING, 1);
        assertEquals("Java", ledger.lease(runs.get(1)).orElseThrow().keyword());
    }

    @Test
    void whoAsksForTheSameKeywordsTakesPartInTheSameRuns() {
        List<Long> runs = ledger.begin(series("Python", "Java"), 15, false);
        ledger.enter(runs.get(0));

        List<Long> same = other.begin(series("Java", "Python"), 15, false);

        assertEquals(List.of(runs.get(1), runs.get(0)), same, "in the order of its own plans");
        assertTrue(other.enter(runs.get(0)).joined());
        assertFalse(other.enter(runs.get(1)).continued(), "nobody has worked on it");
        assertTrue(ledger.enter(runs.get(1)).joined());
    }

    @Test
    void aSeriesGoesOnThoughItsFirstKeywordIsComplete() {
        List<Long> runs = ledger.begin(series("Python", "Java"), 15, false);
        ledger.enter(runs.get(0));
        ledger.end(runs.get(0), true, "");

        assertEquals(runs, other.begin(series("Python", "Java"), 15, false));

        assertTrue(other.enter(runs.get(0)).complete());
        other.enter(runs.get(1));
        other.end(runs.get(1), true, "");
        List<Long> next = other.begin(series("Python", "Java"), 15, false);
        assertTrue(next.stream().noneMatch(runs::contains), "a series that is complete is over");
    }

    @Test
    void onlyJustTheseKeywordsGoOn() {
        List<Long> runs = ledger.begin(series("Python", "Java", "Go"), 15, false);

        assertTrue(ledger.begin(series("Python", "Java"), 15, false).stream().noneMatch(runs::contains));
        assertTrue(ledger.begin(series("Python", "Java", "Go", "C"), 15, false).stream()
                .noneMatch(runs::contains));
        assertEquals(runs, ledger.begin(series("Python", "Java", "Go"), 15, false));
        List<Long> anew = ledger.begin(series("Python", "Java", "Go"), 15, true);
        assertTrue(anew.stream().noneMatch(runs::contains));
        assertEquals(anew, ledger.begin(series("Python", "Java", "Go"), 15, false), "the newer goes on");
    }

    @Test
    void oneKeywordAloneGoesOnWithTheRunOfItsSeries() {
        List<Long> runs = ledger.begin(series("Python", "Java"), 15, false);

        assertEquals(List.of(runs.get(1)), ledger.begin(series("Java"), 15, false));
        ledger.end(runs.get(1), true, "");
        assertNotEquals(runs.get(1), ledger.begin(series("Java"), 15, false).get(0));
    }

    @Test
    void aRunOfItsOwnIsNotTakenIntoASeries() {
        long alone = ledger.begin(series("Python"), 15, false).get(0);

        assertFalse(ledger.begin(series("Python", "Java"), 15, false).contains(alone));
    }

    @Test
    void whatWouldGoOnIsToldWithoutBeginningAnything() {
        assertEquals(List.of(), ledger.unfinished(series("Python", "Java")));
        assertEquals(List.of(), ledger.unfinished(series("Python")));
        List<Long> runs = ledger.begin(series("Python", "Java"), 15, false);

        assertEquals(runs, other.unfinished(series("Python", "Java")));
        assertEquals(List.of(runs.get(0)), other.unfinished(series("Python")));
        assertEquals(2, jobs().runs().size());
    }

    @Test
    void aRunThatWasForgottenMeanwhileCannotBeEntered() {
        StoreException gone = assertThrows(StoreException.class, () -> ledger.enter(4711));

        assertTrue(gone.getMessage().contains("run 4711 is gone; it was forgotten meanwhile"), gone.getMessage());
    }

    // ---- leases ----

    @Test
    void pagesAreLeasedLowestFirstAcrossCitiesAndOnlyOnce() {
        long run = begin("bj,sh");
        ledger.enqueuePages(run, BEIJING, 2);
        ledger.enqueuePages(run, SHANGHAI, 1);

        List<String> order = new ArrayList<>();
        for (Ledger each = ledger; order.size() < 3; each = each == ledger ? other : ledger) {
            PageTask page = each.lease(run).orElseThrow();
            order.add(page.city() + page.page() + page.keyword());
        }

        assertEquals(List.of("北京1python", "上海1python", "北京2python"), order);
        assertTrue(ledger.lease(run).isEmpty() && other.lease(run).isEmpty());
    }

    @Test
    void anEarlierPageThatAnotherGaveBackIsTakenAfterARenewal() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 4);
        PageTask one = other.lease(run).orElseThrow();
        assertEquals(2, lease(run).page());
        other.release(one, Duration.ZERO, false);

        ledger.renew(run);

        assertEquals(List.of(1, 3, 4), leased(run, 3));
    }

    @Test
    void anEarlierPageThatAnotherGaveBackIsTakenWhenNothingElseIsReady() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask one = other.lease(run).orElseThrow();
        PageTask two = lease(run);

        other.release(one, Duration.ofSeconds(5), true);
        assertTrue(ledger.lease(run).isEmpty());
        passUntil(ledger.nextReady(run));

        assertEquals(
                1, ledger.doneThenLease(two, fetched("b")).orElseThrow().next().page());
        assertTrue(ledger.lease(run).isEmpty());
    }

    @Test
    void pagesThatThisProcessGaveBackComeBeforeLaterOnes() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 6);
        PageTask one = lease(run);
        PageTask two = lease(run);
        PageTask three = lease(run);

        ledger.release(three, Duration.ofSeconds(5), true);
        ledger.release(two, Duration.ZERO, false);
        ledger.release(one, Duration.ofSeconds(9), true);

        assertEquals(List.of(2, 4), leased(run, 2));
        pass(Duration.ofSeconds(5));
        assertEquals(List.of(3, 5), leased(run, 2));
        pass(Duration.ofSeconds(4));
        assertEquals(List.of(1, 6), leased(run, 2));
    }

    @Test
    void ofPagesThatThisProcessGaveBackTogetherTheFirstComesFirst() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 5);
        PageTask one = lease(run);
        lease(run);
        PageTask three = lease(run);

        ledger.release(three, Duration.ofSeconds(2), false);
        ledger.release(one, Duration.ofSeconds(3), false);
        pass(Duration.ofSeconds(3));

        assertEquals(List.of(1, 3, 4), leased(run, 3));
    }

    @Test
    void pagesAddedBeforeTheOneTakenLastComeFirst() {
        long run = begin("bj,sh");
        ledger.enqueuePages(run, SHANGHAI, 3);
        lease(run);
        lease(run);

        ledger.enqueuePages(run, BEIJING, 2);

        PageTask one = lease(run);
        PageTask two = ledger.doneThenLease(one, fetched("a")).orElseThrow().next();
        PageTask three = lease(run);
        assertEquals(
                List.of("北京1", "北京2", "上海3"),
                Stream.of(one, two, three)
                        .map(page -> page.city() + page.page())
                        .toList());
    }

    @Test
    void aPageAddedBeforeTheSamePageOfALaterCityComesFirst() {
        long run = begin("bj,sh");
        ledger.enqueuePages(run, SHANGHAI, 2);
        assertEquals(1, lease(run).page());

        ledger.enqueuePages(run, BEIJING, 1);

        assertEquals(BEIJING, lease(run).city());
    }

    @Test
    void pagesGivenAnotherChanceComeBeforeLaterOnes() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 4);
        ledger.abandon(lease(run), "broken", false);
        lease(run);
        lease(run);
        ledger.end(run, false, "a page is lost");

        assertEquals(run, begin("bj"));

        assertEquals(List.of(1, 2), leased(run, 2));
    }

    @Test
    void theNextRunOfASeriesBeginsWithItsFirstPage() {
        List<Long> runs = ledger.begin(series("Python", "Java"), 15, false);
        for (long run : runs) {
            ledger.enter(run);
            ledger.enqueuePages(run, BEIJING, 3);
        }
        lease(runs.get(0));
        lease(runs.get(0));

        assertEquals(1, lease(runs.get(1)).page());
        assertEquals(3, lease(runs.get(0)).page());
        assertEquals(2, lease(runs.get(1)).page());
    }

    @Test
    void askingAgainAddsOnlyWhatIsMissing() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);
        lease(run);

        assertEquals(3, ledger.enqueuePages(run, BEIJING, 3).list().asked());
        assertEquals(3, ledger.enqueuePages(run, BEIJING, 1).list().asked());
        assertEquals(2, lease(run).page());
        assertEquals(3, lease(run).page());
        assertTrue(ledger.lease(run).isEmpty());
    }

    @Test
    void whoeverLostTheLeaseStoresNothing() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        PageTask frozen = lease(run);
        pass(TOO_LONG);
        PageTask fresh = other.lease(run).orElseThrow();

        assertTrue(fresh.fence() > frozen.fence());
        assertTrue(ledger.done(frozen, fetched("late")).isEmpty());
        assertTrue(other.done(fresh, fetched("in time")).isPresent());
        assertTrue(other.done(fresh, fetched("twice")).isEmpty());
        assertEquals(List.of("in time"), titles());
    }

    @Test
    void aPageThatIsDoneGivesTheNextOneAtOnce() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);

        Ledger.Done first = ledger.doneThenLease(lease(run), fetched("a")).orElseThrow();
        PageTask next = first.next();

        assertEquals(1, first.city().list().settled());
        assertEquals(2, next.page());
        assertEquals("python", next.keyword());
        assertTrue(ledger.lease(run).isEmpty() && other.lease(run).isEmpty(), "it is held");
        Ledger.Done last = ledger.doneThenLease(next, fetched("b")).orElseThrow();
        assertNull(last.next());
        assertEquals(2, last.city().list().settled());
        assertEquals(List.of("a", "b"), titles());
    }

    @Test
    void whoeverLostTheLeaseIsGivenNoOtherPage() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask frozen = lease(run);
        pass(TOO_LONG);
        PageTask second = other.lease(run).orElseThrow();
        assertEquals(1, other.lease(run).orElseThrow().page());
        other.release(second, Duration.ZERO, false);

        assertTrue(ledger.doneThenLease(frozen, fetched("late")).isEmpty());

        assertEquals(2, other.lease(run).orElseThrow().page());
    }

    @Test
    void whoeverLostTheLeaseNeitherReturnsNorGivesUpThePage() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        PageTask frozen = lease(run);
        pass(TOO_LONG);
        PageTask fresh = other.lease(run).orElseThrow();

        ledger.release(frozen, Duration.ZERO, true);
        CityProgress after = ledger.abandon(frozen, "broken", true);

        assertFalse(after.ended());
        assertEquals(0, after.counts().lost());
        assertTrue(ledger.lease(run).isEmpty());
        assertTrue(other.done(fresh, fetched("kept")).isPresent());
        assertEquals(List.of("kept"), titles());
    }

    @Test
    void aLeaseThatIsRenewedOutlastsAnyWait() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        PageTask page = lease(run);
        other.begin(plan("bj"), 15, false);
        for (int i = 0; i < 20; i++) {
            passUntil(ledger.renew(run));
            assertTrue(other.lease(run).isEmpty(), "it is held");
        }

        assertTrue(ledger.done(page, fetched("a")).isPresent());
    }

    @Test
    void aRenewalIsDueLongBeforeTheLeaseEnds() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        lease(run);
        Instant due = ledger.renew(run);
        Duration third = Duration.between(ledger.clock().instant(), due);

        pass(third.multipliedBy(29).dividedBy(10));
        assertTrue(other.lease(run).isEmpty());
        pass(third.dividedBy(5));
        assertTrue(other.lease(run).isPresent());
    }

    @Test
    void aLeaseThatWasLostStaysLost() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        PageTask frozen = lease(run);
        pass(TOO_LONG);
        PageTask fresh = other.lease(run).orElseThrow();

        ledger.renew(run);

        assertTrue(ledger.done(frozen, fetched("late")).isEmpty());
        assertTrue(other.done(fresh, fetched("in time")).isPresent());
    }

    @Test
    void whoeverEndsReturnsWhatItHolds() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        lease(run);
        other.begin(plan("bj"), 15, false);

        ledger.end(run, false, "interrupted");

        assertTrue(other.lease(run).isPresent());
    }

    @Test
    void aPageGivenBackIsReadyAgainWhenItsTimeHasCome() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);

        ledger.release(lease(run), Duration.ofSeconds(5), true);

        assertTrue(ledger.lease(run).isEmpty());
        pass(Duration.ofSeconds(5));
        assertEquals(1, lease(run).attempt());
    }

    @Test
    void anAttemptThatDoesNotCountIsNotCounted() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);

        ledger.release(lease(run), Duration.ZERO, false);

        assertEquals(0, lease(run).attempt());
    }

    @Test
    void theNextPageGetsReadyWhenItsWaitEnds() {
        long run = begin("bj");
        assertNull(ledger.nextReady(run), "no page at all");
        ledger.enqueuePages(run, BEIJING, 1);
        PageTask page = lease(run);
        assertNull(ledger.nextReady(run), "our own leases end by what we do");

        ledger.release(page, Duration.ofSeconds(5), true);

        assertEquals(5, secondsFromNow(ledger.nextReady(run)));
    }

    @Test
    void theNextPageGetsReadyWhenTheLeaseOfAnotherEnds() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 1);
        lease(run);

        Instant ready = other.nextReady(run);
        assertTrue(secondsFromNow(ready) > 0);
        passUntil(ready);

        assertTrue(other.lease(run).isPresent());
    }

    // ---- pages done and given up ----

    @Test
    void rowsOfALaterPageWaitForTheEarlierOne() {
        long run = ledger.begin(plan("bj", 3), 15, false).id();
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask one = lease(run);
        PageTask two = other.lease(run).orElseThrow();

        CityProgress afterTwo = other.done(two, fetched("c", "d")).orElseThrow();
        assertEquals(0, afterTwo.stored());
        assertEquals(0, afterTwo.list().settled());
        CityProgress afterOne = ledger.done(one, fetched("a", "b")).orElseThrow();

        assertEquals(2, afterOne.list().settled());
        assertTrue(afterOne.ended());
        assertEquals(List.of("a", "b", "c"), titles(), "the first three in the site's order");
    }

    @Test
    void pageOneTellsWhatItShowed() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask one = lease(run);
        assertEquals(Set.of(), ledger.firstPageIds(run, BEIJING));

        ledger.done(one, new Outcome.Fetched(List.of(posting("1", "a", "")), List.of("no title"), 10, 45, "list-7"));

        assertEquals(Set.of("1"), other.firstPageIds(run, BEIJING));
        PageTask two = other.lease(run).orElseThrow();
        assertEquals("list-7", two.listToken());
        CityProgress city = progress(run, BEIJING);
        assertEquals(45, city.list().totalCount());
        assertEquals(10, city.list().pageSize());
        assertEquals(1, city.counts().unreadable());
        assertEquals(2, city.counts().seen());
        other.done(two, fetched("b"));
        assertEquals(Set.of("1"), ledger.firstPageIds(run, BEIJING), "of page 1 alone");
    }

    @Test
    void aPageGivenUpLetsTheLaterOnesCount() {
        long run = begin("bj");
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask one = lease(run);
        ledger.done(lease(run), fetched("c"));

        CityProgress after = ledger.abandon(one, "broken", false);

        assertEquals(1, after.counts().lost());
        assertEquals(2, after.list().settled());
        assertFalse(after.ended());
        assertEquals(List.of("c"), titles());
    }

    @Test
    void aPageWhoseLaterOnesArePointlessEndsItsCity() {
        long run = begin("bj,sh");
        ledger.enqueuePages(run, BEIJING, 3);
        ledger.enqueuePages(run, SHANGHAI, 1);
        PageTask one = lease(run);

        CityProgress after = ledger.abandon(one, "page 1 for ever", true);

        assertTrue(after.ended());
        assertEquals("page 1 for ever", after.why());
        assertEquals(SHANGHAI, lease(run).city());
        assertTrue(ledger.lease(run).isEmpty(), "no page of the other city is left");
    }

    @Test
    void aWholeCityThatLostAPageIsReadToItsEndOnlyWhenThatIsReadToo() {
        CrawlPlan whole = plan("bj", CrawlPlan.WHOLE);
        long run = ledger.begin(whole, 15, false).id();
        ledger.enqueuePages(run, BEIJING, 3);
        ledger.done(lease(run), fetched("a")).orElseThrow();
        ledger.abandon(lease(run), "broken", false);
        CityProgress open = ledger.done(lease(run), fetched()).orElseThrow();
        assertTrue(open.ended() && open.mayLackRows(), open.toString());
        ledger.end(run, false, "a page is lost");

        assertEquals(run, ledger.begin(whole, 15, false).id());
        assertFalse(progress(run, BEIJING).ended());
        CityProgress two = ledger.done(lease(run), fetched("b")).orElseThrow();
        assertFalse(two.ended(), two.toString());
        ledger.enqueuePages(run, BEIJING, two.lastPageNeeded());
        CityProgress end = ledger.done(lease(run), fetched()).orElseThrow();

        assertTrue(
                end.ended()
                        && !end.mayLackRows()
                        && progress(run, BEIJING).list().toEnd(),
                end.toString());
        assertEquals(2, end.stored());
    }

    @Test
    void aCityGivenUpIsContinuedWithEveryPageThatWasOpen() {
        CrawlPlan plan = plan("bj", 100);
        long run = ledger.begin(plan, 15, false).id();
        ledger.enqueuePages(run, BEIJING, 5);
        ledger.done(lease(run), fetched("a")).orElseThrow();
        PageTask two = lease(run);
        PageTask three = lease(run);
        PageTask four = lease(run);
        ledger.done(four, fetched("waits")).orElseThrow();
        ledger.release(two, Duration.ZERO, true);
        assertTrue(ledger.abandon(three, "page 1 for ever", true).ended());
        ledger.end(run, false, "a page is lost");

        ledger.begin(plan, 15, false);
        assertEquals(1, progress(run, BEIJING).list().settled());
        for (int page = 2; page <= 4; page++) {
            PageTask next = lease(run);
            assertEquals(page, next.page());
            ledger.done(next, fetched("row " + page)).orElseThrow();
        }

        assertTrue(ledger.lease(run).isEmpty());
        assertEquals(4, progress(run, BEIJING).list().asked(), "page 5 is asked for when it is needed again");
        assertEquals(4, progress(run, BEIJING).stored());
        assertFalse(progress(run, BEIJING).ended());
        assertEquals(List.of("a", "row 2", "row 3", "row 4"), titles());
    }

    @Test
    void aPageGivenUpAfterTheEndLeavesADoubt() {
        long run = ledger.begin(plan("bj", CrawlPlan.WHOLE), 15, false).id();
        ledger.enqueuePages(run, BEIJING, 2);
        PageTask one = lease(run);
        PageTask two = lease(run);
        assertTrue(ledger.done(one, fetched()).orElseThrow().list().toEnd());

        assertTrue(ledger.abandon(two, "broken", false).mayLackRows());
    }

    @Test
    void theProgressOfAllCitiesIsInThePlansOrder() {
        long run = begin("sh,bj,gz");

        assertEquals(
                List.of(SHANGHAI, BEIJING, "广州"),
                other.progress(run).stream().map(CityProgress::city).toList());
    }

    // ---- pace ----

    @Test
    void thePaceIsOneForAllProcessesAndPlans() {
        begin("bj");
        other.begin(plan("sh"), 15, false);
        Optional<PaceState> none = Optional.ofNullable(before(ledger));

        ledger.pace(SITE, (before, now) -> angry(now));

        assertEquals(Optional.empty(), none);
        assertEquals(before(ledger), before(other));
        assertEquals(3, before(other).incidents().penalty());
        assertNull(beforeOf(other, "another site"));
    }

    @Test
    void ofTwoProcessesOnlyOneGetsATurn() {
        ledger.pace(SITE, (before, now) -> PaceState.fresh(Duration.ofSeconds(5), now));
        List<String> turns = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            take(ledger, "one", turns);
            take(other, "another", turns);
            pass(Duration.ofSeconds(5));
        }

        assertEquals(List.of("one", "one", "one"), turns);
    }

    @Test
    void thePaceIsChangedInTheStoresTime() {
        pass(Duration.ofDays(3));
        Instant before = ledger.clock().instant();
        Instant[] seen = new Instant[1];

        PaceState after = ledger.pace(SITE, (pace, now) -> {
            seen[0] = now;
            return angry(now);
        });

        assertEquals(angry(seen[0]), after);
        assertEquals(after, before(other), "to the nanosecond");
        assertFalse(seen[0].isBefore(before) || seen[0].isAfter(other.clock().instant()));
    }

    private static void take(Ledger ledger, String name, List<String> turns) {
        ledger.pace(SITE, (pace, now) -> {
            if (pace.permitAt().isAfter(now)) {
                return pace;
            }
            turns.add(name);
            PaceState fresh = PaceState.fresh(pace.interval(), now);
            return new PaceState(
                    pace.interval(), now.plus(pace.interval()), Instant.EPOCH, fresh.incidents(), fresh.quiet());
        });
    }

    private static PaceState angry(Instant now) {
        return new PaceState(
                Duration.ofMillis(5100),
                now.plusNanos(17),
                now.plusSeconds(900),
                new PaceState.Incidents(now, 2, 3, new PaceState.QuietPeriod(40, Duration.ofSeconds(8))),
                new PaceState.Served(now.plusSeconds(1), 7));
    }

    private static PaceState before(Ledger ledger) {
        return beforeOf(ledger, SITE);
    }

    /** What is known of a site's pace; null = nothing. */
    private static PaceState beforeOf(Ledger ledger, String site) {
        PaceState[] seen = new PaceState[1];
        try {
            ledger.pace(site, (before, now) -> {
                seen[0] = before;
                throw new OnlyLooking();
            });
        } catch (OnlyLooking e) {
            return seen[0];
        }
        throw new AssertionError("an operator that fails must fail the call");
    }

    private static final class OnlyLooking extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    // ---- words for the tests ----

    long begin(String cities) {
        return ledger.begin(plan(cities), 15, false).id();
    }

    static CrawlPlan plan(String cities) {
        return plan(cities, 100);
    }

    private static CrawlPlan plan(String cities, int perCity) {
        return new CrawlPlan(SITE, "python", City.listOf(cities), perCity, "");
    }

    static List<CrawlPlan> series(String... keywords) {
        return Stream.of(keywords)
                .map(keyword -> new CrawlPlan(SITE, keyword, City.listOf("bj,sh"), 100, ""))
                .toList();
    }

    /** The numbers of the next pages. */
    private List<Integer> leased(long run, int pages) {
        return Stream.generate(() -> lease(run).page()).limit(pages).toList();
    }

    PageTask lease(long run) {
        return ledger.lease(run).orElseThrow();
    }

    private CityProgress progress(long run, String city) {
        return ledger.progress(run).stream()
                .filter(each -> each.city().equals(city))
                .findFirst()
                .orElseThrow();
    }

    private void passUntil(Instant moment) {
        pass(Duration.between(ledger.clock().instant(), moment));
    }

    private long secondsFromNow(Instant moment) {
        return Duration.between(ledger.clock().instant(), moment.plusMillis(1)).toSeconds();
    }

    static Outcome.Fetched fetched(String... titles) {
        List<Posting> rows = new ArrayList<>();
        for (String title : titles) {
            rows.add(posting("id-" + title, title, "10k-20k"));
        }
        return new Outcome.Fetched(rows, List.of(), 15, null, null);
    }

    static Posting posting(String id, String title, String salary) {
        return new Posting(
                id, title, salary, 0, BEIJING, new Posting.Details("某公司", "海淀区", "3-5年", "本科", "2026-11-01"));
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        jobs().rows(List.of(new Filter(SITE, null, List.of())), row -> titles.add(row.title()));
        return titles;
    }
}
