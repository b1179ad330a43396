package paymap.cli.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Prompt;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.job.City;
import paymap.job.Forget;
import paymap.job.Forgotten;
import paymap.job.RunRow;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes rows and runs out again, once it is said which. */
@Command(
        name = "forget",
        description = "Take out again what runs brought: a mistaken import, a site, a keyword.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What would go is shown first, and asked for. Rows that other runs found too stay, without the openings that only"
                    + " the forgotten runs saw. The runs themselves go, unfinished ones too, unless --city leaves them"
                    + " something. How fast a site may be asked is kept.",
            "",
            "Examples:",
            "  paymap forget --run 7",
            "  paymap forget --site boss --keyword java --dry-run",
            "  paymap forget --site imported --city bj,sh --yes"
        })
public final class ForgetCommand implements Callable<Integer> {

    private static final int MOST_CITIES = 6;

    private final Terminal terminal;
    private final Prompt prompt;
    private final Sites sites;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--run",
            split = "[,，]",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "What these runs brought, by commas.")
    private List<Long> runs = List.of();

    @Option(
            names = "--site",
            paramLabel = "SITE",
            completionCandidates = SiteNames.class,
            description =
                    "What is of this site: ${COMPLETION-CANDIDATES}, host:port or the name of an import; with --keyword"
                            + " only what was searched for there.")
    private @Nullable String site;

    @Option(
            names = "--keyword",
            paramLabel = "WORDS",
            description = "What runs for this keyword brought, in any case; \"\" for those without.")
    private @Nullable String keyword;

    @Option(
            names = {"--city", "--cities"},
            paramLabel = "CITIES",
            description = "Of it only these cities, by commas; the runs stay.")
    private @Nullable String city;

    @Option(names = "--dry-run", description = "Only show what would go.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask. Needed where nobody is there to answer.")
    private boolean yes;

    public ForgetCommand(Terminal terminal, Prompt prompt, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.database = new DatabaseOption(stores);
        this.sites = sites;
    }

    @Override
    public Integer call() {
        if (runs.isEmpty() && site == null && keyword == null) {
            throw new IllegalArgumentException(
                    Words.say("what is to be forgotten? --run, --site or --keyword says it"));
        }
        Forget what;
        try (Store store = database.openExisting()) {
            what = chosen(store);
            show(store.forgettable(what));
        }
        if (dryRun) {
            terminal.out().println("\n" + Words.say("Nothing was forgotten: --dry-run."));
            return Exit.COMPLETE;
        }
        if (!yes && !prompt.person()) {
            terminal.err().println("paymap: " + Words.say("nothing was forgotten; --yes does it."));
            return Exit.USAGE;
        }
        if (!yes && !prompt.agrees(Words.say("Forget them?"))) {
            terminal.err().println("paymap: " + Words.say("nothing was forgotten."));
            return Exit.FAILED;
        }
        try (Store store = database.openExistingToChange()) {
            told(store.forget(what));
            return Exit.COMPLETE;
        }
    }

    /** @throws CommandFailed if nothing is stored that is meant */
    private Forget chosen(Store store) {
        List<RunRow> all = store.runs();
        List<Long> ids = all.stream().map(RunRow::id).toList();
        for (long run : runs) {
            if (!ids.contains(run)) {
                throw new CommandFailed(Words.say("there is no run %d; paymap runs lists those that are", run));
            }
        }
        boolean stored = site != null
                && (store.sites().contains(site)
                        || all.stream().anyMatch(run -> run.work().site().equals(site)));
        String name = site == null || stored ? site : ChosenSite.nameOf(site, sites);
        List<String> cities = city == null
                ? List.of()
                : City.listOf(city).stream().map(City::chinese).toList();
        Forget what = new Forget(runs, name, keyword, cities);
        Forgotten goes = store.forgettable(what);
        if (goes.isWithoutRows() && (goes.runs().isEmpty() || !cities.isEmpty())) {
            throw name != null && !store.sites().contains(name)
                    ? Nothing.of(store, name)
                    : new CommandFailed(
                            Words.say("there is nothing of that to forget; paymap runs lists what there is"));
        }
        return what;
    }

    private void show(Forgotten goes) {
        if (!goes.runs().isEmpty()) {
            Table table = new Table(
                    Words.say("Run"),
                    Words.say("kind"),
                    Words.say("site"),
                    Words.say("keyword"),
                    Words.say("state"),
                    Words.say("rows"),
                    Words.say("started"));
            for (RunRow run : goes.runs()) {
                table.row(
                        run.id(),
                        run.kind().words(),
                        run.work().site(),
                        run.work().keyword(),
                        run.standing().state().words(),
                        run.brought().rows(),
                        LocalTime.of(run.started()));
            }
            terminal.out().print(table.text(terminal.tableColumns()) + "\n");
        }
        terminal.out()
                .println(
                        Words.say("To be forgotten: %s%s.", Words.count(goes.gone(), "row"), Table.safe(cities(goes))));
        if (goes.shared() > 0) {
            terminal.out()
                    .println(
                            Words.say("Staying, as other runs found them too: %s.", Words.count(goes.shared(), "row")));
        }
    }

    private static String cities(Forgotten goes) {
        if (goes.rows().isEmpty()) {
            return "";
        }
        Map<String, Long> cities = goes.rows().stream()
                .collect(Collectors.groupingBy(
                        Forgotten.Rows::city, LinkedHashMap::new, Collectors.summingLong(Forgotten.Rows::rows)));
        List<String> named = cities.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_CITIES)
                .map(each -> Words.say("%s %,d", each.getKey(), each.getValue()))
                .toList();
        int more = cities.size() - named.size();
        String list = Words.list(named);
        return more > 0 ? Words.say(" (%s and %d more cities)", list, more) : Words.say(" (%s)", list);
    }

    private void told(Forgotten gone) {
        terminal.err().println(Words.say("Forgotten: %s.", Words.count(gone.gone(), "row")));
        if (database.isFile()) {
            terminal.err()
                    .println(Words.say(
                            "The file keeps its size, and new rows take the room; sqlite3 %s vacuum makes it smaller.",
                            Table.safe(database.name())));
        }
    }
}
