package paymap.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.importer.column.FileRow;
import paymap.importer.column.HtmlText;
import paymap.importer.format.ImportSettings;
import paymap.importer.format.RowHandler;
import paymap.importer.format.SavedPages;
import paymap.importer.text.Source;
import paymap.job.ImportSink;
import paymap.job.ImportSink.History;
import paymap.job.MadeUpData;
import paymap.job.OtherStores;
import paymap.job.Posting;
import paymap.job.PostingRules;
import paymap.job.RawRow;
import paymap.job.RejectReason;
import paymap.job.RowContext;
import paymap.job.RowResult.Rejected;
import paymap.salary.SalaryReader;
import paymap.words.Words;

/** Gathers the postings and rejected rows of one file in batches. */
final class RowCollector implements RowHandler {

    /** Takes a batch; may wait until there is room. */
    interface BatchConsumer {
        void accept(Batch batch) throws InterruptedException;
    }

    /** What the rows of an import have in common, whichever file they are of. */
    record Tools(ImportSettings settings, PostingRules rules, SalaryReader pay, NameLimits limits) {
        Tools(ImportSettings settings) {
            this(settings, new PostingRules(HtmlText.TEXT), new SalaryReader(), new NameLimits());
        }
    }

    private static final int LONGEST_KEYWORD = 100;
    private static final Pattern COMMA = Pattern.compile(",");

    private final Tools tools;
    private final Source source;
    private final BatchConsumer consumer;
    private final BooleanSupplier stopped;
    private final Refusals refusals = new Refusals();
    private final Map<String, String> searched = new HashMap<>(); // last, by site
    private Batch batch;
    private SavedPages.@Nullable Reading last;

    /**
     * @param file the number of {@code source} among the files, from 0
     * @param stopped whether nobody wants rows any more
     */
    RowCollector(Tools tools, int file, Source source, BatchConsumer consumer, BooleanSupplier stopped) {
        this.tools = tools;
        this.source = source;
        this.consumer = consumer;
        this.stopped = stopped;
        this.batch = new Batch(file);
    }

    @Override
    public boolean goesOn() {
        return !stopped.getAsBoolean();
    }

    @Override
    public void row(FileRow row, String location) throws InterruptedException {
        History history;
        try {
            history = history(row);
        } catch (IllegalArgumentException | DateTimeException e) {
            reject(location, new Rejected(RejectReason.NO_HISTORY), row.raw());
            return;
        }
        if (row.isForeign()) {
            reject(location, new Rejected(RejectReason.FOREIGN_PAY), row.raw());
            return;
        }
        String site = row.site().isEmpty() ? tools.settings.site() : row.site();
        String keyword = history == null ? keyword("") : keywords(row.keyword());
        add(
                row.raw(),
                origin(site, keyword, row.madeUp(), history),
                RowContext.ofFile(tools.settings.city()),
                location);
    }

    /** What paymap's own table says of how often and when a row was seen; null = the file is another's. */
    private static @Nullable History history(FileRow row) {
        boolean isThere = !row.openings().isEmpty()
                && !row.firstSeen().isEmpty()
                && !row.lastSeen().isEmpty();
        return isThere
                ? new History(
                        Integer.parseInt(row.openings()), Instant.parse(row.firstSeen()), Instant.parse(row.lastSeen()))
                : null;
    }

    @Override
    public void stored(OtherStores.Row row, String location) throws InterruptedException {
        History history = row.history();
        if (history == null) {
            reject(location, new Rejected(RejectReason.NO_HISTORY), row.raw());
            return;
        }
        List<String> keywords = tools.settings.keyword() == null
                ? history.keywords().stream().map(this::keyword).distinct().toList()
                : List.of(keyword(""));
        History known = new History(
                history.openings(),
                history.firstSeen(),
                history.lastSeen(),
                history.known(),
                keywords.isEmpty() ? List.of("") : keywords);
        add(
                row.raw(),
                origin(row.site(), String.join(",", keywords), row.madeUp(), known),
                RowContext.ofFile(tools.settings.city()),
                location);
    }

    @Override
    public void page(SavedPages.Reading reading, String location) throws InterruptedException {
        last = reading;
        switch (reading.found()) {
            case ROWS -> batch.pages++;
            case ROW -> {}
            case HIDDEN_PAY -> {
                batch.pages++;
                note(Words.say("saved without being logged in: the site showed no pay"));
            }
            case NOTHING -> note(reading.what());
            case ENCRYPTED ->
                note(
                        Words.say(
                                "encrypted reply, which only the page's own script can read (rendered pages beside it are read)"));
            case REFUSED -> refusals.add(reading, this::note);
        }
        if (reading.rows().isEmpty()) {
            return;
        }
        refusals.rowsOf(reading.site());
        boolean named = !reading.city().isBlank();
        String city = tools.rules.city(reading.city());
        RowContext context = RowContext.ofFile(named ? city : tools.settings.city());
        Origin origin = origin(reading.site(), keyword(searched(reading)), reading.madeUp(), null);
        for (RawRow row : reading.rows()) {
            // What a page names and is no city, as the whole country, is not of the city that the user names either.
            boolean strange = named && city.isEmpty() && row.city().isBlank();
            if (hasPrivateDigits(row.salary())) {
                reject(location, new Rejected(RejectReason.PRIVATE_DIGITS), row);
            } else {
                add(strange ? row.at(reading.city()) : row, origin, context, location);
            }
        }
    }

    @Override
    public void pageTurned() throws InterruptedException {
        batch.page = last;
        flush();
    }

    /** A position that was looked at in a list belongs to the search that gave the list. */
    private String searched(SavedPages.Reading reading) {
        if (reading.found() != SavedPages.Found.ROW) {
            searched.put(reading.site(), reading.keyword());
        }
        return reading.keyword().isBlank() ? searched.getOrDefault(reading.site(), "") : reading.keyword();
    }

    private static boolean hasPrivateDigits(String salary) {
        return salary.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
    }

    @Override
    public void note(String what) {
        batch.note(what);
    }

    @Override
    public void repeatedHeader() {
        batch.repeatedHeaders++;
    }

    @Override
    public void reject(String location, Rejected reason, RawRow row) throws InterruptedException {
        addRejected(location, reason, row);
        flushIfFull();
    }

    /** Hands on what is left, with the refusals that no rows came after. */
    void end() throws InterruptedException {
        refusals.tell(this::note);
        flush();
    }

    private void flush() throws InterruptedException {
        Batch full = batch;
        full.bytesRead = position();
        batch = new Batch(full.file);
        consumer.accept(full);
    }

    private record Origin(
            String site,
            String keyword,
            boolean madeUp,
            @Nullable History history) {
        /** One, unless an export names several. */
        List<String> keywords() {
            if (history != null && !history.keywords().isEmpty()) {
                return history.keywords();
            }
            return history == null ? List.of(keyword) : List.of(COMMA.split(keyword));
        }
    }

    private void add(RawRow row, Origin origin, RowContext context, String location) throws InterruptedException {
        tools.rules
                .read(row, context)
                .match(
                        posting -> addPosting(posting, origin, row, location),
                        rejected -> addRejected(location, rejected, row));
        flushIfFull();
    }

    private void addPosting(Posting posting, Origin origin, RawRow row, String location) {
        Optional<Rejected> flaw = ImportSettings.isName(origin.site)
                ? tools.limits.limitExceeded(origin.site, origin.keywords(), posting.city())
                : Optional.of(new Rejected(RejectReason.SITE_WITHOUT_NAME));
        if (flaw.isPresent()) {
            addRejected(location, flaw.get(), row);
        } else {
            batch.rows.add(new ImportSink.Entry(
                    origin.site,
                    origin.keyword,
                    posting,
                    tools.pay.of(posting.salary(), posting.salaryMonths()),
                    origin.madeUp,
                    origin.history));
        }
    }

    private void addRejected(String location, Rejected reason, RawRow row) {
        batch.rejected.add(new RejectedRow(source.name(), location, reason, row.title(), row.salary(), row.city()));
    }

    private static Origin origin(String site, String keyword, boolean madeUp, @Nullable History history) {
        String clean = HtmlText.TEXT.clean(site);
        return new Origin(clean, keyword, madeUp || MadeUpData.isSaidByName(clean), history);
    }

    private String keyword(String ofPage) {
        String given = tools.settings.keyword();
        String keyword = given == null ? HtmlText.TEXT.clean(ofPage) : given;
        return keyword.length() > LONGEST_KEYWORD ? "" : keyword;
    }

    /** An export names all keywords that found a row, by commas. */
    private String keywords(String ofRow) {
        return tools.settings.keyword() != null
                ? keyword("")
                : COMMA.splitAsStream(ofRow)
                        .map(this::keyword)
                        .filter(keyword -> !keyword.isEmpty())
                        .collect(Collectors.joining(","));
    }

    private void flushIfFull() throws InterruptedException {
        if (batch.isFull()) {
            flush();
        }
    }

    private long position() {
        try {
            return source.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
