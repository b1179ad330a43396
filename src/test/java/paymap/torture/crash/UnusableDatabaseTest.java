package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import paymap.torture.Table;
import paymap.torture.Told;
import paymap.torture.crash.Child.Ended;

/** A sound database that cannot be used: read-only, on a full disk, held by somebody else. */
@Timeout(900)
class UnusableDatabaseTest {

    private static final Set<String> WRITING = Set.of("crawl", "import", "forget");

    @TempDir
    Path folder;

    private Path own;
    private Path db;
    private Path rows;

    @BeforeEach
    void aDatabaseWithARow() throws Exception {
        rows = Files.writeString(folder.resolve("rows.csv"), "title,salary,city\nmade up,15k-25k,beijing\n");
        own = Files.createDirectory(folder.resolve("own"));
        db = own.resolve("paymap.db");
        assertEquals(0, Ran.imported(db, rows, "--site", "a").exitCode());
    }

    @Test
    void aReadOnlyFileIsToldToACrawlAndStaysAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(db);
        readOnly("r--r--r--", "r-xr-xr-x");

        Ended crawl = ended(Child.startPlain(folder, ordinary(), crawl("sandbox", db)));

        assertEquals("paymap: the database " + db + " is read-only for you; it must be writable\n", crawl.err());
        assertEquals(1, crawl.exitCode());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(db));
    }

    @Test
    void aFullDiskIsToldToACrawl() throws Exception {
        String missing = SmallDisk.missing(folder.resolve("probe"));
        assumeTrue(missing.isEmpty(), "Skipped: " + missing + ".");
        try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), "200k")) {
            Path there = disk.folder().resolve("paymap.db");

            Ended crawl = ended(Child.startPlain(folder, disk.wrapper(), crawl("sandbox", there)));

            assertEquals(
                    "paymap: the disk of the database " + there
                            + " is full; what was stored is safe, and with more room the same command goes on\n",
                    crawl.err());
            assertEquals(1, crawl.exitCode());
        }
    }

    @Test
    void aHeldDatabaseIsWaitedForAndThenToldToACrawl() throws Exception {
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + db);
                Statement lock = holder.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");

            Ran crawl = Ran.paymap(crawl("sandbox", db).toArray(String[]::new));

            assertEquals(
                    "paymap: the database " + db
                            + " is held by another program; run the command again when that is done\n",
                    crawl.err());
            assertEquals(1, crawl.exitCode());
        }
    }

    @Test
    void whatCanBeReadOfADamagedDatabaseIsTakenInByTheRemedyThatIsTold() throws Exception {
        int page = Integer.parseInt(Db.rows(db, "SELECT rootpage FROM sqlite_master WHERE name = 'jobs_by_pay'")
                .get(0));
        try (RandomAccessFile file = new RandomAccessFile(db.toFile(), "rw")) {
            file.seek((page - 1) * 4096L);
            file.write(new byte[4096]);
        }

        Ran stats = Ran.paymap("stats", "--site", "a", "--db", db.toString());
        String remedy = "paymap import " + db + " --db new.db";
        assertTrue(stats.err().contains(" is damaged; keep a copy, then try: " + remedy), stats.err());
        Path fresh = own.resolve("new.db");
        Ran imported = Ran.paymap("import", db.toString(), "--db", fresh.toString());

        assertEquals(0, imported.exitCode(), imported.err());
        assertEquals(List.of("made up"), Db.rows(fresh, "SELECT title FROM jobs"));
    }

    @Tag("torture")
    @ParameterizedTest
    @CsvSource({"r--r--r--, rwxr-xr-x, file", "rw-r--r--, r-xr-xr-x, folder", "r--r--r--, r-xr-xr-x, both"})
    void whoMayNotWriteReadsAndIsToldByEachOtherCommand(String file, String around, String which) throws Exception {
        readOnly(file, around);
        byte[] before = Files.readAllBytes(db);
        Table table = new Table("command", "exit", "first line that tells");
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> command :
                DamagedDatabaseTest.commands("sandbox", rows).entrySet()) {
            Ended ended = ended(Child.start(folder, ordinary(), line(command.getValue())));
            table.add(command.getKey(), ended.exitCode(), ended.trouble());
            judge(command.getKey(), ended, wrong);
        }
        table.write("read-only-" + which);
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(db));
        try (Stream<Path> there = Files.list(own)) {
            assertEquals(
                    List.of(db),
                    there.filter(each -> each.getFileName().toString().startsWith("paymap.db"))
                            .toList());
        }
    }

    @Tag("torture")
    @ParameterizedTest
    @CsvSource({"BEGIN IMMEDIATE, writing", "BEGIN EXCLUSIVE, all"})
    void whatIsHeldIsWaitedForAndThenToldByEachCommand(String begin, String which) throws Exception {
        Map<String, List<String>> commands = DamagedDatabaseTest.commands("sandbox", rows);
        ExecutorService threads = Executors.newFixedThreadPool(commands.size());
        Table table = new Table("command", "exit", "first line that tells");
        List<String> wrong = new ArrayList<>();
        Connection holder = DriverManager.getConnection("jdbc:sqlite:" + db);
        try (Statement lock = holder.createStatement()) {
            lock.execute("PRAGMA locking_mode = " + (which.equals("all") ? "EXCLUSIVE" : "NORMAL"));
            lock.execute(begin);
            Map<String, Future<Ran>> running = new LinkedHashMap<>();
            commands.forEach((name, words) -> running.put(
                    name, threads.submit(() -> Ran.paymap(line(words).toArray(String[]::new)))));
            Future<Ran> imported = running.remove("import"); // which waits for fifteen minutes
            for (Map.Entry<String, Future<Ran>> each : running.entrySet()) {
                Ran ran = each.getValue().get();
                table.add(
                        each.getKey(),
                        ran.exitCode(),
                        ran.err().lines().findFirst().orElse(""));
                if (WRITING.contains(each.getKey()) && !ran.err().contains("is held by another program")) {
                    wrong.add(each.getKey() + ": " + ran.err());
                }
                wrong.addAll(Told.wrong(ran.err() + ran.out()));
            }
            holder.close();
            assertEquals(0, imported.get().exitCode(), imported.get().err());
            table.add(
                    "import, released",
                    0,
                    imported.get().err().lines().findFirst().orElse(""));
        } finally {
            holder.close();
            threads.shutdownNow();
        }
        table.write("held-for-" + which);
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    private static void judge(String command, Ended ended, List<String> wrong) {
        Told.wrong(ended.err() + ended.out()).forEach(each -> wrong.add(command + ": " + each + ": " + ended.err()));
        boolean isWell = switch (command) {
            case "crawl", "import", "forget" ->
                ended.exitCode() == 1
                        && ended.trouble().matches(".* (is read-only for you|cannot be opened or written); .*");
            case "chart", "export" ->
                ended.exitCode() == 0
                        || ended.exitCode() == 2
                                && ended.trouble().matches(".*(you may not write there|may not be written)");
            case "pace" -> ended.exitCode() == 1 && ended.trouble().contains("nothing was crawled yet");
            default -> ended.exitCode() == 0;
        };
        if (!isWell) {
            wrong.add(command + ": exit code " + ended.exitCode() + ": " + ended.err());
        }
    }

    private List<String> line(List<String> words) {
        return Stream.concat(
                        words.stream().map(word -> word.startsWith("@") ? own.resolve(word.substring(1)) + "" : word),
                        Stream.of("--db", db.toString()))
                .toList();
    }

    private static List<String> crawl(String site, Path db) {
        return List.of("crawl", "--cities", "bj", "--site", site, "--quiet", "--max-wait", "1s", "--db", db.toString());
    }

    private void readOnly(String file, String around) throws IOException {
        Files.setPosixFilePermissions(db, PosixFilePermissions.fromString(file));
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString(around));
    }

    /** Root may write whatever the rights say; without that right it is as anybody. */
    private static List<String> ordinary() throws Exception {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        List<String> wrapper = List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");
        if (isRoot) {
            List<String> probe = new ArrayList<>(wrapper);
            probe.add("true");
            try {
                assumeTrue(
                        new ProcessBuilder(probe).start().waitFor() == 0,
                        "Skipped: setpriv may not drop a right here.");
            } catch (IOException e) {
                assumeTrue(false, "Skipped: there is no setpriv here.");
            }
        }
        return isRoot ? wrapper : List.of();
    }

    private static Ended ended(Child started) throws Exception {
        try (started) {
            return started.end();
        }
    }
}
