package paymap.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.CityPay;
import paymap.job.JobStore.Filter;
import paymap.store.SqliteStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was found, in figures. */
@Command(
        name = "stats",
        description = "Print what each city pays, from the rows that were collected.",
        mixinStandardHelpOptions = true,
        versionProvider = Paymap.Version.class,
        footer = {
            "",
            "A city's mean is that of the midpoints of its distinct (city, title, salary) rows; the mean over all",
            "openings behind them stands beside it. Quantiles are PERCENTILE_CONT (R type 7).",
            "",
            "Examples:",
            "  paymap stats",
            "  paymap stats --site sandbox --city bj,sz --json"
        })
final class StatsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--db", paramLabel = "FILE", description = "The database; default: ${DEFAULT-VALUE}.")
    private Path db = Path.of("data", "paymap.db");

    @Option(
            names = "--site",
            description = "lagou, sandbox, host:port or the name of an import; default: the one collected last.")
    private @Nullable String site;

    @Option(names = "--keyword", description = "Only rows that a search for it found; default: all.")
    private @Nullable String keyword;

    @Option(names = "--city", paramLabel = "CITIES", description = "Only these, by commas; default: all.")
    private @Nullable String city;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (SqliteStore store = SqliteStore.openExisting(db)) {
            String chosen = site == null ? store.latestSite().orElse("") : siteName(site);
            if (!store.sites().contains(chosen)) {
                throw new IllegalArgumentException(noRows(store, chosen));
            }
            List<String> cities = city == null
                    ? List.of()
                    : City.listOf(city).stream().map(City::chinese).toList();
            List<CityPay> pay = CityPay.of(store.payGroups(new Filter(chosen, keyword, cities)));
            if (pay.isEmpty()) {
                throw new IllegalArgumentException("no rows of " + chosen + " match the filter");
            }
            print(chosen, pay);
            return Exit.COMPLETE;
        }
    }

    private void print(String chosen, List<CityPay> pay) {
        if (json) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("site", chosen);
            tree.put("keyword", keyword);
            tree.put("unit", PayTable.UNIT);
            tree.put("cities", PayTable.tree(pay));
            terminal.out().println(json(tree));
            return;
        }
        terminal.out().println(Table.safe(chosen + ": " + PayTable.UNIT));
        terminal.out().print(PayTable.text(pay));
    }

    static String json(Object tree) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(tree);
    }

    static String siteName(String typed) {
        return typed.equals("sandbox") ? SiteChoice.SANDBOX_NAME : typed;
    }

    static String noRows(SqliteStore store, String chosen) {
        List<String> sites = store.sites();
        return sites.isEmpty()
                ? "the database holds no rows yet; paymap crawl collects some, paymap import takes in what you saved"
                : "no rows of the site \"" + chosen + "\"; there are rows of: " + String.join(", ", sites);
    }
}
