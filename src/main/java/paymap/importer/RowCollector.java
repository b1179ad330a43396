package paymap.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import paymap.job.Posting;

/** What the readers put rows on: it tells postings from the rest, and hands them on in batches. */
final class RowCollector {

    /** Takes a batch; may wait until there is room. */
    interface BatchConsumer {
        void accept(Batch batch) throws InterruptedException;
    }

    private static final int MOST_CITIES = 5_000;
    private static final int MOST_SITES = 50;
    private static final int MOST_KEYWORDS = 500;
    private static final int LONGEST_KEYWORD = 100;
    private static final int MOST_NOTES = 50;

    private final ImportSettings settings;
    private final BatchConsumer consumer;
    private final BooleanSupplier stopped;
    private final PostingRules rules = new PostingRules();
    private final Set<String> cities = new HashSet<>();
    private final Set<String> sites = new HashSet<>();
    private final Set<String> keywords = new HashSet<>();
    private @Nullable Source source;
    private Batch batch = new Batch(0);

    RowCollector(ImportSettings settings, BatchConsumer consumer, BooleanSupplier stopped) {
        this.settings = settings;
        this.consumer = consumer;
        this.stopped = stopped;
    }

    /** Rows are those of this file from now on. */
    void begin(int file, Source from) {
        source = from;
        batch = new Batch(file);
    }

    /** Whether anybody still wants rows. */
    boolean goesOn() {
        return !stopped.getAsBoolean();
    }

    /**
     * A row of a table.
     *
     * @param site of it; empty = the user's
     * @param location in the file, for people
     */
    void row(RawRow row, String site, String location) throws InterruptedException {
        add(row, site, "", "", location);
    }

    /** What a page of a site holds. */
    void page(SavedPages.Reading reading, String location) throws InterruptedException {
        switch (reading.found()) {
            case ROWS -> batch.pages++;
            case NOTHING -> note(reading.what());
            case ENCRYPTED -> note(ENCRYPTED);
            case REFUSED -> note("refused: " + reading.what());
        }
        for (RawRow row : reading.rows()) {
            add(row, reading.site(), reading.city(), reading.keyword(), location);
        }
    }

    static final String ENCRYPTED =
            "encrypted reply, which only the page's own script can read (rendered pages beside it are read)";

    /** Something that is no row and worth a word in the report. */
    void note(String what) {
        if (batch.notes.size() < MOST_NOTES || batch.notes.containsKey(what)) {
            batch.notes.merge(what, 1L, Long::sum);
        }
    }

    void repeatedHeader() {
        batch.repeatedHeaders++;
    }

    void reject(String location, String reason, String title, String salary, String city) throws InterruptedException {
        String file = source == null ? "" : source.name();
        batch.rejected.add(new RejectedRow(file, location, reason, title, salary, city));
        flushIfFull();
    }

    /** Hands on what there is, for instance at the end of a file. */
    void flush() throws InterruptedException {
        int file = batch.file;
        batch.bytesRead = position();
        consumer.accept(batch);
        batch = new Batch(file);
    }

    private void add(RawRow row, String site, String pageCity, String pageKeyword, String location)
            throws InterruptedException {
        String title = row.title().length() > 4 * PostingRules.LONGEST_TITLE ? row.title() : Text.clean(row.title());
        String city = rules.city(row, pageCity, settings.city());
        String siteName = site.isEmpty() ? settings.site() : Text.clean(site);
        String keyword = keyword(pageKeyword);
        String flaw = rules.flaw(row, title, city);
        if (flaw == null) {
            flaw = limitExceeded(siteName, city, keyword);
        }
        if (flaw != null) {
            reject(location, flaw, row.title(), row.salary(), row.city());
            return;
        }
        Posting posting = rules.posting(row, title, city);
        batch.rows.add(new ImportSink.Entry(siteName, keyword, posting, rules.salary(posting)));
        flushIfFull();
    }

    private String keyword(String ofPage) {
        String keyword = settings.keyword() == null ? Text.clean(ofPage) : settings.keyword();
        return keyword.length() > LONGEST_KEYWORD ? "" : keyword;
    }

    /** A hostile file could name another site or city in each row, and each takes memory. */
    private @Nullable String limitExceeded(String site, String city, String keyword) {
        if (!ImportSettings.isName(site)) {
            return "a site without a proper name";
        }
        if (isOneTooMany(sites, site, MOST_SITES)) {
            return "more than " + MOST_SITES + " sites";
        }
        if (isOneTooMany(keywords, keyword, MOST_KEYWORDS)) {
            return "more than " + MOST_KEYWORDS + " keywords";
        }
        return isOneTooMany(cities, city, MOST_CITIES) ? "more than " + MOST_CITIES + " cities" : null;
    }

    private static boolean isOneTooMany(Set<String> names, String name, int most) {
        return !names.contains(name) && (names.size() >= most || !names.add(name));
    }

    private void flushIfFull() throws InterruptedException {
        if (batch.isFull()) {
            flush();
        }
    }

    private long position() {
        try {
            return source == null ? 0 : source.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
