package paymap.cli.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.figures.Dimension;
import paymap.figures.Grouping;
import paymap.figures.PaySource;
import paymap.figures.Question;
import paymap.figures.SearchedRows;
import paymap.job.City;
import paymap.job.JobStore;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.Filter;
import paymap.job.Keywords;
import paymap.salary.Basis;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Mixin;
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
            paramLabel = "SITE",
            completionCandidates = SiteNames.class,
            description =
                    "${COMPLETION-CANDIDATES}, host:port or the name of an import; default: the one collected last.")
    private @Nullable String site;

    @Option(
            names = KEYWORD,
            paramLabel = "WORDS",
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

    @Mixin
    private ConditionOptions conditions = new ConditionOptions();

    RowFilterOptions(Sites sites) {
        this.sites = sites;
    }

    /** Whether a person typed it; a setting gives way. */
    boolean namesSite() {
        return typed(SITE);
    }

    /** The option that a person typed to choose by something; empty = none. */
    Optional<String> chosenBy(Dimension dimension) {
        String option = switch (dimension) {
            case CITY -> "--city";
            case EXPERIENCE -> "--experience";
            case EDUCATION -> "--education";
            case DISTRICT -> "--district";
            case COMPANY -> "--company";
            case KEYWORD -> KEYWORD;
            case SITE -> SITE;
        };
        return typed(option) ? Optional.of(option) : Optional.empty();
    }

    private boolean typed(String option) {
        return command.commandLine().getParseResult().hasMatchedOption(option);
    }

    /**
     * What figures are made of.
     *
     * @param question which rows, in which groups
     * @param keywords what they were searched for, and what else is stored
     * @param note that other searches or sites were left out where nobody asked for that; empty = none was
     */
    record Figure(Question question, Keywords keywords, String note) {

        /** The rows of the first of its sites, of the only one unless figures are told apart by site. */
        Filter filter() {
            return question.filter();
        }

        /** Where the rows are from. */
        PaySource source(JobStore store) {
            return new PaySource(
                    question,
                    question.filters().stream().anyMatch(store::madeUp),
                    keywords,
                    question.filters().stream()
                            .flatMap(rows -> store.collected(rows).stream())
                            .reduce(Collected::with)
                            .orElse(null));
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
        if (site == null) {
            return stored(store, stored, store.latestSite().orElse(""));
        }
        List<String> several = several(site, stored::contains);
        if (several.size() > 1) {
            throw new IllegalArgumentException(Words.say(
                    "rows of two sites are never put together: %s %s goes with --by site, or name one", SITE, site));
        }
        return chosenSite(store, stored, site);
    }

    /**
     * The stored name of a site that a person typed elsewhere than behind {@value #SITE}.
     *
     * @throws IllegalArgumentException if it is an address and wrong; {@link CommandFailed} if no row is of it
     */
    String siteNamed(Store store, String typed) {
        return chosenSite(store, store.sites(), typed);
    }

    private String chosenSite(Store store, List<String> stored, String typed) {
        return stored(store, stored, stored.contains(typed) ? typed : ChosenSite.nameOf(typed, sites));
    }

    private static String stored(Store store, List<String> stored, String chosen) {
        if (!stored.contains(chosen)) {
            throw Nothing.of(store, chosen);
        }
        return chosen;
    }

    /** Those that are told apart, the one collected last first where all are: its search is the usual one. */
    private List<String> chosenSites(Store store) {
        List<String> stored = store.sites();
        if (site != null && namesSite()) {
            return several(site, stored::contains).stream()
                    .map(name -> chosenSite(store, stored, name))
                    .distinct()
                    .toList();
        }
        List<String> all =
                new ArrayList<>(List.of(stored(store, stored, store.latestSite().orElse(""))));
        stored.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return all;
    }

    /** What each city pays a month; see {@link #figure(Store, Instant, Grouping, Basis)}. */
    Figure figure(Store store, Instant now) {
        return figure(store, now, Grouping.BY_CITY, Basis.MONTH);
    }

    /**
     * Which rows are meant where they are summed up. Jobs of different kinds are never averaged together unless the user
     * says so: without a keyword it is the one searched last, or each by itself where figures are told apart by keyword.
     * By site it is every site, unless some are named.
     *
     * @throws IllegalArgumentException if an option is wrong, or no row is of that site or keyword
     */
    Figure figure(Store store, Instant now, Grouping by, Basis basis) {
        List<SearchedRows> chosen = (by.dimensions().contains(Dimension.SITE)
                        ? chosenSites(store)
                        : List.of(chosenSite(store)))
                .stream().map(name -> searched(store, name, basis, now)).toList();
        Keywords keywords = SearchedRows.keywords(chosen, by, allKeywords)
                .orElseThrow(() -> Nothing.of(store, chosen.get(0).rows()));
        List<Filter> filters =
                chosen.stream().flatMap(rows -> rows.of(keywords).stream()).toList();
        List<String> without = chosen.stream()
                .filter(rows -> rows.of(keywords).isEmpty())
                .map(rows -> rows.rows().site())
                .toList();
        String note = KeywordText.notes(keywords, without, chosen.get(0).isNamed());
        return new Figure(new Question(by, basis, filters), keywords, note);
    }

    /** The same for another site. */
    Filter filter(Store store, String chosen, Instant now) {
        return searched(store, chosen, Basis.MONTH, now).rows();
    }

    private SearchedRows searched(Store store, String chosen, Basis basis, Instant now) {
        List<String> stored = store.keywords(chosen);
        List<String> cities = city == null || City.isEvery(city) // as a settings file may say for crawls
                ? List.of()
                : City.listOf(city).stream().map(City::chinese).toList();
        Instant from = since == null ? null : Since.of(since, store.runs(), now, ZoneId.systemDefault());
        return new SearchedRows(
                new Filter(chosen, keywords(stored), cities, from, conditions.conditions(basis)), stored);
    }

    /** None = rows of every search. */
    private List<String> keywords(List<String> stored) {
        if (allKeywords && typed(KEYWORD)) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", KEYWORD, ALL_KEYWORDS));
        }
        return keyword == null || allKeywords
                ? List.of()
                : several(keyword, name -> stored.stream().anyMatch(name::equalsIgnoreCase));
    }

    /** A comma may be part of a name that is stored. */
    private static List<String> several(String names, Predicate<String> isStored) {
        List<String> several = Arrays.stream(names.split("[,，、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return several.size() < 2 || isStored.test(names) ? List.of(names) : several;
    }
}
