package paymap.cli.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.figures.NotInMean;
import paymap.figures.PayFigures;
import paymap.salary.Basis;
import paymap.salary.SalaryStatistics;
import paymap.words.Numbers;
import paymap.words.Words;

/** The figures of pay by city, as a table for people. */
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
                leftOut.add(Words.say(
                        "%s: %s", city.group().words(), NotInMean.of(rows).words(Basis.MONTH)));
            }
        }
        return table.text(columns)
                + (leftOut.isEmpty() ? "" : Table.prose(Words.say("Not in the mean: %s.", sentence(leftOut)), columns));
    }

    private static String sentence(List<String> clauses) {
        return clauses.stream()
                .reduce((one, next) -> Words.say("%s; %s", one, next))
                .orElse("");
    }

    static String whole(@Nullable Double value) {
        return value == null ? "-" : Numbers.grouped(value, 0);
    }
}
