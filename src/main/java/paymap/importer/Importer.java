package paymap.importer;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import paymap.importer.ImportReport.CityCount;
import paymap.job.Posting;
import paymap.salary.Salary;

/**
 * Takes rows out of files and puts them on a sink. One thread reads, the caller's thread stores, and what is between
 * them is bounded, so memory does not grow with the files.
 */
public final class Importer {

    private static final int BATCHES_UNDER_WAY = 2;
    private static final int SAMPLE = 5;

    /** What the reading thread tells the storing one. */
    private sealed interface Message {
        record Carried(Batch batch) implements Message {}

        record FileFailed(int file, String why) implements Message {}

        record Ended(@Nullable RuntimeException trouble) implements Message {}
    }

    private final List<DetectedFile> files;
    private final ImportSettings settings;
    private final SavedPages site;
    private final ImportListener listener;
    private final BlockingQueue<Message> between = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);
    private final List<FileReport> reports = new ArrayList<>();
    private final Map<String, CityCount> cities = new LinkedHashMap<>();
    private final List<Posting> sample = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean abandoned;

    private Importer(List<DetectedFile> files, ImportSettings settings, SavedPages site, ImportListener listener) {
        this.files = files;
        this.settings = settings;
        this.site = site;
        this.listener = listener;
        files.forEach(file -> reports.add(new FileReport(file)));
    }

    /**
     * Looks what each file is; nothing is stored yet.
     *
     * @throws IllegalArgumentException if a table has no columns that are known
     */
    public static Importer of(List<Source> sources, ImportSettings settings, SavedPages site, ImportListener listener)
            throws IOException {
        List<DetectedFile> files = new ArrayList<>();
        for (Source source : sources) {
            files.add(DetectedFile.of(source, settings));
        }
        return new Importer(files, settings, site, listener);
    }

    /** The same for the same files, whatever they are called: an import of them again is the same run. */
    public String fingerprint() {
        return files.stream().map(file -> file.encoding().fingerprint()).collect(Collectors.joining(" "));
    }

    /** Ends it soon; called from any thread. What was stored stays. */
    public void stop() {
        stopped = true;
    }

    /** Reads all files and stores their rows. */
    public ImportReport run(ImportSink sink) throws InterruptedException {
        Thread reader = new Thread(this::readAll, "paymap-import-reader");
        reader.setDaemon(true);
        reader.start();
        boolean stored = false;
        try {
            storeAll(sink);
            stored = true;
        } finally {
            if (!stored) {
                abandoned = true;
                reader.interrupt();
            }
        }
        boolean whole =
                !stopped && reports.stream().allMatch(file -> file.failure().isEmpty());
        List<ImportSink.Run> runs =
                sink.end(whole, stopped ? "interrupted" : whole ? "" : "not every file could be read");
        return new ImportReport(reports, cities, runs, sample, stopped);
    }

    private void storeAll(ImportSink sink) throws InterruptedException {
        while (true) {
            Message message = between.take();
            if (message instanceof Message.Carried carried && !stopped) {
                store(carried.batch(), sink);
            } else if (message instanceof Message.FileFailed failed) {
                reports.get(failed.file()).failed(failed.why());
            } else if (message instanceof Message.Ended ended) {
                if (ended.trouble() != null) {
                    throw ended.trouble();
                }
                return;
            }
        }
    }

    private void store(Batch batch, ImportSink sink) {
        List<ImportSink.UpsertResult> placed = batch.rows.isEmpty() ? List.of() : sink.put(batch.rows);
        FileReport report = reports.get(batch.file);
        report.add(batch);
        for (int i = 0; i < placed.size(); i++) {
            count(report, batch.rows.get(i), placed.get(i));
        }
        batch.rejected.forEach(listener::rejected);
        long earlier = files.stream()
                .limit(batch.file)
                .mapToLong(file -> file.source().size())
                .sum();
        long all = files.stream().mapToLong(file -> file.source().size()).sum();
        listener.status(new ImportListener.Status(earlier + batch.bytesRead, all, rows(), rejected()));
    }

    private void count(FileReport report, ImportSink.Entry row, ImportSink.UpsertResult placed) {
        switch (placed) {
            case INSERTED -> report.fresh++;
            case UPDATED -> report.known++;
            case DUPLICATE -> report.repeated++;
        }
        report.undisclosed += row.salary() instanceof Salary.Undisclosed ? 1 : 0;
        report.unreadable += row.salary() instanceof Salary.Unreadable ? 1 : 0;
        String city = row.posting().city();
        cities.put(city, cities.getOrDefault(city, CityCount.NONE).plus(placed));
        if (sample.size() < SAMPLE) {
            sample.add(row.posting());
        }
    }

    private long rows() {
        return reports.stream().mapToLong(FileReport::rows).sum();
    }

    private long rejected() {
        return reports.stream().mapToLong(FileReport::rejected).sum();
    }

    private void readAll() {
        RuntimeException trouble = null;
        try {
            RowCollector rows = new RowCollector(
                    settings, batch -> between.put(new Message.Carried(batch)), () -> stopped || abandoned);
            for (int i = 0; i < files.size() && rows.goesOn(); i++) {
                rows.begin(i, files.get(i).source());
                String why = readFile(files.get(i), rows);
                rows.flush();
                if (why != null) {
                    between.put(new Message.FileFailed(i, why));
                }
            }
        } catch (RuntimeException e) {
            trouble = e;
        } catch (Error e) { // the other thread would wait for ever
            trouble = new IllegalStateException("the files could not be read on: " + e, e);
        } catch (InterruptedException e) {
            return; // nobody listens any more
        }
        try {
            between.put(new Message.Ended(trouble));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return why the file was not read to its end; null = it was */
    private @Nullable String readFile(DetectedFile file, RowCollector rows) throws InterruptedException {
        if (file.kind() == FileKind.UNKNOWN) {
            return file.why();
        }
        JsonReader json = new JsonReader(site, new JsonColumns(settings.columns()), rows);
        try (Reader text = file.reader()) {
            return switch (file.kind()) {
                case HAR -> new HarReader(site, rows).read(text);
                case JSON -> json.document(text);
                case JSON_LINES -> {
                    json.lines(text);
                    yield null;
                }
                case PAGE -> page(text, rows);
                default ->
                    file.columns() == null
                            ? file.why()
                            : TableReader.read(text, file.columns(), file.separator(), rows);
            };
        } catch (IOException e) {
            return "it could not be read to its end: " + e.getMessage();
        } catch (UncheckedIOException e) {
            return "it could not be read to its end: " + e.getMessage();
        }
    }

    private @Nullable String page(Reader text, RowCollector rows) throws IOException, InterruptedException {
        StringWriter all = new StringWriter();
        char[] buffer = new char[1 << 15];
        for (int n = text.read(buffer); n > 0; n = text.read(buffer)) {
            all.write(buffer, 0, n);
            if (all.getBuffer().length() > JsonTree.LONGEST) {
                return "a page of more than " + JsonTree.LONGEST + " characters; it was not read";
            }
        }
        rows.page(site.page(new SavedPages.Page("", 200, "", all.toString())), "the page");
        return null;
    }
}
