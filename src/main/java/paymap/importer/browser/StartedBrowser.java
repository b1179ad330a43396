package paymap.importer.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/** A browser that runs for one visit, with a debugging port on loopback that it chose itself. */
public final class StartedBrowser implements AutoCloseable {

    /**
     * What is started.
     *
     * @param program of the browser
     * @param profile of the person; null = a fresh one, which is removed
     * @param arguments more of them, for the browser
     * @param blank whether it opens an empty page; else what it usually opens
     */
    public record Start(Path program, @Nullable Path profile, List<String> arguments, boolean blank) {
        public Start {
            arguments = List.copyOf(arguments);
        }
    }

    private static final Duration TICK = Duration.ofMillis(50);

    private final Process process;
    private final Profile profile;
    private final Endpoint endpoint;

    private StartedBrowser(Process process, Profile profile, Endpoint endpoint) {
        this.process = process;
        this.profile = profile;
        this.endpoint = endpoint;
    }

    /**
     * Starts a browser and waits until it can be listened to.
     *
     * @throws BrowserTrouble if it cannot; nothing of it is left then
     */
    public static StartedBrowser of(Start start) throws BrowserTrouble, InterruptedException {
        Profile profile = Profile.of(start.profile);
        Process process = null;
        boolean runs = false;
        try {
            process = process(start, profile);
            StartedBrowser browser = new StartedBrowser(process, profile, endpoint(start, process, profile));
            runs = true;
            return browser;
        } finally {
            if (!runs) {
                end(process, profile);
            }
        }
    }

    private static Process process(Start start, Profile profile) throws BrowserTrouble {
        List<String> command = new ArrayList<>(List.of(
                start.program.toString(),
                "--remote-debugging-port=0", // on loopback, and free
                "--user-data-dir=" + profile.folder(),
                "--no-first-run",
                "--no-default-browser-check"));
        command.addAll(start.arguments);
        if (start.blank) {
            command.add("about:blank");
        }
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new BrowserTrouble(Words.say("%s cannot be started", start.program));
        }
    }

    private static Endpoint endpoint(Start start, Process process, Profile profile)
            throws BrowserTrouble, InterruptedException {
        long deadline = System.nanoTime() + Limits.START.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<Endpoint> told = Endpoint.of(profile.folder());
            if (told.isPresent()) {
                return told.get();
            }
            if (process.waitFor(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BrowserTrouble(ended(start, process.exitValue()));
            }
        }
        throw new BrowserTrouble(Words.say(
                "%s has opened no debugging port within %d seconds", start.program, Limits.START.toSeconds()));
    }

    private static String ended(Start start, int exitCode) {
        if (start.profile != null && exitCode == 0) {
            return Words.say(
                    "%s has ended at once; most likely a browser is open with the profile %s",
                    start.program, start.profile);
        }
        return isRoot() && !start.arguments.contains("--no-sandbox")
                ? Words.say(
                        "%s has ended at once (exit code %d): root may start it only with --browser-args=--no-sandbox,"
                                + " another user without",
                        start.program, exitCode)
                : Words.say("%s has ended at once (exit code %d)", start.program, exitCode);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Where it can be listened to. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Ends it if it still runs, and removes its profile if that was a fresh one. */
    @Override
    public void close() {
        end(process, profile);
    }

    private static void end(@Nullable Process process, Profile profile) {
        if (process != null) {
            List<ProcessHandle> parts = process.descendants().toList();
            process.destroy();
            if (!isGone(process)) {
                process.destroyForcibly();
                isGone(process);
            }
            parts.forEach(ProcessHandle::destroyForcibly); // what has not gone with it would write into the profile
        }
        profile.close();
    }

    private static boolean isGone(Process process) {
        try {
            return process.waitFor(Limits.END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
