package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.ImportSink.Entry;
import paymap.job.ImportSink.History;
import paymap.job.JobStore.Filter;
import paymap.salary.SalaryParser;
import paymap.words.Words;

/** What may be handed over the seams of the store, and what is refused there. */
class SeamsTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0, openings must be 1 or more: 0", "-3, 0, openings must be 1 or more: -3"})
    void aHistoryNeedsAnOpening(int openings, long later, String why) {
        assertEquals(
                why,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new History(openings, FIRST, FIRST.plusSeconds(later)))
                        .getMessage());
    }

    @Test
    void aRowCannotHaveBeenSeenLastBeforeItWasSeenFirst() {
        assertEquals(
                "last_seen is before first_seen: 2026-10-31T23:59:59Z, 2026-11-01T00:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> new History(1, FIRST, FIRST.minusSeconds(1)))
                        .getMessage());
        assertEquals(FIRST, new History(1, FIRST, FIRST).lastSeen());
    }

    @Test
    void aRowThatIsSeenNowHasNoHistory() {
        Posting posting = new Posting("1", "t", "", 0, "北京", Posting.Details.NONE);

        assertNull(new Entry("s", "", posting, SalaryParser.parse(""), false).history());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z"})
    void aFilterTakesNoTimeThatTextsCannotBeComparedBy(String time) {
        Instant since = Instant.parse(time);

        assertEquals(
                "a time must be before the year 10000: " + since,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Filter("s", List.of(), List.of(), since, Conditions.NONE))
                        .getMessage());
    }

    @Test
    void aFilterTakesEveryTimeBefore() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");

        assertEquals(last, new Filter("s", List.of(), List.of(), last, Conditions.NONE).since());
        assertNull(new Filter("s", null, List.of()).since());
    }

    @Test
    void aFilterKeepsItsCitiesWhateverBecomesOfTheList() {
        List<String> cities = new ArrayList<>(List.of("北京"));
        Filter filter = new Filter("s", null, cities);
        cities.add("上海");

        assertEquals(List.of("北京"), filter.cities());
    }

    @Test
    void theCitiesOfARunStayToo() {
        List<String> cities = new ArrayList<>(List.of("北京"));
        RunRow.Work work = new RunRow.Work("s", "", "go", cities, 9, "p", null);
        cities.clear();

        assertEquals(List.of("北京"), work.cities());
    }

    @Test
    void kindsOfRunsAreStoredInTheirWords() {
        assertEquals(
                List.of("crawl", "import"),
                Stream.of(RunRow.Kind.values()).map(RunRow.Kind::code).toList());
    }

    @Test
    void aSearchInOneCityMustNameIt() {
        assertThrows(IllegalArgumentException.class, () -> RowContext.ofSearch(""));
        assertTrue(RowContext.ofSearch("北京").onlyThatCity());
        assertFalse(RowContext.ofFile("北京").onlyThatCity());
        assertEquals("", RowContext.ofFile("").city());
    }

    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void aReasonIsAPartOfASentence(RejectReason reason) {
        String words = reason.words().english();

        assertFalse(words.isBlank() || words.endsWith(".") || words.contains("null"), words);
        assertTrue(Character.isLowerCase(words.charAt(0)) || words.startsWith("JSON"), words);
        assertEquals(reason.words(), new RowResult.Rejected(reason).why());
    }

    @Test
    void noTwoReasonsSayTheSame() {
        assertEquals(
                RejectReason.values().length,
                Stream.of(RejectReason.values())
                        .map(RejectReason::words)
                        .distinct()
                        .count());
    }

    @Test
    void aResultGoesToTheOneThatItIsFor() {
        List<String> told = new ArrayList<>();
        RowResult posting = new Posting("1", "t", "", 0, "北京", Posting.Details.NONE);
        RowResult rejected = new RowResult.Rejected(RejectReason.NO_CITY, Words.later("no city in %d rows", 60));
        for (RowResult result : List.of(posting, rejected)) {
            result.match(
                    row -> told.add("posting " + row.title()),
                    why -> told.add(why.reason() + " " + why.why().said()));
        }

        assertEquals(List.of("posting t", "NO_CITY no city in 60 rows"), told);
    }

    @Test
    void aStoreSaysWhetherAnotherFileWouldHelp() {
        IllegalStateException cause = new IllegalStateException();

        assertTrue(new StoreException("no database", true, null).isWrongFile());
        assertFalse(new StoreException("the disk is full", false, cause).isWrongFile());
        assertEquals(cause, new StoreException("the disk is full", false, cause).getCause());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-02, 2026-11-01, 2026-11-04",
        "2026-11-02, 2026-11-05, 2026-11-02, 2026-11-05",
        "2026-11-03, 2026-11-04, 2026-11-02, 2026-11-04"
    })
    void rowsOfTwoSitesWereCollectedFromTheEarlierBeginningToTheLaterEnd(
            String first, String last, String earliest, String latest) {
        JobStore.Collected one = new JobStore.Collected(first, last);

        assertEquals(
                new JobStore.Collected(earliest, latest), one.with(new JobStore.Collected("2026-11-02", "2026-11-04")));
    }

    @Test
    void idsMadeOfTheContentAreNotTheSitesOwn() {
        assertTrue(Posting.isSitesOwn("12345"));
        assertFalse(Posting.isSitesOwn("row:12345"));
    }

    @Test
    void everyCityIsAWordOfItsOwn() {
        assertTrue(City.isEvery(" ALL "));
        assertFalse(City.isEvery("bj"));
    }

    @Test
    void whereNoOtherStoreIsReadAFileIsRefusedAndNoNameIsAnAddress() {
        assertEquals(Optional.of("it is an SQLite database"), OtherStores.NONE.refusal(Path.of("x.db")));
        assertFalse(OtherStores.NONE.isAddress("postgresql://host/db"));
        assertThrows(IllegalStateException.class, () -> OtherStores.NONE.open(Path.of("x.db")));
    }
}
