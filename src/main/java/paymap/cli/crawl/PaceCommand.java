package paymap.cli.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Durations;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.JsonOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.crawl.SiteMemory;
import paymap.crawl.watch.Activity;
import paymap.crawl.watch.SitePace;
import paymap.pace.ByHand;
import paymap.pace.PaceState;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The pace that all crawls of a site obey, shown and changed by hand. */
@Command(
        name = "pace",
        description = "Show how fast a site may be asked, leave it alone for a while, or ask it more slowly.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "All crawls of the site obey, those under way with their next request; one whose --max-wait is shorter ends,"
                    + " and can be continued.",
            "",
            "Examples:",
            "  paymap pace lagou",
            "  paymap pace lagou --block 2h",
            "  paymap pace lagou --slow 30s"
        })
public final class PaceCommand implements Callable<Integer> {

    private static final String SHOW = "--show";
    private static final String BLOCK = "--block";
    private static final String SLOW = "--slow";
    private static final String FORGET = "--forget";

    private final Terminal terminal;
    private final Sites sites;

    @Parameters(
            paramLabel = "SITE",
            description = "A site that was crawled before: its name, host:port, or an address.")
    private String site = "";

    @Option(names = SHOW, description = "Only show it, as without any of the others.")
    private boolean show;

    @Option(
            names = BLOCK,
            paramLabel = "TIME",
            description = "Leave the site alone so long from now, e.g. 15min, 2h, up to 7d; a longer time that the site"
                    + " asked for stays.")
    private @Nullable String block;

    @Option(
            names = SLOW,
            paramLabel = "TIME",
            description = "Start at most one request in so long, e.g. 30s, up to 1h, and get faster again as slowly as"
                    + " after six refusals.")
    private @Nullable String slow;

    @Option(
            names = FORGET,
            description = "Forget all of it without asking: the next crawl begins as if the site had never refused.")
    private boolean forget;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private JsonOption json = new JsonOption();

    public PaceCommand(Terminal terminal, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.sites = sites;
    }

    @Override
    public Integer call() {
        requireOne();
        Duration pause = block == null ? null : within(BLOCK, block, ByHand.LONGEST_BLOCK);
        Duration interval = slow == null ? null : within(SLOW, slow, ByHand.SLOWEST);
        String typed = site.strip();
        boolean changes = pause != null || interval != null || forget;
        try (Store store = changes ? database.openExistingToChange() : database.openExisting()) {
            Activity before = store.activity();
            String name = known(before, typed).site();
            if (forget) {
                store.forgetPace(name);
                terminal.out().println(Words.say("The pace towards %s is forgotten.", Table.safe(name)));
                tellOfCrawls(before, name);
                return Exit.COMPLETE;
            }
            if (pause != null) {
                block(store, name, pause);
            }
            if (interval != null) {
                slow(store, name, interval);
            }
            Activity after = store.activity();
            ShownPace shown = new ShownPace(known(after, name), after.at());
            terminal.out().print(json.wanted() ? Json.text(shown.tree()) + "\n" : shown.text());
            return Exit.COMPLETE;
        }
    }

    private void block(Store store, String name, Duration pause) {
        boolean[] longer = new boolean[1];
        store.ledger().pace(name, (state, now) -> {
            PaceState blocked =
                    ByHand.blocked(state == null ? PaceState.fresh(Duration.ZERO, now) : state, now.plus(pause));
            longer[0] = !blocked.equals(state);
            return blocked;
        });
        if (longer[0]) {
            store.memory(name).write(SiteMemory.BLOCKED_BECAUSE, Words.say("paymap pace was told so"));
        } else {
            terminal.err().println(Words.say("It is left alone for longer already."));
        }
    }

    private void slow(Store store, String name, Duration interval) {
        boolean[] slower = new boolean[1];
        store.ledger().pace(name, (state, now) -> {
            PaceState slowed =
                    ByHand.slowed(state == null ? PaceState.fresh(Duration.ZERO, now) : state, interval, now);
            slower[0] = !slowed.equals(state);
            return slowed;
        });
        if (!slower[0]) {
            terminal.err().println(Words.say("It is asked as slowly already."));
        }
    }

    /** A crawl keeps its own copy of the pace, and writes that where there is none any more. */
    private void tellOfCrawls(Activity activity, String name) {
        List<String> runs = activity.works().stream()
                .filter(work -> work.isCrawl() && work.site().equals(name))
                .map(work -> Long.toString(work.run().id()))
                .toList();
        if (!runs.isEmpty()) {
            terminal.err().println(Words.say("What crawls it now keeps the pace it has: run %s.", Words.list(runs)));
        }
    }

    private void requireOne() {
        List<String> given = new ArrayList<>();
        if (show) {
            given.add(SHOW);
        }
        if (block != null) {
            given.add(BLOCK);
        }
        if (slow != null) {
            given.add(SLOW);
        }
        if (forget) {
            given.add(FORGET);
        }
        if (given.size() > 1) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", given.get(0), given.get(1)));
        }
    }

    private static Duration within(String option, String typed, Duration most) {
        Duration time = Durations.PAUSE.of(typed);
        if (time.compareTo(most) > 0) {
            String longest = most.toDays() > 0 ? most.toDays() + "d" : most.toHours() + "h";
            throw new IllegalArgumentException(
                    Words.say("%s must be at most %s: \"%s\"", option, longest, Table.safe(typed)));
        }
        return time;
    }

    /** @throws CommandFailed if nothing is known of it */
    private SitePace known(Activity activity, String typed) {
        String name = activity.paceOf(typed).isPresent() ? typed : ChosenSite.nameOf(typed, sites);
        return activity.paceOf(name).orElseThrow(() -> {
            List<String> known = activity.paces().stream()
                    .map(pace -> Table.safe(pace.site()))
                    .toList();
            return new CommandFailed(
                    known.isEmpty()
                            ? Words.say("no pace towards \"%s\" is known; nothing was crawled yet", name)
                            : Words.say("no pace towards \"%s\" is known; known are: %s", name, Words.list(known)));
        });
    }
}
