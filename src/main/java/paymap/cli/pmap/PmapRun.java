package paymap.cli.pmap;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Terminal;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.pmap.CompositeListener;
import paymap.pmap.CouldNotScan;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.words.Words;
import tools.jackson.core.exc.JacksonIOException;

/** One scan from the command line: puts together who hears of it, and says at the end how it went. */
final class PmapRun {

    private final PmapRequest request;
    private final PrintStream out;
    private final Instant started = Instant.now();
    private final long startNanos = System.nanoTime();
    private final PmapCollector collector;
    private final PmapProgress progress;
    private final PmapNotes notes;
    private volatile boolean interrupted;

    PmapRun(Terminal terminal, PmapRequest request) {
        this.request = request;
        this.out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
        this.collector = new PmapCollector(request);
        this.progress = new PmapProgress(terminal, startNanos);
        this.notes = new PmapNotes(
                terminal.err(), progress, request.verbosity(), request.format() != PmapRequest.Format.TEXT);
    }

    /** @return the exit code */
    int run(Scanner scanner) throws InterruptedException {
        if (request.file() == null) {
            return scan(scanner, null);
        }
        try (AtomicFile file = AtomicFile.at(request.file())) {
            return scan(scanner, file);
        }
    }

    private int scan(Scanner scanner, @Nullable AtomicFile file) throws InterruptedException {
        try (Interrupt interrupt = Interrupt.stops(new Stopping(scanner))) {
            PmapOrder order = new PmapOrder(
                    request.plan().targets().iterator(),
                    new CompositeListener(collector, progress, PmapOutput.of(request, out), notes));
            if (request.plan().settings().shuffled()) {
                order.chose(Words.say(
                        "In a random order; --seed %d repeats it.",
                        request.plan().settings().seed()));
            }
            scanner.run(order);
            order.finish();
            progress.clear();
            int exitCode = interrupted ? Exit.INTERRUPTED : collector.isPartial() ? Exit.PARTIAL : Exit.COMPLETE;
            boolean withoutRoute = collector.isWithoutRoute();
            report(file, exitCode == Exit.COMPLETE && !withoutRoute);
            out.flush();
            if (!withoutRoute) {
                end();
            }
            interrupt.reported();
            return withoutRoute ? noRoute() : exitCode;
        }
    }

    /** No lambda: linking one takes longer than a short scan. */
    private final class Stopping implements Runnable {
        private final Scanner scanner;

        Stopping(Scanner scanner) {
            this.scanner = scanner;
        }

        @Override
        public void run() {
            interrupted = true;
            scanner.stop();
        }
    }

    private void report(@Nullable AtomicFile file, boolean complete) {
        if (file != null) {
            write(file, complete);
        }
        if (request.format() == PmapRequest.Format.JSON) {
            StringWriter whole = new StringWriter();
            PmapJson.whole(new PrintWriter(whole), request, collector.result(started, elapsed(), complete));
            out.print(whole);
        }
    }

    private void write(AtomicFile file, boolean complete) {
        out.flush(); // both may be standard output
        try {
            PmapJson.whole(file.writer(), request, collector.result(started, elapsed(), complete));
            file.commit();
        } catch (JacksonIOException e) {
            throw notWritten(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private CommandFailed notWritten(IOException e) {
        return new CommandFailed(Words.say("cannot write to %s: %s", request.file(), FileTrouble.writing(e)), e);
    }

    private void end() {
        boolean tcp = request.plan().kind() == ScanPlan.Kind.TCP;
        if (interrupted) {
            notes.say(stopped(tcp));
        } else if (tcp && !request.plan().targets().single()) {
            notes.say(Words.say(
                    "%d open ports; %d of %d hosts finished.",
                    collector.found(),
                    collector.finished(),
                    request.plan().targets().count()));
        }
        if (request.verbosity() > 0) {
            notes.say(Words.say(
                    "Elapsed: %s ms.",
                    PmapJson.millis(elapsed().toNanos() / 1000).toPlainString()));
        }
    }

    private String stopped(boolean tcp) {
        long found = collector.found();
        long finished = collector.finished();
        long all = request.plan().targets().count();
        return tcp
                ? Words.say("Stopped early: %d open ports; %d of %d hosts finished.", found, finished, all)
                : Words.say("Stopped early: %d hosts answer; %d of %d hosts finished.", found, finished, all);
    }

    private int noRoute() {
        throw new CouldNotScan(
                collector.finished() == 1
                        ? Words.say("this machine has no route to %s; nothing could be scanned", request.targetsText())
                        : Words.say("this machine has no route to any of these hosts; nothing could be scanned"));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
