import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.job.City;
import paymap.job.Posting;
import paymap.store.PostgresStore;
import paymap.store.SqliteStore;
import paymap.store.Store;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase.Absence;

/**
 * Begins a crawl of 20 keywords in 300 cities, puts 30 pages of each in the ledger, and works on some of them: how long
 * beginning takes, taking a page, storing it, and looking at the progress of a run.
 *
 * <p>{@code java -cp target/paymap.jar bench/LedgerSpeed.java NEW.db} or {@code postgresql://...}, an empty database.
 */
public final class LedgerSpeed {

    private static final int KEYWORDS = 20;
    private static final int CITIES = 300;
    private static final int PAGES = 30;
    private static final int CYCLES = 2_000;
    private static final int LOOKS = 200;

    private LedgerSpeed() {}

    public static void main(String[] args) {
        try (Store store = PostgresAddress.isOne(args[0])
                ? PostgresStore.open(PostgresAddress.of(args[0]), new Absence(Duration.ofSeconds(20), () -> {}))
                : SqliteStore.open(Path.of(args[0]))) {
            measure(store.ledger());
        }
    }

    private static void measure(Ledger ledger) {
        List<CrawlPlan> plans = IntStream.range(0, KEYWORDS)
                .mapToObj(i -> new CrawlPlan("made up", "keyword" + i, City.ALL.subList(0, CITIES), CrawlPlan.WHOLE, ""))
                .toList();
        long start = System.nanoTime();
        List<Long> runs = ledger.begin(plans, 15, false);
        tell("begin of %,d pieces: %d ms", KEYWORDS * CITIES, since(start));
        start = System.nanoTime();
        ledger.begin(plans, 15, false);
        tell("the same once more, which finds them: %d ms", since(start));
        start = System.nanoTime();
        for (long run : runs) {
            ledger.enter(run);
            plans.get(0).cities().forEach(city -> ledger.enqueuePages(run, city.chinese(), PAGES));
        }
        tell("%,d pages put in: %,d ms", KEYWORDS * CITIES * PAGES, since(start));
        work(ledger, runs);
        look(ledger, runs.get(0));
    }

    private static void work(Ledger ledger, List<Long> runs) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] lease = new long[CYCLES];
        long[] own = new long[CYCLES];
        long[] done = new long[CYCLES];
        for (int i = 0; i < CYCLES; i++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            PageTask page = ledger.lease(runs.get(i % runs.size())).orElseThrow();
            lease[i] = System.nanoTime() - start;
            own[i] = threads.getCurrentThreadCpuTime() - cpu;
            start = System.nanoTime();
            ledger.done(page, fetched(page)).orElseThrow();
            done[i] = System.nanoTime() - start;
        }
        tell("lease: %s", percentiles(lease));
        tell("lease, of this process's time: %s", percentiles(own));
        tell("done, with 15 rows: %s", percentiles(done));
    }

    private static Outcome.Fetched fetched(PageTask page) {
        List<Posting> rows = IntStream.range(0, 15)
                .mapToObj(i -> new Posting(
                        page.run() + "-" + page.city() + "-" + page.page() + "-" + i,
                        page.keyword() + " " + page.page() + " " + i,
                        "10k-20k",
                        0,
                        page.city(),
                        Posting.Details.NONE))
                .toList();
        return new Outcome.Fetched(rows, List.of(), 15, 450, null);
    }

    private static void look(Ledger ledger, long run) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < LOOKS; i++) {
            ledger.progress(run);
        }
        tell(
                "progress of %d cities: %.1f ms, %.1f ms of this process's time",
                CITIES,
                (System.nanoTime() - start) / 1e6 / LOOKS,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / LOOKS);
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        return "p50 %.2f ms, p99 %.2f ms, most %.1f ms"
                .formatted(nanos[CYCLES / 2] / 1e6, nanos[CYCLES * 99 / 100] / 1e6, nanos[CYCLES - 1] / 1e6);
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void tell(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
