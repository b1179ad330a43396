import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.crawl.PageTask;
import paymap.store.SqlStore;

/** Leases pages of a run that is there, and brings them in, as fast as it goes; for how long each step takes. */
final class Cycles {

    /** The times of one connection, in ns. */
    private record Times(long[] leases, long[] dones, long[] renewals) {}

    private static final Outcome.Fetched BARE = new Outcome.Fetched(List.of(), List.of("no title"), 1, null, null);
    private static final long RENEWAL = Duration.ofSeconds(15).toNanos();

    private final String db;
    private final long run;
    private final int cycles;
    private final int connections;
    private final String what;
    private final int warm;
    private final AtomicLong left;
    private final long mostNs = TimeUnit.SECONDS.toNanos(
            Long.parseLong(System.getenv().getOrDefault("MOST_SECONDS", "36000")));
    private long start = System.nanoTime();
    private double cpu = Machines.cpu();

    /**
     * After the word for this: database, run, how many, over how many connections, and what: "rows" = a page brings a full page
     * of new rows; "bare" = one row that cannot be read, so that only the ledger is at work; "lease" = pages are only taken.
     * Then perhaps how many to warm up by, over one connection; after that it says "ready" and waits for a line. MOST_SECONDS in
     * the environment ends it earlier.
     */
    Cycles(String... args) {
        this.db = args[1];
        this.run = Long.parseLong(args[2]);
        this.cycles = Integer.parseInt(args[3]);
        this.connections = Integer.parseInt(args[4]);
        this.what = args[5];
        this.warm = args.length > 6 ? Integer.parseInt(args[6]) : 0;
        this.left = new AtomicLong(cycles);
    }

    void run() throws Exception {
        List<Times> all = Machines.atOnce(connections, number -> {
            try (SqlStore store = Machines.open(db)) {
                if (warm > 0) {
                    work(store.ledger(), new AtomicLong(warm), warm);
                    begin();
                }
                return work(store.ledger(), left, cycles);
            }
        });
        Machines.print("seconds", (System.nanoTime() - start) / 1e9);
        Machines.print("cpu_ms", Machines.cpu() - cpu);
        Machines.tell("lease", all.stream().map(Times::leases).toList());
        Machines.tell("done", all.stream().map(Times::dones).toList());
        Machines.tell("renewal", all.stream().map(Times::renewals).toList());
        tellTenths("lease", all.stream().map(Times::leases).toList());
        tellTenths("done", all.stream().map(Times::dones).toList());
    }

    private static void tellTenths(String step, List<long[]> times) {
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth;
            List<long[]> part = times.stream().map(each -> tenth(each, from)).toList();
            Machines.print(step + "_p50_tenth" + (tenth + 1), Machines.percentile(part, 0.5));
            Machines.print(step + "_p99_tenth" + (tenth + 1), Machines.percentile(part, 0.99));
        }
    }

    private void begin() throws IOException {
        System.out.println("ready");
        System.in.read();
        start = System.nanoTime();
        cpu = Machines.cpu();
    }

    private static long[] tenth(long[] all, int which) {
        return Arrays.copyOfRange(all, all.length * which / 10, all.length * (which + 1) / 10);
    }

    private Times work(Ledger ledger, AtomicLong open, int most) {
        long[] leases = new long[most];
        long[] dones = new long[most];
        List<Long> renewals = new ArrayList<>();
        long renewed = System.nanoTime();
        int n = 0;
        while (open.getAndDecrement() > 0 && System.nanoTime() - start < mostNs) {
            long begun = System.nanoTime();
            if (begun - renewed > RENEWAL) {
                ledger.renew(run);
                renewed = begun;
                begun = System.nanoTime();
                renewals.add(begun - renewed);
            }
            PageTask page = ledger.lease(run).orElse(null);
            leases[n] = System.nanoTime() - begun;
            if (page == null) {
                break;
            }
            if (!what.equals("lease")) {
                Outcome.Fetched fetched = what.equals("rows") ? MadeUpSite.page(page) : BARE;
                begun = System.nanoTime();
                ledger.done(page, fetched).orElseThrow();
                dones[n] = System.nanoTime() - begun;
            }
            n++;
        }
        return new Times(
                Arrays.copyOf(leases, n),
                Arrays.copyOf(dones, n),
                renewals.stream().mapToLong(ns -> ns).toArray());
    }
}
