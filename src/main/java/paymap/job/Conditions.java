package paymap.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.salary.Salary;
import paymap.salary.SalaryStatistics;

/**
 * What a row must be to be meant, beside the site, the search, the city and the time it is of. Every list that is not
 * empty is a condition, which one of its values meets.
 *
 * @param experience steps that rows are placed on; an empty one = of which the site said nothing
 * @param education likewise
 * @param districts as the site writes them, with or without the 区, 县 or 市 at the end
 * @param companies parts of their names, regardless of the case of A to Z
 * @param titleWords parts of titles, likewise, but each of them must be there
 * @param pay null = any, and none
 */
public record Conditions(
        List<Optional<Experience>> experience,
        List<Optional<Education>> education,
        List<String> districts,
        List<String> companies,
        List<String> titleWords,
        @Nullable PayRange pay) {

    /** Any row will do. */
    public static final Conditions NONE = new Conditions(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    public Conditions {
        experience = List.copyOf(experience);
        education = List.copyOf(education);
        districts = List.copyOf(districts);
        companies = List.copyOf(companies);
        titleWords = List.copyOf(titleWords);
    }

    /**
     * Where the midpoint of a row's pay must lie. A row without one, as of an open end, is never in it.
     *
     * @param low whole CNY by the basis; null = from any
     * @param high likewise, itself included; null = to any
     */
    public record PayRange(@Nullable Integer low, @Nullable Integer high, Basis basis) {

        /** Whether pay lies in it. */
        public boolean holds(Salary salary) {
            OptionalDouble midpoint = SalaryStatistics.midpoint(salary, basis);
            return midpoint.isPresent()
                    && (low == null || midpoint.getAsDouble() >= low)
                    && (high == null || midpoint.getAsDouble() <= high);
        }
    }

    /** The same, whatever a row pays. */
    public Conditions ofAnyPay() {
        return new Conditions(experience, education, districts, companies, titleWords, null);
    }

    /** Whether any row will do. */
    public boolean isNone() {
        return equals(NONE);
    }
}
