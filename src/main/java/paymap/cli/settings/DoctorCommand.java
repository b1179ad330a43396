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
import paymap.words.Words;
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
            paramLabel = "SITE",
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
                : Finding.warning(
                        "encoding", Words.say("%s, so Chinese is refused", encoding.found()), encoding.remedy());
    }

    private static Finding fonts() {
        try {
            DrawingCheck.run();
            return Finding.ok("fonts", Words.say("charts can be drawn, Chinese too"));
        } catch (CannotDraw e) {
            return Finding.trouble(
                    "fonts", String.valueOf(e.getMessage()), Words.say("chart writes the report without pictures"));
        }
    }

    static Finding ping(AvailablePingers ways) {
        List<String> usable = new ArrayList<>();
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put(Words.say("ICMP socket"), ways.icmp());
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
                        Words.say("no ICMP socket is permitted, and neither fping nor ping works"),
                        Words.say("pmap -f tcp needs none; Debian: apt-get install iputils-ping"))
                : Finding.ok("ping", Words.say("pmap can use: %s", Words.list(usable)));
    }

    private Finding database(DatabaseCheck check) {
        if (!check.trouble().isEmpty()) {
            return Finding.trouble("database", check.trouble(), Words.say("name another with --db"));
        }
        if (!check.damage().isEmpty()) {
            return Finding.trouble(
                    "database",
                    Words.say("%s is damaged: %s", database.name(), check.damage()),
                    Words.say(
                            "keep a copy, then: paymap import %1$s --db new.db, or sqlite3 %1$s .recover | sqlite3 new.db",
                            database.name()));
        }
        if (!check.there()) {
            return Finding.ok("database", Words.say("%s is not there yet; crawl makes it", database.name()));
        }
        return Finding.ok(
                "database",
                check.isOlder()
                        ? Words.say(
                                "%s, %,d rows, of another schema; the next command updates it",
                                database.name(), check.rows())
                        : Words.say("%s, %,d rows", database.name(), check.rows()));
    }

    static Finding disk(long free) {
        String space = free == Long.MAX_VALUE
                ? Words.say("free space is not known")
                : Words.say("%,d MB free for the database", free >> 20);
        if (free < NO_SPACE) {
            return Finding.trouble("disk", space, Words.say("make room: nothing more can be stored"));
        }
        return free < LITTLE_SPACE
                ? Finding.warning("disk", space, Words.say("make room before a large crawl"))
                : Finding.ok("disk", space);
    }

    private Finding config() {
        SettingsFile file = settings.file();
        List<String> troubles = new ArrayList<>(file.trouble().isEmpty() ? List.of() : List.of(file.trouble()));
        List<String> warnings = new ArrayList<>(file.warnings());
        for (SettingKey key : SettingKey.values()) {
            settings.trouble(key).ifPresent(troubles::add);
        }
        settings.unknownVariables().forEach(name -> warnings.add(Words.say("unknown variable %s", name)));
        if (!troubles.isEmpty()) {
            return Finding.trouble(
                    "config", String.join("; ", troubles), Words.say("mend it; paymap config lists what can be set"));
        }
        return warnings.isEmpty()
                ? Finding.ok(
                        "config",
                        file.found() ? Words.say("%s is in order", file.path()) : Words.say("no file, which is fine"))
                : Finding.warning(
                        "config", String.join("; ", warnings), Words.say("paymap config lists what can be set"));
    }

    private static Finding site(ChosenSite choice) {
        if (choice.kind() == ChosenSite.Kind.SANDBOX) {
            return Finding.ok("site", Words.say("the sandbox runs on this machine"));
        }
        URI address = choice.address();
        JobSite site =
                choice.how().visit(new Visit(address, UserAgent.honest())).open(SiteMemory.NONE, new SteadyClock());
        try {
            Outcome outcome = site.readRobots(null, at -> {});
            return outcome instanceof Outcome.Trouble trouble
                    ? Finding.trouble(
                            "site", address + ": " + trouble.why(), Words.say("check the address and the network"))
                    : Finding.ok("site", Words.say("%s answered for robots.txt", address));
        } finally {
            site.cancel();
        }
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String remedy = finding.remedy().isEmpty() ? "" : " -> " + finding.remedy();
            text.append(Table.padded(level(finding.level()), 9))
                    .append(Table.padded(name(finding.what()), 10))
                    .append(Table.safe(finding.found() + remedy))
                    .append('\n');
        }
        return text.toString();
    }

    /** A check as people call it. */
    private static String name(String check) {
        return switch (check) {
            case "encoding" -> Words.say("encoding");
            case "fonts" -> Words.say("fonts");
            case "database" -> Words.say("database");
            case "disk" -> Words.say("disk");
            case "config" -> Words.say("config");
            case "site" -> Words.say("site");
            default -> check;
        };
    }

    private static String level(Finding.Level level) {
        return switch (level) {
            case OK -> Words.say("ok");
            case WARNING -> Words.say("warning");
            case TROUBLE -> Words.say("trouble");
        };
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
