package paymap.page.rows;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import paymap.job.JobStore;
import paymap.job.StoreException;
import paymap.pace.ThreadWorkers;
import paymap.pace.Workers;

/**
 * The newest table of a store's rows. Whether the store has changed is looked at no more than once a second, and it is read
 * again in the background, at most a tenth of the time; the table of before answers meanwhile. For any number of threads.
 */
public final class RowTables implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** So many times as long as reading took, nothing is read after it. */
    private static final int PAUSE = 9;

    private final JobStore store;
    private final InstantSource clock;
    private final Workers<Boolean> worker;

    private RowTable table;
    private boolean looking;
    private boolean closed;
    private Instant nextLook;
    private Instant nextRead;
    private @Nullable StoreException trouble;

    /**
     * Reads the store for the first time.
     *
     * @param store of which nobody else makes use from now on; it is closed by {@link #close}
     * @throws StoreException if it cannot be read
     */
    public static RowTables open(JobStore store) {
        return new RowTables(store, InstantSource.system(), new ThreadWorkers<>(1, "rows"));
    }

    /** @param worker of one call at a time */
    RowTables(JobStore store, InstantSource clock, Workers<Boolean> worker) {
        this.store = store;
        this.clock = clock;
        this.worker = worker;
        Instant begun = clock.instant();
        this.table = RowTable.read(store);
        this.nextLook = clock.instant().plus(BETWEEN_LOOKS);
        this.nextRead = pause(begun, clock.instant());
    }

    /** The newest that is there; where it may be old, a newer one is on its way. */
    public synchronized RowTable table() {
        Instant now = clock.instant();
        if (!looking && !closed && !now.isBefore(nextLook)) {
            looking = true;
            worker.start(report -> look());
        }
        return table;
    }

    /** Why the store could not be read the last time; null = it could, and the table is as new as it can be. */
    public synchronized @Nullable StoreException trouble() {
        return trouble;
    }

    private void look() {
        RowTable read = null;
        StoreException why = null;
        try {
            read = newer();
        } catch (StoreException e) {
            why = e;
        } finally {
            done(read, why);
        }
    }

    /** null = there is none, or it is too early for it. */
    private @Nullable RowTable newer() {
        synchronized (store) {
            Instant begun = clock.instant();
            if (begun.isBefore(earliest()) || store.version() == known()) {
                return null;
            }
            RowTable read = RowTable.read(store);
            paused(begun);
            return read;
        }
    }

    private synchronized Instant earliest() {
        return nextRead;
    }

    private synchronized long known() {
        return table.version();
    }

    private synchronized void paused(Instant begun) {
        nextRead = pause(begun, clock.instant());
    }

    private synchronized void done(@Nullable RowTable read, @Nullable StoreException why) {
        table = read == null ? table : read;
        trouble = why;
        looking = false;
        nextLook = clock.instant().plus(BETWEEN_LOOKS);
    }

    private static Instant pause(Instant begun, Instant ended) {
        return ended.plus(Duration.between(begun, ended).multipliedBy(PAUSE));
    }

    /** Closes the store, after a look that is under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        worker.close();
        synchronized (store) {
            store.close();
        }
    }
}
