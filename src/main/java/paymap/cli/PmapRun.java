package paymap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.pmap.CouldNotScan;
import paymap.pmap.HostResult;
import paymap.pmap.PortResult;
import paymap.pmap.ScanListener;
import paymap.pmap.ScanPlan;
import paymap.pmap.Scanner;
import paymap.pmap.target.Address;
import tools.jackson.core.exc.JacksonIOException;

/** One scan from the command line: hears of results, prints and collects them, and says at the end how it went. */
final class PmapRun implements ScanListener {

    private final Terminal terminal;
    private final PmapRequest request;
    private final PrintStream out;
    private final PmapOutput output;
    private final PmapProgress progress;
    private final Instant started = Instant.now();
    private final long startNanos = System.nanoTime();
    private final Map<Address, HostResult> hosts = new TreeMap<>();
    private final Map<Address, List<PortResult>> unfinished = new HashMap<>();
    private final Map<Address, PmapJson.Alive> alive = new TreeMap<>();
    private long finished;
    private long unroutable;
    private long foundOpen;
    private boolean partial;
    private volatile boolean interrupted;

    PmapRun(Terminal terminal, PmapRequest request) {
        this.terminal = terminal;
        this.request = request;
        this.out = new PrintStream(terminal.out(), false, StandardCharsets.UTF_8);
        this.output = PmapOutput.of(request, out);
        this.progress = new PmapProgress(terminal, startNanos);
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

    @Override
    public void open(Address host, PortResult port) {
        foundOpen++;
        unfinished.computeIfAbsent(host, h -> new ArrayList<>()).add(port);
        progress.clear();
        output.open(host, port);
    }

    @Override
    public void host(HostResult result) {
        finished += result.unasked() > 0 ? 0 : 1;
        unfinished.remove(result.address());
        unroutable += result.verdict() == HostResult.Verdict.NO_ROUTE ? 1 : 0;
        partial |= result.errors() > 0;
        boolean told = result.answered()
                || request.plan().settings().everyPort()
                || request.plan().targets().single();
        if (told && keeps()) {
            hosts.put(result.address(), result);
        }
        progress.clear();
        output.host(result);
        if (result.isSuspicious()) {
            say(result.address() + ": more than half of its ports are open; something in between may answer for it.");
        }
    }

    @Override
    public void alive(Address host, long rttMicros) {
        foundOpen++;
        finished++;
        if (keeps()) {
            alive.put(host, new PmapJson.Alive(host, rttMicros, true));
        }
        progress.clear();
        output.alive(host, rttMicros);
    }

    @Override
    public void silent(Address host) {
        finished++;
        if (keeps() && request.plan().settings().everyPort()) {
            alive.put(host, new PmapJson.Alive(host, -1, false));
        }
        progress.clear();
        output.silent(host);
    }

    @Override
    public void chose(String sentence) {
        if (request.verbosity() > 0) {
            say(sentence);
        }
    }

    @Override
    public void decided(String sentence) {
        if (request.verbosity() > 1) {
            say(sentence);
        }
    }

    @Override
    public void trouble(String sentence) {
        partial = true;
        say(sentence);
    }

    @Override
    public void progress(Progress now) {
        out.flush();
        progress.tell(now, System.nanoTime());
    }

    private int scan(Scanner scanner, @Nullable AtomicFile file) throws InterruptedException {
        try (Interrupt interrupt = Interrupt.stops(() -> {
            interrupted = true;
            scanner.stop();
        })) {
            scanner.run(this);
            progress.clear();
            int exitCode = interrupted ? Exit.INTERRUPTED : partial ? Exit.PARTIAL : Exit.COMPLETE;
            boolean complete = exitCode == Exit.COMPLETE;
            if (file != null) {
                write(file, complete);
            }
            if (request.format() == PmapRequest.Format.JSON) {
                StringWriter whole = new StringWriter();
                json(new PrintWriter(whole), complete);
                out.print(whole);
            }
            out.flush();
            end();
            interrupt.told();
            return unroutable > 0 && unroutable == finished ? noRoute() : exitCode;
        }
    }

    private void write(AtomicFile file, boolean complete) {
        out.flush(); // both may be standard output
        try {
            json(file.writer(), complete);
            file.commit();
        } catch (JacksonIOException e) {
            throw notWritten(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private CouldNotGoOn notWritten(IOException e) {
        return new CouldNotGoOn("cannot write to " + request.file() + ": " + FileTrouble.writing(e), e);
    }

    private void end() {
        if (request.plan().kind() == ScanPlan.Kind.TCP
                        && !request.plan().targets().single()
                || interrupted) {
            say((interrupted ? "Stopped early: " : "") + foundOpen
                    + (request.plan().kind() == ScanPlan.Kind.TCP ? " open ports" : " hosts answer") + "; " + finished
                    + " of " + request.plan().targets().count() + " hosts finished.");
        }
        if (request.verbosity() > 0) {
            say("Elapsed: " + PmapJson.millis(elapsed().toNanos() / 1000) + " ms.");
        }
    }

    private int noRoute() {
        throw new CouldNotScan("this machine has no route to "
                + (finished == 1 ? request.targetsText() : "any of these hosts") + "; nothing could be scanned");
    }

    private void json(Writer to, boolean complete) {
        Map<Address, HostResult> told = new TreeMap<>(hosts);
        unfinished.forEach((address, ports) -> told.putIfAbsent(
                address,
                new HostResult(address, HostResult.Verdict.SCANNED, ports, 0, 0, 0, unknown(ports), List.of())));
        PmapJson.whole(to, request, started, elapsed(), complete, told.values(), alive.values());
    }

    /** Of a host that was not finished, all but the open ports. */
    private int unknown(List<PortResult> open) {
        return request.plan().ports().count() - open.size();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Results are kept in memory only where a whole JSON is wanted at the end. */
    private boolean keeps() {
        return request.file() != null || request.format() == PmapRequest.Format.JSON;
    }

    private void say(String sentence) {
        progress.clear();
        terminal.err().println("paymap: " + Table.safe(sentence));
    }
}
