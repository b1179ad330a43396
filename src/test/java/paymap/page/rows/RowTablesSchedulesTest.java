package paymap.page.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.pace.Workers;
import paymap.schedule.Schedules;
import paymap.store.SqliteStore;

/** Two who ask for the table while it is looked at anew, in every order. */
@Timeout(120)
class RowTablesSchedulesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void oneLooksAtATimeWhoeverAsksAndWhenever() throws Exception {
        Path file = folder.resolve("a.db");
        new MixedRows(1).fill(file, 20);
        Schedules schedules = new Schedules(2, point -> new Asking(file, point));

        schedules.all();

        assertTrue(schedules.tried() > 20, "only " + schedules.tried());
    }

    /** The look runs on a third thread, from the moment that somebody wants it. */
    private static final class Asking implements Schedules.Trial {
        private final List<Workers.Call<Boolean>> wanted = new ArrayList<>();
        private final AtomicInteger looks = new AtomicInteger();
        private final RowTables tables;
        private volatile boolean begun;

        Asking(Path file, Runnable point) {
            tables = new RowTables(
                    SqliteStore.openToRead(file),
                    () -> {
                        point.run();
                        return begun ? BEGUN.plusSeconds(5) : BEGUN;
                    },
                    new Wanting());
            begun = true;
        }

        @Override
        public List<Runnable> threads() {
            return List.of(tables::table, tables::table, this::look);
        }

        private void look() {
            Workers.Call<Boolean> call;
            synchronized (wanted) {
                call = wanted.isEmpty() ? null : wanted.remove(0);
            }
            if (call != null) {
                try {
                    call.run(report -> {});
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void check() {
            assertEquals(1, looks.get(), "looks that were begun");
            tables.close();
        }

        private final class Wanting implements Workers<Boolean> {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void start(Call<Boolean> call) {
                looks.incrementAndGet();
                synchronized (wanted) {
                    wanted.add(call);
                }
            }

            @Override
            public @Nullable Boolean await(Duration atMost) {
                return null;
            }

            @Override
            public void wake() {}

            @Override
            public void close() {}
        }
    }
}
