package paymap.cli.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.job.PayFigures;
import paymap.salary.SalaryStatistics;

/** The figures of pay by city, as a table for people and as a tree for JSON. */
public final class PayTable {

    private PayTable() {}

    /** @param columns that the table may take */
    public static String text(List<PayFigures> cities, int columns) {
        Table table = new Table("City", "n", "mean", "median", "P25", "P75", "not in mean", "mean over openings");
        List<String> leftOut = new ArrayList<>();
        for (PayFigures city : cities) {
            SalaryStatistics rows = city.rows();
            table.row(
                    city.city(),
                    rows.n(),
                    whole(rows.mean()),
                    whole(rows.median()),
                    whole(rows.p25()),
                    whole(rows.p75()),
                    rows.notInMean(),
                    whole(city.openings().mean()) + " (" + city.openings().n() + ")");
            if (rows.notInMean() > 0) {
                leftOut.add(city.city() + ": " + why(rows));
            }
        }
        return table.text(columns)
                + (leftOut.isEmpty()
                        ? ""
                        : Table.prose("Not in the mean: " + String.join("; ", leftOut) + ".", columns));
    }

    public static List<Map<String, @Nullable Object>> tree(List<PayFigures> cities) {
        List<Map<String, @Nullable Object>> tree = new ArrayList<>();
        for (PayFigures city : cities) {
            Map<String, @Nullable Object> branch = figures(city.rows());
            Map<String, @Nullable Object> whole = new LinkedHashMap<>();
            whole.put("city", city.city());
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

    private static String why(SalaryStatistics rows) {
        List<String> reasons = new ArrayList<>();
        reason(reasons, rows.openEnded(), "open-ended");
        reason(reasons, rows.undisclosed(), "undisclosed");
        reason(reasons, rows.dayOrHourRate(), "by the day or hour");
        reason(reasons, rows.unreadable(), "unreadable");
        return String.join(", ", reasons);
    }

    private static void reason(List<String> reasons, long count, String name) {
        if (count > 0) {
            reasons.add(count + " " + name);
        }
    }

    static String whole(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%,.0f", value);
    }

    static @Nullable Double tenths(@Nullable Double value) {
        return value == null ? null : Math.round(value * 10) / 10.0;
    }
}
