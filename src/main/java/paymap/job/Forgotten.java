package paymap.job;

import java.util.List;

/**
 * What goes, or has gone, when runs are forgotten.
 *
 * @param runs that are meant, the oldest first
 * @param rows that go, by site and city
 * @param shared rows that the runs found and others too, which stay
 */
public record Forgotten(List<RunRow> runs, List<Rows> rows, long shared) {

    /** Rows of one city; {@code rows} is 1 or more. */
    public record Rows(String site, String city, long rows) {}

    public Forgotten {
        runs = List.copyOf(runs);
        rows = List.copyOf(rows);
    }

    /** How many rows go. */
    public long gone() {
        return rows.stream().mapToLong(Rows::rows).sum();
    }

    /** Whether no row is concerned. */
    public boolean isWithoutRows() {
        return rows.isEmpty() && shared == 0;
    }
}
