package paymap.cli.crawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code paymap crawl --json} in a process of its own, as a person would start it. */
record CrawlProcess(Process process, Path out, Path err) implements AutoCloseable {

    private static final long LONGEST_SECONDS = 150; // on a busy machine

    /**
     * Starts one.
     *
     * @param wrapper the command that runs it, such as {@code unshare}; empty = none
     * @param db a file, or an address
     * @param words after {@code crawl}; where it crawls and where it keeps its database are added
     */
    static CrawlProcess start(Path folder, String name, List<String> wrapper, URI site, Object db, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable", // where control groups are odd, it warns on standard output
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main",
                "crawl"));
        command.addAll(List.of(words));
        command.addAll(List.of("--site", site.toString(), "--db", db.toString(), "--json"));
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new CrawlProcess(process, out, err);
    }

    /** Waits for something to become true while it runs; fails when it ends before that. */
    void runUntil(Callable<Boolean> reached) throws Exception {
        for (long ms = 0; !reached.call(); ms += 10) {
            assertTrue(ms < LONGEST_SECONDS * 1000, "it does not come to it: " + told());
            assertFalse(process.waitFor(10, TimeUnit.MILLISECONDS), "it has ended: " + told());
        }
    }

    /** Waits for a good end. */
    JsonNode report() throws IOException, InterruptedException {
        assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "it does not end: " + told());
        assertEquals(0, process.exitValue(), told());
        return JsonMapper.builder().build().readTree(Files.readString(out));
    }

    private String told() throws IOException {
        return Files.readString(out) + Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
