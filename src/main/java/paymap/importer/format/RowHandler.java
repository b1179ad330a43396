package paymap.importer.format;

import paymap.importer.column.FileRow;
import paymap.job.OtherStores;
import paymap.job.RawRow;
import paymap.job.RowResult.Rejected;

/** Takes what a {@link RowReader} finds in a file, in its order. A {@code location} is for people: line 12, entry 3. */
public interface RowHandler {

    /** Whether anybody still wants rows; a reader that hears no ends soon. */
    boolean goesOn();

    /**
     * A row of a table or a list of objects.
     *
     * @param row with what the file says of it besides
     */
    void row(FileRow row, String location) throws InterruptedException;

    /** A row of another store, with all that it knows of it; a handler of streams hears of none. */
    default void stored(OtherStores.Row row, String location) throws InterruptedException {
        throw new IllegalStateException("a stream holds no store");
    }

    /** What a page or a reply of a site holds. */
    void page(SavedPages.Reading reading, String location) throws InterruptedException;

    /** The page that was told last is whole: what came so far is to be stored now, as nobody knows when the next comes. */
    default void pageTurned() throws InterruptedException {}

    /**
     * Something that is no row and worth a word in the report.
     *
     * @param what for people; holds nothing the file says
     */
    void note(String what);

    /** A row that is the header once more. */
    void repeatedHeader();

    /**
     * A row that is not worth a look at its fields.
     *
     * @param row what could be read of it; {@link RawRow#EMPTY} = nothing
     */
    void reject(String location, Rejected reason, RawRow row) throws InterruptedException;

    /** Something that should be a row and of which nothing can be read. */
    default void reject(String location, Rejected reason) throws InterruptedException {
        reject(location, reason, RawRow.EMPTY);
    }
}
