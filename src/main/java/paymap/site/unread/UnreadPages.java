package paymap.site.unread;

import java.util.Optional;
import java.util.Set;
import paymap.importer.format.SavedPages;
import paymap.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * Names the board of a saved list that cannot be read yet. A reply that stands in a file of its own is left to the
 * reader of named columns, who finds rows in it where the names are usual ones.
 */
record UnreadPages(UnreadBoard board) implements SavedPages {

    /** What replies of these boards hold about recruiters, and about the one who saved them. */
    private static final Set<String> PERSONAL = Set.of("recruiter", "user");

    @Override
    public boolean mayHoldRows(String url) {
        return board.listsAt(url);
    }

    @Override
    public Set<String> personalFields() {
        return PERSONAL;
    }

    @Override
    public Reading page(Page page) {
        return board.listsAt(page.url()) || board.isListIn(page.text())
                ? notYetRead(Words.say("page of %s, which paymap cannot read yet", board.label()))
                : Reading.without(Found.NOTHING, Words.say("page without a list of jobs"));
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page page) {
        return board.listsAt(page.url())
                ? Optional.of(notYetRead(Words.say("reply of %s, which paymap cannot read yet", board.label())))
                : Optional.empty();
    }

    private static Reading notYetRead(String what) {
        return Reading.without(Found.NOT_YET_READ, what);
    }
}
