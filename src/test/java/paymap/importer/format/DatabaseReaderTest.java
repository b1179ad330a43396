package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.importer.column.FileRow;
import paymap.job.OtherStores;
import paymap.job.RawRow;
import paymap.job.RowResult.Rejected;
import paymap.job.StoreException;

/** The rows of another database come in its order, with their numbers, as long as anybody wants them. */
class DatabaseReaderTest {

    private final List<String> told = new ArrayList<>();
    private int wanted = Integer.MAX_VALUE;
    private boolean closed;

    @Test
    void everyRowOfEveryPartIsHandedOnByItsNumber() throws Exception {
        ReadResult result = read(List.of(List.of(row(3), row(4)), List.of(row(9))));

        assertEquals(List.of("row 3", "row 4", "row 9"), told);
        assertEquals(new ReadResult.Whole(), result);
        assertTrue(closed);
    }

    @Test
    void nothingIsReadThatNobodyWants() throws Exception {
        wanted = 1;

        ReadResult result = read(List.of(List.of(row(3), row(4)), List.of(row(9))));

        assertEquals(List.of("row 3"), told);
        assertEquals(new ReadResult.Whole(), result);
        assertTrue(closed);
    }

    @Test
    void aDatabaseThatCannotBeReadOnIsToldOf() throws Exception {
        ReadResult result = new DatabaseReader(() -> {
                    throw new StoreException("it is broken", true, null);
                })
                .read(Reader.nullReader(), new Taker());

        assertEquals(ReadResult.Failed.broken("it is broken"), result);
    }

    private ReadResult read(List<List<OtherStores.Row>> parts) throws InterruptedException {
        Iterator<List<OtherStores.Row>> left = parts.iterator();
        return new DatabaseReader(() -> new OtherStores.Rows() {
                    @Override
                    public List<OtherStores.Row> next() {
                        return left.hasNext() ? left.next() : List.of();
                    }

                    @Override
                    public void close() {
                        closed = true;
                    }
                })
                .read(Reader.nullReader(), new Taker());
    }

    private static OtherStores.Row row(long number) {
        return new OtherStores.Row(number, RawRow.EMPTY, "boss", false, null);
    }

    private final class Taker implements RowHandler {
        @Override
        public boolean goesOn() {
            return told.size() < wanted;
        }

        @Override
        public void stored(OtherStores.Row row, String location) {
            told.add(location);
        }

        @Override
        public void row(FileRow row, String location) {
            throw new AssertionError("a database is no table");
        }

        @Override
        public void page(SavedPages.Reading reading, String location) {
            throw new AssertionError("a database is no page");
        }

        @Override
        public void note(String what) {
            throw new AssertionError(what);
        }

        @Override
        public void repeatedHeader() {
            throw new AssertionError("a database has no header");
        }

        @Override
        public void reject(String location, Rejected reason, RawRow row) {
            throw new AssertionError("judged elsewhere");
        }
    }
}
