package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.crash.Child.Ended;

/**
 * What a power cut can leave of an SQLite file: all that was told to be on the disk, and any beginning of what was written to
 * the {@code -wal} since. Whatever that is, it is what was committed up to some moment, whole and sound.
 */
@Tag("torture")
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class PowerCutTest {

    private static final int MOMENTS = Integer.getInteger("paymap.torture.moments", 16);
    private static final int AT_THE_START = 4; // while the tables are made
    private static final int CUTS = 12;
    private static final long SEED = Long.getLong("paymap.torture.seed", System.nanoTime() & 0xFFFFFF);

    private static final List<String> TABLES = List.of(
            "SELECT * FROM jobs ORDER BY id",
            "SELECT * FROM openings ORDER BY 1, 2",
            "SELECT * FROM runs ORDER BY id",
            "SELECT * FROM run_jobs ORDER BY 1, 2",
            "SELECT * FROM run_cities ORDER BY 1, 2",
            "SELECT * FROM pages ORDER BY 1, 2, 3",
            "SELECT * FROM pace ORDER BY 1");

    @TempDir
    Path folder;

    private final Random chance = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();
    private final Table table = new Table(
            "moment",
            "rows of then",
            "KB of -wal",
            "transactions in it",
            "cuts",
            "rows left, from",
            "to",
            "crawled on: exit",
            "rows");

    @Test
    void whatIsLeftIsWhatWasCommittedUpToSomeMoment() throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withLatency(Duration.ofMillis(30));
        try (SandboxSite site = SandboxSite.start(options)) {
            Path db = folder.resolve("paymap.db");
            List<Path> moments = new ArrayList<>();
            try (Child crawl = Child.start(folder, List.of(), words(site, db))) {
                Path wal = Wal.beside(db, "-wal");
                crawl.runUntil(() -> Files.exists(wal) && Files.size(wal) > 0);
                for (int i = 0; i < AT_THE_START; i++) {
                    moments.add(moment(crawl, db, moments.size()));
                    TimeUnit.MICROSECONDS.sleep(chance.nextInt(80_000));
                }
                while (moments.size() < MOMENTS) {
                    long wanted = site.counters().pages() + 1 + chance.nextInt(9);
                    if (!crawl.isUntil(() -> site.counters().pages() >= wanted)) {
                        break;
                    }
                    TimeUnit.MICROSECONDS.sleep(chance.nextInt(30_000));
                    moments.add(moment(crawl, db, moments.size()));
                }
                assertEquals(0, crawl.end().exitCode(), crawl.told());
            }
            Base whole = Base.file(db);
            for (Path moment : moments) {
                tried(moment, new HashSet<>(whole.jobs()), site);
            }
            assertTrue(moments.size() > MOMENTS / 2, "it was too quick: " + moments.size());
        } finally {
            table.write("power-cuts");
        }
        assertTrue(wrong.isEmpty(), "seed " + SEED + ", " + wrong.size() + ":\n" + String.join("\n", wrong));
    }

    /** The files as they are at one moment: who writes them stands still meanwhile. */
    private Path moment(Child crawl, Path db, int number) throws Exception {
        Path copy = Files.createDirectory(folder.resolve("moment" + number)).resolve("paymap.db");
        crawl.signal("STOP");
        TimeUnit.MILLISECONDS.sleep(20); // until all its threads do
        for (String ending : List.of("", "-wal", "-shm")) {
            Path file = Wal.beside(db, ending);
            if (Files.exists(file)) {
                Files.copy(file, Wal.beside(copy, ending));
            }
        }
        crawl.signal("CONT");
        return copy;
    }

    private void tried(Path moment, Set<String> all, SandboxSite site) throws Exception {
        Wal wal = Wal.of(moment);
        TreeSet<Integer> left = new TreeSet<>();
        int rows = 0;
        for (int cut = 0; cut <= CUTS; cut++) {
            int length = cut == CUTS
                    ? wal.bytes().length
                    : cut == 0 ? wal.safe() : wal.safe() + chance.nextInt(wal.end() - wal.safe() + 1);
            Path copy =
                    Files.createDirectory(moment.resolveSibling("cut" + cut)).resolve("paymap.db");
            String what = moment.getParent().getFileName() + ", cut " + cut + " at " + length + " of " + wal.end();
            wal.cut(length, copy);
            if (cut % 3 == 2) { // the last blocks came, and one before them did not
                length = wal.torn(copy, length, chance);
            }
            rows = count(copy, all, what);
            left.add(rows);
            Path exact =
                    Files.createDirectory(moment.resolveSibling("exact" + cut)).resolve("paymap.db");
            wal.cut(wal.whole(length), exact);
            require(state(copy).equals(state(exact)), what + ": not what was committed");
        }
        Path first = moment.resolveSibling("cut" + chance.nextInt(CUTS)).resolve("paymap.db");
        Ended ended = Child.run(folder, List.of(), words(site, first));
        require(ended.exitCode() == 0, "it does not go on: " + ended.err());
        int whole = count(first, all, "crawled on");
        require(whole == all.size(), whole + " rows after all");
        table.add(
                moment.getParent().getFileName(),
                rows,
                wal.bytes().length >> 10,
                wal.commits().size(),
                CUTS + 1,
                left.first(),
                left.last(),
                ended.exitCode(),
                whole);
    }

    private int count(Path db, Set<String> all, String what) throws Exception {
        Base base = Base.file(db);
        if (!base.isMade()) {
            require(base.rows("PRAGMA integrity_check").equals(List.of("ok")), what + ": not sound");
            return 0;
        }
        require(base.flaws().isEmpty(), what + ": " + base.flaws());
        List<String> rows = base.rows("SELECT city, title, salary FROM jobs");
        Set<String> known = new HashSet<>();
        all.forEach(row -> known.add(row.substring(0, row.lastIndexOf('|'))));
        require(known.containsAll(rows), what + ": rows that nobody stored");
        return rows.size();
    }

    private static List<List<String>> state(Path db) throws Exception {
        Base base = Base.file(db);
        List<List<String>> state = new ArrayList<>();
        state.add(base.rows("SELECT name FROM sqlite_master ORDER BY name"));
        if (base.isMade()) {
            for (String query : TABLES) {
                state.add(base.rows(query));
            }
        }
        return state;
    }

    private static List<String> words(SandboxSite site, Path db) {
        return List.of(
                "crawl",
                "--cities",
                "bj,sh,gz,sz",
                "--per-city",
                "300",
                "--rate",
                "max",
                "--era",
                "classic",
                "--quiet",
                "--site",
                site.uri().toString(),
                "--db",
                db.toString());
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(otherwise);
        }
    }
}
