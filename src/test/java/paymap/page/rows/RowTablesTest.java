package paymap.page.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.pace.Workers;
import paymap.store.SqliteStore;

/** A table that follows a real file, on a clock of its own. */
class RowTablesTest {

    /** Calls wait until they are run. */
    private static final class Later implements Workers<Boolean> {
        private final Queue<Call<Boolean>> calls = new ArrayDeque<>();

        void run() {
            try {
                for (Call<Boolean> call = calls.poll(); call != null; call = calls.poll()) {
                    call.run(report -> {});
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public void start(Call<Boolean> call) {
            calls.add(call);
        }

        @Override
        public @Nullable Boolean await(Duration atMost) {
            return null;
        }

        @Override
        public void wake() {}

        @Override
        public void close() {
            calls.clear();
        }
    }

    @TempDir
    private Path folder;

    private final Later worker = new Later();
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private Duration step = Duration.ZERO;
    private Path file;
    private RowTables tables;

    @BeforeEach
    void open() throws Exception {
        file = folder.resolve("a.db");
        new MixedRows(1).fill(file, 20);
        tables = new RowTables(SqliteStore.openToRead(file), this::tick, worker);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    /** A clock that goes on by a step whenever somebody looks at it. */
    private Instant tick() {
        now = now.plus(step);
        return now;
    }

    private void after(Duration time) {
        now = now.plus(time);
        tables.table();
        worker.run();
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            MixedRows.put(connection, sql);
        }
    }

    @Test
    void readsAgainWhatAnotherProgramChanged() throws Exception {
        RowTable before = tables.table();
        assertNull(tables.trouble());
        change("DELETE FROM jobs WHERE id = 1");
        now = now.plusSeconds(2);

        assertSame(before, tables.table(), "the old one answers while the new one is read");
        worker.run();
        assertEquals(19, tables.table().size());
        assertEquals(20, before.size());
    }

    @Test
    void readsNothingAgainWhereNothingChanged() {
        RowTable before = tables.table();
        after(Duration.ofSeconds(5));
        after(Duration.ofSeconds(5));

        assertSame(before, tables.table());
    }

    @Test
    void looksOnceASecondAndOnceAtATime() throws Exception {
        change("DELETE FROM jobs WHERE id = 1");
        after(Duration.ofMillis(999));
        assertEquals(20, tables.table().size());

        now = now.plusMillis(1);
        tables.table();
        tables.table();
        assertEquals(1, worker.calls.size());
    }

    @Test
    void readsAtMostATenthOfTheTime() throws Exception {
        step = Duration.ofSeconds(1); // so that reading takes one, and looking some
        change("DELETE FROM jobs WHERE id = 1");
        after(Duration.ofSeconds(2));
        assertEquals(19, tables.table().size());

        change("DELETE FROM jobs WHERE id = 2");
        after(Duration.ofSeconds(1));
        assertEquals(19, tables.table().size(), "too early");
        after(Duration.ofSeconds(9));
        assertEquals(18, tables.table().size());
    }

    @Test
    void keepsTheOldOneAndTellsWhyWhereTheStoreCannotBeRead() throws Exception {
        change("ALTER TABLE run_jobs RENAME TO lost");
        after(Duration.ofSeconds(2));
        assertEquals(20, tables.table().size());
        assertNotNull(tables.trouble());
    }

    @Test
    void answersStillWhenItIsClosed() {
        tables.close();
        after(Duration.ofSeconds(2));

        assertEquals(20, tables.table().size());
    }
}
