package paymap.torture.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A command of paymap as a process of its own, which may be sent any signal. */
record Child(Process process, Path out, Path err, long began) implements AutoCloseable {

    private static final long LONGEST_SECONDS = 120; // on a busy machine

    /**
     * What came of it.
     *
     * @param exitCode 128 and the number of the signal that ended it
     */
    record Ended(int exitCode, String out, String err, double seconds) {

        /** What a person is told first. */
        String firstLine() {
            return err.lines().findFirst().orElse("");
        }

        /** What a person is told first that is not about how far it is. */
        String trouble() {
            return err.lines()
                    .filter(line -> line.startsWith("paymap: "))
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * Starts one.
     *
     * @param folder for what it prints; its settings are looked for there too
     * @param wrapper the command that runs it and becomes it, such as {@code setpriv}; empty = none
     */
    static Child start(Path folder, List<String> wrapper, List<String> words) throws IOException {
        return start(folder, wrapper, QuickStart.command(), words);
    }

    /** The same without an archive, which takes longer to make than a few starts. */
    static Child startPlain(Path folder, List<String> wrapper, List<String> words) throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main");
        return start(folder, wrapper, java, words);
    }

    private static Child start(Path folder, List<String> wrapper, List<String> java, List<String> words)
            throws IOException {
        // What runs in the background of a script ignores Ctrl-C, and hands that on.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal"));
        command.addAll(wrapper);
        command.addAll(java);
        command.addAll(words);
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PAYMAP_"));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Child(builder.start(), out, err, System.nanoTime());
    }

    static Ended run(Path folder, List<String> wrapper, List<String> words) throws Exception {
        try (Child child = start(folder, wrapper, words)) {
            return child.end();
        }
    }

    static Ended run(Path folder, String... words) throws Exception {
        return run(folder, List.of(), List.of(words));
    }

    /** @param name of a signal, such as {@code KILL} */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD) // it may have ended by itself
                .start()
                .waitFor();
    }

    /** Waits for something to become true; fails when it ends before that. */
    void runUntil(Callable<Boolean> reached) throws Exception {
        assertTrue(isUntil(reached), "it has ended: " + told());
    }

    /** Waits for something to become true. @return whether it did before the process ended */
    boolean isUntil(Callable<Boolean> reached) throws Exception {
        for (long ms = 0; !reached.call(); ms += 2) {
            assertTrue(ms < LONGEST_SECONDS * 1000, "it does not come to it: " + told());
            if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Waits for its end. */
    Ended end() throws IOException, InterruptedException {
        assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "it does not end: " + told());
        return new Ended(
                process.exitValue(), Files.readString(out), Files.readString(err), (System.nanoTime() - began) / 1e9);
    }

    String told() throws IOException {
        return Files.readString(out) + Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
