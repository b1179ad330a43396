package paymap.cli.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import paymap.cli.console.Exit;
import paymap.cli.console.Interrupt;
import paymap.cli.console.ProgressLine;
import paymap.cli.console.RedrawnLines;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.Look;
import paymap.crawl.watch.Rhythm;
import paymap.job.RunRow;
import paymap.job.RunRow.State;
import paymap.pace.ThreadWorkers;
import paymap.store.Store;
import paymap.words.Words;

/** Looks at what is under way until nothing is: a drawing in a terminal, else a line for each change. */
public final class Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** What comes between two looks. */
    interface Pause {

        /** Waits a moment; false = a person has seen enough. */
        boolean goesOn() throws InterruptedException;
    }

    private final Terminal terminal;
    private final RedrawnLines lines;
    private final Store store;
    private final Predicate<RunRow> wanted;
    private final Rhythm rhythm = new Rhythm();
    private Map<Long, Look> shown = new LinkedHashMap<>();

    Watch(Terminal terminal, Store store, Predicate<RunRow> wanted) {
        this.terminal = terminal;
        this.lines = new RedrawnLines(terminal);
        this.store = store;
        this.wanted = wanted;
    }

    /**
     * Watches until nothing of what is wanted is under way, or Ctrl-C.
     *
     * @param wanted which runs
     * @return the exit code
     */
    public static int run(Terminal terminal, Store store, Predicate<RunRow> wanted) throws InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        try (ThreadWorkers<Boolean> clock = new ThreadWorkers<>(1, "paymap-watch");
                Interrupt interrupt = Interrupt.stops(() -> {
                    stopped.set(true);
                    clock.wake();
                })) {
            int exitCode = new Watch(terminal, store, wanted).until(() -> {
                clock.await(BETWEEN_LOOKS);
                return !stopped.get();
            });
            interrupt.reported();
            return exitCode;
        }
    }

    int until(Pause pause) throws InterruptedException {
        while (look()) {
            if (!pause.goesOn()) {
                return Exit.INTERRUPTED;
            }
        }
        terminal.out().println(Words.say("Nothing is under way."));
        return Exit.COMPLETE;
    }

    /** @return whether anything is under way */
    private boolean look() {
        Activity all = store.activity();
        Activity activity = new Activity(
                all.at(),
                all.works().stream().filter(work -> wanted.test(work.run())).toList(),
                all.paces());
        rhythm.see(activity);
        Map<Long, Look> now = new LinkedHashMap<>();
        Look.at(activity, rhythm).forEach(look -> now.put(look.run(), look));
        tellEnded(now);
        if (lines.isLive()) {
            lines.draw(
                    now.values().stream().flatMap(look -> drawn(look).stream()).toList());
        } else {
            now.values().stream()
                    .filter(look -> look.isNewsTo(shown.get(look.run())))
                    .forEach(look -> terminal.out().println(line(look)));
        }
        shown = now;
        return !activity.isIdle();
    }

    private void tellEnded(Map<Long, Look> now) {
        List<Long> ended =
                shown.keySet().stream().filter(run -> !now.containsKey(run)).toList();
        if (ended.isEmpty()) {
            return;
        }
        Map<Long, RunRow> runs = store.runs().stream().collect(Collectors.toMap(RunRow::id, run -> run));
        lines.draw(List.of());
        for (long id : ended) {
            RunRow run = runs.get(id);
            terminal.out().println(run == null ? Words.say("Run %d was forgotten.", id) : Table.safe(ended(run)));
        }
    }

    private static String ended(RunRow run) {
        String state = run.standing().state().words();
        String rows = Words.count(run.brought().rows(), "row");
        return run.standing().state() == State.ENDED_EARLY
                        && !run.standing().why().isEmpty()
                ? Words.say(
                        "Run %d %s, with %s: %s",
                        run.id(), state, rows, run.standing().why())
                : Words.say("Run %d is %s, with %s.", run.id(), state, rows);
    }

    private static List<String> drawn(Look look) {
        List<String> drawn = new ArrayList<>(List.of(look.title()));
        String bar = look.share() == null
                ? ""
                : ProgressLine.bar(look.share().done(), look.share().total());
        String first = (bar + "  " + look.left()).strip();
        if (!first.isEmpty()) {
            drawn.add("  " + first);
        }
        look.said().forEach(line -> drawn.add("  " + line));
        return drawn;
    }

    private static String line(Look look) {
        List<String> parts = new ArrayList<>(look.said());
        if (!look.left().isEmpty()) {
            parts.add(look.left());
        }
        String said = parts.stream()
                .reduce((one, next) -> Words.say("%s; %s", one, next))
                .orElse("");
        return Table.safe(Words.say("%s: %s", look.title(), said));
    }
}
