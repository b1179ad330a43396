package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.importer.format.DetectedFile;
import paymap.importer.format.FailureKind;
import paymap.importer.format.FileDetector;
import paymap.importer.format.ReadResult;
import paymap.job.ImportSink.UpsertResult;

class ImportTallyTest {

    private static final String FIRST = "title,salary,city\n甲,1k,北京\n";
    private static final String SECOND = "title,salary,city\n乙,1k,上海\n";

    private final ImportTally tally = tally(FIRST, SECOND);

    @Test
    void eachRowCountsForItsFileAndItsCity() {
        Batch first = new Batch(0);
        first.rows.add(Rows.entry("甲", "北京", "1k"));
        first.rows.add(Rows.entry("乙", "上海", "1k"));
        Batch second = new Batch(1);
        second.rows.add(Rows.entry("甲", "北京", "1k"));
        second.rejected.add(Rows.rejected("海外"));
        tally.add(first, List.of(UpsertResult.INSERTED, UpsertResult.UPDATED));
        tally.add(second, List.of(UpsertResult.DUPLICATE));

        ImportReport report = tally.report(List.of(), false);

        assertEquals(
                List.of(new Counts(1, 1, 0), new Counts(0, 0, 1)),
                report.files().stream().map(FileReport::rows).toList());
        assertEquals(Map.of("北京", new Counts(1, 0, 1), "上海", new Counts(0, 1, 0)), report.cities());
        assertEquals(3, report.rows());
        assertEquals(1, report.rejected());
        assertFalse(report.isComplete(), "a row was rejected");
    }

    @Test
    void howFarItIsCountsTheFilesBefore() {
        Batch second = new Batch(1);
        second.bytesRead = 7;
        second.rows.add(Rows.entry("甲", "北京", "1k"));
        tally.add(second, List.of(UpsertResult.INSERTED));

        ImportListener.Status status = tally.status(second);

        long size = FIRST.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertEquals(new ImportListener.Status(size + 7, 2 * size, 1, 0), status);
    }

    @Test
    void oneFileThatBreaksOffMakesItNotWhole() {
        tally.ended(0, new ReadResult.Whole());
        assertTrue(tally.allWhole());

        tally.ended(1, new ReadResult.Failed(FailureKind.BROKEN, "cut off"));

        assertFalse(tally.allWhole());
    }

    @Test
    void theLargestCitiesComeFirstAndUnknownOnesByTheirNames() {
        Batch batch = new Batch(0);
        List<UpsertResult> became = new ArrayList<>();
        for (String city : List.of("昆山", "义乌", "深圳", "北京")) {
            batch.rows.add(Rows.entry("甲", city, "1k"));
            became.add(UpsertResult.INSERTED);
        }
        tally.add(batch, became);

        assertEquals(
                List.of("北京", "深圳", "义乌", "昆山"),
                tally.report(List.of(), false).citiesByRank().stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void nothingReadIsNothingAndAStopIsNotComplete() {
        assertTrue(tally.report(List.of(), false).isNothing());

        Batch one = new Batch(0);
        one.pages = 1;
        tally.add(one, List.of());
        Batch other = new Batch(1);
        other.pages = 1;
        tally.add(other, List.of());

        assertTrue(tally.report(List.of(), false).isComplete());
        assertFalse(tally.report(List.of(), true).isComplete());
    }

    private static ImportTally tally(String... texts) {
        List<DetectedFile> files = new ArrayList<>();
        for (String text : texts) {
            try {
                files.add(new FileDetector(Collected.SETTINGS, new Collected.MadeUpPages())
                        .detect(Collected.source(text)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return new ImportTally(files);
    }
}
