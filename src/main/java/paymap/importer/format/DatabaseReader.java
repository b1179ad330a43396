package paymap.importer.format;

import java.io.Reader;
import java.util.List;
import java.util.function.Supplier;
import paymap.job.OtherStores;
import paymap.job.StoreException;

/** The rows of another database of paymap, with all that it knows of them. */
record DatabaseReader(Supplier<OtherStores.Rows> stored) implements RowReader {

    @Override
    public ReadResult read(Reader text, RowHandler collector) throws InterruptedException {
        try (OtherStores.Rows all = stored.get()) {
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
