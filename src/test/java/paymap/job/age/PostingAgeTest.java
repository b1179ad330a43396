package paymap.job.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.age.CitySights.Group;
import paymap.job.age.CitySights.Reading;

/** From sights to ages; all figures below were worked out by hand. */
class PostingAgeTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-01T08:00:00Z");

    /** Four weekly runs: rows as their sights, one letter a run, and how many. */
    @ParameterizedTest(name = "{0}: {1} there, {2} gone, {3} came back")
    @CsvSource({
        "x... 3,                    0, 3, 0",
        "xxxx 3,                    3, 0, 0",
        "x..x 3,                    3, 0, 3",
        "x.x. 3,                    0, 3, 3",
        "...x 1 xx.. 2 .x.x 4,      5, 2, 4",
        "'',                        0, 0, 0"
    })
    void rowsAreThereGoneOrCameBack(String sights, long there, long gone, long cameBack) {
        PostingAge.Rows rows = age(weekly(4), sights).rows();

        assertEquals(new PostingAge.Rows(there + gone, there, gone, cameBack), rows);
    }

    @Test
    void theShareThatCameBackIsOfAllRows() {
        assertEquals(0.25, age(weekly(3), "x.x 1 xxx 1 x.. 1 ..x 1").rows().shareThatCameBack());
        assertNull(age(weekly(3), "").rows().shareThatCameBack());
    }

    @Test
    void daysSeenAreOfRowsThatAreGone() {
        PostingAge age = age(weekly(4), "x... 1 xx.. 1 x.x. 2 xxxx 50");

        assertEquals(new PostingAge.Quartiles(5.25, 10.5, 14.0), age.seen(), "of 0, 7, 14, 14");
        assertEquals(
                new PostingAge.Quartiles(null, null, null),
                age(weekly(2), "xx 9").seen());
    }

    @ParameterizedTest(name = "{0}: {2} days, of {1} rows")
    @CsvSource({
        "x... 9 xxx. 9,               0, ", // nobody knows since when they were there
        ".x.. 2,                      2, 7",
        ".xxx 2,                      2, ", // still there after 14 days
        ".x.. 1 .xxx 1,               2, 7", // a half is enough
        ".x.. 1 .xxx 2,               3, ",
        ".x.. 1 .xx. 1 .xxx 1,        3, 14", // 2/3, then 1/3
        ".x.. 1 .xxx 1 ..xx 2,        4, ", // 1 of 4 after 7 days; the two seen for 7 days say no more
        ".x.. 1 .xx. 1 ..xx 2,        4, 14", // 3/4 after 7 days, then 1 of 1
        "...x 5,                      5, ", // seen once, by the newest
        ".x.. 1 ...x 5,               6, 7", // 5 are seen for no time at all: 1 of 1
        "..x. 1 .x.x 1,               2, 7" // a row that came back never left
    })
    void halfOfThoseThatAppearedAreGoneByThen(String sights, long rows, @Nullable Double days) {
        assertEquals(new PostingAge.Median(rows, days), age(weekly(4), sights).stay());
    }

    @Test
    void aHalfIsAHalfHoweverManyStepsItTakes() {
        // 2/3 * 3/4 = 1/2: as fractions of two, 0.6666666666666667 * 0.75 might be a little more.
        Survival survival = new Survival();
        survival.ended(1, 1);
        survival.ended(2, 1);
        survival.stillThere(1.5, 0);
        survival.stillThere(9, 2);
        assertEquals(2, survival.median(), "4, 3, 2 of 4");
        Survival long30 = new Survival();
        for (int day = 1; day <= 30; day++) {
            long30.ended(day, 1);
        }
        long30.stillThere(31, 30);
        assertEquals(30, long30.median());
        long30.stillThere(31, 1);
        assertNull(long30.median());
    }

    @Test
    void runsNeedNotBeAWeekApart() {
        List<Instant> at = List.of(BEGINNING, BEGINNING.plusSeconds(43_200), BEGINNING.plusSeconds(129_600));

        PostingAge age = age(at, "xx. 1 .x. 1");

        assertEquals(0.25, age.seen().p50(), "of 0.5 and 0");
        assertEquals(1.0, age.stay().days());
    }

    @Test
    void theDayOfPostingCountsToTheLastSightOfRowsThatAreGone() {
        Instant late = Instant.parse("2026-11-01T20:00:00Z"); // the 2nd in China
        List<Reading> readings = List.of(new Reading(1, "", late), new Reading(2, "", late.plusSeconds(86_400)));
        List<Group> groups = List.of(
                new Group(0, 0, 1, LocalDate.of(2026, 11, 1), 1),
                new Group(0, 0, 1, LocalDate.of(2026, 10, 3), 2),
                new Group(0, 0, 1, LocalDate.of(2026, 11, 3), 7), // after it was last seen
                new Group(0, 0, 1, null, 7),
                new Group(0, 1, 2, LocalDate.of(2026, 10, 1), 7));

        PostingAge.Median posted =
                PostingAge.of(new CitySights("北京", readings, groups)).posted();

        assertEquals(new PostingAge.Median(3, 30.0), posted);
    }

    @Test
    void oneRunTellsNothing() {
        assertThrows(IllegalArgumentException.class, () -> age(weekly(1), "x 1"));
    }

    private static List<Instant> weekly(int runs) {
        List<Instant> at = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            at.add(BEGINNING.plusSeconds(i * 7 * 86_400L));
        }
        return at;
    }

    private static PostingAge age(List<Instant> at, String sights) {
        List<Reading> readings = new ArrayList<>();
        at.forEach(moment -> readings.add(new Reading(readings.size() + 1, "", moment)));
        List<Group> groups = new ArrayList<>();
        List<String> words =
                Arrays.stream(sights.split(" ")).filter(word -> !word.isEmpty()).toList();
        for (int i = 0; i < words.size(); i += 2) {
            String seen = words.get(i);
            int times = (int) seen.chars().filter(letter -> letter == 'x').count();
            groups.add(
                    new Group(seen.indexOf('x'), seen.lastIndexOf('x'), times, null, Long.parseLong(words.get(i + 1))));
        }
        return PostingAge.of(new CitySights("北京", readings, groups));
    }
}
