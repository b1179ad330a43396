package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.job.Posting;
import paymap.pace.PaceState;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.postgres.TestServer;

/** Several connections that write at the same moment, again and again: nothing is lost and nothing is there twice. */
class ManyWritersTest {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 25;

    private final List<SqlStore> stores = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final CyclicBarrier together = new CyclicBarrier(WRITERS);

    @BeforeEach
    void open() {
        PostgresAddress address = TestServer.database();
        for (int i = 0; i < WRITERS; i++) {
            stores.add(PostgresStore.open(address, new Absence(Duration.ofSeconds(20), () -> {})));
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        stores.forEach(SqlStore::close);
    }

    @Test
    void noTurnIsTakenTwice() throws Exception {
        atOnce(writer -> {
            for (int turn = 0; turn < ROUNDS; turn++) {
                together.await(1, TimeUnit.MINUTES);
                writer.store()
                        .ledger()
                        .pace(
                                "made up",
                                (before, now) -> before == null
                                        ? PaceState.fresh(Duration.ofNanos(1), now)
                                        : new PaceState(
                                                before.interval().plusNanos(1),
                                                before.nextPermit(),
                                                before.blockedUntil(),
                                                before.incidents(),
                                                before.quiet()));
            }
            return true;
        });

        PaceState after = stores.get(0)
                .ledger()
                .pace("made up", (before, now) -> before == null ? PaceState.fresh(Duration.ZERO, now) : before);
        assertEquals(WRITERS * ROUNDS, after.interval().toNanos());
    }

    @Test
    void noPageIsHeldTwice() throws Exception {
        Ledger ledger = stores.get(0).ledger();
        long run = ledger.begin(plan("python"), 15, false).id();
        ledger.enqueuePages(run, "北京", WRITERS * ROUNDS);

        List<List<Integer>> held = atOnce(writer -> {
            List<Integer> pages = new ArrayList<>();
            for (int page = 0; page < ROUNDS; page++) {
                together.await(1, TimeUnit.MINUTES);
                writer.store().ledger().lease(run).map(PageTask::page).ifPresent(pages::add);
            }
            return pages;
        });

        List<Integer> all = held.stream().flatMap(List::stream).toList();
        assertEquals(all.size(), new HashSet<>(all).size(), all.toString());
        assertEquals(WRITERS * ROUNDS, all.size());
    }

    @Test
    void whoBeginsAtTheSameMomentSharesOneRun() throws Exception {
        List<List<Long>> begun = atOnce(writer -> {
            List<Long> runs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                together.await(1, TimeUnit.MINUTES);
                runs.add(writer.store()
                        .ledger()
                        .begin(plan("word" + round), 15, false)
                        .id());
            }
            return runs;
        });

        assertEquals(1, new HashSet<>(begun).size(), begun.toString());
        assertEquals(ROUNDS, stores.get(0).runs().size());
    }

    @Test
    void whoBeginsASeriesAtTheSameMomentSharesItsRuns() throws Exception {
        List<List<List<Long>>> begun = atOnce(writer -> {
            List<List<Long>> series = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                together.await(1, TimeUnit.MINUTES);
                List<CrawlPlan> plans =
                        new ArrayList<>(List.of(plan("a" + round), plan("b" + round), plan("c" + round)));
                Collections.rotate(plans, writer.number()); // each names them in an order of its own
                List<Long> runs = new ArrayList<>(writer.store().ledger().begin(plans, 15, false));
                Collections.rotate(runs, -writer.number());
                series.add(runs);
            }
            return series;
        });

        assertEquals(1, new HashSet<>(begun).size(), begun.toString());
        assertEquals(3 * ROUNDS, stores.get(0).runs().size());
    }

    @Test
    void theSameRowsOfSeveralRunsAreThereOnceWhicheverOrderTheyComeIn() throws Exception {
        atOnce(writer -> {
            Ledger ledger = writer.store().ledger();
            Random random = new Random(writer.number());
            for (int round = 0; round < ROUNDS; round++) {
                long run = ledger.begin(plan(writer.number() + " " + round), 15, false)
                        .id();
                ledger.enqueuePages(run, "北京", 1);
                PageTask page = ledger.lease(run).orElseThrow();
                together.await(1, TimeUnit.MINUTES);
                ledger.done(
                        page, new Outcome.Fetched(rows(round, writer.number() > 0, random), List.of(), 15, null, null));
            }
            return true;
        });

        List<PayGroup> pay = stores.get(0).payGroups(new Filter("made up", null, List.of()));
        assertEquals(15L * ROUNDS, pay.stream().mapToLong(PayGroup::rows).sum());
        assertEquals(15L * ROUNDS, pay.stream().mapToLong(PayGroup::openings).sum());
        assertEquals(List.of("1k-2k"), pay.stream().map(PayGroup::salary).toList());
    }

    /** Fifteen positions; the pay that one who hides leaves out, the first writer tells. */
    private static List<Posting> rows(int round, boolean hides, Random random) {
        List<Posting> rows = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            String id = Integer.toString(1_000 + 15 * round + i);
            boolean hidden = hides && random.nextInt(3) == 0;
            rows.add(new Posting(id, "title " + id, hidden ? "" : "1k-2k", 0, "北京", Posting.Details.NONE));
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    private static CrawlPlan plan(String keyword) {
        return new CrawlPlan("made up", keyword, City.listOf("bj"), 100, "");
    }

    private record Writer(int number, SqlStore store) {}

    private interface Work<T> {
        T of(Writer writer) throws Exception;
    }

    private <T> List<T> atOnce(Work<T> work) throws Exception {
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Writer writer = new Writer(i, stores.get(i));
            all.add(() -> work.of(writer));
        }
        List<T> done = new ArrayList<>();
        for (Future<T> each : threads.invokeAll(all)) {
            done.add(each.get());
        }
        return done;
    }
}
