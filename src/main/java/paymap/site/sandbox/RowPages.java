package paymap.site.sandbox;

import paymap.site.sandbox.Fault.Mishap;

/** The pages of rows, and what the faults make of them. */
final class RowPages {
    private final Postings postings;
    private final Dice dice;

    RowPages(Postings postings, Dice dice) {
        this.postings = postings;
        this.dice = dice;
    }

    /** How many pages a list shows. */
    int count() {
        return postings.pages();
    }

    /** What request {@code number} is given when it asks for {@code page}. */
    Envelope page(Search search, int page, long number) {
        Envelope envelope = Envelope.of(postings, search, dice.pageServedFor(page));
        return isEmptied(number) ? envelope.emptied() : envelope;
    }

    Outcome outcome(long number) {
        return isEmptied(number) ? Outcome.FAULT : Outcome.ROWS;
    }

    private boolean isEmptied(long number) {
        return dice.roll(number) == Mishap.EMPTY;
    }
}
