package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.torture.Table;
import paymap.torture.Told;
import paymap.torture.crash.Child.Ended;

/** {@code kill -9} at random moments of an import, on both stores: the same command again brings the same rows. */
@Tag("torture")
class KilledImportTest {

    private static final int ROUNDS = Integer.getInteger("paymap.torture.imports", 8);
    private static final long SEED = Long.getLong("paymap.torture.seed", System.nanoTime() & 0xFFFFFF);
    /** More than are stored between two commits. */
    private static final int ROWS_OF_A_FILE = 400_000;

    private static final int ROWS_OF_A_SERVER = 80_000;
    private static final int MOST_KILLS = 3;
    private static final List<String> CITIES = List.of("北京", "上海", "广州", "深圳", "杭州");

    @TempDir
    Path folder;

    private final Random chance = new Random(SEED);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void theSameCommandAgainBringsTheSameRows(boolean onServer) throws Exception {
        Path file = rows(onServer ? ROWS_OF_A_SERVER : ROWS_OF_A_FILE);
        List<String> expected;
        double seconds;
        try (Base base = base(onServer, 0)) {
            Ended ended = Child.run(folder, List.of(), words(file, base));
            assertEquals(0, ended.exitCode(), ended.err());
            expected = base.jobs();
            seconds = ended.seconds();
        }
        int kills = 0;
        int partly = 0;
        List<String> wrong = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (Base base = base(onServer, round)) {
                for (int i = 1 + chance.nextInt(MOST_KILLS); i > 0; i--) {
                    kills += killed(file, base, seconds) ? 1 : 0;
                    int kept = base.isMade() ? base.jobs().size() : 0;
                    partly += kept > 0 && kept < expected.size() ? 1 : 0;
                }
                check(base, file, expected, wrong, "seed " + SEED + ", round " + round + ": ");
            }
        }
        Table table = new Table("store", "rounds", "kills", "with some of the rows kept", "wrong");
        table.add(onServer ? "PostgreSQL" : "SQLite", ROUNDS, kills, partly, wrong.size());
        table.write("killed-imports-" + (onServer ? "postgresql" : "sqlite"));
        assertEquals(List.of(), wrong);
        assertTrue(kills > ROUNDS / 2, "few met it alive: " + kills);
    }

    private void check(Base base, Path file, List<String> expected, List<String> wrong, String where) throws Exception {
        Ended ended = Child.run(folder, List.of(), words(file, base));
        Told.wrong(ended.err() + ended.out()).forEach(each -> wrong.add(where + each));
        if (ended.exitCode() != 0) {
            wrong.add(where + "exit code " + ended.exitCode() + ": " + ended.err());
        }
        if (!base.jobs().equals(expected)) {
            wrong.add(where + "other rows than of an undisturbed import: "
                    + base.jobs().size());
        }
        base.flaws().forEach(each -> wrong.add(where + each));
        List<String> left = base.rows("SELECT complete, why FROM runs WHERE complete = 0");
        left.addAll(base.rows("SELECT owner FROM run_owners"));
        if (!left.isEmpty()) {
            wrong.add(where + "left over: " + left);
        }
    }

    private boolean killed(Path file, Base base, double seconds) throws Exception {
        try (Child child = Child.start(folder, List.of(), words(file, base))) {
            long most = Math.round(seconds * 1_000);
            if (child.process().waitFor(most * 3 / 10 + chance.nextLong(most * 7 / 10), TimeUnit.MILLISECONDS)) {
                return false;
            }
            child.signal("KILL");
            return child.end().exitCode() == 128 + 9;
        }
    }

    private Base base(boolean onServer, int number) {
        return onServer ? Base.onServer() : Base.file(folder.resolve("paymap" + number + ".db"));
    }

    /** Some of one opening, some of several. */
    private Path rows(int count) throws Exception {
        StringBuilder rows = new StringBuilder("positionId,title,salary,city\n");
        for (int i = 0; i < count; i++) {
            rows.append(i)
                    .append(",虚构工程师 ")
                    .append(i * 7 / 8)
                    .append(",15k-25k,")
                    .append(CITIES.get(i % CITIES.size()))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("rows.csv"), rows);
    }

    private static List<String> words(Path file, Base base) {
        return List.of("import", "--quiet", "--db", base.name(), file.toString());
    }
}
