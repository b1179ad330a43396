package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.importer.column.Column;
import paymap.importer.format.FailureKind;
import paymap.importer.format.FileDetector;
import paymap.importer.format.FileKind;
import paymap.importer.format.ReadResult;
import paymap.job.ImportSink;
import paymap.job.ImportSink.UpsertResult;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Words;

class FileReportTest {

    private final FileReport report = report("职位,薪资,城市\n");

    @Test
    void rowsAreCountedByWhatBecameOfThem() {
        report.count(Rows.entry("甲", "北京", "1k"), UpsertResult.INSERTED);
        report.count(Rows.entry("乙", "北京", "面议"), UpsertResult.UPDATED);
        report.count(Rows.entry("乙", "北京", "money"), UpsertResult.DUPLICATE);
        report.count(Rows.entry("丙", "北京", "50万"), UpsertResult.INSERTED);

        assertEquals(new Counts(2, 1, 1), report.rows());
        assertEquals(4, report.rows().all());
        assertEquals(1, report.undisclosed());
        assertEquals(2, report.unreadable());
        assertEquals(1, report.maybeYearly());
        assertEquals(0, report.madeUp());
    }

    @Test
    void theFirstThreeRowsAreKeptAsTheyAreStored() {
        for (String title : List.of("甲", "乙", "丙", "丁")) {
            report.count(Rows.entry(title, "北京", "1k"), UpsertResult.INSERTED);
        }

        assertEquals(
                List.of("甲", "乙", "丙"),
                report.sample().stream().map(row -> row.posting().title()).toList());
    }

    @Test
    void placesThatAreNoCitiesAreToldByThreeExamples() {
        Batch batch = new Batch(0);
        for (String city : List.of("后端开发", "后端开发", "民营", "上市", "国企")) {
            batch.rejected.add(Rows.rejected(city));
        }
        batch.rejected.add(Rows.rejected(new Rejected(RejectReason.NO_TITLE), "北京"));
        report.add(batch);

        assertEquals(List.of("后端开发", "民营", "上市"), report.strangeCities());
        assertEquals(6, report.rejected());
        assertEquals(
                Map.of(new Rejected(RejectReason.NOT_A_CITY), 5L, new Rejected(RejectReason.NO_TITLE), 1L),
                report.reasons());
    }

    @Test
    void manyDifferentReasonsBecomeOne() {
        Batch batch = new Batch(0);
        for (int i = 0; i < 300; i++) {
            batch.rejected.add(
                    Rows.rejected(new Rejected(RejectReason.TOO_MANY_COLUMNS, Words.later("%d columns", i)), ""));
        }
        report.add(batch);

        assertEquals(201, report.reasons().size());
        assertEquals(100, report.reasons().get(new Rejected(RejectReason.OTHER)));
    }

    @Test
    void notesAndPagesAddUpOverBatches() {
        for (int i = 0; i < 2; i++) {
            Batch batch = new Batch(0);
            batch.note("refused");
            batch.pages = 3;
            batch.repeatedHeaders = 1;
            report.add(batch);
        }

        assertEquals(Map.of("refused", 2L), report.notes());
        assertEquals(6, report.pages());
        assertEquals(2, report.repeatedHeaders());
    }

    @Test
    void anEmptyPageIsSomethingAndNothingIsNot() {
        assertFalse(report.gaveAnything());
        Batch batch = new Batch(0);
        batch.pages = 1;
        report.add(batch);

        assertTrue(report.gaveAnything());
    }

    @Test
    void itSaysWhatTheFileIsAndHowItEnded() {
        assertEquals(FileKind.TABLE, report.kind());
        assertEquals("UTF-8", report.encoding());
        assertEquals(Map.of(Column.TITLE, "职位", Column.SALARY, "薪资", Column.CITY, "城市"), report.columns());
        assertTrue(report.failure().isEmpty());

        report.ended(new ReadResult.Failed(FailureKind.BROKEN, "a reason"));

        assertEquals("a reason", report.failure().orElseThrow().why());
        assertEquals("", report("hello").encoding(), "nobody knows the encoding of what is no text");
    }

    @Test
    void rowsThatTheirSiteMadeUpAreCounted() {
        ImportSink.Entry row = Rows.entry("甲", "北京", "1k");
        report.count(
                new ImportSink.Entry(row.site(), row.keyword(), row.posting(), row.salary(), true),
                UpsertResult.INSERTED);

        assertEquals(1, report.madeUp());
    }

    static FileReport report(String text) {
        try {
            return new FileReport(
                    new FileDetector(Collected.SETTINGS, new Collected.MadeUpPages()).detect(Collected.source(text)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
