package paymap.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of one file on their way from the thread that reads to the one that stores, and what else was seen meanwhile. */
final class Batch {

    /** How many rows one transaction stores: fewer are slower, more are lost to a power cut. */
    static final int ROWS = 20_000;

    final int file;
    final List<ImportSink.Entry> rows = new ArrayList<>();
    final List<RejectedRow> rejected = new ArrayList<>();
    final Map<String, Long> notes = new LinkedHashMap<>();
    long repeatedHeaders;
    long pages;
    long bytesRead;

    Batch(int file) {
        this.file = file;
    }

    boolean isFull() {
        return rows.size() + rejected.size() >= ROWS;
    }
}
