package paymap.pmap.proc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import paymap.pmap.ScanMemory;
import paymap.words.Language;

/** The parent's hold on one worker process. */
final class WorkerProcess {

    /** What a worker has said; null = it has ended. */
    record Said(WorkerProcess worker, WorkerListener.@Nullable Message message) {}

    private final Process process;
    private final Writer to;

    /** What it is doing; null = nothing. */
    @Nullable
    Chunk chunk;

    /** Probes done in this chunk, as it last said. */
    long done;

    /** @throws IOException if it cannot be started */
    WorkerProcess(List<String> command, String settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // They would print to standard error and double the time to start.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().put("PAYMAP_LANG", Language.current().code()); // its sentences are told here
        process = builder.start();
        to = process.outputWriter(StandardCharsets.UTF_8);
        say(settings);
    }

    /** @param timeout of each host; zero = none */
    void give(Chunk given, Duration timeout, ScanMemory memory) {
        chunk = given;
        done = 0;
        say(WorkerProtocol.line(ToWorker.CHUNK, WorkerMessages.of(given, timeout, memory)));
    }

    /** A worker that has died is noticed where its output ends, not here. */
    void say(String line) {
        try {
            to.write(line);
            to.flush();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Reads until the worker ends. */
    void listen(Consumer<Said> report) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                report.accept(new Said(this, FromWorker.read(WorkerProtocol.read(line))));
            }
        } catch (IOException | IllegalArgumentException e) {
            process.destroyForcibly(); // what it wrote is no message of ours, so nothing it says can be used
        }
        report.accept(new Said(this, null));
    }

    /** Its exit status, once its output has ended. */
    int status() throws InterruptedException {
        return process.waitFor();
    }

    /** The end of its input ends a worker; one that hangs is killed. */
    void end() {
        try {
            to.close();
        } catch (IOException e) {
            // It has ended already.
        }
        process.destroy();
    }
}
