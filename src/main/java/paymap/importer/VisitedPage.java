package paymap.importer;

import java.util.List;
import paymap.importer.format.SavedPages;
import paymap.job.ImportSink;

/**
 * What became of one page of a visit that goes on.
 *
 * @param page what it held
 * @param stored its postings, in the order of the page
 * @param rows the same, by what became of them
 * @param rejected its rows that are no postings
 */
public record VisitedPage(SavedPages.Reading page, List<ImportSink.Entry> stored, Counts rows, int rejected) {
    public VisitedPage {
        stored = List.copyOf(stored);
    }

    static VisitedPage of(Batch batch, SavedPages.Reading page, List<ImportSink.UpsertResult> became) {
        Counts rows = Counts.NONE;
        for (ImportSink.UpsertResult each : became) {
            rows = rows.plus(each);
        }
        return new VisitedPage(page, batch.rows, rows, batch.rejected.size());
    }
}
