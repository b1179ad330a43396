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
import paymap.importer.IntakeReport.CityCount;
import paymap.job.Posting;
import paymap.salary.Salary;

/**
 * Takes rows out of files and puts them on a shelf. One thread reads, the caller's thread stores, and what is between
 * them is bounded, so memory does not grow with the files.
 */
public final class Intake {

    private static final int BATCHES_UNDER_WAY = 2;
    private static final int SAMPLE = 5;

    /** What the reading thread tells the storing one. */
    private sealed interface Message {
        record Carried(Batch batch) implements Message {}

        record FileFailed(int file, String why) implements Message {}

        record Ended(@Nullable RuntimeException trouble) implements Message {}
    }

    private final List<Inspection> files;
    private final IntakeSettings settings;
    private final SavedPages site;
    private final IntakeListener listener;
    private final BlockingQueue<Message> between = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);
    private final List<FileReport> reports = new ArrayList<>();
    private final Map<String, CityCount> cities = new LinkedHashMap<>();
    private final List<Posting> sample = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean deaf;

    private Intake(List<Inspection> files, IntakeSettings settings, SavedPages site, IntakeListener listener) {
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
    public static Intake of(List<Source> sources, IntakeSettings settings, SavedPages site, IntakeListener listener)
            throws IOException {
        List<Inspection> files = new ArrayList<>();
        for (Source source : sources) {
            files.add(Inspection.of(source, settings));
        }
        return new Intake(files, settings, site, listener);
    }

    /** The same for the same files, whatever they are called: an import of them again is the same run. */
    public String content() {
        return files.stream().map(file -> file.encoding().content()).collect(Collectors.joining(" "));
    }

    /** Ends it soon; called from any thread. What was stored stays. */
    public void stop() {
        stopped = true;
    }

    /** Reads all files and stores their rows. */
    public IntakeReport run(Shelf shelf) throws InterruptedException {
        Thread reader = new Thread(this::readAll, "paymap-import-reader");
        reader.setDaemon(true);
        reader.start();
        boolean stored = false;
        try {
            storeAll(shelf);
            stored = true;
        } finally {
            if (!stored) {
                deaf = true;
                reader.interrupt();
            }
        }
        boolean whole =
                !stopped && reports.stream().allMatch(file -> file.failure().isEmpty());
        List<Shelf.Run> runs = shelf.end(whole, stopped ? "interrupted" : whole ? "" : "not every file could be read");
        return new IntakeReport(reports, cities, runs, sample, stopped);
    }

    private void storeAll(Shelf shelf) throws InterruptedException {
        while (true) {
            Message message = between.take();
            if (message instanceof Message.Carried carried && !stopped) {
                store(carried.batch(), shelf);
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

    private void store(Batch batch, Shelf shelf) {
        List<Shelf.Placed> placed = batch.rows.isEmpty() ? List.of() : shelf.put(batch.rows);
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
        listener.status(new IntakeListener.Status(earlier + batch.bytesRead, all, rows(), rejected()));
    }

    private void count(FileReport report, Shelf.Entry row, Shelf.Placed placed) {
        switch (placed) {
            case NEW -> report.fresh++;
            case KNOWN -> report.known++;
            case REPEATED -> report.repeated++;
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
            Tray tray = new Tray(settings, batch -> between.put(new Message.Carried(batch)), () -> stopped || deaf);
            for (int i = 0; i < files.size() && tray.goesOn(); i++) {
                tray.begin(i, files.get(i).source());
                String why = readFile(files.get(i), tray);
                tray.handOn();
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
    private @Nullable String readFile(Inspection file, Tray tray) throws InterruptedException {
        if (file.kind() == Kind.UNKNOWN) {
            return file.why();
        }
        JsonReader json = new JsonReader(site, new JsonColumns(settings.columns()), tray);
        try (Reader text = file.reader()) {
            return switch (file.kind()) {
                case HAR -> new HarReader(site, tray).read(text);
                case JSON -> json.document(text);
                case JSON_LINES -> {
                    json.lines(text);
                    yield null;
                }
                case PAGE -> page(text, tray);
                default ->
                    file.columns() == null
                            ? file.why()
                            : TableReader.read(text, file.columns(), file.separator(), tray);
            };
        } catch (IOException e) {
            return "it could not be read to its end: " + e.getMessage();
        } catch (UncheckedIOException e) {
            return "it could not be read to its end: " + e.getMessage();
        }
    }

    private @Nullable String page(Reader text, Tray tray) throws IOException, InterruptedException {
        StringWriter all = new StringWriter();
        char[] buffer = new char[1 << 15];
        for (int n = text.read(buffer); n > 0; n = text.read(buffer)) {
            all.write(buffer, 0, n);
            if (all.getBuffer().length() > JsonTree.LONGEST) {
                return "a page of more than " + JsonTree.LONGEST + " characters; it was not read";
            }
        }
        tray.page(site.page(new SavedPages.Page("", 200, "", all.toString())), "the page");
        return null;
    }
}
