package paymap.importer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import paymap.importer.column.ColumnsException;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FileDetector;
import paymap.importer.format.FileKind;
import paymap.importer.format.ImportSettings;
import paymap.importer.format.ReadResult;
import paymap.importer.format.SavedPages;
import paymap.importer.text.Source;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.OtherStores;
import paymap.job.StoreException;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;
import paymap.words.Words;

/**
 * Takes rows out of files and puts them into a sink. One thread reads, the caller's thread stores, and what is between
 * them is bounded, so memory does not grow with the files.
 */
public final class Importer {

    /** A visit may bring no row for hours, and a store holds who is not heard of for dead after a minute. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final List<DetectedFile> files;
    private final ImportSettings settings;
    private final SavedPages site;
    private final ImportListener listener;
    private volatile boolean stopped;

    private Importer(List<DetectedFile> files, ImportSettings settings, SavedPages site, ImportListener listener) {
        this.files = files;
        this.settings = settings;
        this.site = site;
        this.listener = listener;
    }

    /**
     * Looks what each file is; nothing is stored yet.
     *
     * @param sources at least one; they stay open until the import has run, and are the caller's to close
     * @throws ColumnsException if the columns of a table or of a list of objects are not known, and it was named or no
     *     other file is a list
     * @throws FileSystemException if a file cannot be read, with its name and the reason for people
     */
    public static Importer of(List<Source> sources, ImportSettings settings, SavedPages site, ImportListener listener)
            throws IOException {
        return of(sources, settings, site, OtherStores.NONE, listener);
    }

    /** The same where files may be stores, too. */
    public static Importer of(
            List<Source> sources, ImportSettings settings, SavedPages site, OtherStores stores, ImportListener listener)
            throws IOException {
        FileDetector detector = new FileDetector(settings, site, stores);
        return new Importer(Detection.of(sources, detector), settings, site, listener);
    }

    /**
     * Reads along with a visit: each page is stored for good as soon as it is read, and a stop is as good an end as
     * another.
     *
     * @param visit of {@link DetectedFile#ofVisit}; its source stays open until the import has run
     */
    public static Importer ofVisit(
            DetectedFile visit, ImportSettings settings, SavedPages site, ImportListener listener) {
        return new Importer(List.of(visit), settings, site, listener);
    }

    /** The same for the same bytes, whatever the files are called: an import of them again is the same run. */
    public String fingerprint() {
        return files.stream()
                .filter(file -> !file.isStray())
                .map(DetectedFile::fingerprint)
                .collect(Collectors.joining(" "));
    }

    /** Ends it soon; called from any thread. What was stored stays. */
    public void stop() {
        stopped = true;
    }

    /**
     * Reads all files and stores their rows; to be called once.
     *
     * @throws StoreException if the sink cannot store them
     * @throws InterruptedException if this thread is; what was stored stays
     */
    public ImportReport run(ImportSink sink) throws InterruptedException {
        ImportTally tally = new ImportTally(files);
        try (Workers<FileReading.Event> workers = new ThreadWorkers<>(1, "paymap-import-reader")) {
            FileReading reading = new FileReading(files, settings, site, sink::arrange, () -> stopped);
            workers.start(reading);
            Storing storing = new Storing(reading, sink, tally);
            while (!storing.ended) {
                FileReading.Event event = workers.await(SIGN_OF_LIFE);
                sink.renew();
                if (event != null) {
                    event.tell(storing);
                }
            }
        }
        boolean cutShort = stopped && !isVisit();
        boolean whole = !cutShort && tally.allWhole();
        String why = cutShort ? Words.say("interrupted") : whole ? "" : Words.say("not every file could be read");
        return tally.report(sink.end(whole, why), stopped);
    }

    private boolean isVisit() {
        return files.get(0).format().kind() == FileKind.VISIT;
    }

    /** The storing side of {@link FileReading}. */
    private final class Storing implements FileReading.Hearer {
        private final FileReading reading;
        private final ImportSink sink;
        private final ImportTally tally;
        private boolean ended;

        Storing(FileReading reading, ImportSink sink, ImportTally tally) {
            this.reading = reading;
            this.sink = sink;
            this.tally = tally;
        }

        @Override
        public void batch(Batch batch) {
            reading.makeRoom();
            if (stopped && !isVisit()) {
                return;
            }
            List<UpsertResult> became = batch.rows.isEmpty() ? List.of() : sink.put(batch.rows);
            tally.add(batch, became);
            if (batch.page != null) {
                sink.commit();
                listener.page(VisitedPage.of(batch, batch.page, became));
            }
            batch.rejected.forEach(listener::rejected);
            listener.status(tally.status(batch));
        }

        @Override
        public void fileEnded(int file, ReadResult how) {
            tally.ended(file, how);
        }

        @Override
        public void ended(Optional<RuntimeException> trouble) {
            ended = true;
            if (trouble.isPresent()) {
                throw trouble.get();
            }
        }
    }
}
