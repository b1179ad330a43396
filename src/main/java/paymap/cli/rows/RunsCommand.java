package paymap.cli.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.ContinueCommand;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.JsonOption;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.cli.watch.Watch;
import paymap.crawl.SiteMemory;
import paymap.job.MadeUpData;
import paymap.job.RunRow;
import paymap.job.RunRow.Kind;
import paymap.job.RunRow.State;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was done when, and what is unfinished. */
@Command(
        name = "runs",
        description = "List the runs that brought the rows, and how to continue the unfinished ones.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Times are local. A run takes from its first beginning to its last end, pauses included.",
            "",
            "Examples:",
            "  paymap runs",
            "  paymap runs --last 5 --site sandbox --json",
            "  paymap runs --watch"
        })
public final class RunsCommand implements Callable<Integer> {

    private static final String LAST = "--last";
    private static final String WATCH = "--watch";
    private static final int CITIES_SHOWN = 6;

    private final Terminal terminal;
    private final Sites sites;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            completionCandidates = SiteNames.class,
            description =
                    "Only runs of one site: ${COMPLETION-CANDIDATES}, host:port or the name of an import; default: of"
                            + " all.")
    private @Nullable String site;

    @Option(names = LAST, paramLabel = "N", description = "Only the newest N; default: all.")
    private @Nullable Integer last;

    @Option(
            names = {"-v", "--verbose"},
            description = "Of each run that is not complete: why, and how to continue it.")
    private boolean verbose;

    @Option(
            names = WATCH,
            description = "Stay and tell of the runs under way: who works on them, what they hold, how fast they may go"
                    + " and why they wait, and the time left; until none is, or Ctrl-C.")
    private boolean watch;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Map<Long, String> keywords = new HashMap<>(); // of each series, by commas

    public RunsCommand(Terminal terminal, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.sites = sites;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (watch) {
            return watched();
        }
        if (last != null && last < 1) {
            throw new IllegalArgumentException(Words.say("--last must be at least 1: %d", last));
        }
        try (Store store = database.openExisting()) {
            List<RunRow> all = store.runs();
            all.forEach(run -> keywords.merge(series(run), run.work().keyword(), (one, next) -> one + "," + next));
            List<RunRow> runs = chosen(all);
            if (json.wanted()) {
                terminal.out()
                        .println(Json.text(
                                runs.stream().map(run -> tree(run, store)).toList()));
            } else if (runs.isEmpty()) {
                terminal.out().println(Words.say("No runs yet; paymap crawl begins one."));
            } else {
                terminal.out().print(table(runs).text(terminal.tableColumns()));
                terminal.out().print(advice(runs, store));
            }
            return Exit.COMPLETE;
        }
    }

    private int watched() throws InterruptedException {
        if (json.wanted() || last != null) {
            throw new IllegalArgumentException(
                    Words.say("%s and %s exclude each other", WATCH, json.wanted() ? "--json" : LAST));
        }
        String name = site == null ? null : ChosenSite.nameOf(site, sites);
        try (Store store = database.openExisting()) {
            return Watch.run(
                    terminal, store, run -> name == null || run.work().site().equals(name));
        }
    }

    private List<RunRow> chosen(List<RunRow> all) {
        boolean stored = all.stream().anyMatch(run -> run.work().site().equals(site));
        String name = site == null || stored ? site : ChosenSite.nameOf(site, sites);
        List<RunRow> runs = all.stream()
                .filter(run -> name == null || run.work().site().equals(name))
                .toList();
        if (runs.isEmpty() && name != null) {
            List<String> known =
                    all.stream().map(run -> run.work().site()).distinct().toList();
            throw new CommandFailed(
                    all.isEmpty()
                            ? Words.say("no runs of the site \"%s\"; there are none yet", name)
                            : Words.say("no runs of the site \"%s\"; there are runs of: %s", name, Words.list(known)));
        }
        return last == null ? runs : runs.subList(Math.max(0, runs.size() - last), runs.size());
    }

    private Table table(List<RunRow> runs) {
        Table table = new Table(
                Words.say("Run"),
                Words.say("kind"),
                Words.say("site"),
                Words.say("keyword"),
                Words.say("cities"),
                Words.say("per city"),
                Words.say("state"),
                Words.say("rows"),
                Words.say("new"),
                Words.say("pages"),
                Words.say("started"),
                Words.say("took"));
        for (RunRow run : runs) {
            table.row(
                    run.id(),
                    run.kind().words(),
                    MadeUpData.named(run.work().site(), run.madeUp()),
                    run.work().keyword(),
                    cities(run.work().cities()),
                    perCity(run),
                    run.standing().state().words(),
                    run.brought().rows(),
                    run.brought().fresh(),
                    run.brought().pages(),
                    LocalTime.of(run.started()),
                    took(run));
        }
        return table;
    }

    private static String perCity(RunRow run) {
        if (run.isWhole()) {
            return Words.say("all");
        }
        return run.work().perCity() == 0 ? "-" : Integer.toString(run.work().perCity());
    }

    private static String cities(List<String> names) {
        return names.size() <= CITIES_SHOWN
                ? String.join(",", names)
                : String.join(",", names.subList(0, CITIES_SHOWN - 1)) + " +" + (names.size() - CITIES_SHOWN + 1);
    }

    /** What is to be said of runs that are not complete: of several at once only which, unless more is wanted. */
    private String advice(List<RunRow> runs, Store store) {
        List<RunRow> open = runs.stream()
                .filter(run -> run.standing().state() != State.COMPLETE)
                .toList();
        Map<Long, RunRow> first = new LinkedHashMap<>(); // the same command continues a whole series
        open.forEach(run -> first.putIfAbsent(series(run), run));
        if (verbose || first.size() <= 1) {
            return first.values().stream().map(run -> advice(run, store)).collect(Collectors.joining());
        }
        String numbers =
                Words.list(open.stream().map(run -> Long.toString(run.id())).toList());
        return "\n" + Words.say("Not complete: runs %s; -v tells why, and how to continue them.", numbers) + "\n";
    }

    private String advice(RunRow run, Store store) {
        String said = Table.safe(standing(run));
        String again = continuation(run, store);
        if (again != null) {
            boolean underWay = run.standing().state() == State.UNDER_WAY;
            String how = underWay ? Words.say("%s; to take part:", said) : Words.say("%s; to continue:", said);
            return "\n" + how + "\n  " + again + "\n";
        }
        String how = run.kind() == Kind.IMPORT
                ? Words.say("%s; import the same files again.", said)
                : Words.say("%s; a later run of the same plan is the one that would be continued.", said);
        return "\n" + how + "\n";
    }

    private static String standing(RunRow run) {
        String state = run.standing().state().words();
        if (run.standing().state() != State.ENDED_EARLY) {
            return Words.say("Run %d is %s", run.id(), state);
        }
        String ended = Words.say("Run %d %s", run.id(), state);
        String why = run.standing().why();
        return why.isEmpty() ? ended : Words.say("%s: %s", ended, why);
    }

    /** By what runs that were begun together are the same. */
    private static long series(RunRow run) {
        return Objects.requireNonNullElse(run.work().series(), run.id());
    }

    /** The command line that goes on with a run; null = none does. */
    private @Nullable String continuation(RunRow run, Store store) {
        return run.standing().continues()
                ? ContinueCommand.of(
                        run,
                        Objects.requireNonNull(keywords.get(series(run))),
                        store.memory(run.work().site()).read(SiteMemory.ADDRESS).orElse(null),
                        database.name(),
                        sites)
                : null;
    }

    private Map<String, @Nullable Object> tree(RunRow run, Store store) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("run", run.id());
        tree.put("kind", run.kind().code());
        tree.put("site", run.work().site());
        tree.put("made_up", run.madeUp());
        tree.put("series", run.work().series());
        tree.put("keyword", run.work().keyword());
        tree.put("cities", run.work().cities());
        tree.put("per_city", run.work().perCity());
        tree.put("whole", run.isWhole());
        tree.put("state", run.standing().state().name().toLowerCase(Locale.ROOT));
        tree.put("why", run.standing().why());
        tree.put("rows", run.brought().rows());
        tree.put("new", run.brought().fresh());
        tree.put("pages", run.brought().pages());
        tree.put("started", run.started().toString());
        tree.put(
                "ended",
                run.standing().ended() == null ? null : run.standing().ended().toString());
        tree.put("continue", continuation(run, store));
        return tree;
    }

    private String took(RunRow run) {
        Instant end = run.standing().state() == State.UNDER_WAY
                ? clock.instant()
                : run.standing().ended();
        return end == null || run.standing().state() == State.UNFINISHED
                ? "-"
                : length(Duration.between(run.started(), end));
    }

    static String length(Duration took) {
        long seconds = took.toSeconds();
        if (seconds < 60) {
            return Words.say("%.1f s", took.toMillis() / 1000.0);
        }
        return seconds < 3600
                ? Words.say("%d min %02d s", seconds / 60, seconds % 60)
                : Words.say("%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
