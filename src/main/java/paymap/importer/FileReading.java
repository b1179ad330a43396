package paymap.importer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FailureKind;
import paymap.importer.format.ImportSettings;
import paymap.importer.format.ReadResult;
import paymap.importer.format.RowReader;
import paymap.importer.format.SavedPages;
import paymap.job.ImportSink;
import paymap.pace.Workers;
import paymap.words.Words;

/** Reads all files, one after the other, on a worker's thread. What it has read and nobody has stored is bounded. */
final class FileReading implements Workers.Call<FileReading.Event> {

    /** What the reading thread tells the storing one. */
    sealed interface Event {

        /** Takes an event apart; a new kind does not compile until it is handled. */
        void tell(Hearer hearer);
    }

    /** Whom the events are for. */
    interface Hearer {
        void batch(Batch batch);

        void fileEnded(int file, ReadResult how);

        /** @param trouble why not all files were read; empty = they were, or nobody wanted more */
        void ended(Optional<RuntimeException> trouble);
    }

    private record BatchRead(Batch batch) implements Event {
        @Override
        public void tell(Hearer hearer) {
            hearer.batch(batch);
        }
    }

    private record FileEnded(int file, ReadResult how) implements Event {
        @Override
        public void tell(Hearer hearer) {
            hearer.fileEnded(file, how);
        }
    }

    private record Ended(Optional<RuntimeException> trouble) implements Event {
        @Override
        public void tell(Hearer hearer) {
            hearer.ended(trouble);
        }
    }

    private static final int BATCHES_UNDER_WAY = 2;

    private final List<DetectedFile> files;
    private final ImportSettings settings;
    private final SavedPages site;
    private final Consumer<List<ImportSink.Entry>> arrange;
    private final BooleanSupplier stopped;
    private final Semaphore room = new Semaphore(BATCHES_UNDER_WAY);

    /**
     * @param arrange puts the rows of a batch into order; called from the reading thread
     * @param stopped whether nobody wants rows any more; asked from the reading thread
     */
    FileReading(
            List<DetectedFile> files,
            ImportSettings settings,
            SavedPages site,
            Consumer<List<ImportSink.Entry>> arrange,
            BooleanSupplier stopped) {
        this.files = files;
        this.settings = settings;
        this.site = site;
        this.arrange = arrange;
        this.stopped = stopped;
    }

    @Override
    public void run(Consumer<Event> report) throws InterruptedException {
        Optional<RuntimeException> trouble = Optional.empty();
        try {
            readAll(report);
        } catch (RuntimeException e) {
            trouble = Optional.of(e);
        } catch (Error e) { // the other thread would wait for ever
            trouble = Optional.of(new IllegalStateException("the files could not be read on: " + e, e));
        }
        report.accept(new Ended(trouble));
    }

    /** A batch is stored, or thrown away: there is room for another. Called from the storing thread. */
    void makeRoom() {
        room.release();
    }

    private void readAll(Consumer<Event> report) throws InterruptedException {
        RowCollector.Tools tools = new RowCollector.Tools(settings);
        for (int i = 0; i < files.size() && !stopped.getAsBoolean(); i++) {
            RowCollector rows =
                    new RowCollector(tools, i, files.get(i).source(), batch -> handOn(batch, report), stopped);
            ReadResult result = read(files.get(i), rows);
            rows.end();
            report.accept(new FileEnded(i, result));
        }
    }

    private void handOn(Batch batch, Consumer<Event> report) throws InterruptedException {
        arrange.accept(batch.rows);
        room.acquire();
        report.accept(new BatchRead(batch));
    }

    private ReadResult read(DetectedFile file, RowCollector rows) throws InterruptedException {
        RowReader reader = file.format().reader(site, settings);
        try {
            Optional<ReadResult.Failed> flaw;
            try (Reader text = file.reader()) {
                flaw = reader.flaw(text, rows::goesOn);
            }
            if (flaw.isPresent()) {
                return flaw.get();
            }
            try (Reader text = file.reader()) {
                return reader.read(text, rows);
            }
        } catch (IOException | UncheckedIOException e) {
            return new ReadResult.Failed(
                    FailureKind.BROKEN, Words.say("it could not be read to its end: %s", e.getMessage()));
        }
    }
}
