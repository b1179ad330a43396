package paymap.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.job.ImportSink.History;
import paymap.words.Words;

/** Stores of the same kind, in files of this version or an earlier one and on servers, which are only read. */
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

        @Override
        public boolean isAddress(String name) {
            return false;
        }

        @Override
        public String fingerprint(String address) {
            throw new IllegalStateException("no store is read");
        }

        @Override
        public Rows open(String address) {
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

    /** Whether a name is meant as the address of a store on a server, and not as a file. */
    boolean isAddress(String name);

    /**
     * Looks at a store on a server: the same text for the same content.
     *
     * @throws IllegalArgumentException if it is no address, or holds a password
     * @throws StoreException if it cannot be read
     */
    String fingerprint(String address);

    /**
     * Opens a store on a server.
     *
     * @throws IllegalArgumentException as {@link #fingerprint}
     * @throws StoreException if it cannot be read
     */
    Rows open(String address);

    /** What one holds at one moment, a part at a time. Not for several threads at once. */
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
