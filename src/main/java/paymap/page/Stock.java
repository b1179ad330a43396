package paymap.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import paymap.figures.Answer;
import paymap.figures.Dimension;
import paymap.figures.PaySource;
import paymap.figures.Question;
import paymap.figures.SearchedRows;
import paymap.job.Conditions;
import paymap.job.JobStore;
import paymap.job.JobStore.Collected;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.RunPay;
import paymap.job.JobStore.StoredRow;
import paymap.job.Keywords;
import paymap.page.rows.Facet;
import paymap.page.rows.Facets;
import paymap.page.rows.RowTable;
import paymap.words.Words;

/** The rows behind all views: in memory for figures, in the store for what few of them are asked for. For any thread. */
final class Stock {

    /** There is no row at all: the one thing that a page has no form for. */
    static final class Empty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Empty() {
            super("no rows");
        }
    }

    private static final int MOST_NAMED = 12;

    /** What is said of rows wherever they are shown. */
    private record Origin(boolean madeUp, Optional<Collected> collected) {}

    private static final int MOST_ORIGINS = 1_000;
    private static final int MOST_ANSWERS = 16;

    private final JobStore store;
    private final Supplier<RowTable> rows;
    private final InstantSource clock;
    private final Map<Filter, Origin> origins = new HashMap<>();
    private long originsOf;

    /** The last few questions, as a page, its files and its neighbours in the history ask the same again. */
    private final Map<Question, Answer> answers = new LinkedHashMap<>(MOST_ANSWERS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MOST_ANSWERS;
        }
    };

    private long answersOf;

    /**
     * @param store used by one thread at a time
     * @param rows as they are now, whatever thread asks
     * @param clock what a time back is counted from
     */
    Stock(JobStore store, Supplier<RowTable> rows, InstantSource clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    /** The rows in memory. */
    RowTable rows() {
        return rows.get();
    }

    /** The figures of a question, like for like too; one at a time, as the page is for one person. */
    Answer answer(RowTable table, Question question) {
        synchronized (answers) {
            if (table.version() != answersOf) {
                answers.clear();
                answersOf = table.version();
            }
            return answers.computeIfAbsent(question, asked -> Answer.likeForLike(table, asked));
        }
    }

    /** What each run found. */
    List<RunPay> history(Filter filter) {
        synchronized (store) {
            return store.payByRun(filter);
        }
    }

    /** Some rows with all that is known of them, in the order asked for. */
    List<StoredRow> postings(List<Long> ids) {
        synchronized (store) {
            return store.rows(ids);
        }
    }

    /**
     * Holds a view against what is stored, as the commands do: without a site it is the one collected last, without a
     * keyword the one searched last, and by site or keyword it is all of them.
     *
     * @throws IllegalArgumentException if a value of it is not stored; the sentence names those that are
     * @throws Empty if there is no row at all
     */
    Asked asked(View view) {
        Instant now = clock.instant();
        synchronized (store) {
            List<SearchedRows> chosen =
                    sites(view).stream().map(site -> searched(view, site, now)).toList();
            Keywords keywords = SearchedRows.keywords(chosen, view.by(), view.wantsEveryKeyword())
                    .orElseThrow(() -> unknown("keyword", view.values(Param.KEYWORD), storedKeywords(chosen)));
            List<Filter> filters =
                    chosen.stream().flatMap(rows -> rows.of(keywords).stream()).toList();
            return asked(view, new Question(view.by(), view.basis(), filters), keywords);
        }
    }

    /** A million rows are too many to look for it at every view. */
    private Origin origin(Filter filter) {
        long version = rows().version();
        if (version != originsOf || origins.size() >= MOST_ORIGINS) {
            origins.clear();
            originsOf = version;
        }
        return origins.computeIfAbsent(filter, any -> new Origin(store.madeUp(any), store.collected(any)));
    }

    private Asked asked(View view, Question question, Keywords keywords) {
        List<String> madeUp = question.filters().stream()
                .filter(filter -> origin(filter).madeUp())
                .map(Filter::site)
                .toList();
        Collected collected = question.filters().stream()
                .flatMap(filter -> origin(filter).collected().stream())
                .reduce(Collected::with)
                .orElse(null);
        return new Asked(view, new PaySource(question, !madeUp.isEmpty(), keywords, collected), madeUp);
    }

    /**
     * What could be chosen beside what is.
     *
     * @throws IllegalArgumentException if a city or a district of the view is none that there are rows of
     */
    Facets facets(Asked asked) {
        Facets facets = rows().facets(asked.filter());
        check(asked.view(), Param.CITY, facets, Facet.CITY, name -> name);
        // A district stays a filter when its city is taken away.
        Facets anywhere = asked.view().values(Param.DISTRICT).isEmpty()
                ? facets
                : rows().facets(new Filter(asked.filter().site(), null, List.of()));
        check(asked.view(), Param.DISTRICT, anywhere, Facet.DISTRICT, Conditions::bareDistrict);
        return facets;
    }

    private static void check(View view, Param param, Facets facets, Facet facet, UnaryOperator<String> name) {
        List<String> stored = facets.of(facet).stream().map(Facets.Count::value).toList();
        List<String> known = stored.stream().map(name).toList();
        List<String> unknown = view.values(param).stream()
                .filter(value -> !known.contains(name.apply(value)))
                .toList();
        if (!unknown.isEmpty()) {
            throw unknown(param.code(), unknown, stored);
        }
    }

    private List<String> sites(View view) {
        List<String> stored = store.sites();
        String latest = store.latestSite().orElseThrow(Empty::new);
        List<String> named = several(view.values(Param.SITE), stored::contains);
        List<String> unknown =
                named.stream().filter(site -> !stored.contains(site)).toList();
        if (!unknown.isEmpty()) {
            throw unknown("site", unknown, stored);
        }
        if (view.by().dimensions().contains(Dimension.SITE)) {
            List<String> all = new ArrayList<>(List.of(latest));
            stored.stream().filter(site -> !site.equals(latest)).forEach(all::add);
            return named.isEmpty() ? all : named;
        }
        if (named.size() > 1) {
            throw new IllegalArgumentException(Words.say(
                    "rows of two boards are never put together: choose one of %s, or compare them by board",
                    Words.list(named)));
        }
        return named.isEmpty() ? List.of(latest) : named;
    }

    private SearchedRows searched(View view, String site, Instant now) {
        List<String> stored = store.keywords(site);
        List<String> keywords = view.wantsEveryKeyword()
                ? List.of()
                : several(view.values(Param.KEYWORD), name -> stored.stream().anyMatch(name::equalsIgnoreCase));
        return new SearchedRows(
                new Filter(site, keywords, view.values(Param.CITY), view.since(now), view.conditions()), stored);
    }

    /** A comma may be part of a name that is stored. */
    private static List<String> several(List<String> names, Predicate<String> isStored) {
        return names.stream()
                .flatMap(name -> name.isEmpty() || isStored.test(name)
                        ? Stream.of(name)
                        : Arrays.stream(name.split("[,，、]")).map(String::strip).filter(part -> !part.isEmpty()))
                .distinct()
                .toList();
    }

    private static List<String> storedKeywords(List<SearchedRows> chosen) {
        return chosen.stream()
                .flatMap(rows -> rows.stored().stream())
                .distinct()
                .map(Names::keyword)
                .toList();
    }

    private static IllegalArgumentException unknown(String param, List<String> values, List<String> stored) {
        List<String> some = new ArrayList<>(stored.stream().limit(MOST_NAMED).toList());
        if (stored.size() > MOST_NAMED) {
            some.add(Words.say("%d more", stored.size() - MOST_NAMED));
        }
        return new IllegalArgumentException(Words.say(
                "there are no rows of %s \"%s\"; there are some of: %s",
                param, String.join("\", \"", values), Words.list(some)));
    }
}
