package paymap.page.rows;

import java.util.Locale;
import paymap.salary.Salary;

/** Whether a row tells its pay. */
public enum PayTold {
    /** It was read, for whatever interval, also with an open end. */
    TOLD,
    UNDISCLOSED,
    UNREADABLE;

    /** As addresses have it, e.g. {@code undisclosed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What this pay is; every pay is one of them. */
    public static PayTold of(Salary salary) {
        if (salary instanceof Salary.Disclosed) {
            return TOLD;
        }
        return salary instanceof Salary.Undisclosed ? UNDISCLOSED : UNREADABLE;
    }
}
