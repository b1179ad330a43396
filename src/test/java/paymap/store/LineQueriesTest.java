package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.job.ImportSink;
import paymap.job.JobRow;
import paymap.job.JobStore.Line;
import paymap.job.JobStore.PayGroup;
import paymap.job.JobStore.StoredRow;
import paymap.job.Posting;
import paymap.salary.SalaryParser;

/** All rows of a real file, some by id, and whether they changed. */
class LineQueriesTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFewRows() throws Exception {
        file = folder.resolve("a.db");
        SqliteStore.open(EmptyDatabase.at(file)).close();
        execute("INSERT INTO runs (id, plan, site, keyword, per_city, started) VALUES"
                + " (1, 'p', 's', 'Python', 9, '2026'), (2, 'p', 's', 'PYTHON', 9, '2026'), (3, 'p', 's', '', 9, '2026'),"
                + " (4, 'p', 'other', 'java', 9, '2026')");
        execute(
                "INSERT INTO jobs (id, site, city, title, salary, salary_months, openings, experience, district, first_seen,"
                        + " last_seen) VALUES"
                        + " (1, 's', '北京', 'b', '20k', 14, 2, '3-5年', '', '2026-11-01T08:01:00Z', '2026-11-08T08:01:00Z'),"
                        + " (2, 's', '北京', 'a', '10k', NULL, 1, NULL, '海淀区', '2026-11-01T08:01:00Z', '2026-11-02T08:01:00Z'),"
                        + " (3, 'a', '上海', 'c', '', NULL, 1, NULL, NULL, '2026-11-01T08:01:00Z', '2026-11-03T08:01:00Z')");
        execute("INSERT INTO run_jobs VALUES (1, 1), (2, 1), (3, 1), (4, 1), (3, 2)");
        execute("INSERT INTO openings VALUES (1, 'p2', 'x', 'x'), (1, 'p1', 'x', 'x')");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void handsOnEveryRowInTheOrderOfItsKey() {
        List<Line> lines = new ArrayList<>();
        try (SqlStore store = SqliteStore.openToRead(file)) {
            store.lines(lines::add);
        }
        assertEquals(
                List.of(
                        new Line(3, "a", pay("", 0, 1, "上海", "", "", ""), "2026-11-03T08:01:00Z", Set.of()),
                        new Line(2, "s", pay("10k", 0, 1, "北京", "", "", "海淀区"), "2026-11-02T08:01:00Z", Set.of("")),
                        new Line(
                                1,
                                "s",
                                pay("20k", 14, 2, "北京", "3-5年", "", ""),
                                "2026-11-08T08:01:00Z",
                                Set.of("python", ""))),
                lines);
    }

    private static PayGroup pay(String salary, int months, long openings, String... values) {
        return new PayGroup(List.of(values), salary, months, 1, openings);
    }

    @Test
    void findsRowsByIdInTheOrderAskedForWithTheirPositions() {
        try (SqlStore store = SqliteStore.openToRead(file)) {
            List<StoredRow> rows = store.rows(List.of(3L, 77L, 1L));
            assertEquals(List.of(3L, 1L), rows.stream().map(StoredRow::id).toList());
            assertEquals(
                    List.of(List.of(), List.of("p1", "p2")),
                    rows.stream().map(StoredRow::positionIds).toList());
            JobRow last = rows.get(1).row();
            assertEquals(
                    List.of("b", "20k", "2026-11-08T08:01:00Z"),
                    List.of(last.title(), last.pay().written(), last.seen().last()));
            assertEquals(List.of(), store.rows(List.of()));
            assertThrows(IllegalArgumentException.class, () -> store.rows(Collections.nCopies(101, 1L)));
        }
    }

    @Test
    void tellsAnotherVersionAfterAnyChange() throws Exception {
        try (SqlStore store = SqliteStore.open(EmptyDatabase.at(file))) {
            long first = store.version();
            assertEquals(first, store.version());

            execute("UPDATE jobs SET openings = 9 WHERE id = 1");
            long second = store.version();
            assertNotEquals(first, second);

            ImportSink sink = store.importSink("x");
            sink.put(List.of(new ImportSink.Entry(
                    "s",
                    "go",
                    new Posting("p9", "t", "10k", 0, "北京", Posting.Details.NONE),
                    SalaryParser.parse("10k"),
                    false)));
            sink.end(true, "");
            assertNotEquals(second, store.version());
        }
    }
}
