package paymap.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Rung;
import paymap.salary.Basis;
import paymap.words.Sentence;
import paymap.words.Words;

/**
 * What is asked of the stored postings.
 *
 * @param by into which groups they go
 * @param basis what is averaged
 * @param filters which rows, one filter a site; several only where the groups are told apart by site, for rows of two sites
 *     are never averaged together
 */
public record Question(Grouping by, Basis basis, List<Filter> filters) {

    /** @throws IllegalArgumentException if there is no filter, or there are several and no group by site */
    public Question {
        filters = List.copyOf(filters);
        if (filters.isEmpty() || (filters.size() > 1 && !by.dimensions().contains(Dimension.SITE))) {
            throw new IllegalArgumentException(
                    "one filter, or one for each site with a group by site: " + filters.size());
        }
    }

    /** As it was asked first: what each city pays a month. */
    public static Question byCity(Filter filter) {
        return new Question(Grouping.BY_CITY, Basis.MONTH, List.of(filter));
    }

    /** The first of its filters; of others only the site and the keywords differ. */
    public Filter filter() {
        return filters.get(0);
    }

    /** What every figure is: the unit, the tax, the source, and what becomes of extra months. */
    public Sentence unit() {
        return unit(basis);
    }

    /** The same of a basis alone. */
    public static Sentence unit(Basis basis) {
        return switch (basis) {
            case MONTH ->
                Words.later("CNY a month before tax, advertised, midpoint of the range, extra months not counted");
            case PACKAGE ->
                Words.later(
                        "CNY a month before tax, advertised, midpoint of the range, a year's pay with its extra months"
                                + " divided by 12");
            case WEEK -> Words.later("CNY a week before tax, advertised, midpoint of the range");
            case DAY -> Words.later("CNY a day before tax, advertised, midpoint of the range");
            case HOUR -> Words.later("CNY an hour before tax, advertised, midpoint of the range");
        };
    }

    /** The conditions that rows meet beside site, keyword, city and time, one sentence each; empty = none. */
    public List<Sentence> conditions() {
        Conditions conditions = filter().conditions();
        List<Sentence> said = new ArrayList<>();
        either(steps(conditions.experience())).ifPresent(some -> said.add(Words.later("experience: %s", some)));
        either(steps(conditions.education())).ifPresent(some -> said.add(Words.later("education: %s", some)));
        either(names(conditions.districts())).ifPresent(some -> said.add(Words.later("district: %s", some)));
        either(names(conditions.companies())).ifPresent(some -> said.add(Words.later("company: %s", some)));
        if (!conditions.titleWords().isEmpty()) {
            said.add(Words.later("title with \"%s\"", String.join(" ", conditions.titleWords())));
        }
        if (conditions.pay() != null) {
            said.add(range(conditions.pay()));
        }
        return said;
    }

    private static Sentence range(PayRange pay) {
        Integer low = pay.low();
        Integer high = pay.high();
        if (low != null && high != null) {
            return Words.later("pay from %,d to %,d", low, high);
        }
        return low != null
                ? Words.later("pay of %,d or more", low)
                : Words.later("pay of %,d or less", high == null ? 0 : high);
    }

    private static List<Object> steps(List<? extends Optional<? extends Rung>> steps) {
        List<Object> words = new ArrayList<>();
        steps.forEach(step -> words.add(step.isPresent() ? step.get().words() : Words.later("not stated")));
        return words;
    }

    private static List<Object> names(List<String> names) {
        return new ArrayList<>(names);
    }

    private static Optional<Object> either(List<Object> values) {
        return values.stream().reduce((one, other) -> Words.later("%s or %s", one, other));
    }

    /** From when on rows were seen; null = whenever. */
    public @Nullable Instant since() {
        return filter().since();
    }
}
