package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import paymap.importer.format.SavedPages;
import paymap.importer.text.Source;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.RejectReason;

/** The whole way from files to a sink that keeps rows in a list. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ImporterTest {

    private static final String HEADER = "title,salary,city\n";

    private final ListSink sink = new ListSink();
    private final List<String> rejected = new ArrayList<>();

    private final ImportListener listener = new ImportListener() {
        @Override
        public void status(Status status) {
            assertTrue(status.bytes() <= status.allBytes(), status.toString());
        }

        @Override
        public void rejected(RejectedRow row) {
            rejected.add(row.file() + " " + row.location() + " " + row.reason().reason());
        }
    };

    @Test
    void allFilesAreReadInTheirOrderAndCountedOneByOne() throws Exception {
        ImportReport report = importer(HEADER + "甲,1k,北京\n甲,money,上海\n", HEADER + "丙,,北京\n,1k,北京\n", "<html>x")
                .run(sink);

        assertEquals(List.of("甲", "甲", "丙"), sink.titles);
        assertEquals(List.of("file line 3 " + RejectReason.NO_TITLE), rejected);
        assertEquals(
                List.of("TABLE 2 0 1 0", "TABLE 1 1 0 1", "PAGE 0 0 0 0"),
                report.files().stream()
                        .map(f -> f.kind() + " " + f.rows().all() + " " + f.rejected() + " " + f.unreadable() + " "
                                + f.undisclosed())
                        .toList());
        assertEquals(new Counts(2, 0, 0), report.cities().get("北京"));
        assertFalse(report.isComplete());
        assertEquals("true ", sink.ending);
        assertTrue(sink.renewals > 0, "it is told that the import is alive");
    }

    @Test
    void aFileThatCannotBeReadToItsEndMakesTheRunIncomplete() throws Exception {
        ImportReport report =
                importer(HEADER + "甲,1k,北京\n\"乙", HEADER + "丙,1k,北京\n").run(sink);

        assertEquals(List.of("甲", "丙"), sink.titles);
        assertTrue(report.files().get(0).failure().isPresent());
        assertTrue(report.files().get(1).failure().isEmpty());
        assertEquals("false not every file could be read", sink.ending);
    }

    @Test
    void manyBatchesPassOneAfterTheOther() throws Exception {
        int rows = 5 * Batch.ROWS + 7;
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            table.append(i).append(",1k,北京\n");
        }

        ImportReport report = importer(table.toString()).run(sink);

        assertEquals(rows, report.rows());
        assertEquals(6, sink.batches);
        assertEquals(Integer.toString(rows - 1), sink.titles.get(rows - 1));
    }

    @Test
    void whatIsStoppedEndsItsRunAsInterrupted() throws Exception {
        Importer importer = importer(HEADER + "甲,1k,北京\n");
        importer.stop();

        ImportReport report = importer.run(sink);

        assertTrue(report.stopped());
        assertEquals(0, report.rows());
        assertEquals("false interrupted", sink.ending);
    }

    @Test
    void troubleOfTheSinkOrOfAReaderEndsTheImportWithIt() throws Exception {
        IllegalStateException trouble = new IllegalStateException("full");
        sink.trouble = trouble;
        assertSame(
                trouble,
                assertThrows(
                        IllegalStateException.class,
                        () -> importer(HEADER + "甲,1k,北京\n").run(sink)));

        SavedPages broken = new SavedPages() {

            @Override
            public boolean mayHoldRows(String url) {
                return true;
            }

            @Override
            public java.util.Set<String> personalFields() {
                return java.util.Set.of();
            }

            @Override
            public Reading page(Page page) {
                throw new StackOverflowError();
            }

            @Override
            public java.util.Optional<Reading> reply(tools.jackson.databind.JsonNode reply, Page page) {
                return java.util.Optional.empty();
            }
        };
        Importer importer = Importer.of(List.of(Collected.source("<html>")), Collected.SETTINGS, broken, listener);
        assertThrows(IllegalStateException.class, () -> importer.run(new ListSink()));
    }

    @Test
    void theFingerprintIsOfTheBytesOfAllFiles() throws Exception {
        assertEquals(
                importer(HEADER, "<html>").fingerprint(),
                importer(HEADER, "<html>").fingerprint());
        assertNotEquals(
                importer(HEADER, "<html>").fingerprint(),
                importer(HEADER, "<html>1").fingerprint());
    }

    private Importer importer(String... files) throws Exception {
        List<Source> sources = new ArrayList<>();
        for (String file : files) {
            sources.add(Collected.source(file));
        }
        return Importer.of(sources, Collected.SETTINGS, new Collected.MadeUpPages(), listener);
    }

    private static final class ListSink implements ImportSink {
        private int renewals;
        private final List<String> titles = new ArrayList<>();
        private int batches;
        private RuntimeException trouble;
        private String ending = "";

        @Override
        public List<UpsertResult> put(List<Entry> rows) {
            if (trouble != null) {
                throw trouble;
            }
            batches++;
            rows.forEach(row -> titles.add(row.posting().title()));
            return Collections.nCopies(rows.size(), UpsertResult.INSERTED);
        }

        @Override
        public void commit() {
            titles.add("committed");
        }

        @Override
        public void renew() {
            renewals++;
        }

        @Override
        public List<Run> end(boolean complete, String why) {
            ending = complete + " " + why;
            return List.of();
        }
    }
}
