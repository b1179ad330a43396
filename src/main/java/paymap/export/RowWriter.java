package paymap.export;

import java.io.Closeable;
import java.io.IOException;
import paymap.job.JobRow;

/** Writes rows one after the other; closing ends the file and closes the stream below. */
public interface RowWriter extends Closeable {

    /** @throws IOException if the stream below takes no more */
    void write(JobRow row) throws IOException;
}
