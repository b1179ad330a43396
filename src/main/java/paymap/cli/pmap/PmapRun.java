package paymap.cli.pmap;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Terminal;
import paymap.pmap.CompositeListener;
import paymap.pmap.CouldNotScan;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.pmap.file.AskedScan;
import paymap.words.Words;

/** One scan from the command line: puts together who hears of it, and says at the end how it went. */
final class PmapRun {

    private final PmapRequest request;
    private final PrintStream out;
    private final Instant started;
    private final Duration before;
    private final long startNanos = System.nanoTime();
    private final PmapCollector collector;
    private final PmapProgress progress;
    private final PmapNotes notes;
    private final PmapOutput output;
    private volatile boolean interrupted;

    PmapRun(Terminal terminal, PmapRequest request) {
        this.request = request;
        AskedScan stopped =
                request.resumed() == null ? null : request.resumed().scan().asked();
        this.started = stopped == null || stopped.started() == null ? Instant.now() : stopped.started();
        this.before = request.resumed() == null
                ? Duration.ZERO
                : request.resumed().scan().elapsed();
        this.out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
        this.collector = new PmapCollector(request);
        this.progress = new PmapProgress(terminal, startNanos);
        this.notes = new PmapNotes(
                terminal.err(), progress, request.verbosity(), request.format() != PmapRequest.Format.TEXT);
        this.output = PmapOutput.of(request, out);
    }

    /** @return the exit code */
    int run(Scanner scanner) throws InterruptedException {
        // Before there is a file: one that was begun must become one that a scan can go on from.
        try (Interrupt interrupt = Interrupt.stops(new Stopping(scanner));
                PmapReport page = PmapReport.at(request.report(), request.services());
                PmapFile file = PmapFile.of(request, started, before)) {
            int exitCode = scan(scanner, file, page);
            interrupt.reported();
            return exitCode;
        }
    }

    private int scan(Scanner scanner, @Nullable PmapFile file, @Nullable PmapReport page) throws InterruptedException {
        output.begin(started, before);
        scan(scanner, file == null ? null : file.journal());
        progress.clear();
        int exitCode = interrupted ? Exit.INTERRUPTED : collector.isPartial() ? Exit.PARTIAL : Exit.COMPLETE;
        boolean withoutRoute = collector.isWithoutRoute();
        boolean changed = report(file, page, exitCode == Exit.COMPLETE && !withoutRoute);
        out.flush();
        if (!withoutRoute) {
            end();
        }
        return withoutRoute ? noRoute() : exitCode == Exit.COMPLETE && changed ? Exit.PARTIAL : exitCode;
    }

    private void scan(Scanner scanner, @Nullable PmapJournal journal) throws InterruptedException {
        PmapOrder order = new PmapOrder(
                request.plan().targets().iterator(), new CompositeListener(collector, progress, output, notes));
        if (request.plan().settings().shuffled()) {
            order.chose(Words.say(
                    "In a random order; --seed %d repeats it.",
                    request.plan().settings().seed()));
        }
        PmapResumed resumed = request.resumed();
        if (resumed != null) {
            resumed.recall(collector);
            resumed.tell(order);
        }
        if (resumed == null || resumed.rest().targets().count() > 0) {
            scanner.run(journal == null ? order : new CompositeListener(journal, order));
        }
        order.finish();
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

    /** @return whether something has changed that is to be told by the exit code */
    private boolean report(@Nullable PmapFile file, @Nullable PmapReport page, boolean complete) {
        Duration elapsed = before.plus(elapsed());
        if (file != null) {
            out.flush(); // both may be standard output
            file.whole(collector.result(started, elapsed, complete));
        }
        PmapChanges changes = request.since() == null
                ? null
                : new PmapChanges(request.since(), collector.scan(started, elapsed, complete));
        if (page != null) {
            page.write(collector.scan(started, elapsed, complete), changes);
        }
        if (changes != null) {
            changes.print(request.format(), out);
            return request.failsOnChange() && !changes.isEmpty();
        }
        if (request.format() == PmapRequest.Format.JSON) {
            StringWriter whole = new StringWriter();
            PmapJson.whole(new PrintWriter(whole), request, collector.result(started, elapsed, complete));
            out.print(whole);
        }
        output.end(elapsed, complete);
        return false;
    }

    private void end() {
        boolean tcp = request.plan().kind() == ScanPlan.Kind.TCP;
        if (interrupted) {
            notes.say(stopped(tcp));
        } else if (tcp && !request.plan().targets().single() && request.since() == null) {
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
