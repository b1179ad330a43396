package paymap.importer.format;

import java.io.IOException;
import java.io.Reader;

/** Reads the rows of one file, of one format. */
public interface RowReader {

    /**
     * Reads to the end, or until nobody wants rows any more.
     *
     * @param text of the whole file, without a byte order mark
     * @throws IOException if the file cannot be read on
     */
    ReadResult read(Reader text, RowHandler rows) throws IOException, InterruptedException;
}
