package paymap.fuzz;

import static paymap.fuzz.Input.that;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import paymap.importer.ImportListener;
import paymap.importer.ImportReport;
import paymap.importer.Importer;
import paymap.importer.RejectedRow;
import paymap.importer.column.ColumnsException;
import paymap.importer.format.ImportSettings;
import paymap.importer.text.Sources;
import paymap.job.ImportSink;

/** Files of any kind, all the way from bytes to what a store would get: whatever is packed, broken, a table or a page. */
final class ImportedFiles {

    private static final ImportSettings SETTINGS = new ImportSettings(Map.of(), "北京", "imported", null, null);

    private ImportedFiles() {}

    static void judge(byte[] input) throws Exception {
        try (Sources sources = Sources.of(List.of("-"), new ByteArrayInputStream(input), name -> false)) {
            Sink sink = new Sink();
            Importer importer = Importer.of(sources.files(), SETTINGS, SavedReplies.ALL, new Listener());
            ImportReport report = importer.run(sink);
            that(sink.ended, "an import without an end");
            that(report.rows() == sink.rows, report.rows() + " rows are told of " + sink.rows);
            report.files().forEach(file -> {
                that(file.rejected() >= 0 && file.undisclosed() >= 0 && file.unreadable() >= 0, "fewer than none");
                file.failure().ifPresent(failure -> Input.sentence(failure.why()));
            });
        } catch (IllegalArgumentException | FileSystemException e) {
            Input.sentence(e.getMessage());
        } catch (ColumnsException e) {
            that(e.trouble() != null, "columns without a trouble");
        } catch (IOException e) {
            throw new AssertionError("no file system, but " + e, e);
        }
    }

    private static final class Listener implements ImportListener {
        @Override
        public void status(Status status) {
            that(status.bytes() <= status.allBytes(), "more was read than there is: " + status);
        }

        @Override
        public void rejected(RejectedRow row) {
            Input.sentence(row.reason().why().english());
        }
    }

    private static final class Sink implements ImportSink {
        private long rows;
        private boolean ended;

        @Override
        public List<UpsertResult> put(List<Entry> batch) {
            that(!batch.isEmpty(), "nothing is stored");
            for (Entry row : batch) {
                Rows.posting(row.posting());
                that(!row.site().isBlank() && ImportSettings.isName(row.site()), "a site of no name: " + row.site());
                that(row.history() == null || row.history().openings() >= 1, "no opening");
            }
            rows += batch.size();
            return Collections.nCopies(batch.size(), UpsertResult.INSERTED);
        }

        @Override
        public void commit() {
            that(!ended, "stored after the end");
        }

        @Override
        public void renew() {
            that(!ended, "alive after the end");
        }

        @Override
        public List<Run> end(boolean complete, String why) {
            that(complete == why.isEmpty(), "an end that says why, or does not: " + why);
            ended = true;
            return List.of();
        }
    }
}
