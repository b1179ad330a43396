package paymap.salary;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads pay as {@link SalaryParser} does, and remembers how: a handful of texts makes up millions of rows, 442 in 37,942
 * of Lagou (2026-11). Not for several threads at once.
 */
public final class SalaryReader {

    private static final int MOST_REMEMBERED = 20_000;

    private record Written(String salary, int months) {

        // By hand: Java makes those of a record when they are first called, which takes longer than a short answer's
        // rows.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Written written && months == written.months && salary.equals(written.salary);
        }

        @Override
        public int hashCode() {
            return 31 * salary.hashCode() + months;
        }
    }

    private final Map<Written, Salary> known = new HashMap<>();

    /**
     * Reads pay.
     *
     * @param salary as the site wrote it
     * @param months months paid a year from the site's separate field; 0 = not stated
     * @return as {@link SalaryParser#parse(String, int)}; one object for all texts that are equal, as long as it is remembered
     */
    public Salary of(String salary, int months) {
        if (known.size() >= MOST_REMEMBERED) {
            known.clear(); // whoever writes so many kinds writes each once
        }
        return known.computeIfAbsent(new Written(salary, months), pay -> SalaryParser.parse(pay.salary, pay.months));
    }
}
