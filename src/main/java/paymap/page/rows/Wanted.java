package paymap.page.rows;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.figures.Group.Member;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Column;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.job.ladder.Rung;
import paymap.page.rows.PostingsOf.Span;
import paymap.salary.SalaryStatistics;

/** What rows of a site must be, as the store understands it. */
final class Wanted {

    private static final Pattern ZONE = Pattern.compile("Z+$");

    private final Rows rows;
    private final Site site;
    private final Passing passing = new Passing();

    private Wanted(Rows rows, Site site) {
        this.rows = rows;
        this.site = site;
    }

    /**
     * Those of a site that a filter means, whatever site the filter itself is of.
     *
     * @throws IllegalArgumentException if it asks for companies or titles, which are not kept in memory
     */
    static Passing of(Rows rows, Site site, Filter filter) {
        Wanted wanted = new Wanted(rows, site);
        wanted.filter(filter);
        return wanted.passing;
    }

    /**
     * Those of the filter's site that it means and that stand behind a mark.
     *
     * @throws IllegalArgumentException if companies or titles are asked for, which are not kept in memory
     */
    static Passing of(Rows rows, Site site, Filter filter, PostingsOf what) {
        Wanted wanted = new Wanted(rows, site);
        wanted.filter(filter);
        what.group().members().forEach(wanted::member);
        Set<PayTold> told = what.told();
        if (!told.isEmpty()) {
            wanted.pay(pay -> told.contains(PayTold.of(pay.salary())));
        }
        Span span = what.midpoints();
        if (span != null) {
            wanted.pay(pay -> holds(span, SalaryStatistics.midpoint(pay.salary(), span.basis())));
        }
        return wanted.passing;
    }

    private static boolean holds(Span span, OptionalDouble midpoint) {
        return midpoint.isPresent() && midpoint.getAsDouble() >= span.from() && midpoint.getAsDouble() < span.below();
    }

    private void filter(Filter filter) {
        Conditions conditions = filter.conditions();
        if (!conditions.companies().isEmpty() || !conditions.titleWords().isEmpty()) {
            throw new IllegalArgumentException("companies and titles are not kept in memory");
        }
        if (!filter.keywords().isEmpty()) {
            keywords(filter.keywords());
        }
        if (!filter.cities().isEmpty()) {
            text(Facet.CITY, Column.CITY, Set.copyOf(filter.cities())::contains);
        }
        since(filter.since());
        if (!conditions.experience().isEmpty()) {
            text(
                    Facet.EXPERIENCE,
                    Column.EXPERIENCE,
                    text -> conditions.experience().contains(Experience.read(text)));
        }
        if (!conditions.education().isEmpty()) {
            text(
                    Facet.EDUCATION,
                    Column.EDUCATION,
                    text -> conditions.education().contains(Education.read(text)));
        }
        if (!conditions.districts().isEmpty()) {
            Set<String> bare = bare(conditions.districts());
            text(Facet.DISTRICT, Column.DISTRICT, text -> bare.contains(Conditions.bareDistrict(text)));
        }
        PayRange range = conditions.pay();
        if (range != null) {
            pay(pay -> range.holds(pay.salary()));
        }
    }

    static Set<String> bare(List<String> districts) {
        return districts.stream().map(Conditions::bareDistrict).collect(Collectors.toSet());
    }

    private void member(Member member) {
        String value = member.value();
        switch (member.dimension()) {
            case SITE -> pay(pay -> site.name().equals(value));
            case KEYWORD -> keywords(List.of(value));
            case CITY -> text(Facet.CITY, Column.CITY, value::equals);
            case EXPERIENCE -> text(Facet.EXPERIENCE, Column.EXPERIENCE, text -> isStep(Experience.read(text), value));
            case EDUCATION -> text(Facet.EDUCATION, Column.EDUCATION, text -> isStep(Education.read(text), value));
            case DISTRICT -> text(Facet.DISTRICT, Column.DISTRICT, value::equals);
            case COMPANY -> throw new IllegalArgumentException("companies are not kept in memory");
        }
    }

    private static boolean isStep(Optional<? extends Rung> step, String code) {
        return step.map(Rung::code).orElse("").equals(code);
    }

    private void text(Facet facet, Column column, Predicate<String> passes) {
        passing.require(rows.texts(column), facet.bit(), passes);
    }

    private void pay(Predicate<Pay> passes) {
        passing.require(rows.pay(), Facet.PAY.bit(), passes);
    }

    /** Where all that was ever searched for is wanted, so are rows of no known run, as the store has it. */
    private void keywords(List<String> keywords) {
        Set<String> wanted = keywords.stream().map(Keyword::folded).collect(Collectors.toSet());
        if (!Keyword.areAll(site, wanted)) {
            passing.require(
                    rows.coded().searches(),
                    Facet.KEYWORD.bit(),
                    found -> found.stream().anyMatch(wanted::contains));
        }
    }

    /** As texts, like the store: without the Z a time with parts of a second sorts after the whole second. */
    private void since(@Nullable Instant since) {
        if (since != null) {
            String from = bare(since.truncatedTo(ChronoUnit.MILLIS).toString());
            passing.require(
                    rows.coded().lastSeen(), Facet.OTHER, seen -> bare(seen).compareTo(from) >= 0);
        }
    }

    private static String bare(String time) {
        return ZONE.matcher(time).replaceFirst("");
    }
}
