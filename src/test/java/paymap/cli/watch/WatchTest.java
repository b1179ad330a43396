package paymap.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Paymap;
import paymap.cli.Ran;
import paymap.cli.console.Terminal;
import paymap.crawl.CrawlPlan;
import paymap.crawl.Ledger;
import paymap.crawl.Outcome;
import paymap.job.City;
import paymap.job.Posting;
import paymap.pace.PaceState;
import paymap.store.SqliteStore;

/** Work that others do, as it is told step by step; the steps come between two looks. */
@Timeout(120)
class WatchTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final String process = "process " + ProcessHandle.current().pid();
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private SqliteStore store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        store = SqliteStore.open(db(), () -> now);
        ledger = store.ledger();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whereNothingIsUnderWayItSaysSoAndEnds() throws Exception {
        assertEquals(0, watch(false));
        assertEquals("Nothing is under way.\n", told());
    }

    @Test
    void inAPipeEachChangeIsALine() throws Exception {
        long run = begin("made up", "bj,sh");
        ledger.enqueuePages(run, "北京", 1);
        ledger.pace("made up", (before, at) -> PaceState.fresh(Duration.ofSeconds(5), at));
        steps.add(() -> now = now.plusSeconds(1)); // no change
        steps.add(() -> ledger.done(ledger.lease(run).orElseThrow(), fetched("a", "b")));
        steps.add(() -> ledger.end(run, false, "interrupted"));

        assertEquals(0, watch(false));

        assertEquals(
                List.of(
                        "Run 1: \"python\" from made up: 北京 0/20 p0, 上海 0/20 p0; " + process
                                + "; at most 12/min; about 20 s left",
                        "Run 1: \"python\" from made up: 北京 2/20 p1, 上海 0/20 p0; " + process
                                + "; at most 12/min; about 55 s left",
                        "Run 1 ended early, with 2 rows: interrupted",
                        "Nothing is under way."),
                told().lines().toList());
    }

    @Test
    void onATerminalTheLinesAreDrawnOverEachOtherAndOfEndedRunsOneStays() throws Exception {
        long run = begin("made up", "bj");
        ledger.enqueuePages(run, "北京", 1);
        steps.add(() -> ledger.done(ledger.lease(run).orElseThrow(), fetched("a")));
        steps.add(() -> {}); // nothing is drawn
        steps.add(() -> ledger.end(run, true, ""));

        assertEquals(0, watch(true));

        String bar = "\r  [--------------------] 0 %\033[K\n";
        assertEquals(
                "\r" + "Run 1: \"python\" from made up\033[K\n" + bar + "\r  北京 0/20 p0\033[K\n\r  " + process
                        + "\033[K\n\033[J"
                        + "\033[4A\r" + "Run 1: \"python\" from made up\033[K\n"
                        + "\r  [#-------------------] 5 %\033[K\n\r  北京 1/20 p1\033[K\n\r  " + process
                        + "\033[K\n\033[J"
                        + "\033[4A\033[J"
                        + "Run 1 is complete, with 1 row.\nNothing is under way.\n",
                told());
    }

    @Test
    void whatAPersonHasSeenEnoughOfEndsAsInterrupted() throws Exception {
        begin("made up", "bj");

        assertEquals(130, watch(false));
    }

    @Test
    void onlyRunsThatAreWantedAreWatched() throws Exception {
        begin("another", "bj");

        assertEquals(
                0, new Watch(terminal(false), store, run -> run.work().site().equals("made up")).until(() -> true));

        assertEquals("Nothing is under way.\n", told());
    }

    @Test
    void theCommandEndsByItselfWhenTheLastRunDoes() throws Exception {
        long run = begin("made up", "bj");
        CountDownLatch told = new CountDownLatch(1);
        Thread crawl = new Thread(() -> {
            try {
                told.await();
                ledger.end(run, true, "");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        crawl.start();
        PrintStream stream = new PrintStream(out, true, UTF_8) {
            @Override
            public void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                told.countDown();
            }
        };
        now = Instant.now(); // the command looks at its own clock

        ledger.renew(run);
        int exitCode = Paymap.run(stream, stream, "runs", "--watch", "--site", "made up", "--db", db().toString());
        crawl.join();

        assertEquals(0, exitCode, told());
        assertEquals(
                List.of(
                        "Run 1: \"python\" from made up: 北京 0/20 p0; " + process,
                        "Run 1 is complete, with 0 rows.",
                        "Nothing is under way."),
                told().lines().toList());
    }

    @Test
    void whatDoesNotGoWithItIsRefused() {
        for (String option : List.of("--json", "--last=2")) {
            Ran ran = Ran.paymap("runs", "--watch", option, "--db", db().toString());

            assertEquals(2, ran.exitCode());
            assertEquals(
                    "paymap: --watch and " + option.replaceAll("=.*", "") + " exclude each other\n",
                    ran.err().lines().findFirst().orElseThrow() + "\n");
        }
    }

    @Test
    void whatASiteIsCalledMovesNoCursor() throws Exception {
        begin("made\033[2Jup\nRun 9", "bj");

        watch(false);
        watch(true);

        assertFalse(told().contains("\033[2J"), told());
        assertTrue(told().contains("made?[2Jup?Run 9"), told());
    }

    private long begin(String site, String cities) {
        return ledger.begin(new CrawlPlan(site, "python", City.listOf(cities), 20, ""), 15, false)
                .id();
    }

    private int watch(boolean drawn) throws InterruptedException {
        return new Watch(terminal(drawn), store, run -> true).until(() -> {
            Runnable step = steps.poll();
            if (step != null) {
                step.run();
            }
            return step != null;
        });
    }

    private Terminal terminal(boolean drawn) {
        PrintStream stream = new PrintStream(out, true, UTF_8);
        return new Terminal(stream, stream, drawn, drawn, 80);
    }

    private static Outcome.Fetched fetched(String... titles) {
        List<Posting> rows = List.of(titles).stream()
                .map(title -> new Posting(
                        "id-" + title, title, "10k-20k", 0, "北京", new Posting.Details(null, null, null, null, null)))
                .toList();
        return new Outcome.Fetched(rows, List.of(), 15, null, null);
    }

    private String told() {
        return out.toString(UTF_8);
    }

    private Path db() {
        return folder.resolve("x.db");
    }
}
