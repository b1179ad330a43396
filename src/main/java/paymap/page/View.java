package paymap.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import paymap.figures.Grouping;
import paymap.job.Conditions;
import paymap.job.Conditions.PayRange;
import paymap.job.ladder.Education;
import paymap.job.ladder.Experience;
import paymap.salary.Basis;
import paymap.salary.PayAmount;
import paymap.words.Words;

/**
 * What a person looks at: what stands in the address behind the question mark, and nothing else. Usual values are left out,
 * so that the same view has the same address.
 *
 * @param chosen values by parameter, as {@link Param#read} gives them; one without values is missing
 */
record View(Map<Param, List<String>> chosen) {

    private static final String BY_CITY = "city";
    private static final Pattern BACK = Pattern.compile("(\\d{1,4})\\s*([hdw])");

    View {
        EnumMap<Param, List<String>> sorted = new EnumMap<>(Param.class);
        chosen.forEach((param, values) -> {
            if (!values.isEmpty() && !isUsual(param, values)) {
                sorted.put(param, List.copyOf(values));
            }
        });
        chosen = sorted;
    }

    private static boolean isUsual(Param param, List<String> values) {
        return param == Param.BY && values.equals(List.of(BY_CITY))
                || param == Param.BASIS && values.equals(List.of(Basis.MONTH.code()));
    }

    /**
     * The view of an address.
     *
     * @param query values by the names of parameters, decoded
     * @throws IllegalArgumentException if a parameter or a value is none of those allowed, or they contradict each other
     */
    static View of(Map<String, List<String>> query) {
        Map<Param, List<String>> chosen = new EnumMap<>(Param.class);
        query.forEach((name, values) -> {
            Param param = Param.of(name);
            chosen.put(param, param.read(values));
        });
        return new View(chosen).checked();
    }

    private View checked() {
        PayRange pay = pay();
        since(Instant.EPOCH.plus(40_000, ChronoUnit.DAYS));
        return pay == null ? this : with(Param.MIN_PAY, amount(pay.low())).with(Param.MAX_PAY, amount(pay.high()));
    }

    private static List<String> amount(@Nullable Integer cny) {
        return cny == null ? List.of() : List.of(cny.toString());
    }

    /** The values of a parameter; none = nobody chose any. */
    List<String> values(Param param) {
        return chosen.getOrDefault(param, List.of());
    }

    /** Its only value; null = nobody chose any. */
    @Nullable
    String value(Param param) {
        List<String> values = values(param);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The same with other values of a parameter; none = without it. */
    View with(Param param, List<String> values) {
        Map<Param, List<String>> other = new EnumMap<>(Param.class);
        other.putAll(chosen);
        other.put(param, values);
        return new View(other);
    }

    /** The same with other values of a parameter. */
    View with(Param param, String value) {
        return with(param, List.of(value));
    }

    /** The same without one value of a parameter. */
    View without(Param param, String value) {
        return with(
                param,
                values(param).stream().filter(other -> !other.equals(value)).toList());
    }

    /** One of its parameters alone. */
    View only(Param param) {
        return new View(Map.of(param, values(param)));
    }

    /** The same without what says nothing to it. */
    View ofFigures() {
        Map<Param, List<String>> kept = new EnumMap<>(Param.class);
        chosen.forEach((param, values) -> {
            if (!param.isBeside()) {
                kept.put(param, values);
            }
        });
        return new View(kept);
    }

    /**
     * Whether a query is the address of this view as it is written, and not as a form or a hand puts it together.
     *
     * @param query that this view was read from
     */
    boolean isWritten(Map<String, List<String>> query) {
        Map<String, List<String>> written = new HashMap<>();
        chosen.forEach((param, values) ->
                written.put(param.code(), isJoined(param) ? List.of(String.join(",", values)) : values));
        return written.equals(query);
    }

    /** Whether rows of all searches are wanted together. */
    boolean wantsEveryKeyword() {
        return values(Param.KEYWORD).equals(List.of(Param.EVERY_KEYWORD));
    }

    Grouping by() {
        String by = value(Param.BY);
        return by == null ? Grouping.BY_CITY : Grouping.of(by);
    }

    Basis basis() {
        String basis = value(Param.BASIS);
        return basis == null ? Basis.MONTH : Param.basis(basis);
    }

    /** What a row must be beside where, by what search and when it was found. */
    Conditions conditions() {
        return new Conditions(
                values(Param.EXPERIENCE).stream().map(Experience::ofFilter).toList(),
                values(Param.EDUCATION).stream().map(Education::ofFilter).toList(),
                values(Param.DISTRICT),
                List.of(),
                List.of(),
                pay());
    }

    private @Nullable PayRange pay() {
        Integer low = pay(Param.MIN_PAY);
        Integer high = pay(Param.MAX_PAY);
        if (low != null && high != null && low > high) {
            throw new IllegalArgumentException(
                    Words.say("%s %s is above %s %s", Param.MIN_PAY.code(), low, Param.MAX_PAY.code(), high));
        }
        return low == null && high == null ? null : new PayRange(low, high, basis());
    }

    private @Nullable Integer pay(Param param) {
        String typed = value(param);
        return typed == null ? null : Integer.valueOf(PayAmount.of(param.code(), typed, basis()));
    }

    /**
     * From when on rows were seen; null = whenever.
     *
     * @param now what a time back, such as 7d, is counted from
     * @throws IllegalArgumentException if it is no such time
     */
    @Nullable
    Instant since(Instant now) {
        String typed = value(Param.SINCE);
        if (typed == null) {
            return null;
        }
        Matcher back = BACK.matcher(typed);
        if (back.matches()) {
            long amount = Long.parseLong(back.group(1));
            return switch (back.group(2)) {
                case "h" -> now.minus(amount, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
                case "d" -> now.minus(amount, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
                default -> now.minus(7 * amount, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            };
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 1970 && day.getYear() <= 9998) {
                return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
            }
        } catch (DateTimeException noDate) {
            // Told below, as any other text is.
        }
        throw new IllegalArgumentException(
                Words.say("since must be a date like 2026-11-01 or a time back like 7d, 12h or 2w: \"%s\"", typed));
    }

    /** The address of another page of this view, e.g. {@code /pay.json?city=...}. */
    String at(String path) {
        String query = query();
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** What stands behind the question mark; empty = the usual view. */
    String query() {
        List<String> pairs = new ArrayList<>();
        chosen.forEach((param, values) -> {
            if (isJoined(param)) {
                pairs.add(param.code() + "="
                        + String.join(",", values.stream().map(View::encoded).toList()));
            } else {
                values.forEach(value -> pairs.add(param.code() + "=" + encoded(value)));
            }
        });
        return String.join("&", pairs);
    }

    private static boolean isJoined(Param param) {
        return switch (param) {
            case CITY, EXPERIENCE, EDUCATION, DISTRICT, BY, PICTURE -> true;
            case SITE, KEYWORD, SINCE, MIN_PAY, MAX_PAY, BASIS, LANG, GROUP, FROM, TO, PAY, AFTER, SCALE -> false;
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("+", "%20");
    }
}
