package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.importer.column.FileRow;
import paymap.importer.format.ImportSettings;
import paymap.importer.format.Remedy;
import paymap.importer.format.SavedPages;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Reading;
import paymap.job.ImportSink;
import paymap.job.OtherStores;
import paymap.job.RawRow;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;

class RowCollectorTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    private final List<Batch> batches = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @ParameterizedTest
    @CsvSource({
        // the row's, the page's, the user's, what comes of it
        "上海, 北京, 成都, 上海",
        "'', 北京, 成都, 北京",
        "'', '', 成都, 成都",
        "'', '', '', NO_CITY",
        "'', 全国, 成都, NOT_A_CITY",
        "全国, '', 成都, NOT_A_CITY",
        "{…}, '', 成都, NOT_A_CITY",
        "101010100, '', 成都, NOT_A_CITY"
    })
    void theUsersCityIsOfRowsThatNameNoneAndOverwritesNothing(String row, String page, String user, String expected)
            throws Exception {
        RowCollector rows = collector(Collected.settings(user));
        RawRow raw = new RawRow("", "甲", "1k", "", row, "", "", "", "", "");

        rows.page(new Reading(Found.ROWS, "list", "made-up", List.of(raw), page, ""), "the page");
        rows.end();

        List<String> became = new ArrayList<>();
        batches.get(0).rows.forEach(entry -> became.add(entry.posting().city()));
        batches.get(0).rejected.forEach(no -> became.add(no.reason().reason().name()));
        assertEquals(List.of(expected), became);
    }

    @Test
    void aPageCountsByWhatItIs() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.page(new Reading(Found.ROWS, "list", "made-up", List.of(), "北京", ""), "1");
        for (Found found : List.of(Found.NOTHING, Found.ENCRYPTED, Found.REFUSED)) {
            rows.page(Reading.without(found, found.name()), "2");
        }
        rows.end();

        assertEquals(1, batches.get(0).pages);
        assertEquals(
                Map.of(
                        "NOTHING",
                        1L,
                        "encrypted reply, which only the page's own script can read (rendered pages beside it are read)",
                        1L,
                        "refused: REFUSED",
                        1L),
                batches.get(0).notes);
    }

    @Test
    void oneRowByItselfIsNoPageAndHiddenPayIsOne() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.page(reading(Found.ROW, "boss", "1k"), "1");
        rows.page(reading(Found.HIDDEN_PAY, "boss", ""), "2");
        rows.end();

        assertEquals(1, batches.get(0).pages);
        assertEquals(2, batches.get(0).rows.size());
        assertEquals(Map.of("saved without being logged in: the site showed no pay", 1L), batches.get(0).notes);
    }

    @Test
    void onePositionBelongsToTheSearchBeforeIt() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.page(reading(Found.ROW, "boss", "1k"), "1");
        rows.page(
                new Reading(
                        Found.ROWS,
                        "list",
                        "boss",
                        reading(Found.ROWS, "boss", "2k").rows(),
                        "",
                        "java"),
                "2");
        rows.page(reading(Found.ROW, "boss", "3k"), "3");
        rows.page(reading(Found.ROW, "zhilian", "4k"), "4");
        rows.page(reading(Found.ROWS, "boss", "5k"), "5");
        rows.page(reading(Found.ROW, "boss", "6k"), "6");
        rows.end();

        assertEquals(
                List.of("1k ", "2k java", "3k java", "4k ", "5k ", "6k "),
                batches.get(0).rows.stream()
                        .map(row -> row.posting().salary() + " " + row.keyword())
                        .toList());
    }

    @Test
    void aRefusalThatNamesItsSiteIsToldOnlyIfNoRowsOfThatSiteFollow() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.page(Reading.refused("boss", "code 37", Remedy.LOOK_AGAIN), "1");
        rows.page(Reading.refused("zhilian", "a check", Remedy.SOLVE_CHECK), "2");
        rows.page(Reading.refused("zhilian", "a check", Remedy.SOLVE_CHECK), "3");
        rows.page(new Reading(Found.ROWS, "list", "zhilian", List.of(), "", ""), "4");
        rows.page(reading(Found.ROWS, "boss", "1k"), "5");
        rows.page(Reading.refused("boss", "code 36", Remedy.WAIT), "6");
        rows.end();

        assertEquals(
                Map.of(
                        "refused: a check; solve its check in your browser, look at the list again, and save that visit",
                        2L,
                        "refused: code 36; wait some hours, look at the list in your browser again, and save that visit",
                        1L),
                batches.get(0).notes);
    }

    @Test
    void payInDigitsOfAPrivateFontIsNotStored() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.page(reading(Found.ROWS, "boss", "\uE032-\uE033K"), "the page");
        rows.end();

        assertEquals(List.of(), batches.get(0).rows);
        assertEquals(
                RejectReason.PRIVATE_DIGITS,
                batches.get(0).rejected.get(0).reason().reason());
    }

    private static Reading reading(Found found, String site, String salary) {
        RawRow raw = new RawRow("", "甲", salary, "", "北京", "", "", "", "", "");
        return new Reading(found, "list", site, List.of(raw), "", "");
    }

    @Test
    void theKeywordIsTheUsersElseThePages() throws Exception {
        assertEquals("go", entry(collector(withKeyword(null)), " go ").keyword());
        assertEquals("java", entry(collector(withKeyword("java")), "go").keyword());
        assertEquals("", entry(collector(withKeyword(null)), "x".repeat(101)).keyword());
    }

    @Test
    void aSiteIsCleanedAndOneThatSaysItIsMadeUpIsMadeUp() throws Exception {
        assertEquals("boss", one(row(" boss\u200b", "", "", "")).site());
        assertEquals("imported", one(row("", "", "", "")).site());
        assertTrue(one(row("sandbox (made-up data)", "", "", "")).madeUp());
        assertFalse(one(row("boss", "", "", "")).madeUp());
    }

    @Test
    void aRowOfOurOwnTableComesWithItsHistoryAndItsKeywords() throws Exception {
        ImportSink.Entry entry = one(row("boss", "3", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));

        assertEquals(
                new ImportSink.History(3, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")),
                entry.history());
        assertEquals("java,go", entry.keyword());
    }

    @Test
    void aTableWithoutAHistoryHasNoneAndItsKeywordsAreNotOurs() throws Exception {
        ImportSink.Entry entry = one(row("boss", "3", "", "2026-02-01T00:00:00Z"));

        assertNull(entry.history());
        assertEquals("", entry.keyword());
    }

    @ParameterizedTest
    @CsvSource({
        "many, 2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "0, 2026-01-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "3, 2026/1/1, 2026-02-01T00:00:00Z",
        "3, 2026-03-01T00:00:00Z, 2026-02-01T00:00:00Z"
    })
    void aHistoryThatAnotherProgramChangedIsNotGuessedAt(String openings, String first, String last) throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.row(row("boss", openings, first, last), "line 2");
        rows.end();

        assertEquals(List.of(), batches.get(0).rows);
        assertEquals(
                RejectReason.NO_HISTORY, batches.get(0).rejected.get(0).reason().reason());
    }

    @Test
    void aFullBatchIsHandedOnAndTheNextBegins() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);
        for (int i = 0; i <= Batch.ROWS; i++) {
            rows.row(row("", "", "", ""), "line " + i);
        }
        assertEquals(1, batches.size());

        rows.end();

        assertEquals(
                List.of(Batch.ROWS, 1),
                batches.stream().map(batch -> batch.rows.size()).toList());
    }

    @Test
    void itGoesOnUntilNobodyWantsRows() {
        RowCollector rows = collector(Collected.SETTINGS);
        assertTrue(rows.goesOn());

        stopped.set(true);

        assertFalse(rows.goesOn());
    }

    @Test
    void payInAnotherCurrencyIsRefused() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);
        FileRow plain = row("boss", "", "", "");

        rows.row(new FileRow(plain.raw(), "boss", "", false, true, "", "", ""), "line 2");
        rows.end();

        assertEquals(List.of(), batches.get(0).rows);
        assertEquals(
                RejectReason.FOREIGN_PAY,
                batches.get(0).rejected.get(0).reason().reason());
    }

    @Test
    void aRowOfAnotherStoreKeepsWhatThatKnowsOfIt() throws Exception {
        ImportSink.History.Opening opening = new ImportSink.History.Opening("7", EARLY, LATE);
        ImportSink.History history =
                new ImportSink.History(3, EARLY, LATE, List.of(opening), List.of("java", " java "));

        ImportSink.Entry entry = stored(withKeyword(null), history);

        assertEquals(new ImportSink.History(3, EARLY, LATE, List.of(opening), List.of("java")), entry.history());
        assertEquals("java", entry.keyword());
        assertEquals("boss", entry.site());
        assertTrue(entry.madeUp());
    }

    @Test
    void aRowOfAnotherStoreThatNobodySearchedForIsOfNoKeyword() throws Exception {
        ImportSink.Entry entry = stored(withKeyword(null), new ImportSink.History(3, EARLY, LATE));

        assertEquals(List.of(""), entry.history().keywords());
        assertEquals("", entry.keyword());
    }

    @Test
    void theUsersKeywordIsOfTheRowsOfAnotherStoreToo() throws Exception {
        ImportSink.Entry entry =
                stored(withKeyword("go"), new ImportSink.History(3, EARLY, LATE, List.of(), List.of("java", "sql")));

        assertEquals(List.of("go"), entry.history().keywords());
        assertEquals("go", entry.keyword());
    }

    @Test
    void aRowOfAnotherStoreWhoseHistoryCannotBeReadIsRejected() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.stored(new OtherStores.Row(7, row("", "", "", "").raw(), "boss", false, null), "row 7");
        rows.end();

        assertEquals(List.of(), batches.get(0).rows);
        assertEquals("row 7", batches.get(0).rejected.get(0).location());
        assertEquals(
                RejectReason.NO_HISTORY, batches.get(0).rejected.get(0).reason().reason());
    }

    @Test
    void rejectedRowsFillABatchToo() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        for (int i = 0; i < 10 * Batch.ROWS; i++) {
            rows.reject("line " + i, new Rejected(RejectReason.NO_HISTORY), RawRow.EMPTY);
        }

        assertFalse(batches.isEmpty(), "a file of nothing else would fill the memory");
    }

    @Test
    void aPageThatIsWholeIsHandedOnAtOnce() throws Exception {
        RowCollector rows = collector(Collected.SETTINGS);

        rows.page(reading(Found.ROWS, "boss", "1k"), "1");
        assertEquals(0, batches.size());
        rows.pageTurned();

        assertEquals(1, batches.size());
        assertEquals(1, batches.get(0).rows.size());
        assertEquals("boss", batches.get(0).page.site());
    }

    @Test
    void theLongestKeywordIsAKeyword() throws Exception {
        assertEquals(
                "x".repeat(100),
                entry(collector(withKeyword(null)), "x".repeat(100)).keyword());
    }

    private ImportSink.Entry stored(ImportSettings settings, ImportSink.History history) throws InterruptedException {
        RowCollector rows = collector(settings);
        rows.stored(new OtherStores.Row(7, row("", "", "", "").raw(), "boss", true, history), "row 7");
        rows.end();
        return batches.get(0).rows.get(0);
    }

    private ImportSink.Entry one(FileRow row) throws InterruptedException {
        batches.clear();
        RowCollector rows = collector(Collected.SETTINGS);
        rows.row(row, "line 2");
        rows.end();
        return batches.get(0).rows.get(0);
    }

    private ImportSink.Entry entry(RowCollector rows, String keyword) throws InterruptedException {
        batches.clear();
        RawRow raw = new RawRow("", "甲", "1k", "", "北京", "", "", "", "", "");
        rows.page(new SavedPages.Reading(Found.ROWS, "list", "made-up", List.of(raw), "", keyword), "1");
        rows.end();
        return batches.get(0).rows.get(0);
    }

    private RowCollector collector(ImportSettings settings) {
        return new RowCollector(new RowCollector.Tools(settings), 0, Collected.source(""), batches::add, stopped::get);
    }

    private static FileRow row(String site, String openings, String first, String last) {
        RawRow raw = new RawRow("", "甲", "1k", "", "北京", "", "", "", "", "");
        return new FileRow(raw, site, "java, go," + "x".repeat(101), false, false, openings, first, last);
    }

    private static ImportSettings withKeyword(String keyword) {
        return new ImportSettings(Map.of(), "", "imported", keyword, null);
    }
}
