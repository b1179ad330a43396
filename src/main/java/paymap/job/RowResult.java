package paymap.job;

import java.util.function.Consumer;
import paymap.words.Sentence;

/** What a row turned out to be: a {@link Posting}, or {@link Rejected}. */
public sealed interface RowResult permits Posting, RowResult.Rejected {

    /** Hands the result to the one that is for it; a third kind of result does not compile until all hear of it. */
    void match(Consumer<Posting> posting, Consumer<Rejected> rejected);

    /**
     * The row is no posting.
     *
     * @param reason to decide by
     * @param why {@link RejectReason#words}, or the same with its numbers; holds nothing of the row
     */
    record Rejected(RejectReason reason, Sentence why) implements RowResult {

        /** For a reason that needs no numbers. */
        public Rejected(RejectReason reason) {
            this(reason, reason.words());
        }

        @Override
        public void match(Consumer<Posting> posting, Consumer<Rejected> rejected) {
            rejected.accept(this);
        }
    }
}
