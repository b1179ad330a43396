package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.torture.Table;
import paymap.torture.crash.KillRound.Result;

/** {@code kill -9} at random moments of a crawl, on both stores: what goes on afterwards is as if nothing had been. */
@Tag("torture")
class KillTest {

    private static final int ROUNDS = Integer.getInteger("paymap.torture.kills", 200);
    private static final long SEED = Long.getLong("paymap.torture.seed", System.nanoTime() & 0xFFFFFF);
    private static final int AT_ONCE = 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whatIsKilledAtAnyMomentGoesOnToTheSameRows() throws Exception {
        List<Result> results = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<String> expected = KillRound.undisturbed(folder.resolve("undisturbed"));
            List<Future<Result>> running = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                KillRound round = KillRound.of(SEED, i);
                Path own = folder.resolve("round" + i);
                running.add(threads.submit(() -> round.run(own, expected)));
            }
            for (Future<Result> each : running) {
                results.add(each.get());
            }
        } finally {
            threads.shutdownNow();
            write(results);
        }
        List<String> wrong = results.stream()
                .filter(result -> !result.wrong().isEmpty())
                .map(result -> "seed " + SEED + ", " + result)
                .toList();
        assertTrue(wrong.isEmpty(), wrong.size() + " of " + results.size() + ":\n" + String.join("\n", wrong));
        assertEquals(ROUNDS, results.size());
        assertTrue(results.stream().mapToInt(Result::kills).sum() > ROUNDS / 2, "few met it alive");
    }

    private static void write(List<Result> results) throws Exception {
        Table table = new Table(
                "store, threads, replies",
                "rounds",
                "kills",
                "before the first page",
                "rows kept, from",
                "to",
                "pages asked for",
                "again",
                "at most",
                "wrong");
        Map<String, List<Result>> kinds = new TreeMap<>();
        for (Result result : results) {
            KillRound round = result.round();
            String kind = String.format(
                    "%s, %d, %s",
                    round.onServer() ? "PostgreSQL" : "SQLite", round.threads(), round.slow() ? "slow" : "quick");
            kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(result);
        }
        kinds.put("all, seed " + SEED, results);
        kinds.forEach((kind, some) -> table.add(
                kind,
                some.size(),
                some.stream().mapToInt(Result::kills).sum(),
                some.stream().mapToInt(Result::early).sum(),
                some.stream().mapToInt(Result::kept).min().orElse(0),
                some.stream().mapToInt(Result::kept).max().orElse(0),
                some.stream().mapToInt(Result::pages).sum(),
                some.stream().mapToInt(Result::again).sum(),
                some.stream().mapToInt(Result::again).max().orElse(0),
                some.stream().filter(result -> !result.wrong().isEmpty()).count()));
        table.write("kills");
    }
}
