package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.Told;
import paymap.torture.crash.Child.Ended;

/**
 * A crawl that is stopped in the middle of its work for longer than it may keep its pages, as the lid of a notebook does it;
 * another takes them over, and then the first wakes up.
 */
@Tag("torture")
@Timeout(1500)
class AsleepTest {

    private static final int ROUNDS = 12;
    private static final int PER_CITY = 60;
    private static final Duration LATENCY = Duration.ofMillis(150);

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final Table table = new Table(
            "store, threads",
            "rows when it fell asleep",
            "pages taken over",
            "the other: exit",
            "it, awake: exit",
            "what it says",
            "rows");

    @Test
    void whoWakesUpTooLateChangesNothing() throws Exception {
        List<String> expected = KillRound.undisturbed(folder.resolve("undisturbed"));
        for (int round = 0; round < ROUNDS; round++) {
            try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults().withLatency(LATENCY));
                    Base base = round % 2 == 0 ? Base.file(folder.resolve(round + ".db")) : Base.onServer()) {
                int threads = new int[] {1, 4, 16}[round / 2 % 3];
                tried(round, site, base, threads, expected);
            }
        }
        table.write("asleep");
        assertTrue(wrong.isEmpty(), wrong.size() + ":\n" + String.join("\n", wrong));
    }

    private void tried(int round, SandboxSite site, Base base, int threads, List<String> expected) throws Exception {
        List<String> words = KillRound.words(site, base, threads);
        try (Child first = Child.start(folder, List.of(), words)) {
            first.runUntil(() -> site.counters().pages() > 3);
            int taken = asleep(first, base);
            int rows = base.jobs().size();
            Ended other = Child.run(folder, List.of(), words);
            List<String> then = base.jobs();
            first.signal("CONT");
            Ended late = first.end();
            String what = (base.isFile() ? "SQLite, " : "PostgreSQL, ") + threads;
            table.add(
                    what,
                    rows,
                    taken,
                    other.exitCode(),
                    late.exitCode(),
                    late.firstLine(),
                    base.jobs().size());
            require(other.exitCode() == 0 && then.equals(expected), what + ": the other: " + then.size() + other.err());
            require(late.exitCode() == 0, what + ": awake: " + late.exitCode() + late.err());
            require(Told.wrong(late.err() + late.out()).isEmpty(), what + ": awake: " + late.err());
            require(base.jobs().equals(expected), what + ": other rows than of an undisturbed crawl");
            require(base.flaws().isEmpty(), what + ": " + base.flaws());
            require(base.rows("SELECT complete FROM runs").equals(List.of("1")), what + ": its run");
            require(base.rows("SELECT 1 FROM run_owners").isEmpty(), what + ": it did not leave");
        }
    }

    /** As if a minute had gone by since; where it holds the database itself it is woken once more. @return its pages */
    private static int asleep(Child first, Base base) throws Exception {
        for (int tries = 0; ; tries++) {
            first.signal("STOP");
            TimeUnit.MILLISECONDS.sleep(20); // until all its threads do
            try {
                int pages =
                        base.rows("SELECT 1 FROM pages WHERE state = 'LEASED'").size();
                base.run("UPDATE pages SET lease_until = 1 WHERE state = 'LEASED'");
                base.run("UPDATE run_owners SET alive_until = 1");
                return pages;
            } catch (SQLException e) {
                first.signal("CONT");
                assertTrue(tries < 100, e.getMessage());
            }
        }
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(otherwise);
        }
    }
}
