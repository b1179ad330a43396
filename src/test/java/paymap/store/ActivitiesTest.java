package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.crawl.Ledger;
import paymap.crawl.PageTask;
import paymap.crawl.SiteMemory;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Activity.Held;
import paymap.crawl.watch.Activity.Work;
import paymap.job.ImportSink;
import paymap.job.RunRow;
import paymap.pace.ByHand;
import paymap.pace.PaceState;
import paymap.pace.Rate;
import paymap.salary.SalaryParser;

/** What is under way, seen by a process that only looks. */
class ActivitiesTest {

    @TempDir
    Path folder;

    private final List<SqlStore> stores = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private SqlStore onlooker;

    @BeforeEach
    void open() {
        onlooker = openAs("onlooker/1@1");
    }

    @AfterEach
    void close() {
        stores.forEach(SqlStore::close);
    }

    @Test
    void nothingIsUnderWayBeforeABeginningAndAfterAnEnd() {
        assertTrue(onlooker.activity().isIdle());
        Ledger ledger = openAs("one/7@1").ledger();
        long run = ledger.begin(LedgerContract.plan("bj"), 15, false).id();
        assertFalse(onlooker.activity().isIdle());

        ledger.end(run, false, "interrupted");

        assertTrue(onlooker.activity().isIdle());
    }

    @Test
    void aCrawlShowsItsCitiesAndWhatEachProcessHolds() {
        Ledger one = openAs("one/7@1").ledger();
        Ledger other = openAs(Owner.self().toString()).ledger();
        long run = one.begin(LedgerContract.plan("bj,sh"), 15, false).id();
        other.begin(LedgerContract.plan("bj,sh"), 15, false);
        one.enqueuePages(run, "北京", 3);
        one.done(one.lease(run).orElseThrow(), LedgerContract.fetched("a", "b"));
        PageTask again = one.lease(run).orElseThrow();
        one.release(again, Duration.ZERO, true);
        one.lease(run).orElseThrow();
        other.lease(run).orElseThrow();

        Activity activity = onlooker.activity();

        assertEquals(now, activity.at());
        Work work = activity.works().get(0);
        assertEquals(RunRow.State.UNDER_WAY, work.run().standing().state());
        assertEquals(new RunRow.Brought(2, 2, 1), work.run().brought());
        assertEquals(
                List.of("北京 2/100", "上海 0/100"),
                work.cities().stream()
                        .map(city -> city.city() + " " + city.stored() + "/" + city.wanted())
                        .toList());
        assertEquals(
                List.of(
                        new Activity.Worker(ProcessHandle.current().pid(), true, List.of(new Held("北京", 3, 0))),
                        new Activity.Worker(7, false, List.of(new Held("北京", 2, 1)))),
                work.workers().stream()
                        .sorted((a, b) -> Boolean.compare(b.here(), a.here()))
                        .toList());
        assertNull(work.retryAt());
    }

    @Test
    void whoIsHeardOfNoMoreWorksOnNothing() {
        openAs("one/7@1").ledger().begin(LedgerContract.plan("bj"), 15, false);
        Ledger other = openAs("another/8@1").ledger();
        long run = other.begin(LedgerContract.plan("bj"), 15, false).id();
        now = now.plus(Owners.LEASE).minusMillis(1);
        other.renew(run);
        now = now.plusMillis(1);

        assertEquals(
                List.of(8L),
                onlooker.activity().works().get(0).workers().stream()
                        .map(Activity.Worker::pid)
                        .toList());
        now = now.plus(Owners.LEASE);
        assertTrue(onlooker.activity().isIdle());
    }

    @Test
    void aPageThatFailedTellsWhenItIsTriedAgain() {
        Ledger ledger = openAs("one/7@1").ledger();
        long run = ledger.begin(LedgerContract.plan("bj"), 15, false).id();
        ledger.enqueuePages(run, "北京", 1);
        ledger.release(ledger.lease(run).orElseThrow(), Duration.ofSeconds(8), true);

        assertEquals(now.plusSeconds(8), onlooker.activity().works().get(0).retryAt());
        now = now.plusSeconds(8);
        assertNull(onlooker.activity().works().get(0).retryAt());
    }

    @Test
    void aSiteThatIsLeftAloneIsToldWithTheReasonThoughNobodyCrawlsIt() {
        SqlStore store = openAs("one/7@1");
        Instant until = now.plusSeconds(90);
        store.ledger().pace("quiet", (before, at) -> PaceState.fresh(Duration.ofSeconds(5), at));
        store.ledger().pace("made up", (before, at) -> ByHand.blocked(PaceState.fresh(Duration.ZERO, at), until));
        store.memory("made up").write(SiteMemory.BLOCKED_BECAUSE, "HTTP 429");

        Activity activity = onlooker.activity();

        assertEquals(1, activity.blocked().size());
        assertEquals("made up", activity.blocked().get(0).site());
        assertEquals("HTTP 429", activity.blocked().get(0).reason());
        assertEquals(until, activity.blocked().get(0).state().blockedUntil());
        assertEquals(Rate.of("12/min"), activity.paceOf("quiet").orElseThrow().rate());
        now = until;
        assertEquals(List.of(), onlooker.activity().blocked());
    }

    @Test
    void aForgottenPaceIsGoneWithItsReasonAndNoOtherIs() {
        SqlStore store = openAs("one/7@1");
        store.ledger().pace("made up", (before, at) -> PaceState.fresh(Duration.ZERO, at));
        store.ledger().pace("other", (before, at) -> PaceState.fresh(Duration.ZERO, at));
        store.memory("made up").write(SiteMemory.BLOCKED_BECAUSE, "HTTP 429");

        assertTrue(store.forgetPace("made up"));
        assertFalse(store.forgetPace("made up"));

        assertEquals(Optional.empty(), onlooker.activity().paceOf("made up"));
        assertEquals(Optional.empty(), store.memory("made up").read(SiteMemory.BLOCKED_BECAUSE));
        assertTrue(onlooker.activity().paceOf("other").isPresent());
    }

    @Test
    void anImportShowsTheRowsThatOthersCanSee() {
        ImportSink sink = openAs(Owner.self().toString()).importSink("files");
        sink.put(List.of(row("a"), row("b")));
        assertTrue(onlooker.activity().isIdle(), "nothing is committed");
        sink.commit();
        sink.put(List.of(row("c")));

        Work work = onlooker.activity().works().get(0);

        assertEquals(RunRow.Kind.IMPORT, work.run().kind());
        assertEquals(2, work.run().brought().rows());
        assertEquals(List.of(), work.cities());
        assertEquals(1, work.workers().size());
        sink.end(true, "");
        assertTrue(onlooker.activity().isIdle());
    }

    private static ImportSink.Entry row(String title) {
        return new ImportSink.Entry(
                "files",
                "java",
                LedgerContract.posting("id-" + title, title, "10k-20k"),
                SalaryParser.parse("10k-20k"),
                false);
    }

    private SqlStore openAs(String owner) {
        SqlStore store = SqliteStore.open(EmptyDatabase.at(folder.resolve("x.db")), () -> now, owner);
        stores.add(store);
        return store;
    }
}
