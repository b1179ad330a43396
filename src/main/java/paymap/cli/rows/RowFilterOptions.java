package paymap.cli.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.figures.PaySource;
import paymap.figures.Question;
import paymap.job.City;
import paymap.job.Conditions;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.Keywords;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which rows are meant; the same for every command that reads them. */
final class RowFilterOptions {

    static final String KEYWORD = "--keyword";
    static final String ALL_KEYWORDS = "--all-keywords";
    static final String SITE = "--site";

    private final Sites sites;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = SITE,
            completionCandidates = SiteNames.class,
            description =
                    "${COMPLETION-CANDIDATES}, host:port or the name of an import; default: the one collected last.")
    private @Nullable String site;

    @Option(
            names = KEYWORD,
            description =
                    "Only rows that a search for it found, in any case, or for one of several by commas; figures default"
                            + " to the one searched last.")
    private @Nullable String keyword;

    @Option(names = ALL_KEYWORDS, description = "Rows of every search, taken together.")
    private boolean allKeywords;

    @Option(
            names = {"--city", "--cities"},
            paramLabel = "CITIES",
            description = "Only these, by commas; default: all.")
    private @Nullable String city;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Only rows seen since a date like 2026-11-01, a time back like 7d, 12h or 2w, or a run like run:3;"
                            + " default: all.")
    private @Nullable String since;

    RowFilterOptions(Sites sites) {
        this.sites = sites;
    }

    /** Whether a person typed it; a setting gives way. */
    boolean namesSite() {
        return typed(SITE);
    }

    private boolean typed(String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }

    /**
     * What one figure is made of.
     *
     * @param filter the rows
     * @param keywords what they were searched for, and what else is stored
     * @param note that other searches were left out where nobody asked for that; empty = none was
     */
    record Figure(Filter filter, Keywords keywords, String note) {

        /** Where the rows are from. */
        PaySource source(JobStore store) {
            return new PaySource(
                    Question.byCity(filter),
                    store.madeUp(filter),
                    keywords,
                    store.collected(filter).orElse(null));
        }
    }

    /**
     * Which rows are meant where they are handed on one by one.
     *
     * @throws IllegalArgumentException if an option is wrong, or no row is of that site
     */
    Filter filter(Store store, Instant now) {
        return filter(store, chosenSite(store), now);
    }

    /** What is stored goes before what it would mean to a crawl: files may be of a site named as the made-up one is typed. */
    private String chosenSite(Store store) {
        List<String> stored = store.sites();
        String chosen = site == null
                ? store.latestSite().orElse("")
                : stored.contains(site) ? site : ChosenSite.nameOf(site, sites);
        if (!stored.contains(chosen)) {
            throw Nothing.of(store, chosen);
        }
        return chosen;
    }

    /**
     * Which rows are meant where they are summed up. Jobs of different kinds are never averaged together unless the user
     * says so: without a keyword it is the one searched last.
     *
     * @throws IllegalArgumentException if an option is wrong, or no row is of that site or keyword
     */
    Figure figure(Store store, Instant now) {
        Filter rows = filter(store, now);
        List<String> stored = store.keywords(rows.site());
        Keywords keywords = allKeywords
                ? Keywords.together(stored)
                : Keywords.chosen(stored, rows.keywords()).orElseThrow(() -> Nothing.of(store, rows));
        return new Figure(
                rows.of(keywords.filter()), keywords, rows.keywords().isEmpty() ? KeywordText.note(keywords) : "");
    }

    /** The same for another site. */
    Filter filter(Store store, String chosen, Instant now) {
        List<String> cities = city == null
                ? List.of()
                : City.listOf(city).stream().map(City::chinese).toList();
        Instant from = since == null ? null : Since.of(since, store.runs(), now, ZoneId.systemDefault());
        return new Filter(chosen, keywords(store.keywords(chosen)), cities, from, Conditions.NONE);
    }

    /** None = rows of every search. A comma may be part of a keyword that is stored. */
    private List<String> keywords(List<String> stored) {
        if (allKeywords && typed(KEYWORD)) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", KEYWORD, ALL_KEYWORDS));
        }
        if (keyword == null || allKeywords) {
            return List.of();
        }
        List<String> several = Arrays.stream(keyword.split("[,，、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return several.size() < 2 || stored.stream().anyMatch(keyword::equalsIgnoreCase) ? List.of(keyword) : several;
    }
}
