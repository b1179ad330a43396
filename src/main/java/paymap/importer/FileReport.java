package paymap.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FileKind;
import paymap.importer.format.ReadResult;
import paymap.job.ImportSink;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.job.UpsertResult;
import paymap.salary.Salary;

/** What one file came to. Counted on one thread; to be read when all is done. */
public final class FileReport {

    private static final int MOST_REASONS = 200;
    private static final Rejected OTHER = new Rejected(RejectReason.OTHER);

    private final DetectedFile file;
    private final Map<String, Long> notes = new TreeMap<>();
    private final Map<Rejected, Long> reasons = new LinkedHashMap<>();
    private Counts counts = Counts.NONE;
    private ReadResult result = new ReadResult.Whole();
    private long pages;
    private long repeatedHeaders;
    private long rejected;
    private long undisclosed;
    private long unreadable;
    private long madeUp;

    FileReport(DetectedFile file) {
        this.file = file;
    }

    /** As the user named it. */
    public String name() {
        return file.source().name();
    }

    public FileKind kind() {
        return file.format().kind();
    }

    /** For people: UTF-8, GB18030; empty where the kind is not known. */
    public String encoding() {
        return kind() == FileKind.UNKNOWN ? "" : file.encodingName();
    }

    /** Postings that were read, by what became of them; rejected rows are not among them. */
    public Counts rows() {
        return counts;
    }

    /** Pages or replies that held a list of rows, empty ones too. */
    public long pages() {
        return pages;
    }

    /** Rows that are the header once more. */
    public long repeatedHeaders() {
        return repeatedHeaders;
    }

    /** Rows that are no postings. */
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

    /** Rows stored that are invented, as their site said of itself. */
    public long madeUp() {
        return madeUp;
    }

    /** What was seen besides rows, with counts: refusals, encrypted replies, pages without rows; by name. */
    public Map<String, Long> notes() {
        return new TreeMap<>(notes);
    }

    /** Why rows were rejected, with counts, in the order they came; beyond {@value #MOST_REASONS} they are one. */
    public Map<Rejected, Long> reasons() {
        return new LinkedHashMap<>(reasons);
    }

    /** Why the file could not be read, or not to its end; empty = it was. */
    public Optional<String> failure() {
        return result.failure();
    }

    /** Whether something of it was read: a row, or a page that is empty by right. */
    public boolean gaveAnything() {
        return counts.all() > 0 || pages > 0;
    }

    void ended(ReadResult how) {
        result = how;
    }

    void count(ImportSink.Entry row, UpsertResult became) {
        counts = counts.plus(became);
        madeUp += row.madeUp() ? 1 : 0;
        undisclosed += row.salary() instanceof Salary.Undisclosed ? 1 : 0;
        unreadable += row.salary() instanceof Salary.Unreadable ? 1 : 0;
    }

    /** All of a batch but its rows, which are counted one by one. */
    void add(Batch batch) {
        pages += batch.pages;
        repeatedHeaders += batch.repeatedHeaders;
        rejected += batch.rejected.size();
        batch.notes.forEach((what, n) -> notes.merge(what, n, Long::sum));
        for (RejectedRow row : batch.rejected) {
            boolean room = reasons.size() < MOST_REASONS || reasons.containsKey(row.reason());
            reasons.merge(room ? row.reason() : OTHER, 1L, Long::sum);
        }
    }
}
