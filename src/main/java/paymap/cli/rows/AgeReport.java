package paymap.cli.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.LocalTime;
import paymap.cli.console.Table;
import paymap.cli.options.ContinueCommand;
import paymap.export.FigureTree;
import paymap.job.City;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.job.MadeUpData;
import paymap.job.age.CitySights;
import paymap.job.age.CitySights.Reading;
import paymap.job.age.PostingAge;
import paymap.words.Words;

/** How long postings stay, city by city, from the runs that read a city to its end. */
final class AgeReport {

    private final String site;
    private final String keyword;
    private final boolean madeUp;
    private final List<PostingAge> cities;
    private final List<String> doubts;

    private AgeReport(JobStore store, Filter filter, String keyword) {
        this.site = filter.site();
        this.keyword = keyword;
        this.madeUp = store.madeUp(filter);
        List<CitySights> sights = store.sights(site, keyword, filter.cities());
        this.cities = sights.stream()
                .filter(AgeReport::isReadTwice)
                .map(PostingAge::of)
                .sorted(Comparator.comparingInt((PostingAge city) -> City.rank(city.city()))
                        .thenComparing(PostingAge::city))
                .toList();
        this.doubts = doubts(sights);
    }

    /** @throws IllegalArgumentException if rows of several searches are meant, or only those of a time */
    static AgeReport of(JobStore store, RowFilterOptions.Figure figure) {
        if (figure.filter().since() != null) {
            throw new IllegalArgumentException(Words.say("--age goes by whole runs; --since does not go with it"));
        }
        String only = figure.keywords().only();
        if (only == null) {
            throw new IllegalArgumentException(
                    Words.say("--age tells of one search at a time; name it with %s", RowFilterOptions.KEYWORD));
        }
        return new AgeReport(store, figure.filter(), only);
    }

    private static boolean isReadTwice(CitySights city) {
        return city.readings().size() >= PostingAge.FEWEST_READINGS;
    }

    /** What speaks against the figures, or why there are none, each as half a sentence. */
    private List<String> doubts(List<CitySights> sights) {
        if (cities.isEmpty()) {
            return List.of(Words.say(
                    "no city was read to its end twice yet; paymap crawl %s, run on two days, brings the first ages",
                    ContinueCommand.WHOLE));
        }
        List<String> found = new ArrayList<>();
        List<String> once = sights.stream()
                .filter(city -> !isReadTwice(city))
                .map(CitySights::city)
                .toList();
        if (!once.isEmpty()) {
            found.add(Words.say("only one run read %s to its end, which is left out", Words.list(once)));
        }
        List<String> sources = cities.stream()
                .flatMap(city -> city.readings().stream())
                .map(Reading::source)
                .distinct()
                .sorted()
                .toList();
        if (sources.size() > 1) {
            found.add(Words.say("the runs read different made-up sites, %s", Words.list(sources)));
        }
        return found;
    }

    // ---- for people ----

    String text(int columns) {
        String title = Words.say("How long postings stay: \"%s\" from %s", keyword, MadeUpData.named(site, madeUp));
        if (cities.isEmpty()) {
            return Table.prose(Table.safe(Words.say("%s: %s.", title, doubts.get(0))), columns);
        }
        return Table.prose(Table.safe(Words.say("%s (days)", title)), columns)
                + table().text(columns)
                + Table.prose(
                        Words.say(
                                "Seen: from the first sight by these runs to the last, of those that are gone. They stayed so long at least."),
                        columns)
                + Table.prose(
                        Words.say(
                                "Half gone: after so many days half of those that came after the first run were gone, at the latest (Kaplan-Meier)."),
                        columns)
                + doubts.stream()
                        .map(doubt -> Table.prose(Words.say("Read with care: %s.", Table.safe(doubt)), columns))
                        .collect(Collectors.joining());
    }

    private Table table() {
        Table table = new Table(
                Words.say("City"),
                Words.say("whole runs"),
                Words.say("first"),
                Words.say("last"),
                Words.say("rows"),
                Words.say("still there"),
                Words.say("gone"),
                Words.say("came back"),
                Words.say("seen P25"),
                Words.say("median"),
                "P75",
                Words.say("half gone"),
                Words.say("since posted"));
        for (PostingAge city : cities) {
            PostingAge.Rows rows = city.rows();
            table.row(
                    city.city(),
                    city.readings().size(),
                    LocalTime.of(first(city).at()),
                    LocalTime.of(last(city).at()),
                    rows.all(),
                    rows.there(),
                    rows.gone(),
                    cameBack(rows),
                    days(city.seen().p25()),
                    days(city.seen().p50()),
                    days(city.seen().p75()),
                    days(city.stay().days()),
                    days(city.posted().days()));
        }
        return table;
    }

    private static Reading first(PostingAge city) {
        return city.readings().get(0);
    }

    private static Reading last(PostingAge city) {
        return city.readings().get(city.readings().size() - 1);
    }

    private static String cameBack(PostingAge.Rows rows) {
        Double share = rows.shareThatCameBack();
        return share == null ? "-" : String.format(Locale.ROOT, "%,d (%.1f%%)", rows.cameBack(), share * 100);
    }

    private static String days(@Nullable Double days) {
        return days == null ? "-" : String.format(Locale.ROOT, "%,.1f", days);
    }

    // ---- for scripts ----

    Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("site", site);
        tree.put("made_up", madeUp);
        tree.put("keyword", keyword);
        tree.put("doubts", doubts);
        tree.put("unit", "days");
        tree.put("cities", cities.stream().map(AgeReport::branch).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> branch(PostingAge city) {
        PostingAge.Rows rows = city.rows();
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("city", city.city());
        branch.put("runs", city.readings().stream().map(Reading::run).toList());
        branch.put("first", first(city).at().toString());
        branch.put("last", last(city).at().toString());
        branch.put("rows", rows.all());
        branch.put("still_there", rows.there());
        branch.put("gone", rows.gone());
        branch.put("came_back", rows.cameBack());
        branch.put("came_back_percent", percent(rows.shareThatCameBack()));
        Map<String, @Nullable Object> seen = new LinkedHashMap<>();
        seen.put("p25", FigureTree.tenths(city.seen().p25()));
        seen.put("median", FigureTree.tenths(city.seen().p50()));
        seen.put("p75", FigureTree.tenths(city.seen().p75()));
        branch.put("seen", seen);
        branch.put("half_gone", median(city.stay()));
        branch.put("since_posted", median(city.posted()));
        return branch;
    }

    private static @Nullable Double percent(@Nullable Double share) {
        return share == null ? null : FigureTree.tenths(share * 100);
    }

    private static Map<String, @Nullable Object> median(PostingAge.Median median) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("n", median.rows());
        branch.put("days", FigureTree.tenths(median.days()));
        return branch;
    }
}
