package paymap.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.ImportSink.History;
import paymap.job.OtherStores;
import paymap.job.OtherStores.Row;
import paymap.job.RawRow;
import paymap.job.StoreException;
import paymap.store.postgres.PostgresDatabase.Absence;

/** Databases that are read as a file of rows is, and not believed. */
class OtherDatabasesTest {

    @TempDir
    Path folder;

    private final OtherStores others = new OtherDatabases(new Absence(Duration.ZERO, () -> {}));

    @Test
    void aRowIsToldWithItsOpeningsAndKeywords() {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.run(1, "s", "python", "01T08:00:00", "01T09:00:00");
        made.run(2, "s", "java", "08T08:00:00", "08T09:00:00");
        made.run(3, "s", "python", "09T08:00:00", "09T09:00:00");
        made.job(7, "s", "北京", "t", List.of(1, 2, 3), "b 01T08:10:00 08T08:10:00", "a 08T08:10:00 08T08:20:00");
        made.execute("UPDATE jobs SET salary_months = 14, company = '公司', district = '区', experience = '1-3年',"
                + " education = '本科', posted = '2026-11-01', made_up = 1, openings = 3");

        List<Row> rows = all(made.file());

        Instant first = Instant.parse("2026-11-01T08:10:00Z");
        Instant second = Instant.parse("2026-11-08T08:10:00Z");
        Instant third = Instant.parse("2026-11-08T08:20:00Z");
        assertEquals(
                List.of(new Row(
                        7,
                        new RawRow("a", "t", "10k-20k", "14", "北京", "区", "1-3年", "本科", "公司", "2026-11-01"),
                        "s",
                        true,
                        new History(
                                3,
                                first,
                                third,
                                List.of(
                                        new History.Opening("a", second, third),
                                        new History.Opening("b", first, second)),
                                List.of("java", "python")))),
                rows);
    }

    @Test
    void thousandsOfRowsAreToldInPartsEachOnce() {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.execute(
                "WITH RECURSIVE n (i) AS (SELECT -5 UNION ALL SELECT i + 1 FROM n WHERE i < 2100)"
                        + " INSERT INTO jobs (id, site, city, title, salary, openings, first_seen, last_seen)"
                        + " SELECT i, 's', '北京', 't' || i, '1k', 1, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z' FROM n",
                "INSERT INTO openings VALUES (2100, 'last', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')");

        List<Integer> parts = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (OtherStores.Rows other = others.open(made.file())) {
            for (List<Row> part = other.next(); !part.isEmpty(); part = other.next()) {
                parts.add(part.size());
                rows.addAll(part);
            }
        }

        assertEquals(List.of(1_000, 1_000, 106), parts);
        assertEquals(2_106, rows.stream().map(Row::number).distinct().count());
        assertEquals("last", rows.get(2_105).raw().id());
        assertEquals("", rows.get(2_104).raw().id());
        assertEquals(
                new History(1, Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")),
                rows.get(0).history());
    }

    @ParameterizedTest
    @CsvSource({
        "first_seen = 'yesterday'",
        "last_seen = ''",
        "openings = 0",
        "last_seen = '2026-10-01T00:00:00Z'",
    })
    void timesAndNumbersThatCannotBeAreNoHistory(String set) {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.job(1, "s", "北京", "t", List.of(), "a 01T08:10:00 01T08:10:00");
        made.execute("UPDATE jobs SET " + set);

        Row row = all(made.file()).get(0);

        assertNull(row.history());
        assertEquals("", row.raw().id());
    }

    @Test
    void idsOfNoLengthOrOfAnyAreLeftOutAndTooManyToo() {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.job(1, "s", "北京", "t", List.of(), "a 01T08:10:00 01T08:10:00");
        String seen = ", '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'";
        made.execute(
                "INSERT INTO openings VALUES (1, ''" + seen + "), (1, '" + "x".repeat(100) + "'" + seen + "), (1, '"
                        + "y".repeat(101) + "'" + seen + ")",
                "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
                        + " INSERT INTO openings SELECT 1, 'n' || i" + seen + " FROM n",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)"
                        + " INSERT INTO runs (id, plan, site, keyword, per_city, started)"
                        + " SELECT i, 'p', 's', 'k' || i, 0, '2026-11-01T00:00:00Z' FROM n",
                "INSERT INTO run_jobs SELECT id, 1 FROM runs");

        History history = all(made.file()).get(0).history();

        assertEquals(10_000, history.known().size());
        assertTrue(history.known().stream()
                .noneMatch(each -> each.id().isEmpty() || each.id().startsWith("y")));
        assertEquals(1_000, history.keywords().size());
    }

    @Test
    void whatBelongsToNoRowIsPassedOver() {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.run(1, "s", "java", "01T08:00:00", "01T09:00:00");
        made.job(1, "s", "北京", "t", List.of(1), "a 01T08:10:00 01T08:10:00");
        made.job(3, "s", "北京", "u", List.of(1), "b 01T08:10:00 01T08:10:00");
        made.execute(
                "PRAGMA foreign_keys = OFF",
                "INSERT INTO openings VALUES (2, 'lost', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')",
                "INSERT INTO run_jobs VALUES (1, 2)");

        List<Row> rows = all(made.file());

        assertEquals(List.of(1L, 3L), rows.stream().map(Row::number).toList());
        assertEquals("b", rows.get(1).raw().id());
        assertEquals(List.of("java"), rows.get(1).history().keywords());
    }

    @Test
    void whatHasNoTextIsEmpty() {
        HandMade made = HandMade.at(folder.resolve("x.db"));
        made.job(1, "s", "北京", "t", List.of(), "a 01T08:10:00 01T08:10:00");

        assertEquals(
                new RawRow("a", "t", "10k-20k", "", "北京", "", "", "", "", ""),
                all(made.file()).get(0).raw());
    }

    @Test
    void anEarlierSchemaIsReadAndStaysAsItIs() throws IOException {
        Path old = folder.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + old, null, null)
                .locations("classpath:paymap/store/sqlite")
                .target("4")
                .load()
                .migrate();
        new HandMade(old)
                .execute(
                        "PRAGMA journal_mode = DELETE",
                        "INSERT INTO jobs (id, site, city, title, salary, openings, first_seen, last_seen)"
                                + " VALUES (1, 's', '北京', 't', '1k', 1, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')");
        byte[] before = Files.readAllBytes(old);

        assertEquals(Optional.empty(), others.refusal(old));
        List<Row> rows = all(old);

        assertEquals(1, rows.size());
        assertFalse(rows.get(0).madeUp());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(old));
    }

    @Test
    void whatIsNoDatabaseOfPaymapIsRefusedInASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("a.csv"), "a,b");
        Path views = folder.resolve("views.db");
        new HandMade(EmptyDatabase.at(views))
                .execute("DROP VIEW postings", "DROP TABLE run_jobs", "CREATE VIEW run_jobs AS SELECT 1");
        Path newer = EmptyDatabase.at(folder.resolve("newer.db"));
        new HandMade(newer).execute("UPDATE flyway_schema_history SET version = '99' WHERE version = '9'");

        assertEquals(
                Optional.of("the file " + text + " is not an SQLite database; it was left as it is"),
                others.refusal(text));
        assertEquals(
                Optional.of("the database " + views + " has no tables of paymap; it was left as it is"),
                others.refusal(views));
        assertEquals(
                Optional.of("the database " + newer + " is of a later version of paymap (schema 99; this one knows 9)"),
                others.refusal(newer));
        assertThrows(StoreException.class, () -> others.open(text));
    }

    @Test
    void anAddressOfAServerIsNoFile() {
        assertTrue(others.isAddress("postgresql://host/name"));
        assertFalse(others.isAddress("x.db"));
    }

    private List<Row> all(Path file) {
        List<Row> rows = new ArrayList<>();
        try (OtherStores.Rows other = others.open(file)) {
            for (List<Row> part = other.next(); !part.isEmpty(); part = other.next()) {
                rows.addAll(part);
            }
        }
        return rows;
    }
}
