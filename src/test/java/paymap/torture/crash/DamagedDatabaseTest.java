package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.Told;

/** What can lie where a database is named: damaged, cut off, of others, or none at all. Each command says so in a sentence. */
@Tag("torture")
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class DamagedDatabaseTest {

    private static final int PAGE = 4096;

    /** One thing that is done to a whole database of 1,200 rows. */
    private interface Damage {
        void to(Path db) throws Exception;
    }

    /**
     * A thing that is done.
     *
     * @param isOurs whether a part of it may still be of use, so that a command may come to a good end
     */
    private record Case(String name, boolean isOurs, Damage damage) {}

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final Table table = new Table("database", "command", "exit", "first line that tells");

    @Test
    void eachIsToldInASentence() throws Exception {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "title,salary,city\nmade up,15k-25k,beijing\n");
        Path whole = folder.resolve("whole.db");
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            Map<String, List<String>> commands = commands(site.uri().toString(), rows);
            assertEquals(0, Ran.paymap(line(commands.get("crawl"), whole)).exitCode());
            for (Case each : cases()) {
                for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                    tried(each, command.getKey(), command.getValue(), whole);
                }
            }
        } finally {
            table.write("damaged-databases");
        }
        assertTrue(wrong.isEmpty(), wrong.size() + ":\n" + String.join("\n", wrong));
    }

    /** Each command that uses a database, up to {@code --db}; a file that it writes begins with {@code @}. */
    static Map<String, List<String>> commands(String site, Path rows) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(
                "crawl",
                List.of(
                        "crawl",
                        "--cities",
                        "bj,sh,gz,sz",
                        "--per-city",
                        "300",
                        "--rate",
                        "max",
                        "--site",
                        site,
                        "--max-wait",
                        "1s",
                        "--quiet"));
        commands.put("import", List.of("import", "--site", "a", rows.toString()));
        commands.put("stats", List.of("stats"));
        commands.put("chart", List.of("chart", "--only", "average", "--out", "@charts"));
        commands.put("export", List.of("export", "--all-sites", "--out", "@rows.csv"));
        commands.put("runs", List.of("runs"));
        commands.put("forget", List.of("forget", "--run", "1", "--yes"));
        commands.put("pace", List.of("pace", site, "--json"));
        commands.put("doctor", List.of("doctor"));
        commands.put("serve", List.of("serve", "--idle", "1s"));
        return commands;
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int percent : new int[] {10, 30, 50, 70, 90}) {
            cases.add(new Case("random bytes at " + percent + " %", true, db -> overwritten(db, percent, PAGE)));
            cases.add(new Case("cut off at " + percent + " %", true, db -> cut(db, Files.size(db) * percent / 100)));
        }
        cases.add(new Case("every tenth page random", true, db -> {
            for (int percent = 5; percent < 100; percent += 10) {
                overwritten(db, percent, PAGE);
            }
        }));
        cases.add(new Case("zeros from 20 % to 80 %", true, DamagedDatabaseTest::hollow));
        cases.add(new Case("random first page but for its beginning", true, db -> overwritten(db, 0, 100, PAGE - 100)));
        cases.add(new Case("100 bytes of it", false, db -> cut(db, 100)));
        cases.add(new Case("ten bytes of it", false, db -> cut(db, 10)));
        cases.add(new Case("random bytes as -wal", true, db -> Files.write(beside(db, "-wal"), random(20_000))));
        cases.add(new Case("random bytes as -shm", true, db -> Files.write(beside(db, "-shm"), random(32_768))));
        cases.add(new Case("a folder as -wal", true, db -> Files.createDirectory(beside(db, "-wal"))));
        cases.add(new Case("a newer schema", false, db -> {
            Base.file(db)
                    .run("INSERT INTO flyway_schema_history SELECT installed_rank + 90, '99', description, type,"
                            + " 'V99__later.sql', checksum, installed_by, installed_on, execution_time, 1"
                            + " FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
        }));
        cases.add(new Case("a table of it is missing", true, db -> Base.file(db).run("DROP TABLE openings")));
        cases.add(new Case("a column of it is missing", true, db -> {
            Base.file(db).run("DROP VIEW postings");
            Base.file(db).run("ALTER TABLE jobs RENAME COLUMN title TO name");
        }));
        cases.add(new Case("another program's", false, db -> {
            Files.delete(db);
            Base.file(db).run("CREATE TABLE photos (name TEXT)");
        }));
        cases.add(new Case("a letter", false, db -> Files.writeString(db, "Dear database,\n".repeat(1000))));
        cases.add(new Case("random bytes", false, db -> Files.write(db, random(100_000))));
        cases.add(new Case("a folder", false, db -> {
            Files.delete(db);
            Files.createDirectory(db);
        }));
        cases.add(new Case("a pipe", false, db -> {
            Files.delete(db);
            new ProcessBuilder("mkfifo", db.toString()).start().waitFor();
        }));
        cases.add(new Case("a link to itself", true, db -> {
            Files.delete(db);
            Files.createSymbolicLink(db, db);
        }));
        return cases;
    }

    private void tried(Case damaged, String name, List<String> command, Path whole) throws Exception {
        Path own = Files.createTempDirectory(folder, "case");
        Path db = Files.copy(whole, own.resolve("paymap.db"));
        damaged.damage().to(db);
        Set<String> before = files(own);
        byte[] content = content(db);
        Ran ran = Ran.paymap(line(
                command.stream()
                        .map(word -> word.startsWith("@")
                                ? own.resolve(word.substring(1)).toString()
                                : word)
                        .toList(),
                db));
        String told = ran.err()
                .lines()
                .filter(line -> line.startsWith("paymap: "))
                .findFirst()
                .orElse("");
        table.add(damaged.name(), name, ran.exitCode(), told);
        List<String> bad = new ArrayList<>(Told.wrong(ran.err() + ran.out()));
        if (!Set.of(0, 1, 3).contains(ran.exitCode())) {
            bad.add("exit code " + ran.exitCode());
        }
        if (ran.exitCode() != 0 && ran.err().isBlank() && ran.out().isBlank()) {
            bad.add("nothing said");
        }
        if (!damaged.isOurs() && ran.exitCode() == 0) {
            bad.add("it is no database of this version, and nobody was told");
        }
        if (!damaged.isOurs() && !(Arrays.equals(content, content(db)) && before.equals(files(own)))) {
            bad.add("it was changed: " + before + files(own));
        }
        bad.forEach(each -> wrong.add(damaged.name() + ", " + name + ": " + each + ": " + ran.err()));
    }

    private static String[] line(List<String> command, Path db) {
        return Stream.concat(command.stream(), Stream.of("--db", db.toString())).toArray(String[]::new);
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static byte[] content(Path db) throws IOException {
        return Files.isRegularFile(db) ? Files.readAllBytes(db) : new byte[0];
    }

    private static Path beside(Path db, String ending) {
        return db.resolveSibling(db.getFileName() + ending);
    }

    private static void overwritten(Path db, int percent, int bytes) throws IOException {
        long page = Files.size(db) / PAGE * percent / 100;
        overwritten(db, page * PAGE, 0, bytes);
    }

    private static void overwritten(Path db, long at, int from, int bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(db.toFile(), "rw")) {
            file.seek(at + from);
            file.write(random(bytes));
        }
    }

    private static void hollow(Path db) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(db.toFile(), "rw")) {
            file.seek(file.length() / 5);
            file.write(new byte[(int) (file.length() * 3 / 5)]);
        }
    }

    private static void cut(Path db, long length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(db.toFile(), "rw")) {
            file.setLength(length);
        }
    }

    private static byte[] random(int bytes) {
        byte[] some = new byte[bytes];
        new Random(bytes).nextBytes(some);
        return some;
    }
}
