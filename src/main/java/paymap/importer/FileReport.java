package paymap.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import paymap.importer.column.Column;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FileKind;
import paymap.importer.format.ReadResult;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.salary.Salary;

/** What one file came to. Counted on one thread; to be read when all is done. */
public final class FileReport {

    private static final int MOST_REASONS = 200;
    private static final int SAMPLE = 3;
    private static final Rejected OTHER = new Rejected(RejectReason.OTHER);

    private final DetectedFile file;
    private final Map<String, Long> notes = new TreeMap<>();
    private final Map<Rejected, Long> reasons = new LinkedHashMap<>();
    private final Set<String> strangeCities = new LinkedHashSet<>();
    private final List<ImportSink.Entry> sample = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private ReadResult result = new ReadResult.Whole();
    private long pages;
    private long repeatedHeaders;
    private long rejected;
    private long undisclosed;
    private long unreadable;
    private long maybeYearly;
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

    /** For people: UTF-8, GB18030; empty where the kind is not known, and of a visit. */
    public String encoding() {
        return kind() == FileKind.UNKNOWN || kind() == FileKind.VISIT ? "" : file.encodingName();
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

    /** Those of the unreadable that are a sum without a time, too large for a month. */
    public long maybeYearly() {
        return maybeYearly;
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

    /** The first few texts that stood for a city and are none; cut as {@link RejectedRow} is. */
    public List<String> strangeCities() {
        return List.copyOf(strangeCities);
    }

    /** The first few rows, as they are stored. */
    public List<ImportSink.Entry> sample() {
        return List.copyOf(sample);
    }

    /** What the columns that were read are called in the file; empty where it has none. */
    public Map<Column, String> columns() {
        return file.format().columns();
    }

    /** Why the file could not be read, or not to its end; empty = it was. */
    public Optional<ReadResult.Failed> failure() {
        return result.failure();
    }

    /** Whether it is no list and lay among lists, so that nothing is missing without it. */
    public boolean isPassedOver() {
        return file.isStray();
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
        if (row.salary() instanceof Salary.Unreadable pay) {
            unreadable++;
            maybeYearly += pay.flaw() == Salary.Flaw.MAYBE_YEARLY ? 1 : 0;
        }
        if (sample.size() < SAMPLE) {
            sample.add(row);
        }
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
            if (row.reason().reason() == RejectReason.NOT_A_CITY && strangeCities.size() < SAMPLE) {
                strangeCities.add(row.city());
            }
        }
    }
}
