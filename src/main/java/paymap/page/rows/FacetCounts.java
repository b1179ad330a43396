package paymap.page.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import paymap.figures.Dimension;
import paymap.figures.Group;
import paymap.figures.Group.Member;
import paymap.job.Conditions;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;
import paymap.page.rows.Facets.Count;
import paymap.page.rows.Rows.Coded;

/** Counts the rows of all values of all facets in one go. */
final class FacetCounts {

    /** The rows of each value of a column that meet all other facets. */
    private static final class Tally<T> {
        private final Coded<T> column;
        private final int bit;
        private final int scope;
        private final int[] rows;
        private final boolean[] there;

        /** @param scope the facet that a row must meet for its value to be offered; 0 = none */
        Tally(Coded<T> column, Facet facet, int scope) {
            this.column = column;
            this.bit = facet.bit();
            this.scope = scope;
            this.rows = new int[column.codes().size()];
            this.there = new boolean[rows.length];
        }

        void add(int row, int failing) {
            int code = column.of()[row];
            if ((failing & scope) == 0) {
                there[code] = true;
            }
            if ((failing & ~bit) == 0) {
                rows[code]++;
            }
        }

        /** Of the values that pass together. */
        long of(Predicate<T> passes) {
            long sum = 0;
            for (int code = 0; code < rows.length; code++) {
                sum += passes.test(column.codes().value(code)) ? rows[code] : 0;
            }
            return sum;
        }

        /** By what values are called together; only those that are there. */
        Map<String, Long> by(Function<T, String> name) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (int code = 0; code < rows.length; code++) {
                if (there[code]) {
                    counts.merge(name.apply(column.codes().value(code)), (long) rows[code], Long::sum);
                }
            }
            return counts;
        }
    }

    private final Rows rows;
    private final Site site;
    private final Filter filter;
    private final Tally<String> cities;
    private final Tally<String> experience;
    private final Tally<String> education;
    private final Tally<String> districts;
    private final Tally<Pay> pay;
    private final Tally<Set<String>> searches;

    private FacetCounts(Rows rows, Site site, Filter filter) {
        this.rows = rows;
        this.site = site;
        this.filter = filter;
        cities = new Tally<>(rows.texts(Column.CITY), Facet.CITY, 0);
        experience = new Tally<>(rows.texts(Column.EXPERIENCE), Facet.EXPERIENCE, 0);
        education = new Tally<>(rows.texts(Column.EDUCATION), Facet.EDUCATION, 0);
        districts = new Tally<>(rows.texts(Column.DISTRICT), Facet.DISTRICT, Facet.CITY.bit());
        pay = new Tally<>(rows.pay(), Facet.PAY, 0);
        searches = new Tally<>(rows.coded().searches(), Facet.KEYWORD, 0);
    }

    static Facets of(Rows rows, Filter filter) {
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        List<Count> sites = new ArrayList<>();
        for (Site site : rows.sites()) {
            boolean chosen = site.name().equals(filter.site());
            long passing = chosen ? counted(rows, site, filter, counts) : passing(rows, site, filter);
            sites.add(new Count(site.name(), passing, chosen));
        }
        counts.put(Facet.SITE, sites);
        return new Facets(counts);
    }

    private static long passing(Rows rows, Site site, Filter filter) {
        Passing passing = Wanted.of(rows, site, filter);
        long count = 0;
        for (int row = site.from(); row < site.to(); row++) {
            count += passing.passes(row) ? 1 : 0;
        }
        return count;
    }

    /** Puts in the counts of all other facets, and tells how many rows meet all. */
    private static long counted(Rows rows, Site site, Filter filter, Map<Facet, List<Count>> counts) {
        FacetCounts facets = new FacetCounts(rows, site, filter);
        long passing = facets.count();
        counts.put(Facet.KEYWORD, facets.ofKeywords());
        counts.put(Facet.CITY, facets.ofCities());
        counts.put(Facet.EXPERIENCE, facets.ofExperience());
        counts.put(Facet.EDUCATION, facets.ofEducation());
        counts.put(Facet.DISTRICT, facets.ofDistricts());
        counts.put(Facet.PAY, facets.ofPay());
        return passing;
    }

    private long count() {
        Passing passing = Wanted.of(rows, site, filter);
        Tally<?>[] tallies = {cities, experience, education, districts, pay, searches};
        long all = 0;
        for (int row = site.from(); row < site.to(); row++) {
            int failing = passing.failing(row);
            for (Tally<?> tally : tallies) {
                tally.add(row, failing);
            }
            all += failing == 0 ? 1 : 0;
        }
        return all;
    }

    private List<Count> ofKeywords() {
        Set<String> chosen = filter.keywords().stream().map(Keyword::folded).collect(Collectors.toSet());
        List<Count> counts = new ArrayList<>();
        for (String keyword : site.keywords()) {
            String folded = Keyword.folded(keyword);
            // As the only one of the site it means all rows, also those of no run that is known.
            boolean all = Keyword.areAll(site, Set.of(folded));
            counts.add(
                    new Count(keyword, searches.of(found -> all || found.contains(folded)), chosen.contains(folded)));
        }
        return counts;
    }

    private List<Count> ofCities() {
        return sorted(Dimension.CITY, cities.by(city -> city), filter.cities()::contains);
    }

    private List<Count> ofExperience() {
        Set<String> chosen = codes(filter.conditions().experience());
        return sorted(Dimension.EXPERIENCE, experience.by(text -> code(Experience.read(text))), chosen::contains);
    }

    private List<Count> ofEducation() {
        Set<String> chosen = codes(filter.conditions().education());
        return sorted(Dimension.EDUCATION, education.by(text -> code(Education.read(text))), chosen::contains);
    }

    /** Districts whose names differ only in the kind at the end are one, by the longest of its names. */
    private List<Count> ofDistricts() {
        Map<String, String> longest = districts.by(name -> name).keySet().stream()
                .collect(Collectors.toMap(Conditions::bareDistrict, name -> name, FacetCounts::longer));
        Set<String> chosen = Wanted.bare(filter.conditions().districts());
        return sorted(
                Dimension.DISTRICT,
                districts.by(name -> longest.getOrDefault(Conditions.bareDistrict(name), name)),
                name -> chosen.contains(Conditions.bareDistrict(name)));
    }

    private static String longer(String one, String other) {
        return Comparator.comparingInt(String::length)
                                .thenComparing(Comparator.naturalOrder())
                                .compare(one, other)
                        < 0
                ? other
                : one;
    }

    private List<Count> ofPay() {
        boolean chosen = filter.conditions().pay() != null;
        return Arrays.stream(PayTold.values())
                .map(told -> new Count(
                        told.code(), pay.of(each -> PayTold.of(each.salary()) == told), chosen && told == PayTold.TOLD))
                .toList();
    }

    private static Set<String> codes(Collection<? extends Optional<? extends Rung>> steps) {
        return steps.stream().map(FacetCounts::code).collect(Collectors.toSet());
    }

    private static String code(Optional<? extends Rung> step) {
        return step.map(Rung::code).orElse("");
    }

    private static List<Count> sorted(Dimension dimension, Map<String, Long> counts, Predicate<String> chosen) {
        return counts.keySet().stream()
                .map(value -> new Group(List.of(new Member(dimension, value))))
                .sorted(Group.ORDER)
                .map(group -> group.value(dimension))
                .map(value -> new Count(value, counts.getOrDefault(value, 0L), chosen.test(value)))
                .toList();
    }
}
