package paymap.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.job.StoreException;
import paymap.store.EmptyDatabase;
import paymap.store.sql.Database;
import paymap.store.sql.Dialect;
import paymap.store.sql.Sql;

/** What can be a database, who may read it, and what is said of what cannot. */
@Timeout(60)
class OpeningTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aDatabaseWithTwoNotes() {
        file = folder.resolve("x.db");
        try (SqliteDatabase database = SqliteDatabase.open(EmptyDatabase.at(file))) {
            note(database, "a");
            note(database, "b");
        }
    }

    @Test
    void aMissingDatabaseIsMadeWithItsFolderAndItsTables() {
        Path made = folder.resolve("deep/down/y.db");
        try (SqliteDatabase database = SqliteDatabase.open(made)) {
            note(database, "a");
            assertEquals(1, notes(database));
            assertEquals("wal", database.first("PRAGMA journal_mode", row -> row.getString(1)));
        }
        assertEquals(DatabaseCheck.CURRENT, DatabaseCheck.of(made).schema());
    }

    @Test
    void theSchemaOfThisVersionIsItsNewestMigration() throws Exception {
        Path migrations = Path.of(Schema.class
                        .getResource("/paymap/store/sqlite/V1__jobs_and_ledger.sql")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(migrations)) {
            int newest = files.map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();

            assertEquals(newest, Schema.VERSION);
        }
    }

    @Test
    void whoMayWriteReadsAndStillChangesNothing() {
        try (SqliteDatabase database = SqliteDatabase.openToRead(file)) {
            assertEquals(2, notes(database));
            assertTrue(assertThrows(StoreException.class, () -> note(database, "c"))
                    .getMessage()
                    .contains("cannot be opened or written"));
        }
        assertEquals(List.of("x.db"), names());
    }

    @Test
    void whoMayNotWriteReadsTheFileAloneAndLeavesNothingBesideIt() throws SQLException {
        DatabaseFile alone = DatabaseFile.toRead(file);
        try (Connection connection = alone.reading().getConnection();
                Sql sql = new Sql(connection, Dialect.SQLITE)) {
            assertEquals(List.of(2), sql.all("SELECT count(*) FROM site_notes", row -> row.getInt(1)));
            assertThrows(SQLException.class, () -> sql.update("DELETE FROM site_notes"));
        }
        assertEquals(List.of("x.db"), names());
        alone.requireUnchanged();
    }

    @Test
    void whatIsWrittenWhileItIsReadAloneIsNoticed() {
        DatabaseFile alone = DatabaseFile.toRead(file);
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            note(database, "c");
        }

        assertTrue(assertThrows(StoreException.class, alone::requireUnchanged)
                .getMessage()
                .contains("was written while it was read"));
    }

    @Test
    void whoReadsTheFileAloneIsToldWhenItIsWrittenWhateverCameOfTheQuery() throws IOException {
        try (SqliteDatabase other = SqliteDatabase.openOther(file)) {
            String count = "SELECT count(*) FROM site_notes";
            assertEquals(2, other.<Integer>read(sql -> sql.first(count, row -> row.getInt(1))));
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));

            StoreException read =
                    assertThrows(StoreException.class, () -> other.read(sql -> sql.first(count, row -> row.getInt(1))));
            StoreException failed =
                    assertThrows(StoreException.class, () -> other.read(sql -> sql.isThere("SELECT 1 FROM nothing")));

            assertTrue(read.getMessage().contains("was written while it was read"), read.getMessage());
            assertTrue(failed.getMessage().contains("was written while it was read"), failed.getMessage());
        }
    }

    @Test
    void changesThatStandBesideTheFileAreReadByTheMarkOfTheirWriter() throws SQLException {
        try (SqliteDatabase writer = SqliteDatabase.open(file)) {
            note(writer, "c");
            DatabaseFile withWal = DatabaseFile.toRead(file);
            try (Connection connection = withWal.reading().getConnection();
                    Sql sql = new Sql(connection, Dialect.SQLITE)) {
                assertEquals(List.of(3), sql.all("SELECT count(*) FROM site_notes", row -> row.getInt(1)));
            }
            withWal.requireUnchanged();
        }
    }

    @Test
    void changesWithoutTheMarkOfTheirWriterAreNotPassedOver() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("x.db");
        try (SqliteDatabase writer = SqliteDatabase.open(file)) {
            note(writer, "c");
            Files.copy(file, copy);
            Files.copy(folder.resolve("x.db-wal"), copy.resolveSibling("x.db-wal"));
        }

        String told = assertThrows(StoreException.class, () -> DatabaseFile.toRead(copy))
                .getMessage();

        assertTrue(told.startsWith("the database " + copy + " has changes in " + copy + "-wal that only"), told);
        try (SqliteDatabase database = SqliteDatabase.openToRead(copy)) {
            assertEquals(3, notes(database), "who may write there reads them all");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "4", "5", "6"})
    void anEarlierSchemaIsBroughtUpToDateByWhoMayWriteItAndExplainedToOthers(String schema) {
        Path old = inSchema(schema);

        String told = DatabaseTrouble.older(old, Integer.parseInt(schema)).getMessage();
        assertTrue(told.contains("(schema " + schema + ", not " + Schema.VERSION + ") and read-only for you"), told);
        assertTrue(DatabaseCheck.of(old).isOlder());

        try (SqliteDatabase database = SqliteDatabase.openToRead(old)) {
            assertEquals(0, notes(database));
        }
        assertFalse(DatabaseCheck.of(old).isOlder());
    }

    @Test
    void aMigrationThatCannotBeMadeIsTriedForAsLongAsOthersMayBeAtItAndThenTold() throws SQLException {
        Path old = inSchema("4");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE jobs ADD COLUMN made_up INTEGER");
        }

        String told = assertThrows(StoreException.class, () -> SqliteDatabase.open(old))
                .getMessage();

        assertTrue(told.startsWith("the database " + old + " failed: "), told);
        assertTrue(told.contains("duplicate column name"), told);
        assertEquals("4", DatabaseCheck.of(old).schema(), "it stays as it was");
    }

    @Test
    void whatShouldBeItsFolderMayBeAFile() throws IOException {
        Path inAFile = Files.writeString(folder.resolve("file"), "x").resolve("x.db");

        StoreException refused = assertThrows(StoreException.class, () -> SqliteDatabase.open(inAFile));

        assertEquals(
                "cannot create the database " + inAFile + ": what should be its folder is a file",
                refused.getMessage());
        assertTrue(refused.isWrongFile());
    }

    @Test
    void aPipeADeviceAndAnOpenFileAreRefusedAtOnce() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "Skipped: there is no mkfifo here.");
        Process made = new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start();
        assertTrue(made.waitFor(20, TimeUnit.SECONDS));

        for (Path no : List.of(pipe, Path.of("/dev/null"), Path.of("/dev/stdout"), Path.of("/dev/fd/1"))) {
            for (Runnable opening :
                    List.<Runnable>of(() -> SqliteDatabase.open(no), () -> SqliteDatabase.openToRead(no))) {
                StoreException refused = assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> assertThrows(StoreException.class, opening::run));

                assertEquals(
                        "the database " + no + " is a device, a pipe or an open file; name a file",
                        refused.getMessage());
                assertTrue(refused.isWrongFile());
            }
            assertTrue(DatabaseCheck.of(no).trouble().contains("is a device") || !Files.exists(no));
        }
    }

    @Test
    void theDatabaseOfAnotherProgramStaysAsItIs() throws Exception {
        Path other = folder.resolve("other.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE photos (name TEXT)");
        }
        byte[] before = Files.readAllBytes(other);

        for (Runnable opening :
                List.<Runnable>of(() -> SqliteDatabase.open(other), () -> SqliteDatabase.openToRead(other))) {
            StoreException refused = assertThrows(StoreException.class, opening::run);
            assertEquals(
                    "the database " + other + " has no tables of paymap; it was left as it is", refused.getMessage());
        }
        assertEquals(List.of("other.db", "x.db"), names());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(other));
    }

    @Test
    void aDatabaseOfALaterVersionIsRefusedAndLeftAsItIs() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
                    + " installed_by, installed_on, execution_time, 1 FROM flyway_schema_history LIMIT 1");
        }
        byte[] before = Files.readAllBytes(file);

        for (Runnable opening : List.<Runnable>of(
                () -> SqliteDatabase.open(file),
                () -> SqliteDatabase.openToRead(file),
                () -> SqliteDatabase.openOther(file))) {
            StoreException refused = assertThrows(StoreException.class, opening::run);

            assertEquals(
                    "the database " + file + " is of a later version of paymap (schema 99; this one knows "
                            + Schema.VERSION + ")",
                    refused.getMessage());
            assertTrue(refused.isWrongFile());
        }
        assertTrue(DatabaseCheck.of(file).trouble().contains("(schema 99; this one"));
        assertEquals(List.of("x.db"), names());
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aDamagedDatabaseIsNamedAndItsRemedy() throws IOException {
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
            bytes.write(java.nio.ByteBuffer.wrap(new byte[8000]), 100);
        }

        StoreException refused = assertThrows(StoreException.class, () -> SqliteDatabase.open(file));

        assertEquals(
                "the database " + file + " is damaged; keep a copy, then try: paymap import " + file
                        + " --db new.db, or sqlite3 " + file + " .recover | sqlite3 new.db",
                refused.getMessage());
        assertFalse(refused.isWrongFile(), "the command line was right");
    }

    @Test
    void aHeldDatabaseIsWaitedForAsLongAsAllowedAndThatIsToldOnce() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = holder.createStatement();
                Database database = SqliteDatabase.open(
                        file, new Patience(Patience.SLICE.multipliedBy(4), () -> release(lock, told)))) {
            waitingForNobody(database);
            lock.execute("BEGIN IMMEDIATE");

            note(database, "c");

            assertEquals(3, notes(database));
            assertEquals(1, told.get());
        }
    }

    @Test
    void soIsOneForATransactionOverSeveralCalls() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = holder.createStatement();
                Database database = SqliteDatabase.open(
                        file, new Patience(Patience.SLICE.multipliedBy(4), () -> release(lock, told)))) {
            waitingForNobody(database);
            lock.execute("BEGIN IMMEDIATE");

            database.begin();
            database.within(sql -> sql.update("DELETE FROM site_notes"));
            database.commit();

            assertEquals(0, notes(database));
            assertEquals(1, told.get());
        }
    }

    @Tag("slow")
    @Test
    void soIsOneThatCannotEvenBeLookedInto() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement lock = holder.createStatement()) {
            lock.execute("PRAGMA locking_mode = EXCLUSIVE");
            lock.execute("BEGIN EXCLUSIVE");
        }
        Runnable release = () -> {
            told.incrementAndGet();
            try {
                holder.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };

        try (SqliteDatabase database =
                SqliteDatabase.open(file, new Patience(Patience.SLICE.multipliedBy(4), release))) {
            assertEquals(2, notes(database));
        }
        assertEquals(1, told.get());
    }

    @Test
    void aDatabaseThatIsHeldForTooLongIsGivenUp() throws SQLException {
        AtomicInteger told = new AtomicInteger();
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement lock = holder.createStatement();
                SqliteDatabase database =
                        SqliteDatabase.open(file, new Patience(Duration.ofMillis(1), told::incrementAndGet))) {
            waitingForNobody(database);
            lock.execute("BEGIN IMMEDIATE");

            assertEquals(
                    "the database " + file + " is held by another program; run the command again when that is done",
                    assertThrows(StoreException.class, () -> note(database, "c"))
                            .getMessage());
            assertEquals(0, told.get(), "there was but one try");
            lock.execute("ROLLBACK");
            note(database, "d");
        }
    }

    /** SQLite itself waits no more, so that the tries follow each other at once. */
    private static void waitingForNobody(Database database) {
        database.read(sql -> {
            assertEquals(Patience.SLICE.toMillis(), sql.<Long>first("PRAGMA busy_timeout", row -> row.getLong(1)));
            sql.run("PRAGMA busy_timeout = 0");
            return true;
        });
    }

    private static void release(Statement lock, AtomicInteger told) {
        told.incrementAndGet();
        try {
            lock.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path inSchema(String schema) {
        Path old = folder.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + old, null, null)
                .locations("classpath:paymap/store/sqlite")
                .target(schema)
                .load()
                .migrate();
        if (schema.equals("1")) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = DELETE"); // as a copy may be, whatever wrote it
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return old;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aFullDiskIsToldAndWhatWasStoredIsSafe() {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            limitTo(database, 0); // no page more than it has
            String full = "the disk of the database " + file
                    + " is full; what was stored is safe, and with more room the same command goes on";

            assertEquals(
                    full,
                    assertThrows(StoreException.class, () -> note(database, "c".repeat(100_000)))
                            .getMessage());
            database.begin();
            assertEquals(
                    full,
                    assertThrows(
                                    StoreException.class,
                                    () -> database.within(sql -> {
                                        sql.update("DELETE FROM site_notes");
                                        return sql.update(
                                                "INSERT INTO site_notes (site, name, value, noted)"
                                                        + " VALUES ('s', ?, '', '')",
                                                "d".repeat(100_000));
                                    }))
                            .getMessage());
            database.commit();

            assertEquals(2, notes(database), "all of it was undone");
            limitTo(database, 1_000_000);
            note(database, "c".repeat(100_000));
            assertEquals(3, notes(database));
        }
    }

    private static void limitTo(SqliteDatabase database, int pages) {
        database.read(sql -> sql.first("PRAGMA max_page_count = " + Math.max(1, pages), row -> row.getInt(1)));
    }

    @Test
    void whatGoesWrongInTheMiddleOfATransactionUndoesAllOfItAndTheNextOneWorks() {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.transaction(sql -> {
                        sql.update("DELETE FROM site_notes");
                        throw new IllegalStateException("made up");
                    }));
            assertEquals(2, notes(database));
            assertTrue(assertThrows(
                            StoreException.class, () -> database.transaction(sql -> sql.update("DELETE FROM nothing")))
                    .getMessage()
                    .startsWith("the database " + file + " failed: "));
            database.begin();
            assertThrows(
                    IllegalStateException.class,
                    () -> database.within(sql -> {
                        sql.update("DELETE FROM site_notes");
                        throw new IllegalStateException("made up");
                    }));
            database.commit();
            assertEquals(2, notes(database));
            note(database, "c");
            assertEquals(3, notes(database));
            assertEquals(3, (int)
                    database.snapshot(sql -> sql.first("SELECT count(*) FROM site_notes", row -> row.getInt(1))));
        }
    }

    @Test
    void aMomentStaysAsItIsWhileOthersWrite() {
        try (SqliteDatabase database = SqliteDatabase.open(file);
                SqliteDatabase writer = SqliteDatabase.open(file)) {
            try (Database.Moment moment = database.moment()) {
                note(writer, "c");
                assertEquals(2, (int)
                        moment.read(sql -> sql.first("SELECT count(*) FROM site_notes", row -> row.getInt(1))));
            }
            assertEquals(3, notes(database));
        }
    }

    @Test
    void anImportHasALargerCacheAndNoLookUpOfParents() {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertEquals(List.of(1, 1_000), settings(database).subList(1, 3));
            database.expectManyRows();
            assertEquals(List.of(-65_536, 0, 40_000), settings(database));
        }
    }

    @Test
    void itIsOpenedAsTheWritersOfSeveralProcessesNeedIt() throws SQLException {
        try (SqliteDatabase database = SqliteDatabase.open(file)) {
            assertEquals(List.of(1, 1, 2_000), settings(database, "synchronous", "foreign_keys", "busy_timeout"));
            try (SqliteDatabase second = SqliteDatabase.open(file)) {
                database.begin();
                database.within(sql -> sql.first("SELECT 1", row -> 1));
                second.read(sql -> {
                    sql.run("PRAGMA busy_timeout = 0");
                    return true;
                });
                assertThrows(StoreException.class, () -> begun(second), "whoever begins writes");
                database.commit();
            }
        }
        try (Connection connection = DatabaseFile.toRead(file).reading().getConnection();
                Sql sql = new Sql(connection, Dialect.SQLITE)) {
            assertEquals(2_000, sql.<Integer>first("PRAGMA busy_timeout", row -> row.getInt(1)));
            assertTrue(connection.isReadOnly());
        }
    }

    private static void begun(SqliteDatabase database) {
        database.read(sql -> {
            sql.run("BEGIN IMMEDIATE");
            return true;
        });
    }

    @Test
    void whatAPersonReadsStaysReadable() {
        try (SqliteDatabase database = SqliteDatabase.openOther(file)) {
            assertEquals(2, notes(database));
            assertEquals(0, database.<Integer>first("PRAGMA trusted_schema", row -> row.getInt(1)));
            assertThrows(StoreException.class, () -> note(database, "c"));
        }
    }

    private static List<Integer> settings(Database database) {
        return settings(database, "cache_size", "foreign_keys", "wal_autocheckpoint");
    }

    private static List<Integer> settings(Database database, String... names) {
        return Stream.of(names)
                .map(name -> database.first("PRAGMA " + name, row -> row.getInt(1)))
                .toList();
    }

    private static void note(Database database, String name) {
        database.transaction(
                sql -> sql.update("INSERT INTO site_notes (site, name, value, noted) VALUES ('s', ?, '', '')", name));
    }

    private static int notes(Database database) {
        Integer found = database.first("SELECT count(*) FROM site_notes", row -> row.getInt(1));
        return found == null ? -1 : found;
    }
}
