package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.age.CitySights;
import paymap.job.age.CitySights.Group;
import paymap.job.age.CitySights.Reading;

/** Which whole runs saw which rows, on a real file. */
class AgeQueriesTest {

    private static final Reading FIRST = new Reading(1, "seed 1", Instant.parse("2026-11-01T08:00:00Z"));
    private static final Reading SECOND = new Reading(2, "", Instant.parse("2026-11-08T08:00:00Z"));
    private static final Reading THIRD = new Reading(3, "", Instant.parse("2026-11-15T08:00:00Z"));
    private static final LocalDate POSTED = LocalDate.of(2026, 10, 20);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void threeWholeRuns() throws Exception {
        file = folder.resolve("a.db");
        SqliteStore.open(EmptyDatabase.at(file)).close();
        execute("INSERT INTO runs (id, plan, site, source, keyword, per_city, started, complete) VALUES"
                + " (1, 'p', 's', 'seed 1', 'python', 0, '2026-11-01T08:00:00Z', 1),"
                + " (2, 'p', 's', '', 'Python', 0, '2026-11-08T08:00:00Z', 1),"
                + " (3, 'p', 's', '', 'python', 0, '2026-11-15T08:00:00Z', 0)");
        execute("INSERT INTO run_cities (run_id, place, city, page_size, to_end) VALUES"
                + " (1, 0, '北京', 15, 1), (2, 0, '北京', 15, 1), (3, 0, '北京', 15, 1),"
                + " (1, 1, '上海', 15, 1), (2, 1, '上海', 15, 0), (3, 1, '上海', 15, 0)");
        execute("INSERT INTO jobs (id, site, city, title, salary, posted, first_seen, last_seen) VALUES"
                + " (1, 's', '北京', 'stays', '1k', NULL, 't', 't'), (2, 's', '北京', 'goes', '1k', '2026-10-20', 't', 't'),"
                + " (3, 's', '北京', 'goes too', '1k', '2026-10-20', 't', 't'), (4, 's', '北京', 'back', '1k', 'soon', 't', 't'),"
                + " (5, 's', '上海', 'there', '1k', NULL, 't', 't'), (6, 's', '北京', 'other word', '1k', NULL, 't', 't')");
        execute("INSERT INTO run_jobs VALUES (1, 1), (2, 1), (3, 1), (1, 2), (1, 3), (1, 4), (3, 4), (1, 5), (2, 5)");
    }

    @Test
    void rowsSeenAlikeAreOneGroup() {
        assertEquals(
                List.of(
                        new CitySights("上海", List.of(FIRST), List.of(new Group(0, 0, 1, null, 1))),
                        new CitySights(
                                "北京",
                                List.of(FIRST, SECOND, THIRD),
                                List.of(
                                        new Group(0, 0, 1, POSTED, 2),
                                        new Group(0, 2, 2, null, 1),
                                        new Group(0, 2, 3, null, 1)))),
                sights("PYTHON", List.of()));
    }

    @Test
    void onlyTheCitiesAskedForAreRead() {
        assertEquals(
                List.of("上海"),
                sights("python", List.of("上海")).stream().map(CitySights::city).toList());
        assertEquals(List.of(), sights("python", List.of("深圳")));
        assertEquals(List.of(), sights("java", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE runs SET per_city = 100 WHERE id = 2",
                "UPDATE runs SET kind = 'import' WHERE id = 2",
                "UPDATE runs SET site = 'other' WHERE id = 2",
                "UPDATE runs SET keyword = 'java' WHERE id = 2",
                "UPDATE run_cities SET to_end = 0 WHERE run_id = 2",
                "DELETE FROM runs WHERE id = 2"
            })
    void aRunThatDidNotReadTheCityToItsEndTellsNothing(String change) throws Exception {
        execute(change);

        assertEquals(
                List.of(FIRST, THIRD), sights("python", List.of("北京")).get(0).readings());
    }

    @Test
    void runsAreInTheOrderOfTheirTime() throws Exception {
        execute("UPDATE runs SET started = '2026-11-30T08:00:00Z' WHERE id = 1");

        CitySights city = sights("python", List.of("北京")).get(0);

        assertEquals(
                List.of(2L, 3L, 1L), city.readings().stream().map(Reading::run).toList());
        assertEquals(new Group(2, 2, 1, POSTED, 2), city.groups().get(2));
    }

    @Test
    void aCityWithoutRowsWasReadAllTheSame() throws Exception {
        execute("DELETE FROM jobs WHERE city = '上海'");

        assertEquals(List.of(new CitySights("上海", List.of(FIRST), List.of())), sights("python", List.of("上海")));
    }

    private List<CitySights> sights(String keyword, List<String> cities) {
        try (SqlStore store = SqliteStore.openToRead(file)) {
            return store.sights("s", keyword, cities);
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
