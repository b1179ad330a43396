package paymap.figures;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.City;
import paymap.job.JobStore;
import paymap.job.JobStore.Filter;
import paymap.salary.MedianOfChanges;
import paymap.salary.SalaryStatistics;

/**
 * How the pay of a city changed from one run to another, CNY a month.
 *
 * @param city by Chinese name
 * @param appeared rows that only the later run holds
 * @param vanished rows that only the earlier one holds
 * @param before figures over the rows of the earlier run
 * @param after likewise of the later
 * @param alike the change like for like; null where both runs hold too few cells of the city
 */
public record PayChange(
        String city,
        long appeared,
        long vanished,
        SalaryStatistics before,
        SalaryStatistics after,
        @Nullable Alike alike) {

    /**
     * So many titles must be in both runs for their changes to be told. Distinct (city, title, salary) rows leave a title
     * one row, or two or three: as many changes as make a sample that is not called small are wanted instead.
     */
    public static final int FEWEST_TITLES = PayFigures.PLENTY;

    /** What pay was compared within, beside the city. */
    public enum Cells {
        /** The words of the title, regardless of the case of A to Z; one row each time is enough. */
        TITLE("title"),
        /** The step of experience asked for; those of which nothing is said, or nothing that can be read, are in none. */
        EXPERIENCE("experience");

        private final String code;

        Cells(String code) {
            this.code = code;
        }

        /** As scripts have it. */
        public String code() {
            return code;
        }
    }

    /**
     * A change that a new mix of postings does not make.
     *
     * @param change over at least one cell
     */
    public record Alike(Cells cells, MedianOfChanges change) {}

    /** Every city of either run, in the order of tables. Reads each row once and keeps those of one city at a time. */
    public static List<PayChange> between(JobStore store, long from, long to, Filter filter) {
        ChangeReader reader = new ChangeReader();
        store.rowsOfRuns(from, to, filter, reader::add);
        return reader.changes().stream()
                .sorted(Comparator.comparingInt((PayChange city) -> City.rank(city.city))
                        .thenComparing(PayChange::city))
                .toList();
    }
}
