package paymap.cli.crawl;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Durations;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Terminal;
import paymap.cli.console.Traced;
import paymap.cli.console.UserAgent;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.CityCodes;
import paymap.cli.options.ContinueCommand;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.ReportOptions;
import paymap.cli.options.Sandbox;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.crawl.CrawlPlan;
import paymap.crawl.CrawlReport;
import paymap.crawl.JobSite;
import paymap.crawl.Ledger;
import paymap.crawl.SiteMemory;
import paymap.crawl.engine.Crawler;
import paymap.files.FileRights;
import paymap.job.City;
import paymap.pace.Rate;
import paymap.site.CrawlableSite;
import paymap.site.CrawlableSite.Opening;
import paymap.site.CrawlableSite.Visit;
import paymap.site.SiteOption;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Collects listings. */
@Command(
        name = "crawl",
        description = "Collect job listings, politely, into a database.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The same command continues a crawl that was interrupted. No recruiter's data is ever stored.",
            "",
            "Examples:",
            "  paymap crawl --cities bj,sh,gz,sz --site sandbox",
            "  paymap crawl --cities 北京,上海 --keyword java --per-city 200",
            "  paymap crawl --cities bj --whole",
            "  paymap crawl --cities all --keyword Python,Java,Go --yes",
            "  paymap crawl --cities bj --cookies cookies.txt --user-agent \"$MY_BROWSER\""
        })
public final class CrawlCommand implements Callable<Integer>, Traced {

    enum RobotsChoice {
        OBEY,
        IGNORE
    }

    private final Terminal terminal;
    private final Sites sites;
    private final String[] args;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {ContinueCommand.CITIES, "--city"},
            paramLabel = "CITIES",
            required = true,
            completionCandidates = CityCodes.class,
            description = "One or more by commas: codes, pinyin or Chinese, e.g. bj,shanghai,广州; the codes are"
                    + " ${COMPLETION-CANDIDATES}. Or all: the 369 places of the mainland at or directly below the level of"
                    + " provinces, as of 2023-06-30.")
    private String cities = "";

    @Option(
            names = ContinueCommand.KEYWORD,
            paramLabel = "KEYWORDS",
            description = "What to search for, one or more by commas; each is a run of its own; default:"
                    + " ${DEFAULT-VALUE}.")
    private String keyword = "python";

    @Option(
            names = ContinueCommand.PER_CITY,
            paramLabel = "ROWS",
            description = "Distinct (city, title, salary) wanted in each city, 1 to 10000; default: ${DEFAULT-VALUE}.")
    private int perCity = 100;

    @Option(
            names = ContinueCommand.WHOLE,
            description =
                    "Every page that the site shows of each city, instead of the first rows; what stats --age goes"
                            + " by.")
    private boolean whole;

    @Option(
            names = ContinueCommand.SITE,
            paramLabel = "SITE",
            completionCandidates = SiteNames.class,
            description =
                    "A site by its name (${COMPLETION-CANDIDATES}), the sandbox being a made-up one that paymap runs"
                            + " itself, or an address that speaks the same protocol, e.g. http://127.0.0.1:8080;"
                            + " default: the first of these.")
    private @Nullable String site;

    @Option(
            names = {"-n", "--threads"},
            paramLabel = "COUNT",
            description = "Requests under way at once, 1 to 64; default: ${DEFAULT-VALUE}.")
    private int threads = 4;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description =
                    "The most requests to start, all threads together, e.g. 12/min, 5/s or 300/h; max only towards"
                            + " this machine; default: what suits the site. Slower when the site asks for it.")
    private @Nullable String rate;

    @Option(
            names = "--max-wait",
            paramLabel = "TIME",
            description = "The longest wait because of refusals, e.g. 90s, 15min, 2h; then it ends as partial; default:"
                    + " ${DEFAULT-VALUE}.")
    private String maxWait = "15min";

    @Mixin
    private DatabaseOption database;

    @Option(
            names = ContinueCommand.COOKIES,
            paramLabel = "FILE",
            description =
                    "Begin with the session of your own browser: a Netscape cookies.txt, as browser extensions"
                            + " export it. Only read, never stored or logged. Without --era the rendered pages come first then.")
    private @Nullable Path cookies;

    @Option(names = "--user-agent", paramLabel = "TEXT", description = "Default: an honest one that names paymap.")
    private String userAgent = UserAgent.honest();

    @Option(
            names = "--robots",
            paramLabel = "obey|ignore",
            description = "obey (default) or ignore what robots.txt asks for.")
    private RobotsChoice robots = RobotsChoice.OBEY;

    @Option(
            names = ContinueCommand.SEED,
            paramLabel = "N",
            description = "For " + ContinueCommand.SITE + " " + Sandbox.TYPED
                    + ": other postings for another number; default: 1.")
    private long seed = 1;

    @Option(names = ContinueCommand.NEW_RUN, description = "Begin anew though the same crawl is unfinished.")
    private boolean newRun;

    @Option(names = "--yes", description = "Begin though it can take more than a day.")
    private boolean yes;

    @Mixin
    private ReportOptions printing = new ReportOptions();

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell each unusual decision, and traces of errors.")
    private boolean verbose;

    public CrawlCommand(Terminal terminal, Stores stores, Sites sites, String... args) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.sites = sites;
        this.args = args.clone();
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        ChosenSite choice = ChosenSite.of(site == null ? sites.usual() : site, sites);
        boolean inTheSandbox = choice.kind() == ChosenSite.Kind.SANDBOX;
        List<CrawlPlan> plans = CrawlPlan.forEach(
                keyword, choice.name(), City.listOf(cities), wanted(), inTheSandbox ? Sandbox.source(seed) : "");
        Crawler.Settings settings = new Crawler.Settings(
                rateTowards(choice), Durations.WAIT.of(maxWait), robots == RobotsChoice.OBEY, newRun);
        requireThreads();
        warnAboutCookies();
        if (inTheSandbox) {
            try (Sandbox.Running running = sites.sandbox().start(seed)) {
                return crawl(plans, settings, running.how(), running.address());
            }
        }
        return crawl(plans, settings, choice.how(), choice.address());
    }

    @Override
    public boolean traced() {
        return verbose;
    }

    private int crawl(List<CrawlPlan> plans, Crawler.Settings settings, CrawlableSite how, URI address)
            throws InterruptedException {
        String name = plans.get(0).site();
        Opening opening = how.visit(new Visit(address, UserAgent.checked(userAgent), cookies, siteOptions()));
        try (Store store = database.open(settings.maxWait(), terminal);
                CrawlProgress progress = new CrawlProgress(printing.progress(terminal), store.memory(name), verbose)) {
            tellHowLong(plans, settings, how.mostPages(), store.ledger());
            SiteMemory memory = store.memory(name);
            if (!name.equals(Sandbox.NAME)) {
                memory.write(SiteMemory.ADDRESS, address.toString());
            }
            JobSite jobSite = opening.open(memory, store.ledger().clock());
            Crawler crawler = Crawler.withThreads(jobSite, store.ledger(), threads, settings, new Random(), progress);
            try (Interrupt interrupt = Interrupt.stops(crawler::stop)) {
                List<CrawlReport> reports = crawler.run(plans);
                progress.end();
                int exitCode = printing.print(SeriesSummary.of(plans, reports, store, asked(reports)), terminal);
                interrupt.reported();
                return exitCode;
            }
        }
    }

    /** @throws IllegalArgumentException if it takes so long that it must be wanted, and nobody said so */
    private void tellHowLong(List<CrawlPlan> plans, Crawler.Settings settings, int mostPages, Ledger ledger) {
        Estimate estimate = Estimate.of(plans, settings, mostPages, ledger);
        if (estimate.needsYes() && !yes) {
            throw new IllegalArgumentException(estimate.refusal());
        }
        if (estimate.isWorthTelling()) {
            printing.progress(terminal).err().println(estimate.said());
        }
    }

    private CrawlSummary.Asked asked(List<CrawlReport> reports) {
        return new CrawlSummary.Asked(
                ContinueCommand.of(args),
                ContinueCommand.of("import", DatabaseOption.NAME, database.name(), "FILE..."),
                reports.stream().mapToInt(CrawlReport::stored).sum(),
                cookies != null,
                robots == RobotsChoice.IGNORE);
    }

    /** Rows of each city, as a plan counts them; a number that is only set gives way. */
    private int wanted() {
        if (!whole) {
            CrawlPlan.requireRows(perCity);
            return perCity;
        }
        if (spec.commandLine().getParseResult().hasMatchedOption(ContinueCommand.PER_CITY)) {
            throw new IllegalArgumentException(
                    Words.say("%s and %s exclude each other", ContinueCommand.WHOLE, ContinueCommand.PER_CITY));
        }
        return CrawlPlan.WHOLE;
    }

    /** What was typed, or set, of the options that one site or another has. */
    private Map<String, String> siteOptions() {
        Map<String, String> given = new HashMap<>();
        for (SiteOption option : sites.options()) {
            String value = spec.findOption(option.name()).getValue();
            if (value != null) {
                given.put(option.name(), value);
            }
        }
        return given;
    }

    private Rate rateTowards(ChosenSite choice) {
        if (rate == null) {
            return choice.usualRate();
        }
        Rate asked = Rate.of(rate);
        if (asked.unlimited() && !choice.isLoopback()) {
            throw new IllegalArgumentException(Words.say(
                    "--rate max is only for this machine itself, not for %s",
                    choice.address().getHost()));
        }
        return asked;
    }

    private void requireThreads() {
        if (threads < 1 || threads > Crawler.MOST_THREADS) {
            throw new IllegalArgumentException(Words.say("-n must be from 1 to %d: %d", Crawler.MOST_THREADS, threads));
        }
    }

    private void warnAboutCookies() {
        if (cookies != null && FileRights.othersCanRead(cookies)) {
            terminal.err()
                    .println("paymap: "
                            + Words.say("other people can read %s; it holds your session. chmod 600 helps.", cookies));
        }
    }
}
