package paymap.importer.format;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads the rows of one file, of one format. */
public interface RowReader {

    /**
     * Looks whether a file may be read at all, before any row of it is told: one that counts only as a whole is read to
     * its end for that. To be asked first, with a text of its own.
     *
     * @param text of the whole file, without a byte order mark
     * @param goesOn whether anybody still wants to know
     * @return why nothing of it may be taken; empty = nothing is against it
     * @throws IOException if the file cannot be read on
     */
    default Optional<ReadResult.Failed> flaw(Reader text, BooleanSupplier goesOn)
            throws IOException, InterruptedException {
        return Optional.empty();
    }

    /**
     * Reads to the end, or until nobody wants rows any more.
     *
     * @param text of the whole file, without a byte order mark
     * @throws IOException if the file cannot be read on
     */
    ReadResult read(Reader text, RowHandler rows) throws IOException, InterruptedException;
}
