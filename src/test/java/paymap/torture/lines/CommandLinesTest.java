package paymap.torture.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.cli.Ran;
import paymap.torture.Table;

/** Command lines by the thousand, right and wrong ones: each ends soon, with an exit code and a sentence of ours. */
class CommandLinesTest {

    private static final int MANY = Integer.getInteger("paymap.torture.lines", 10_000);
    private static final int ALONE = MANY / 50;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_SECONDS = 60;

    @TempDir
    Path folder;

    private record Timed(Ran ran, double seconds) {}

    /** What came of one. */
    private record Tried(List<String> line, Ran ran, double seconds, List<String> wrong) {}

    @Test
    void hundredsOfLinesEndInASentence() throws Exception {
        assertSound(tried(20261130, 300));
    }

    @Test
    @Tag("torture")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void thousandsOfLinesEndInASentence() throws Exception {
        List<Tried> all = tried(16, MANY);
        write(all, List.of()); // processes take as long again
        List<Tried> alone = alone(17);
        write(all, alone);
        all.addAll(alone);
        assertSound(all);
    }

    private List<Tried> tried(long seed, int count) throws Exception {
        Set<String> before = beside();
        LineFolder files = new LineFolder(folder);
        LineMaker maker = new LineMaker(new Random(seed), folder);
        InputStream in = System.in;
        List<Tried> tried = new ArrayList<>();
        ExecutorService one = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < count; i++) {
                System.setIn(new ByteArrayInputStream("127.0.0.1\n".getBytes()));
                List<String> line = maker.next();
                Future<Timed> run =
                        one.submit(() -> timed(() -> Ran.paymap(files.environment(), line.toArray(String[]::new))));
                tried.add(judged(line, run, LONGEST_SECONDS));
            }
        } finally {
            System.setIn(in);
            one.shutdownNow();
        }
        assertEquals(before, beside(), "something was written outside of the folder");
        return tried;
    }

    /** Some of them as processes, as a shell starts them. */
    private List<Tried> alone(long seed) throws Exception {
        LineMaker maker = new LineMaker(new Random(seed), folder);
        Map<String, String> environment =
                new LineFolder(Files.createDirectories(folder.resolve("alone"))).environment();
        ExecutorService some = Executors.newFixedThreadPool(AT_ONCE);
        Map<List<String>, Future<Timed>> running = new LinkedHashMap<>();
        List<Tried> tried = new ArrayList<>();
        try {
            while (running.size() < ALONE) {
                List<String> line = maker.next();
                if (line.stream().allMatch(CommandLinesTest::canBeHandedOver)) {
                    running.put(
                            line,
                            some.submit(
                                    () -> timed(() -> Ran.process(folder, environment, line.toArray(String[]::new)))));
                }
            }
            for (Map.Entry<List<String>, Future<Timed>> run : running.entrySet()) {
                tried.add(judged(run.getKey(), run.getValue(), AT_ONCE * LONGEST_SECONDS));
            }
        } finally {
            some.shutdownNow();
        }
        return tried;
    }

    /** The system knows no text with a NUL in it, and no half of a pair. */
    private static boolean canBeHandedOver(String arg) {
        return arg.indexOf('\0') < 0 && arg.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    /** Runs it and says how long it took. */
    private static Timed timed(Callable<Ran> run) throws Exception {
        long start = System.nanoTime();
        Ran ran = run.call();
        return new Timed(ran, (System.nanoTime() - start) / 1e9);
    }

    private static Tried judged(List<String> line, Future<Timed> run, int longestSeconds) throws Exception {
        try {
            Timed timed = run.get(longestSeconds, TimeUnit.SECONDS);
            List<String> wrong = LineVerdict.wrong(line, timed.ran());
            if (timed.seconds() > LONGEST_SECONDS) {
                wrong.add("took " + Math.round(timed.seconds()) + " s");
            }
            return new Tried(line, timed.ran(), timed.seconds(), wrong);
        } catch (TimeoutException e) {
            run.cancel(true);
            return new Tried(line, new Ran(-1, "", ""), longestSeconds, List.of("no end"));
        } catch (ExecutionException e) {
            return new Tried(line, new Ran(-1, "", ""), 0, List.of("thrown: " + e.getCause()));
        }
    }

    private static void assertSound(List<Tried> tried) {
        List<String> wrong = tried.stream()
                .filter(each -> !each.wrong().isEmpty())
                .map(each -> each.wrong() + " " + shown(each.line()) + " -> "
                        + each.ran().exitCode() + " " + cut(each.ran().err()))
                .toList();
        assertTrue(wrong.isEmpty(), wrong.size() + " of " + tried.size() + ":\n" + String.join("\n", wrong));
        assertTrue(tried.stream().anyMatch(each -> each.ran().exitCode() == 0), "none was right");
        assertTrue(tried.stream().anyMatch(each -> each.ran().exitCode() == 2), "none was wrong");
    }

    private static String shown(List<String> line) {
        return line.stream()
                .map(arg -> "[" + cut(arg) + "]")
                .collect(Collectors.joining(" "))
                .replaceAll("\\p{Cntrl}", "?");
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() > 300 ? line.substring(0, 300) + "..." : line;
    }

    /** What lies beside the sources. */
    private static Set<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void write(List<Tried> within, List<Tried> alone) throws IOException {
        Table table = new Table("command", "lines", "exit 0", "1", "2", "3", "130", "none", "longest, s", "wrong");
        Map<String, List<Tried>> commands = new TreeMap<>();
        within.forEach(each -> commands.computeIfAbsent(command(each.line()), any -> new ArrayList<>())
                .add(each));
        commands.forEach((command, lines) -> row(table, command, lines));
        row(table, "all of these", within);
        row(table, "processes", alone);
        table.write("command-lines");
    }

    private static String command(List<String> line) {
        String first = line.isEmpty() ? "" : line.get(0);
        return first.matches("[a-z]{3,10}") ? first : "anything else";
    }

    private static void row(Table table, String name, List<Tried> lines) {
        table.add(
                name,
                lines.size(),
                exits(lines, 0),
                exits(lines, 1),
                exits(lines, 2),
                exits(lines, 3),
                exits(lines, 130),
                exits(lines, -1),
                String.format(
                        "%.1f", lines.stream().mapToDouble(Tried::seconds).max().orElse(0)),
                lines.stream().filter(each -> !each.wrong().isEmpty()).count());
    }

    private static long exits(List<Tried> lines, int code) {
        return lines.stream().filter(each -> each.ran().exitCode() == code).count();
    }
}
