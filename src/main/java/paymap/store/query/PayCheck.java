package paymap.store.query;

import org.jspecify.annotations.Nullable;
import paymap.job.Conditions.PayRange;
import paymap.job.JobStore.Filter;
import paymap.salary.SalaryReader;

/** Whether pay is as a filter wants it: read again from its text as figures read it. */
final class PayCheck {

    private final @Nullable PayRange range;
    private final SalaryReader pay = new SalaryReader();

    private PayCheck(@Nullable PayRange range) {
        this.range = range;
    }

    static PayCheck of(Filter filter) {
        return new PayCheck(filter.conditions().pay());
    }

    /** @param months paid a year; 0 = not stated */
    boolean passes(String salary, int months) {
        return range == null || range.holds(pay.of(salary, months));
    }
}
