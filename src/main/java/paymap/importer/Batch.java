package paymap.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.importer.format.SavedPages;
import paymap.job.ImportSink;

/** Rows of one file on their way from the thread that reads to the one that stores, and what else was seen meanwhile. */
final class Batch {

    /** How many rows one transaction stores: fewer are slower, more are lost to a power cut. */
    static final int ROWS = 20_000;

    private static final int MOST_NOTES = 50;

    /** Its number among the files of the import, from 0. */
    final int file;

    final List<ImportSink.Entry> rows = new ArrayList<>();
    final List<RejectedRow> rejected = new ArrayList<>();
    final Map<String, Long> notes = new LinkedHashMap<>();
    long repeatedHeaders;
    long pages;

    /** That all of this batch came from, in a visit that goes on; null = the batch is cut anywhere. */
    SavedPages.@Nullable Reading page;

    /** Of the file, when the batch was handed on. */
    long bytesRead;

    Batch(int file) {
        this.file = file;
    }

    boolean isFull() {
        return rows.size() + rejected.size() >= ROWS;
    }

    /** Something that is no row and worth a word in the report. */
    void note(String what) {
        if (notes.size() < MOST_NOTES || notes.containsKey(what)) {
            notes.merge(what, 1L, Long::sum);
        }
    }
}
