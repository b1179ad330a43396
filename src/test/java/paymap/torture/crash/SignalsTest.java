package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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

/** Signals that a terminal, a session that ends, or a machine that goes to sleep sends to each command at its work. */
@Tag("torture")
@Timeout(1500)
class SignalsTest {

    private static final int ROWS = 300_000;
    private static final int CRAWLED = 400;

    @TempDir
    Path folder;

    private final List<String> wrong = new ArrayList<>();
    private final Table table = new Table("command", "signals", "exit", "ms until its end", "last line", "then");
    private SandboxSite site;
    private Path rows;
    private Path stored;

    @BeforeEach
    void begin() throws Exception {
        site = SandboxSite.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(60)));
        StringBuilder text = new StringBuilder("title,salary,city\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("made up ").append(i).append(",15k-25k,beijing\n");
        }
        rows = Files.writeString(folder.resolve("rows.csv"), text);
        stored = folder.resolve("stored.db");
        Ended filled = Child.run(
                folder, "crawl", "--site", "sandbox", "--cities", "bj,sh,gz,sz", "--quiet", "--db", stored.toString());
        assertEquals(0, filled.exitCode(), filled.err());
    }

    @AfterEach
    void end() throws Exception {
        site.close();
    }

    @Test
    void eachEndsAtOnceKeepsWhatItHasAndSaysHowToGoOn() throws Exception {
        for (Sent sent : Sent.values()) {
            Path own = Files.createDirectory(folder.resolve(sent.name()));
            crawl(sent, own);
            imported(sent, own);
            scan(sent, own);
            chart(sent, own);
            export(sent, own);
            serve(sent, own);
        }
        table.write("signals");
        assertTrue(wrong.isEmpty(), wrong.size() + ":\n" + String.join("\n", wrong));
    }

    private void crawl(Sent sent, Path own) throws Exception {
        Path db = own.resolve("crawl.db");
        List<String> words = List.of(
                "crawl",
                "--cities",
                "bj,sh,gz,sz",
                "--rate",
                "max",
                "--site",
                site.uri().toString(),
                "--db",
                db.toString());
        long before = site.counters().pages();
        Ended ended = sent("crawl", sent, own, words, () -> site.counters().pages() > before + 3);
        Base base = Base.file(db);
        if (sent.ends()) {
            require(
                    "crawl",
                    sent,
                    !base.jobs().isEmpty() && base.jobs().size() < CRAWLED,
                    "rows: " + base.jobs().size());
            require(
                    "crawl",
                    sent,
                    base.rows("SELECT complete, why FROM runs").equals(List.of("0|interrupted")),
                    "its run");
            require("crawl", sent, ended.err().contains("\n  paymap crawl "), "how to go on: " + ended.err());
            note(
                    "crawl",
                    sent,
                    ended,
                    "exit " + Child.run(own, List.of(), words).exitCode());
        } else {
            note("crawl", sent, ended, "");
        }
        require(
                "crawl",
                sent,
                base.jobs().size() == CRAWLED && base.flaws().isEmpty(),
                "not all rows: " + base.flaws());
    }

    private void imported(Sent sent, Path own) throws Exception {
        Path db = own.resolve("import.db");
        List<String> words = List.of("import", rows.toString(), "--db", db.toString());
        Base base = Base.file(db);
        Ended ended = sent(
                "import",
                sent,
                own,
                words,
                () -> base.isMade() && !base.rows("SELECT 1 FROM jobs LIMIT 1").isEmpty());
        if (sent.ends()) {
            String stored = base.rows("SELECT count(*) FROM jobs").get(0);
            require(
                    "import",
                    sent,
                    ended.err().contains(stored + " rows are stored"),
                    stored + ", told " + ended.err());
            require(
                    "import",
                    sent,
                    base.rows("SELECT complete, why FROM runs").equals(List.of("0|interrupted")),
                    "its run");
            note(
                    "import",
                    sent,
                    ended,
                    "exit " + Child.run(own, List.of(), words).exitCode());
        } else {
            note("import", sent, ended, "");
        }
        String all = base.rows("SELECT count(*) FROM jobs").get(0);
        require(
                "import",
                sent,
                all.equals(Integer.toString(ROWS)) && base.flaws().isEmpty(),
                all + base.flaws());
    }

    private void scan(Sent sent, Path own) throws Exception {
        Path file = own.resolve("scan.json");
        String ports = IntStream.rangeClosed(1, 120).mapToObj(Integer::toString).collect(Collectors.joining(","));
        List<String> words = List.of("pmap", "-ip", "127.0.0.1", "-p", ports, "--rate", "40", "-w", file.toString());
        Ended ended = sent("pmap", sent, own, words, () -> Files.exists(file));
        if (sent.ends()) {
            require("pmap", sent, ended.err().contains("Stopped early"), "told: " + ended.err());
            Ended second = Child.run(own, "pmap", "--resume", file.toString(), "--rate", "1000");
            note("pmap", sent, ended, "--resume: exit " + second.exitCode());
            require("pmap", sent, second.exitCode() == 0, "--resume: " + second.err());
        } else {
            note("pmap", sent, ended, "");
        }
        require("pmap", sent, Files.readString(file).contains("\"complete\":true"), "the file of the scan");
    }

    private void chart(Sent sent, Path own) throws Exception {
        Path out = own.resolve("charts");
        Ended ended = sent(
                "chart",
                sent,
                own,
                List.of("chart", "--out", out.toString(), "--db", stored.toString()),
                () -> Files.exists(out));
        try (Stream<Path> files = Files.walk(out)) {
            long left = files.filter(file -> file.toString().endsWith(".part")).count();
            note("chart", sent, ended, left + " unfinished pictures left");
            require("chart", sent, sent.ends() || left == 0, "unfinished pictures are left");
        }
    }

    private void export(Sent sent, Path own) throws Exception {
        Path out = own.resolve("rows.csv");
        Path db = own.resolve("import.db");
        List<String> words = List.of("export", "--all-sites", "--out", out.toString(), "--db", db.toString());
        Ended ended = sent("export", sent, own, words, () -> partOf(own));
        note("export", sent, ended, Files.exists(out) ? "a file" : "no file");
        require("export", sent, Files.exists(out) != sent.ends() && !partOf(own), "files of an export");
    }

    private static boolean partOf(Path own) throws Exception {
        try (Stream<Path> files = Files.list(own)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".part"));
        }
    }

    private void serve(Sent sent, Path own) throws Exception {
        if (!sent.ends()) {
            return; // it would go on for ever
        }
        Path[] printed = new Path[1];
        try (Child child = Child.start(own, List.of(), List.of("serve", "--db", stored.toString()))) {
            printed[0] = child.out();
            child.runUntil(() -> Files.size(printed[0]) > 0);
            Ended ended = after(child, sent);
            judge("serve", sent, ended);
            note("serve", sent, ended, "");
        }
    }

    private Ended sent(String command, Sent sent, Path own, List<String> words, Callable<Boolean> isAtWork)
            throws Exception {
        try (Child child = Child.start(own, List.of(), words)) {
            child.runUntil(isAtWork);
            Ended ended = after(child, sent);
            judge(command, sent, ended);
            return ended;
        }
    }

    /** @return with the seconds since the signals */
    private static Ended after(Child child, Sent sent) throws Exception {
        long began = System.nanoTime();
        for (String signal : sent.signals()) {
            child.signal(signal);
        }
        Ended ended = child.end();
        return new Ended(ended.exitCode(), ended.out(), ended.err(), (System.nanoTime() - began) / 1e9);
    }

    private void judge(String command, Sent sent, Ended ended) {
        require(command, sent, ended.exitCode() == sent.exitCode(), "exit code " + ended.exitCode() + ended.err());
        Told.wrong(ended.out()).forEach(each -> require(command, sent, false, each + ended.out()));
        Told.wrong(ended.err()).forEach(each -> require(command, sent, false, each + ended.err()));
    }

    private void note(String command, Sent sent, Ended ended, String then) {
        String last = ended.err().lines().reduce("", (before, line) -> line.isBlank() ? before : line);
        table.add(
                command,
                String.join(" ", sent.signals()),
                ended.exitCode(),
                sent.ends() ? Math.round(ended.seconds() * 1000) : "",
                last.strip().replace(folder.toString(), ""),
                then);
    }

    private void require(String command, Sent sent, boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(command + ", " + sent + ": " + otherwise);
        }
    }
}
