package paymap.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import paymap.figures.Group.Member;
import paymap.job.City;
import paymap.job.Conditions;
import paymap.job.JobStore.Filter;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.words.Words;

/**
 * Two groups of postings that are to be compared.
 *
 * @param first what the postings of the first have in common
 * @param second likewise, of the same dimension and not the same
 */
public record Pair(Member first, Member second) {

    private static final int GROUPS = 2;

    private static final Pattern EQUALS = Pattern.compile("[=＝]");

    /** @throws IllegalArgumentException if both are the same */
    public Pair {
        if (same(first).equals(same(second))) {
            throw new IllegalArgumentException(
                    Words.say("a comparison needs two groups, and both are %s", first.words()));
        }
    }

    /**
     * @param typed a dimension and two of its values, as {@code city=北京,上海}; values as filters take them
     * @throws IllegalArgumentException if it is anything else
     */
    public static Pair of(String typed) {
        String[] sides = EQUALS.split(typed, 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException(
                    Words.say("a comparison is written like city=bj,sh or experience=3-5,5-10: \"%s\"", typed.strip()));
        }
        Dimension by = Dimension.of(sides[0]);
        List<Member> members = Arrays.stream(sides[1].split("[,，、]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> member(by, name))
                .toList();
        if (members.size() != GROUPS) {
            throw new IllegalArgumentException(
                    Words.say("two groups are compared, not %d: \"%s\"", members.size(), typed.strip()));
        }
        return new Pair(members.get(0), members.get(1));
    }

    private static Member member(Dimension by, String typed) {
        String value = switch (by) {
            case CITY -> City.of(typed).chinese();
            case EXPERIENCE -> Experience.ofFilter(typed).map(Experience::code).orElse("");
            case EDUCATION -> Education.ofFilter(typed).map(Education::code).orElse("");
            case DISTRICT, KEYWORD, SITE, COMPANY -> typed;
        };
        return new Member(by, value);
    }

    /** What two names of the same have in common. */
    private static String same(Member member) {
        return switch (member.dimension()) {
            case KEYWORD, COMPANY -> member.value().toLowerCase(Locale.ROOT);
            case DISTRICT -> Conditions.bareDistrict(member.value());
            case CITY, EXPERIENCE, EDUCATION, SITE -> member.value();
        };
    }

    /**
     * The same with other names, as a store has them.
     *
     * @throws IllegalArgumentException if both are the same then
     */
    public Pair named(UnaryOperator<String> name) {
        return new Pair(new Member(by(), name.apply(first.value())), new Member(by(), name.apply(second.value())));
    }

    /** By what the two are told apart. */
    public Dimension by() {
        return first.dimension();
    }

    /** Whether one row can be in both: two searches find it, or parts of one name are given. */
    boolean mayOverlap() {
        return switch (by()) {
            case KEYWORD, COMPANY -> true;
            case CITY, EXPERIENCE, EDUCATION, DISTRICT, SITE -> false;
        };
    }

    /**
     * The rows of one of the two, or of either.
     *
     * @param of one of the two, or both; only one of two sites
     * @param rows what else they are
     */
    public static Filter rows(Filter rows, Member... of) {
        List<String> values = Arrays.stream(of).map(Member::value).toList();
        return switch (of[0].dimension()) {
            case CITY -> new Filter(rows.site(), rows.keywords(), values, rows.since(), rows.conditions());
            case KEYWORD -> rows.of(values);
            case SITE -> new Filter(values.get(0), rows.keywords(), rows.cities(), rows.since(), rows.conditions());
            case EXPERIENCE, EDUCATION, DISTRICT, COMPANY ->
                new Filter(
                        rows.site(),
                        rows.keywords(),
                        rows.cities(),
                        rows.since(),
                        conditions(rows.conditions(), of[0].dimension(), values));
        };
    }

    private static Conditions conditions(Conditions other, Dimension by, List<String> values) {
        return new Conditions(
                by == Dimension.EXPERIENCE
                        ? values.stream().map(Pair::experience).toList()
                        : other.experience(),
                by == Dimension.EDUCATION ? values.stream().map(Pair::education).toList() : other.education(),
                by == Dimension.DISTRICT ? values : other.districts(),
                by == Dimension.COMPANY ? values : other.companies(),
                other.titleWords(),
                other.pay());
    }

    private static Optional<Experience> experience(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(Experience.of(code));
    }

    private static Optional<Education> education(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.of(Education.of(code));
    }
}
