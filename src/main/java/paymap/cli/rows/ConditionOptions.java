package paymap.cli.rows;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.salary.PayAmount;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** The options that say what a row must be, beside where and when it was found. */
final class ConditionOptions {

    static final String MIN_PAY = "--min-pay";
    static final String MAX_PAY = "--max-pay";

    /** Not the comma in the name of a company such as Made Up Co., Ltd. */
    private static final String COMMA = "[,，、](?!\\s*(?i:co|corp|inc|limited|llc|ltd)\\b)";

    @Option(
            names = "--experience",
            paramLabel = "YEARS",
            description = "Only these, by commas: none, under1, 1-3, 3-5, 5-10, over10, any, unreadable, unstated.")
    private @Nullable String experience;

    @Option(
            names = "--education",
            paramLabel = "LEVELS",
            description =
                    "Only these, by commas: any, secondary, college, bachelor, master, doctor, unreadable, unstated.")
    private @Nullable String education;

    @Option(
            names = "--district",
            paramLabel = "DISTRICTS",
            description = "Only these, by commas, with or without the 区 at the end.")
    private @Nullable String district;

    @Option(
            names = "--title",
            paramLabel = "WORDS",
            description = "Only rows whose title has all of these words, by blanks, in any case.")
    private @Nullable String title;

    @Option(
            names = "--company",
            paramLabel = "NAMES",
            description = "Only companies whose name has one of these in it, by commas, in any case.")
    private @Nullable String company;

    @Option(
            names = MIN_PAY,
            paramLabel = "PAY",
            description = "Only rows whose midpoint is at least this, e.g. 20k, 20000 or 2万; in CNY a month, or as"
                    + " figures are.")
    private @Nullable String minPay;

    @Option(
            names = MAX_PAY,
            paramLabel = "PAY",
            description = "Only rows whose midpoint is at most this; rows that name no pay are left out by either.")
    private @Nullable String maxPay;

    /**
     * @param basis of the pay that is asked for
     * @throws IllegalArgumentException if an option is wrong
     */
    Conditions conditions(Basis basis) {
        return new Conditions(
                listed("--experience", experience, Experience::ofFilter),
                listed("--education", education, Education::ofFilter),
                listed("--district", district, String::strip),
                listed("--company", company, String::strip),
                words(),
                pay(basis));
    }

    private List<String> words() {
        return title == null ? List.of() : named("--title", title, "[\\s\\u3000]+");
    }

    private @Nullable PayRange pay(Basis basis) {
        if (minPay == null && maxPay == null) {
            return null;
        }
        Integer low = minPay == null ? null : Integer.valueOf(PayAmount.of(MIN_PAY, minPay, basis));
        Integer high = maxPay == null ? null : Integer.valueOf(PayAmount.of(MAX_PAY, maxPay, basis));
        if (low != null && high != null && low > high) {
            throw new IllegalArgumentException(Words.say("%s %s is above %s %s", MIN_PAY, minPay, MAX_PAY, maxPay));
        }
        return new PayRange(low, high, basis);
    }

    /** In the order they were named; naming one twice counts once. */
    private static <T> List<T> listed(String option, @Nullable String names, Function<String, T> of) {
        return names == null
                ? List.of()
                : named(option, names, COMMA).stream().map(of).distinct().toList();
    }

    private static List<String> named(String option, String names, String between) {
        List<String> found = Arrays.stream(names.split(between))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(Words.say("%s names nothing: \"%s\"", option, names));
        }
        return found;
    }
}
