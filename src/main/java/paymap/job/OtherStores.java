package paymap.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.History;
import paymap.words.Words;

/** Stores of the same kind in files of their own, of this version or an earlier one, which are only read. */
public interface OtherStores {

    /** No file is one. */
    OtherStores NONE = new OtherStores() {
        @Override
        public Optional<String> refusal(Path file) {
            return Optional.of(Words.say("it is an SQLite database"));
        }

        @Override
        public Rows open(Path file) {
            throw new IllegalStateException("no store is read");
        }
    };

    /** Why a file cannot be read as a store, as a whole sentence without a full stop; empty = it can. */
    Optional<String> refusal(Path file);

    /**
     * Opens a file that is not refused.
     *
     * @throws StoreException if it cannot be read
     */
    Rows open(Path file);

    /** What one holds, a part at a time. Not for several threads at once. */
    interface Rows extends AutoCloseable {

        /**
         * The next rows; empty = there are no more.
         *
         * @throws StoreException if it cannot be read on
         */
        List<Row> next();

        @Override
        void close();
    }

    /**
     * A row as it stands there, not yet believed.
     *
     * @param number of the row, for people
     * @param site as in {@code jobs.site}
     * @param madeUp whether its site said that it is invented
     * @param history with ids and keywords; null = its openings or times cannot be read
     */
    record Row(
            long number,
            RawRow raw,
            String site,
            boolean madeUp,
            @Nullable History history) {}
}
