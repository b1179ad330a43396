package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.torture.Table;
import paymap.torture.Told;
import paymap.torture.crash.Child.Ended;

/** Disks of 40 KB to 2 MB: what is full is told, what was stored stays, and with more room the same command goes on. */
@Tag("torture")
@Timeout(value = 25, unit = TimeUnit.MINUTES)
class FullDiskTest {

    private static final List<String> SIZES =
            List.of("40k", "120k", "200k", "280k", "400k", "600k", "800k", "1200k", "2m");
    private static final int ROWS = 8000; // some 3 MB of them

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final Table table =
            new Table("command", "disk", "exit", "first line that tells", "rows kept", "enlarged: exit", "complete");
    private Path rows;
    private Path stored;

    @BeforeEach
    void needsADisk() throws Exception {
        String missing = SmallDisk.missing(folder.resolve("probe"));
        assumeTrue(missing.isEmpty(), "Skipped: " + missing + ".");
        StringBuilder text = new StringBuilder("title,salary,city,company\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("made up ")
                    .append(i)
                    .append(",15k-25k,beijing,company ")
                    .append(i)
                    .append('\n');
        }
        rows = Files.writeString(folder.resolve("rows.csv"), text);
        stored = folder.resolve("stored.db");
    }

    @Test
    void whatIsStoredStaysAndGoesOnWithMoreRoom() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults())) {
            List<String> crawl = List.of(
                    "crawl",
                    "--cities",
                    "bj,sh,gz,sz",
                    "--per-city",
                    "300",
                    "--rate",
                    "max",
                    "--site",
                    site.uri().toString(),
                    "--quiet");
            for (String size : SIZES) {
                tried("crawl", size, crawl, 1200);
            }
        }
        List<String> imported = List.of("import", "--site", "a", rows.toString(), "--quiet");
        for (String size : SIZES) {
            tried("import", size, imported, ROWS);
        }
        table.write("full-disk");
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    @Test
    void whatIsWrittenIsWholeOrNotThere() throws Exception {
        Ended imported = Child.run(folder, "import", "--site", "a", rows.toString(), "--db", stored.toString());
        assertTrue(imported.exitCode() == 0, imported.err());
        for (String size : List.of("40k", "120k", "240k")) {
            for (String name : List.of("x.csv", "x.jsonl", "x.parquet", "x.xlsx")) {
                written("export", size, List.of("export", "--site", "a", "--db", stored.toString(), "--out"), name);
            }
            written(
                    "export --partition-by month",
                    size,
                    List.of("export", "--site", "a", "--db", stored.toString(), "--partition-by", "month", "--out"),
                    "parts");
            written("chart", size, List.of("chart", "--site", "a", "--db", stored.toString(), "--out"), "charts");
            written(
                    "import --rejects",
                    size,
                    List.of("import", "--site", "b", "--dry-run", rejected(), "--rejects"),
                    "r");
        }
        for (String size : List.of("4k", "8k", "40k")) {
            written("pmap -w", size, List.of("pmap", "-ip", "127.0.0.0/24", "-p", "1-200", "-w"), "scan.json");
        }
        table.write("full-disk-files");
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    private String rejected() throws Exception {
        return Files.writeString(
                        folder.resolve("rejected.csv"),
                        Files.readString(rows).replace("beijing", "nowhere") + "good,15k-25k,beijing,a\n")
                .toString();
    }

    private void tried(String command, String size, List<String> words, int all) throws Exception {
        Path own = Files.createDirectories(folder.resolve(command + size));
        try (SmallDisk disk = SmallDisk.of(own.resolve("disk"), size)) {
            List<String> line =
                    with(words, "--db", disk.folder().resolve("paymap.db").toString());
            Ended first = Child.run(own, disk.wrapper(), line);
            disk.copyTo(own.resolve("copy"));
            Base kept = Base.file(own.resolve("copy/paymap.db"));
            long before = kept.isMade() ? kept.jobs().size() : 0;
            List<String> bad = new ArrayList<>(Told.wrong(first.err() + first.out()));
            if (kept.isMade()) {
                bad.addAll(kept.flaws());
            }
            if (first.exitCode() == 0 ? before != all : !first.err().contains("is full")) {
                bad.add("a full disk is not told: " + first.err());
            }
            disk.enlarge("64m");
            Ended second = Child.run(own, disk.wrapper(), line);
            disk.copyTo(own.resolve("copy2"));
            Base whole = Base.file(own.resolve("copy2/paymap.db"));
            bad.addAll(whole.flaws());
            if (second.exitCode() != 0 || whole.jobs().size() != all) {
                bad.add("does not go on: " + second.exitCode() + " " + second.err());
            }
            note(command, size, first, before, second, whole.jobs().size() + " of " + all, bad);
        }
    }

    /** @param words up to the name of the file */
    private void written(String command, String size, List<String> words, String name) throws Exception {
        Path own = Files.createDirectories(folder.resolve(command.replace(' ', '-') + size + name));
        try (SmallDisk disk = SmallDisk.of(own.resolve("disk"), size)) {
            List<String> line = with(words, disk.folder().resolve(name).toString());
            Ended first = Child.run(own, disk.wrapper(), line);
            List<String> bad = new ArrayList<>(Told.wrong(first.err() + first.out()));
            List<String> left = disk.names();
            if (!isWell(first) && !first.err().contains("No space left on device")) {
                bad.add("a full disk is not told: " + first.err());
            }
            boolean isScan = command.startsWith("pmap");
            if (!isWell(first) && !isScan && !left.stream().allMatch("charts"::equals)) { // an empty folder
                bad.add("left behind: " + left);
            }
            disk.enlarge("64m");
            Ended second = Child.run(own, disk.wrapper(), isScan ? resumed(line, left) : line);
            if (!isWell(second)) {
                bad.add("does not go on: " + second.err());
            }
            note(command + " " + name, size, first, left, second, disk.names().size() + " files", bad);
        }
    }

    /** 3 where all rows of a file are rejected, as they are meant to be. */
    private static boolean isWell(Ended ended) {
        return ended.exitCode() == 0 || ended.exitCode() == 3 && !ended.err().contains("No space");
    }

    private void note(
            String command, String size, Ended first, Object kept, Ended second, String complete, List<String> bad) {
        table.add(command, size, first.exitCode(), first.trouble(), kept, second.exitCode(), complete);
        bad.forEach(each -> wrong.add(command + " on " + size + ": " + each));
    }

    /** A scan goes on from its file, where it has one. */
    private static List<String> resumed(List<String> line, List<String> left) {
        return left.isEmpty() ? line : List.of("pmap", "--resume", line.get(line.size() - 1));
    }

    private static List<String> with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }
}
