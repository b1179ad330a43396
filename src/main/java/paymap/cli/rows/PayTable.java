package paymap.cli.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.figures.PayFigures;
import paymap.salary.SalaryStatistics;
import paymap.words.Words;

/** The figures of pay by city, as a table for people and as a tree for JSON. */
public final class PayTable {

    private PayTable() {}

    /** @param columns that the table may take */
    public static String text(List<PayFigures> cities, int columns) {
        Table table = new Table(
                Words.say("City"),
                Words.say("n"),
                Words.say("mean"),
                Words.say("median"),
                "P25",
                "P75",
                Words.say("not in mean"),
                Words.say("mean over openings"));
        List<String> leftOut = new ArrayList<>();
        for (PayFigures city : cities) {
            SalaryStatistics rows = city.rows();
            table.row(
                    city.group().words(),
                    rows.n(),
                    whole(rows.mean()),
                    whole(rows.median()),
                    whole(rows.p25()),
                    whole(rows.p75()),
                    rows.notInMean(),
                    whole(city.openings().mean()) + " (" + city.openings().n() + ")");
            if (rows.notInMean() > 0) {
                leftOut.add(Words.say("%s: %s", city.group().words(), why(rows)));
            }
        }
        return table.text(columns)
                + (leftOut.isEmpty() ? "" : Table.prose(Words.say("Not in the mean: %s.", sentence(leftOut)), columns));
    }

    public static List<Map<String, @Nullable Object>> tree(List<PayFigures> cities) {
        List<Map<String, @Nullable Object>> tree = new ArrayList<>();
        for (PayFigures city : cities) {
            Map<String, @Nullable Object> branch = figures(city.rows());
            Map<String, @Nullable Object> whole = new LinkedHashMap<>();
            city.group()
                    .members()
                    .forEach(member -> whole.put(member.dimension().code(), member.value()));
            whole.putAll(branch);
            whole.put("not_in_mean", notInMean(city.rows()));
            whole.put("over_openings", figures(city.openings()));
            tree.add(whole);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> figures(SalaryStatistics statistics) {
        Map<String, @Nullable Object> branch = new LinkedHashMap<>();
        branch.put("n", statistics.n());
        branch.put("mean", tenths(statistics.mean()));
        branch.put("median", tenths(statistics.median()));
        branch.put("p25", tenths(statistics.p25()));
        branch.put("p75", tenths(statistics.p75()));
        return branch;
    }

    private static Map<String, Object> notInMean(SalaryStatistics rows) {
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("total", rows.notInMean());
        branch.put("open_ended", rows.openEnded());
        branch.put("undisclosed", rows.undisclosed());
        branch.put("day_or_hour_rate", rows.dayOrHourRate());
        branch.put("unreadable", rows.unreadable());
        return branch;
    }

    private static String sentence(List<String> clauses) {
        return clauses.stream()
                .reduce((one, next) -> Words.say("%s; %s", one, next))
                .orElse("");
    }

    private static String why(SalaryStatistics rows) {
        List<String> reasons = new ArrayList<>();
        reason(reasons, rows.openEnded(), n -> Words.say("%d open-ended", n));
        reason(reasons, rows.undisclosed(), n -> Words.say("%d undisclosed", n));
        reason(reasons, rows.dayOrHourRate(), n -> Words.say("%d by the day or hour", n));
        reason(reasons, rows.unreadable(), n -> Words.say("%d unreadable", n));
        return Words.list(reasons);
    }

    private static void reason(List<String> reasons, long count, LongFunction<String> words) {
        if (count > 0) {
            reasons.add(words.apply(count));
        }
    }

    static String whole(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%,.0f", value);
    }

    static @Nullable Double tenths(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }
}
