package paymap.importer.format;

import java.util.List;
import paymap.importer.column.FileRow;
import paymap.job.RawRow;
import paymap.job.RowResult.Rejected;

/** Keeps rows as a reader hands them on. */
class RawRows implements RowHandler {

    private final List<RawRow> rows;

    RawRows(List<RawRow> rows) {
        this.rows = rows;
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public void row(FileRow row, String location) {
        rows.add(row.raw());
    }

    @Override
    public void page(SavedPages.Reading reading, String location) {
        rows.addAll(reading.rows());
    }

    @Override
    public void note(String what) {}

    @Override
    public void repeatedHeader() {}

    @Override
    public void reject(String location, Rejected reason, RawRow row) {}
}
