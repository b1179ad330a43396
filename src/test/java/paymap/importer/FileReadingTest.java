package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FileDetector;
import paymap.importer.format.ReadResult;
import paymap.importer.format.SavedPages;
import paymap.importer.text.Source;

/** The reading thread: what it tells, in which order, and that it waits. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class FileReadingTest {

    private static final String ROW = "甲,1k,北京\n";

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<String> told = new ArrayList<>();
    private Optional<RuntimeException> trouble = Optional.empty();

    private final FileReading.Hearer hearer = new FileReading.Hearer() {
        @Override
        public void batch(Batch batch) {
            told.add("batch of file " + batch.file + ", " + batch.rows.size() + " rows");
        }

        @Override
        public void fileEnded(int file, ReadResult how) {
            told.add("end of file " + file
                    + how.failure().map(why -> ", " + why.kind()).orElse(""));
        }

        @Override
        public void ended(Optional<RuntimeException> why) {
            told.add("end");
            trouble = why;
        }
    };

    @Test
    void eachFileIsToldBatchByBatchAndThenItsEnd() throws Exception {
        FileReading reading = reading(new Collected.MadeUpPages(), table(Batch.ROWS + 1), table(1), "<html>x");

        reading.run(event -> {
            reading.makeRoom();
            event.tell(hearer);
        });

        assertEquals(
                List.of(
                        "batch of file 0, 20000 rows",
                        "batch of file 0, 1 rows",
                        "end of file 0",
                        "batch of file 1, 1 rows",
                        "end of file 1",
                        "batch of file 2, 0 rows",
                        "end of file 2",
                        "end"),
                told);
        assertTrue(trouble.isEmpty());
    }

    @Test
    void noMoreThanTwoBatchesAreUnderWay() throws Exception {
        FileReading reading = reading(new Collected.MadeUpPages(), table(3 * Batch.ROWS));
        BlockingQueue<FileReading.Event> events = new LinkedBlockingQueue<>();
        Thread thread = new Thread(() -> {
            try {
                reading.run(events::add);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        take(events);
        take(events);
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait(); // until it wants room for the third, or the time limit of this class
        }
        assertTrue(events.isEmpty(), "a third batch was read before there was room");

        reading.makeRoom();
        take(events);
        thread.interrupt();
        thread.join();

        assertEquals(
                List.of("batch of file 0, 20000 rows"), told.stream().distinct().toList());
    }

    @Test
    void whatIsStoppedReadsNoFurtherFile() throws Exception {
        FileReading reading = reading(new Collected.MadeUpPages(), table(5), table(5));

        reading.run(event -> {
            reading.makeRoom();
            event.tell(hearer);
            stopped.set(true);
        });

        assertEquals(List.of("batch of file 0, 5 rows", "end of file 0", "end"), told);
    }

    @Test
    void whatAReaderThrowsIsToldAtTheEndAnErrorToo() throws Exception {
        IllegalStateException bad = new IllegalStateException("broken reader");
        reading(throwing(bad), "<html>").run(event -> event.tell(hearer));
        assertSame(bad, trouble.orElseThrow());

        reading(throwing(new OutOfMemoryError("made up")), "<html>").run(event -> event.tell(hearer));
        assertInstanceOf(IllegalStateException.class, trouble.orElseThrow());
        assertEquals(List.of("end", "end"), told);
    }

    @Test
    void aFileThatCanNoLongerBeReadEndsAloneAndTheNextIsRead() throws Exception {
        Source gone = Collected.source(table(1));
        DetectedFile first = detected(gone);
        gone.close();
        FileReading reading = new FileReading(
                List.of(first, detected(Collected.source(table(1)))),
                Collected.SETTINGS,
                new Collected.MadeUpPages(),
                rows -> {},
                stopped::get);

        reading.run(event -> {
            reading.makeRoom();
            event.tell(hearer);
        });

        assertTrue(trouble.isPresent() || told.contains("end of file 0, BROKEN"), told.toString());
    }

    @Test
    void ofAVisitThatIsCutOffNothingIsToldAndTheNextFileIsRead() throws Exception {
        String entry = "{\"request\":{\"url\":\"https://made-up.example/list\"},\"response\":{\"content\":{\"text\":"
                + "\"TITLES 甲 乙\"}}}";
        FileReading reading =
                reading(new Collected.MadeUpPages(), "{\"log\":{\"entries\":[" + entry + "," + entry, table(1));

        reading.run(event -> {
            reading.makeRoom();
            event.tell(hearer);
        });

        assertEquals(
                List.of(
                        "batch of file 0, 0 rows",
                        "end of file 0, NOT_WHOLE",
                        "batch of file 1, 1 rows",
                        "end of file 1",
                        "end"),
                told);
    }

    private void take(BlockingQueue<FileReading.Event> events) throws InterruptedException {
        events.take().tell(hearer);
    }

    private FileReading reading(SavedPages site, String... texts) throws IOException {
        List<DetectedFile> files = new ArrayList<>();
        for (String text : texts) {
            files.add(detected(Collected.source(text)));
        }
        return new FileReading(files, Collected.SETTINGS, site, rows -> {}, stopped::get);
    }

    private static DetectedFile detected(Source source) throws IOException {
        return new FileDetector(Collected.SETTINGS, new Collected.MadeUpPages()).detect(source);
    }

    private static String table(int rows) {
        return "title,salary,city\n" + ROW.repeat(rows);
    }

    private static SavedPages throwing(Throwable what) {
        return new Collected.MadeUpPages() {
            @Override
            public Reading page(Page page) {
                if (what instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) what;
            }
        };
    }
}
