package paymap.importer;

import java.util.List;
import paymap.job.Posting;
import paymap.salary.Salary;

/** Where rows go. Not for several threads at once. */
public interface ImportSink {

    /**
     * A row to keep.
     *
     * @param site as it is to stand in {@code jobs.site}
     * @param keyword that was searched for; empty = unknown
     * @param salary how the pay of {@code posting} reads
     */
    record Entry(String site, String keyword, Posting posting, Salary salary) {}

    /** What became of a row. */
    enum UpsertResult {
        /** Its (site, city, title, salary) was not there before. */
        INSERTED,
        /** It was there before this import. */
        UPDATED,
        /** This import has brought it already; the opening behind it may be another. */
        DUPLICATE
    }

    /** A run that rows were put into. */
    record Run(long id, String site, String keyword) {}

    /** Stores rows, all or none of them, and tells what became of each, in the same order. */
    List<UpsertResult> put(List<Entry> rows);

    /**
     * Closes the books of this import.
     *
     * @param complete whether all files were read to their ends
     * @param why not; empty where they were
     * @return the runs that got rows, in the order they began
     */
    List<Run> end(boolean complete, String why);
}
