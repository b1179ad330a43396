package paymap.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.torture.Table;

/** Looks for inputs that break a reader, each target for some seconds in a process of its own, with 300 MB of memory. */
@Tag("fuzz")
class FuzzTest {

    private static final int SECONDS = Integer.getInteger("paymap.fuzz.seconds", 20);
    private static final int LONGEST_INPUT_SECONDS = 60; // on a busy machine, of a whole command line
    private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";
    /** Scans connect, and files are written where a line says: that is what they are for. */
    private static final String NOT_OURS = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery:"
            + "com.code_intelligence.jazzer.sanitizers.FilePathTraversal";

    private static final Path KEPT = Path.of("target", "fuzz").toAbsolutePath();
    private static final Pattern PROGRESS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)");
    private static final Pattern FINDING = Pattern.compile("== Java Exception: (.*)|== \\d+ ?== ?ERROR: (.*)");

    private static final Table TABLE =
            new Table("target", "seconds", "executions", "edges", "features", "inputs kept", "findings");

    static Stream<Target> targets() {
        String only = System.getProperty("paymap.fuzz.only", "");
        return Stream.of(Target.values())
                .filter(target -> only.isEmpty() || target.word().matches(only));
    }

    @ParameterizedTest
    @MethodSource("targets")
    @Timeout(value = 12, unit = TimeUnit.HOURS)
    void noInputBreaksIt(Target target) throws Exception {
        Path folder = KEPT.resolve(target.word());
        Path log = folder.resolve("log");
        Files.createDirectories(folder.resolve("corpus"));

        int exitCode = new ProcessBuilder(command(target, folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        List<String> findings =
                FINDING.matcher(said).results().map(MatchResult::group).toList();
        tell(target, said, findings);
        assertEquals(List.of(), findings, "the inputs lie in " + folder);
        assertEquals(0, exitCode, said.substring(Math.max(0, said.length() - 2_000)));
        assertTrue(PROGRESS.matcher(said).find(), said);
    }

    @AfterAll
    static void write() throws IOException {
        TABLE.write("fuzz");
    }

    private static List<String> command(Target target, Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-Dfile.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FUZZER,
                "--target_class=" + Fuzzed.class.getName(),
                "--target_args=" + target.word(),
                "--instrumentation_includes=paymap.**",
                "--custom_hook_includes=paymap.**",
                "--disabled_hooks=" + NOT_OURS,
                "--keep_going=5",
                "--reproducer_path=" + folder,
                "-max_total_time=" + SECONDS,
                "-timeout=" + LONGEST_INPUT_SECONDS,
                "-rss_limit_mb=2000",
                "-artifact_prefix=" + folder + "/",
                folder.resolve("corpus").toString()));
        command.add(Path.of(FuzzTest.class.getResource(target.word()).toURI()).toString());
        return command;
    }

    private static void tell(Target target, String said, List<String> findings) {
        Matcher progress = PROGRESS.matcher(said);
        String[] last = {"0", "0", "0", "0"};
        while (progress.find()) {
            for (int i = 0; i < last.length; i++) {
                last[i] = progress.group(i + 1);
            }
        }
        TABLE.add(target.word(), SECONDS, last[0], last[1], last[2], last[3], String.join("; ", findings));
    }
}
