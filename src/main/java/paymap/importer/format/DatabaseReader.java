package paymap.importer.format;

import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import paymap.job.OtherStores;
import paymap.job.StoreException;

/** The rows of another database of paymap, with all that it knows of them. */
record DatabaseReader(OtherStores stores, Path file) implements RowReader {

    @Override
    public ReadResult read(Reader text, RowHandler collector) throws InterruptedException {
        try (OtherStores.Rows all = stores.open(file)) {
            for (List<OtherStores.Row> rows = all.next(); !rows.isEmpty(); rows = all.next()) {
                for (OtherStores.Row row : rows) {
                    if (!collector.goesOn()) {
                        return new ReadResult.Whole();
                    }
                    collector.stored(row, "row " + row.number());
                }
            }
            return new ReadResult.Whole();
        } catch (StoreException e) {
            return ReadResult.Failed.broken(String.valueOf(e.getMessage()));
        }
    }
}
