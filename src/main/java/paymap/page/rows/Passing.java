package paymap.page.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import paymap.page.rows.Rows.Coded;

/** Which rows pass, and by which facets the others fail: looked up once for each value, not for each row. */
final class Passing {

    /** @param fails for each value 0, or the bit of its facet */
    private record Check(int[] of, int[] fails) {}

    private final List<Check> checks = new ArrayList<>();
    private Check[] all = {};

    /** From now on only rows with such a value in this column pass. */
    <T> void require(Coded<T> column, int bit, Predicate<T> passes) {
        int[] fails = new int[column.codes().size()];
        for (int code = 0; code < fails.length; code++) {
            fails[code] = passes.test(column.codes().value(code)) ? 0 : bit;
        }
        checks.add(new Check(column.of(), fails));
        all = checks.toArray(Check[]::new);
    }

    /** The bits of what a row fails by; 0 = it passes. */
    int failing(int row) {
        int failing = 0;
        for (Check check : all) {
            failing |= check.fails[check.of[row]];
        }
        return failing;
    }

    boolean passes(int row) {
        return failing(row) == 0;
    }
}
