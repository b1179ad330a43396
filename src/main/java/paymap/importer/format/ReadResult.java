package paymap.importer.format;

import java.util.Optional;

/** How the reading of a file ended. Rows that came before an early end count all the same. */
public sealed interface ReadResult {

    /** Why it ended early; empty = it did not. */
    Optional<Failed> failure();

    /** The end of the file was reached. */
    record Whole() implements ReadResult {
        @Override
        public Optional<Failed> failure() {
            return Optional.empty();
        }
    }

    /**
     * The file is of no kind that is known, or could not be read on.
     *
     * @param kind to decide by
     * @param why a part of a sentence for people
     */
    record Failed(FailureKind kind, String why) implements ReadResult {

        static Failed broken(String why) {
            return new Failed(FailureKind.BROKEN, why);
        }

        @Override
        public Optional<Failed> failure() {
            return Optional.of(this);
        }
    }
}
