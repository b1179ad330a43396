package paymap.cli.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.job.Conditions;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.PayGroup;
import paymap.words.Words;

/** Why no row is as asked for, and what there is instead, with counts: the answer to the next question. */
final class Nothing {

    private static final int MOST_NAMED = 12;

    private Nothing() {}

    /** That no row is of a site. */
    static CommandFailed of(JobStore store, String site) {
        List<String> sites = store.sites();
        return new CommandFailed(
                sites.isEmpty()
                        ? Words.say("the database holds no rows yet; paymap crawl collects some, paymap import takes in"
                                + " what you saved")
                        : Words.say(
                                "no rows of the site \"%s\"; there are rows of: %s",
                                site, counted(sites, name -> new Filter(name, null, List.of()), store)));
    }

    /** That no row of a site that has some is as a filter wants: the first of its conditions that leaves none is told. */
    static CommandFailed of(JobStore store, Filter filter) {
        String site = filter.site();
        for (String keyword : filter.keywords()) {
            if (rows(store, new Filter(site, keyword, List.of())) == 0) {
                return new CommandFailed(Words.say(
                        "%s; there are rows for: %s",
                        none(site, List.of(keyword)),
                        counted(store.keywords(site), name -> new Filter(site, name, List.of()), store)));
            }
        }
        String none = none(site, filter.keywords());
        Filter ofKeyword = new Filter(site, filter.keywords(), List.of(), null, Conditions.NONE);
        Filter always = new Filter(site, filter.keywords(), filter.cities(), null, Conditions.NONE);
        if (rows(store, always) == 0) {
            return new CommandFailed(Words.say(
                    "%s in %s; there are rows of: %s",
                    none, Words.list(filter.cities()), listed(byCity(store, ofKeyword))));
        }
        if (filter.since() != null && rows(store, filter.unconditional()) == 0) {
            return new CommandFailed(Words.say(
                    "%s were seen since %s; %,d are older", none, LocalTime.of(filter.since()), rows(store, always)));
        }
        return NothingMeets.condition(store, filter, none).orElseGet(() -> of(store, site));
    }

    private static String none(String site, List<String> keywords) {
        return keywords.stream()
                .map(keyword -> Words.say("\"%s\"", keyword))
                .reduce((one, another) -> Words.say("%s or %s", one, another))
                .map(named -> Words.say("no rows of %s for the keyword %s", site, named))
                .orElseGet(() -> Words.say("no rows of %s", site));
    }

    private static String counted(List<String> names, Function<String, Filter> filter, JobStore store) {
        Map<String, Long> counts = new LinkedHashMap<>();
        names.stream().limit(MOST_NAMED + 1L).forEach(name -> counts.put(name, rows(store, filter.apply(name))));
        return listed(counts);
    }

    private static Map<String, Long> byCity(JobStore store, Filter filter) {
        return store.payGroups(filter).stream()
                .collect(Collectors.groupingBy(
                        line -> line.values().get(0), LinkedHashMap::new, Collectors.summingLong(PayGroup::rows)));
    }

    static long rows(JobStore store, Filter filter) {
        return store.payGroups(filter).stream().mapToLong(PayGroup::rows).sum();
    }

    static String listed(Map<String, Long> counts) {
        return listed(counts, MOST_NAMED);
    }

    /** The first so many, each with its count. */
    static String listed(Map<String, Long> counts, int most) {
        String named = Words.list(counts.entrySet().stream()
                .limit(most)
                .map(entry -> Words.say("%s (%,d)", named(entry.getKey()), entry.getValue()))
                .toList());
        return counts.size() > most ? Words.say("%s and more", named) : named;
    }

    private static String named(String name) {
        return name.isEmpty() ? Words.say("none (%s \"\")", RowFilterOptions.KEYWORD) : Table.safe(name);
    }
}
