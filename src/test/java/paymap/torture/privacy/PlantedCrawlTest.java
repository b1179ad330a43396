package paymap.torture.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.cli.SandboxKey;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.Era;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.Told;
import paymap.torture.site.DamagedSite;

/** A crawl of a site whose every reply is full of markers, whole and malformed, in each era. */
class PlantedCrawlTest {

    private static final int CITIES = 4;
    private static final int PER_CITY = 100;
    private static final int CRAWLS_AT_ONCE = 4;

    /** A crawl waits after broken replies, so not all of some thousand are sent; an import reads each of them. */
    private static final int ONE_IN = 7;

    private static final int REPLIES_A_CRAWL = 20;

    @TempDir
    Path folder;

    private final Markers markers = new Markers();

    @ParameterizedTest
    @EnumSource(Era.class)
    void markersInAllThatASiteSendsAreNowhereAfterACrawl(Era era) throws Exception {
        UnaryOperator<String> everywhere = text -> new PlantedJson(sample(text), markers).everywhere();

        Ran ran = crawled(era, folder, everywhere, "--per-city", "" + PER_CITY);

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(List.of("" + CITIES * PER_CITY), Db.rows(database(folder), "SELECT count(*) FROM jobs"));
        assertTrue(markers.planted() > 10_000, "only " + markers.planted() + " markers");
        assertEquals(Map.of(), searched(folder, ran).found());
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    void someMalformedRepliesAreToldWithoutTheirText(Era era) throws Exception {
        Deque<String> malformed = malformed(era, 97);
        Ran ran = crawled(era, folder, oneInThree(malformed), "--per-city", "" + PER_CITY);

        assertTrue(ran.exitCode() == 0 || ran.exitCode() == 3, ran.err());
        assertEquals(Map.of(), searched(folder, ran).found());
    }

    @ParameterizedTest
    @EnumSource(Era.class)
    @Tag("torture")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void manyMalformedRepliesAreToldWithoutTheirText(Era era) throws Exception {
        List<String> malformed = new ArrayList<>(malformed(era, ONE_IN));
        List<String> wrong = new ArrayList<>();
        AtomicInteger sent = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CRAWLS_AT_ONCE);
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int from = 0; from < malformed.size(); from += REPLIES_A_CRAWL) {
                List<String> some = malformed.subList(from, Math.min(malformed.size(), from + REPLIES_A_CRAWL));
                Path own = Files.createDirectories(folder.resolve("crawl" + from));
                running.add(threads.submit(() -> crawledMalformed(era, own, some, sent)));
            }
            for (Future<List<String>> each : running) {
                wrong.addAll(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        Table table = new Table("era", "malformed replies", "sent", "crawls", "found");
        int crawls = (malformed.size() + REPLIES_A_CRAWL - 1) / REPLIES_A_CRAWL;
        table.add(era, malformed.size(), sent, crawls, wrong.isEmpty() ? "nothing" : wrong);
        table.write("privacy-crawl-" + era);
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
        assertTrue(sent.get() > malformed.size() / 2, "only " + sent + " were sent");
    }

    private List<String> crawledMalformed(Era era, Path own, List<String> malformed, AtomicInteger sent)
            throws Exception {
        Deque<String> left = new ArrayDeque<>(malformed);
        List<String> wrong = new ArrayList<>();
        Ran ran = crawled(era, own, oneInThree(left), "--per-city", "450");
        sent.addAndGet(malformed.size() - left.size());
        searched(own, ran).found().forEach((where, places) -> wrong.add(where + ": " + places));
        Told.wrong(ran.out() + ran.err()).forEach(bad -> wrong.add(bad + ": " + ran.err()));
        return wrong;
    }

    /** Every third reply is the next of the malformed ones, so that the crawl goes on. */
    private static UnaryOperator<String> oneInThree(Deque<String> malformed) {
        int[] number = new int[1];
        return text -> number[0]++ % 3 == 2 && !malformed.isEmpty() ? malformed.pop() : text;
    }

    private Deque<String> malformed(Era era, int oneIn) throws Exception {
        String[] reply = new String[1];
        crawled(era, folder, text -> reply[0] = text, "--per-city", "15");
        Files.delete(database(folder));
        Deque<String> all = new ArrayDeque<>(
                new PlantedJson(sample(reply[0]), markers).oneByOne().values());
        int[] seen = new int[1];
        all.removeIf(text -> seen[0]++ % oneIn != 0);
        return all;
    }

    private static Sample sample(String text) {
        return text.contains("\"pageProps\"") ? PlantedSite.data(text) : PlantedSite.reply(text);
    }

    private Ran crawled(Era era, Path own, UnaryOperator<String> rows, String... more) throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withEra(era);
        try (SandboxSite sound = SandboxSite.start(options);
                DamagedSite site =
                        new DamagedSite(sound.uri(), new PlantedSite(markers, rows).fault(), asked -> true)) {
            List<String> args = new ArrayList<>(List.of(
                    "crawl",
                    "--cities",
                    "bj,sh,gz,sz",
                    "--rate",
                    "max",
                    "--max-wait",
                    "1s",
                    "--verbose",
                    "--site",
                    site.uri().toString(),
                    "--db",
                    database(own).toString(),
                    "--site-key",
                    SandboxKey.in(own),
                    "--site-iv",
                    SandboxSite.IV));
            args.addAll(List.of(more));
            return Ran.paymap(args.toArray(String[]::new));
        }
    }

    private Written searched(Path own, Ran ran) throws Exception {
        Written written = new Written(markers);
        written.said("stdout", ran.out());
        written.said("stderr", ran.err());
        for (List<String> command : List.of(List.of("runs", "--verbose"), List.of("doctor", "--json"))) {
            List<String> args = new ArrayList<>(command);
            args.addAll(List.of("--db", database(own).toString()));
            Ran told = Ran.paymap(args.toArray(String[]::new));
            written.said(command.get(0), told.out() + told.err());
        }
        written.below(own);
        return written;
    }

    private static Path database(Path own) {
        return own.resolve("paymap.db");
    }
}
