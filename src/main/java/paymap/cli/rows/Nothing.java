package paymap.cli.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;

/** Why no row is as asked for, and what there is instead, with counts: the answer to the next question. */
final class Nothing {

    private static final int MOST_NAMED = 12;

    private Nothing() {}

    /** That no row is of a site. */
    static CommandFailed of(JobStore store, String site) {
        List<String> sites = store.sites();
        return new CommandFailed(
                sites.isEmpty()
                        ? "the database holds no rows yet; paymap crawl collects some, paymap import takes in what you saved"
                        : "no rows of the site \"" + site + "\"; there are rows of: "
                                + counted(sites, name -> new Filter(name, null, List.of()), store));
    }

    /** That no row of a site that has some is as a filter wants: the first of its conditions that leaves none is told. */
    static CommandFailed of(JobStore store, Filter filter) {
        String site = filter.site();
        for (String keyword : filter.keywords()) {
            if (rows(store, new Filter(site, keyword, List.of())) == 0) {
                return new CommandFailed(none(site, List.of(keyword)) + "; there are rows for: "
                        + counted(store.keywords(site), name -> new Filter(site, name, List.of()), store));
            }
        }
        String none = none(site, filter.keywords());
        Filter ofKeyword = new Filter(site, filter.keywords(), List.of(), null);
        Filter always = new Filter(site, filter.keywords(), filter.cities(), null);
        if (rows(store, always) == 0) {
            return new CommandFailed(none + " in " + String.join(", ", filter.cities()) + "; there are rows of: "
                    + listed(byCity(store, ofKeyword)));
        }
        return filter.since() == null
                ? of(store, site)
                : new CommandFailed(none + " were seen since " + LocalTime.of(filter.since()) + "; "
                        + String.format(Locale.ROOT, "%,d", rows(store, always)) + " are older");
    }

    private static String none(String site, List<String> keywords) {
        return "no rows of " + site
                + (keywords.isEmpty() ? "" : " for the keyword \"" + String.join("\" or \"", keywords) + "\"");
    }

    private static String counted(List<String> names, Function<String, Filter> filter, JobStore store) {
        Map<String, Long> counts = new LinkedHashMap<>();
        names.stream().limit(MOST_NAMED + 1L).forEach(name -> counts.put(name, rows(store, filter.apply(name))));
        return listed(counts);
    }

    private static Map<String, Long> byCity(JobStore store, Filter filter) {
        return store.payGroups(filter).stream()
                .collect(Collectors.groupingBy(
                        PayGroup::city, LinkedHashMap::new, Collectors.summingLong(PayGroup::rows)));
    }

    private static long rows(JobStore store, Filter filter) {
        return store.payGroups(filter).stream().mapToLong(PayGroup::rows).sum();
    }

    private static String listed(Map<String, Long> counts) {
        return counts.entrySet().stream()
                        .limit(MOST_NAMED)
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "%s (%,d)",
                                entry.getKey().isEmpty()
                                        ? "none (" + RowFilterOptions.KEYWORD + " \"\")"
                                        : Table.safe(entry.getKey()),
                                entry.getValue()))
                        .collect(Collectors.joining(", "))
                + (counts.size() > MOST_NAMED ? " and more" : "");
    }
}
