package paymap.cli.settings;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.CannotDraw;
import paymap.chart.draw.DrawingCheck;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.console.TextEncoding;
import paymap.cli.console.UserAgent;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.JsonOption;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.crawl.JobSite;
import paymap.crawl.Outcome;
import paymap.crawl.SiteMemory;
import paymap.pace.SteadyClock;
import paymap.pmap.ping.AvailablePingers;
import paymap.site.CrawlableSite.Visit;
import paymap.store.sqlite.DatabaseCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether this machine has what the commands need. */
@Command(
        name = "doctor",
        description = "Check whether crawl, chart and pmap can work here, and say what would help.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Nothing is sent anywhere but to 127.0.0.1, unless --network is given; the database is only read.",
            "Exit codes: 0 the main commands can work, 1 one of them cannot.",
            "",
            "Examples:",
            "  paymap doctor",
            "  paymap doctor --network --json"
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final long LITTLE_SPACE = 200L << 20;
    private static final long NO_SPACE = 10L << 20;

    private final Terminal terminal;
    private final Settings settings;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--site",
            completionCandidates = SiteNames.class,
            description = "With --network: ${COMPLETION-CANDIDATES} or an address; default: the first of these.")
    private @Nullable String site;

    @Option(names = "--network", description = "Also ask the site for its robots.txt, with one request.")
    private boolean network;

    @Mixin
    private JsonOption json = new JsonOption();

    public DoctorCommand(Terminal terminal, Stores stores, Settings settings) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Sites sites = settings.sites();
        ChosenSite choice = ChosenSite.of(site == null ? sites.usual() : site, sites);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor")));
        findings.add(encoding(settings.encoding()));
        findings.add(fonts());
        findings.add(ping(AvailablePingers.here()));
        DatabaseCheck check = database.check();
        findings.add(database(check));
        findings.add(disk(check.freeBytes()));
        findings.add(config());
        if (network) {
            findings.add(site(choice));
        }
        terminal.out().print(json.wanted() ? Json.text(tree(findings)) + "\n" : text(findings));
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.TROUBLE)
                ? Exit.FAILED
                : Exit.COMPLETE;
    }

    static Finding encoding(TextEncoding encoding) {
        return encoding.isUtf8()
                ? Finding.ok("encoding", "UTF-8")
                : Finding.warning("encoding", encoding.found() + ", so Chinese is refused", encoding.remedy());
    }

    private static Finding fonts() {
        try {
            DrawingCheck.run();
            return Finding.ok("fonts", "charts can be drawn, Chinese too");
        } catch (CannotDraw e) {
            return Finding.trouble("fonts", String.valueOf(e.getMessage()), "chart writes the report without pictures");
        }
    }

    static Finding ping(AvailablePingers ways) {
        List<String> usable = new ArrayList<>();
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("ICMP socket", ways.icmp());
        all.put("fping", ways.fping());
        all.put("ping", ways.ping());
        all.forEach((name, works) -> {
            if (works) {
                usable.add(name);
            }
        });
        return usable.isEmpty()
                ? Finding.warning(
                        "ping",
                        "no ICMP socket is permitted, and neither fping nor ping works",
                        "pmap -f tcp needs none; Debian: apt-get install iputils-ping")
                : Finding.ok("ping", "pmap can use: " + String.join(", ", usable));
    }

    private Finding database(DatabaseCheck check) {
        if (!check.trouble().isEmpty()) {
            return Finding.trouble("database", check.trouble(), "name another with --db");
        }
        if (!check.damage().isEmpty()) {
            return Finding.trouble(
                    "database",
                    database.path() + " is damaged: " + check.damage(),
                    "keep a copy, then: sqlite3 " + database.path() + " .recover | sqlite3 new.db");
        }
        if (!check.there()) {
            return Finding.ok("database", database.path() + " is not there yet; crawl makes it");
        }
        String rows = String.format(Locale.ROOT, "%s, %,d rows", database.path(), check.rows());
        return Finding.ok(
                "database", rows + (check.isOlder() ? ", of another schema; the next command updates it" : ""));
    }

    static Finding disk(long free) {
        String space = free == Long.MAX_VALUE
                ? "free space is not known"
                : String.format(Locale.ROOT, "%,d MB free for the database", free >> 20);
        if (free < NO_SPACE) {
            return Finding.trouble("disk", space, "make room: nothing more can be stored");
        }
        return free < LITTLE_SPACE
                ? Finding.warning("disk", space, "make room before a large crawl")
                : Finding.ok("disk", space);
    }

    private Finding config() {
        SettingsFile file = settings.file();
        List<String> troubles = new ArrayList<>(file.trouble().isEmpty() ? List.of() : List.of(file.trouble()));
        List<String> warnings = new ArrayList<>(file.warnings());
        for (SettingKey key : SettingKey.values()) {
            settings.trouble(key).ifPresent(troubles::add);
        }
        settings.unknownVariables().forEach(name -> warnings.add("unknown variable " + name));
        if (!troubles.isEmpty()) {
            return Finding.trouble(
                    "config", String.join("; ", troubles), "mend it; paymap config lists what can be set");
        }
        return warnings.isEmpty()
                ? Finding.ok("config", file.found() ? file.path() + " is in order" : "no file, which is fine")
                : Finding.warning("config", String.join("; ", warnings), "paymap config lists what can be set");
    }

    private static Finding site(ChosenSite choice) {
        if (choice.kind() == ChosenSite.Kind.SANDBOX) {
            return Finding.ok("site", "the sandbox runs on this machine");
        }
        URI address = choice.address();
        JobSite site =
                choice.how().visit(new Visit(address, UserAgent.honest())).open(SiteMemory.NONE, new SteadyClock());
        try {
            Outcome outcome = site.readRobots(null, at -> {});
            return outcome instanceof Outcome.Trouble trouble
                    ? Finding.trouble("site", address + ": " + trouble.why(), "check the address and the network")
                    : Finding.ok("site", address + " answered for robots.txt");
        } finally {
            site.cancel();
        }
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String level = finding.level().name().toLowerCase(Locale.ROOT);
            String remedy = finding.remedy().isEmpty() ? "" : " -> " + finding.remedy();
            text.append(String.format(Locale.ROOT, "%-8s %-9s ", level, finding.what()))
                    .append(Table.safe(finding.found() + remedy))
                    .append('\n');
        }
        return text.toString();
    }

    private static List<Map<String, @Nullable Object>> tree(List<Finding> findings) {
        List<Map<String, @Nullable Object>> tree = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, @Nullable Object> branch = new LinkedHashMap<>();
            branch.put("check", finding.what());
            branch.put("level", finding.level().name().toLowerCase(Locale.ROOT));
            branch.put("found", finding.found());
            branch.put("remedy", finding.remedy().isEmpty() ? null : finding.remedy());
            tree.add(branch);
        }
        return tree;
    }
}
