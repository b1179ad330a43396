package paymap.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.JobStore.Filter;
import paymap.store.SqliteStore;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which rows are meant; the same for every command that reads them. */
final class RowChoice {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--site",
            description = "lagou, sandbox, host:port or the name of an import; default: the one collected last.")
    private @Nullable String site;

    @Option(names = "--keyword", description = "Only rows that a search for it found; default: all.")
    private @Nullable String keyword;

    @Option(names = "--city", paramLabel = "CITIES", description = "Only these, by commas; default: all.")
    private @Nullable String city;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Only rows seen since " + Since.ALLOWED + "; default: all.")
    private @Nullable String since;

    /** Whether a person typed it; a setting gives way. */
    boolean namesSite() {
        return command.commandLine().getParseResult().hasMatchedOption("--site");
    }

    /** @throws IllegalArgumentException if an option is wrong, or no row is of that site */
    Filter filter(SqliteStore store, Instant now) {
        String chosen = site == null ? store.latestSite().orElse("") : StatsCommand.siteName(site);
        if (!store.sites().contains(chosen)) {
            throw new IllegalArgumentException(StatsCommand.noRows(store, chosen));
        }
        return filter(store, chosen, now);
    }

    /** The same for another site. */
    Filter filter(SqliteStore store, String chosen, Instant now) {
        List<String> cities = city == null
                ? List.of()
                : City.listOf(city).stream().map(City::chinese).toList();
        Instant from = since == null ? null : Since.of(since, store.runs(), now, ZoneId.systemDefault());
        return new Filter(chosen, keyword, cities, from);
    }
}
