package paymap.cli.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Db;

/** A process of its own, because a signal ends it. */
@Timeout(120)
class ImportInterruptTest {

    private static final int ROWS = 600_000;

    @TempDir
    Path folder;

    @Test
    void ctrlCKeepsWhatIsStoredAndTheSameCommandGoesOn() throws Exception {
        Path rows = rows();
        Path db = folder.resolve("paymap.db");
        Process running = paymap(db, rows).start();
        String told;
        try (BufferedReader err = running.errorReader(UTF_8)) {
            assertTrue(err.readLine().matches("[\\d,.]+ of [\\d,.]+ MB, [\\d,]+ rows, 0 rejected"));
            new ProcessBuilder("kill", "-INT", Long.toString(running.pid()))
                    .start()
                    .waitFor();
            told = err.lines().collect(Collectors.joining("\n"));
        }

        assertEquals(130, running.waitFor());
        String stored = Db.rows(db, "SELECT count(*) FROM jobs").get(0);
        assertTrue(Integer.parseInt(stored) > 0 && Integer.parseInt(stored) < ROWS, stored);
        assertTrue(told.contains("interrupted; " + stored + " rows are stored"), told);
        assertEquals(List.of("0|interrupted"), Db.rows(db, "SELECT complete, why FROM runs"));

        assertEquals(
                0,
                paymap(db, rows)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start()
                        .waitFor());
        assertEquals(List.of(ROWS + "|" + ROWS), Db.rows(db, "SELECT count(*), sum(openings) FROM jobs"));
        assertEquals(List.of("1|"), Db.rows(db, "SELECT complete, why FROM runs"));
        assertEquals(List.of(Integer.toString(ROWS)), Db.rows(db, "SELECT count(*) FROM run_jobs"));
        assertEquals(List.of(ROWS + "|" + ROWS), Db.rows(db, "SELECT stored, fresh FROM run_cities"));
    }

    private Path rows() throws Exception {
        StringBuilder text = new StringBuilder("title,salary,city\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("made up ").append(i).append(",15k-25k,beijing\n");
        }
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    private static ProcessBuilder paymap(Path db, Path rows) {
        return new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main",
                "import",
                "--db",
                db.toString(),
                rows.toString());
    }
}
