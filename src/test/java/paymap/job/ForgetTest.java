package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out is gone: nothing else may be meant. */
class ForgetTest {

    private static final RunRow RUN = run(RunRow.Kind.CRAWL, 0);

    private static RunRow run(RunRow.Kind kind, int perCity) {
        return new RunRow(
                7,
                kind,
                new RunRow.Work("s", "", "Python", List.of(), perCity, "plan", null),
                false,
                Instant.EPOCH,
                new RunRow.Standing(RunRow.State.COMPLETE, null, "", false),
                new RunRow.Brought(1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        ", , , true",
        "7, , , true",
        "8, , , false",
        ", s, , true",
        ", t, , false",
        ", , python, true",
        ", , java, false",
        ", , '', false",
        "7, s, PYTHON, true",
        "8, s, python, false",
        "7, t, python, false",
        "7, s, java, false"
    })
    void aRunIsMeantThatFitsAllThatIsNamed(
            @Nullable Long run, @Nullable String site, @Nullable String keyword, boolean isMeant) {
        Forget what = new Forget(run == null ? List.of() : List.of(run), site, keyword, List.of());

        assertEquals(isMeant, what.means(RUN));
    }

    @ParameterizedTest
    @CsvSource({", s, , true", ", , , false", "7, s, , false", ", s, python, false", ", s, '', false"})
    void aSiteIsMeantAsAWholeWhereNothingElseIsNamed(
            @Nullable Long run, @Nullable String site, @Nullable String keyword, boolean isWhole) {
        Forget what = new Forget(run == null ? List.of() : List.of(run), site, keyword, List.of());

        assertEquals(isWhole, what.isWholeSite());
    }

    @Test
    void whatGoesIsCounted() {
        List<Forgotten.Rows> rows = List.of(new Forgotten.Rows("s", "北京", 3), new Forgotten.Rows("s", "上海", 4));

        assertEquals(7, new Forgotten(List.of(RUN), rows, 2).gone());
        assertFalse(new Forgotten(List.of(RUN), rows, 0).isWithoutRows());
        assertFalse(new Forgotten(List.of(RUN), List.of(), 2).isWithoutRows());
        assertTrue(new Forgotten(List.of(RUN), List.of(), 0).isWithoutRows());
    }

    @Test
    void onlyACrawlOfAllThereIsIsWhole() {
        assertTrue(RUN.isWhole());
        assertFalse(run(RunRow.Kind.CRAWL, 450).isWhole());
        assertFalse(run(RunRow.Kind.IMPORT, 0).isWhole());
    }

    @Test
    void kindsAndStatesOfRunsAreWords() {
        assertEquals("crawl", RunRow.Kind.CRAWL.words());
        assertEquals("import", RunRow.Kind.IMPORT.words());
        assertEquals(
                List.of("complete", "under way", "ended early", "unfinished"),
                List.of(RunRow.State.values()).stream().map(RunRow.State::words).toList());
    }
}
