package paymap.cli.rows;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import paymap.figures.Grouping;
import paymap.salary.Basis;
import paymap.words.Words;
import picocli.CommandLine.Option;

/** The options that say what figures are told apart by and what is averaged; the same for every command that sums up. */
final class GroupingOptions {

    private static final List<Basis> MONTHLY = List.of(Basis.MONTH, Basis.PACKAGE);
    private static final List<Basis> INTERVALS = List.of(Basis.DAY, Basis.HOUR, Basis.WEEK);

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description =
                    "A figure for each city, experience, education, district, keyword, site or company, or for two"
                            + " of these by a comma; default: city.")
    private @Nullable String by;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "month: monthly pay as advertised, extra months not counted; package: a year's pay with its"
                    + " extra months, divided by 12; default: month.")
    private @Nullable String basis;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            description =
                    "Pay by the day, hour or week, which no monthly figure counts; default: by the month or year.")
    private @Nullable String interval;

    /** Whether a person asked for anything else than what is told without these options. */
    boolean isAsked() {
        return by != null || basis != null || interval != null;
    }

    /** @throws IllegalArgumentException if it names what rows cannot be grouped by, or too much */
    Grouping by() {
        return by == null ? Grouping.BY_CITY : Grouping.of(by);
    }

    /** @throws IllegalArgumentException if an option is wrong, or they contradict each other */
    Basis basis() {
        Basis monthly = basis == null ? Basis.MONTH : one("--basis", basis, MONTHLY);
        if (interval == null) {
            return monthly;
        }
        Basis rate = one("--interval", interval, INTERVALS);
        if (basis != null) {
            throw new IllegalArgumentException(Words.say(
                    "--basis %s is of pay by the month or year; --interval %s does not go with it",
                    monthly.code(), rate.code()));
        }
        return rate;
    }

    private static Basis one(String option, String typed, List<Basis> allowed) {
        String code = typed.strip().toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(basis -> basis.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                        "%s must be one of %s: \"%s\"",
                        option, Words.list(allowed.stream().map(Basis::code).toList()), typed)));
    }
}
