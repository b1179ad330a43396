import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import paymap.crawl.CrawlListener;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.Ledger;
import paymap.crawl.engine.Crawler;
import paymap.job.City;
import paymap.pace.PaceState;
import paymap.pace.Pacer;
import paymap.pace.Rate;
import paymap.store.PostgresStore;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase.Absence;

/** One process at work on a ledger, for bench/machines/run. Prints lines of name=value. */
public final class Machines {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Machines() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "crawl" -> crawl(args[1], Integer.parseInt(args[2]));
            case "cycles" -> new Cycles(args).run();
            case "turns" -> turns(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]), args[4]);
            case "make" -> open(args[1]).close();
            case "begin" -> begin(args[1]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static SqlStore open(String db) {
        return PostgresAddress.isOne(db)
                ? PostgresStore.open(PostgresAddress.of(db), new Absence(PATIENCE, () -> {}))
                : SqliteStore.open(Path.of(db), PATIENCE, () -> {});
    }

    // ---- a whole crawl of a site that costs nothing ----

    private static final int PAGES = 30;
    private static final CrawlPlan SHARED = new CrawlPlan("made up", "shared", cities(300), PAGES * MadeUpSite.PAGE, "");

    private static List<City> cities(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new City("c" + i, "city" + i, "城" + i, "城" + i))
                .toList();
    }

    /** Puts all pages in the ledger beforehand, so that what is measured is the same at the start and later. */
    private static void begin(String db) {
        try (SqlStore store = open(db)) {
            long run = store.ledger().begin(SHARED, MadeUpSite.PAGE, false).id();
            SHARED.cities().forEach(city -> store.ledger().enqueuePages(run, city.chinese(), PAGES));
        }
    }

    /** Warms up by itself, says "ready", waits for a line, and takes part in the plan of all for some seconds. */
    private static void crawl(String db, int seconds) throws Exception {
        try (SqlStore store = open(db)) {
            String own = "warm" + ProcessHandle.current().pid();
            crawler(store).run(new CrawlPlan(own, own, cities(2), 15 * MadeUpSite.PAGE, ""));
            System.out.println("ready");
            System.in.read();
            long start = System.nanoTime();
            double cpu = cpu();
            Crawler crawler = crawler(store);
            Thread end = new Thread(() -> stopAfter(crawler, seconds));
            end.setDaemon(true);
            end.start();
            CrawlReport report = crawler.run(SHARED);
            print("pages", report.tally().pages());
            print("seconds", (System.nanoTime() - start) / 1e9);
            print("cpu_ms", cpu() - cpu);
        }
    }

    private static void stopAfter(Crawler crawler, int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
            crawler.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Crawler crawler(SqlStore store) {
        Crawler.Settings settings = new Crawler.Settings(Rate.MAX, Duration.ofMinutes(1), true, false);
        CrawlListener deaf = new CrawlListener() {
            @Override
            public void begun(Ledger.Run run) {}

            @Override
            public void status(Status status) {}

            @Override
            public void decided(String line) {}
        };
        return Crawler.withThreads(
                new MadeUpSite(store.ledger().clock()), store.ledger(), 4, settings, new Random(1), deaf);
    }

    // ---- turns at one pace ----

    private static void turns(String db, int contenders, int seconds, String addedMs) throws Exception {
        double added = Double.parseDouble(addedMs);
        int port = Integer.parseInt(db.replaceFirst(".*:(\\d+)/.*", "$1"));
        try (DelayProxy proxy = new DelayProxy(port, (long) (added * 1e6))) {
            String through = added == 0 ? db : db.replace(":" + port + "/", ":" + proxy.port() + "/");
            print("roundtrip_ms", roundTrip(through));
            List<SqlStore> stores = new ArrayList<>();
            for (int i = 0; i < contenders; i++) {
                stores.add(open(through));
            }
            atOnce(contenders, number -> take(stores.get(number).ledger(), after(1))); // to warm up
            long end = after(seconds);
            List<long[]> all = atOnce(contenders, number -> take(stores.get(number).ledger(), end));
            stores.forEach(SqlStore::close);
            print("turns", all.stream().mapToLong(each -> each.length).sum() / (double) seconds);
            print("fewest", all.stream().mapToInt(each -> each.length).min().orElse(0));
            print("most", all.stream().mapToInt(each -> each.length).max().orElse(0));
            tell("turn", all);
        }
    }

    private static long after(int seconds) {
        return System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** How long each turn took, in ns. */
    private static long[] take(Ledger ledger, long end) {
        Pacer pacer = new Pacer(Rate.MAX, Duration.ZERO, new Random(1));
        List<Long> waits = new ArrayList<>();
        long start = System.nanoTime();
        while (start < end) {
            ledger.pace(
                    "turns",
                    (before, now) ->
                            pacer.acquired(before == null ? PaceState.fresh(Duration.ZERO, now) : before, now));
            long now = System.nanoTime();
            waits.add(now - start);
            start = now;
        }
        return waits.stream().mapToLong(wait -> wait).toArray();
    }

    private static double roundTrip(String db) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:" + db.replaceFirst("//[^@]*@", "//"), "bench", "")) {
            long[] times = new long[100];
            try (var statement = connection.createStatement()) {
                for (int i = 0; i < times.length; i++) {
                    long start = System.nanoTime();
                    statement.executeQuery("SELECT 1").close();
                    times[i] = System.nanoTime() - start;
                }
            }
            return percentile(List.of(times), 0.5);
        }
    }

    // ---- for all ----

    interface Work<T> {
        T of(int number) throws Exception;
    }

    static <T> List<T> atOnce(int threads, Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(() -> work.of(number));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(all)) {
                done.add(each.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What this process has used of the processors, in ms of a core. */
    static double cpu() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }

    static void tell(String step, List<long[]> times) {
        print(step + "_n", times.stream().mapToLong(each -> each.length).sum());
        print(step + "_p50", percentile(times, 0.5));
        print(step + "_p99", percentile(times, 0.99));
        print(step + "_max", percentile(times, 1));
    }

    /** In ms. */
    static double percentile(List<long[]> times, double part) {
        long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, Math.floor(part * all.length))] / 1e6;
    }

    static void print(String name, Number value) {
        System.out.println(name + "=" + (value instanceof Double ? String.format("%.4f", value) : value));
    }
}
