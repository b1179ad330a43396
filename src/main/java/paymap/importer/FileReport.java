package paymap.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What one file came to. Counted on one thread; to be read when all is done. */
public final class FileReport {

    private static final int MOST_REASONS = 200;

    private final DetectedFile file;
    private final Map<String, Long> notes = new LinkedHashMap<>();
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private String failure;
    long pages;
    long repeatedHeaders;
    long fresh;
    long known;
    long repeated;
    long rejected;
    long undisclosed;
    long unreadable;

    FileReport(DetectedFile file) {
        this.file = file;
        this.failure = file.why();
    }

    /** As the user named it. */
    public String name() {
        return file.source().name();
    }

    public FileKind kind() {
        return file.kind();
    }

    /** For people: UTF-8, GB18030; empty where the kind is not known. */
    public String encoding() {
        return kind() == FileKind.UNKNOWN ? "" : file.encoding().label();
    }

    /** Postings that were read, rejected rows not among them. */
    public long rows() {
        return fresh + known + repeated;
    }

    /** Pages or replies that held a list of rows, empty ones too. */
    public long pages() {
        return pages;
    }

    /** Rows that are the header once more. */
    public long repeatedHeaders() {
        return repeatedHeaders;
    }

    public long fresh() {
        return fresh;
    }

    public long known() {
        return known;
    }

    public long repeated() {
        return repeated;
    }

    public long rejected() {
        return rejected;
    }

    /** Rows stored that name no pay. */
    public long undisclosed() {
        return undisclosed;
    }

    /** Rows stored whose pay cannot be read; the text is kept. */
    public long unreadable() {
        return unreadable;
    }

    /** What was seen besides rows, with counts: refusals, encrypted replies, pages without rows. */
    public Map<String, Long> notes() {
        return new TreeMap<>(notes);
    }

    /** Why rows were rejected, with counts. */
    public Map<String, Long> reasons() {
        return new LinkedHashMap<>(reasons);
    }

    /** Why the file could not be read, or not to its end; empty = it was. */
    public String failure() {
        return failure;
    }

    /** Whether something of it was read: a row, or a page that is empty by right. */
    public boolean gaveAnything() {
        return rows() > 0 || pages > 0;
    }

    void failed(String why) {
        failure = why;
    }

    void add(Batch batch) {
        pages += batch.pages;
        repeatedHeaders += batch.repeatedHeaders;
        rejected += batch.rejected.size();
        batch.notes.forEach((what, n) -> notes.merge(what, n, Long::sum));
        for (RejectedRow row : batch.rejected) {
            boolean room = reasons.size() < MOST_REASONS || reasons.containsKey(row.reason());
            reasons.merge(room ? row.reason() : "other reasons", 1L, Long::sum);
        }
    }
}
