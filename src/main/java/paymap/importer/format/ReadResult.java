package paymap.importer.format;

import java.util.Optional;

/** How the reading of a file ended. Rows that came before an early end count all the same. */
public sealed interface ReadResult {

    /** Why it ended early, a part of a sentence for people; empty = it did not. */
    Optional<String> failure();

    /** The end of the file was reached. */
    record Whole() implements ReadResult {
        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }
    }

    /** The file is of no kind that is known, or could not be read on. */
    record Failed(String why) implements ReadResult {
        @Override
        public Optional<String> failure() {
            return Optional.of(why);
        }
    }
}
