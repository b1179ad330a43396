package paymap.store.query;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Filter;
import paymap.salary.SalaryParser;

/** Whether pay is as a filter wants it: read again from its text as figures read it, and each text once. */
final class PayCheck {

    private static final int MOST_REMEMBERED = 100_000;

    private record Written(String salary, int months) {}

    private final @Nullable PayRange range;
    private final Map<Written, Boolean> known = new HashMap<>();

    private PayCheck(@Nullable PayRange range) {
        this.range = range;
    }

    static PayCheck of(Filter filter) {
        return new PayCheck(filter.conditions().pay());
    }

    /** @param months paid a year; 0 = not stated */
    boolean passes(String salary, int months) {
        if (range == null) {
            return true;
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Written(salary, months), pay -> range.holds(SalaryParser.parse(pay.salary, pay.months)));
    }
}
