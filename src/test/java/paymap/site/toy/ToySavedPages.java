package paymap.site.toy;

import java.util.Optional;
import java.util.Set;
import paymap.importer.format.SavedPages;
import tools.jackson.databind.JsonNode;

/** The toy board's replies, saved. */
final class ToySavedPages implements SavedPages {

    @Override
    public boolean mayHoldRows(String url) {
        return url.contains("/jobs?city=");
    }

    @Override
    public Set<String> personalFields() {
        return Set.of("boss");
    }

    @Override
    public Reading page(Page page) {
        return Reading.without(Found.NOTHING, "page of the toy board");
    }

    @Override
    public Optional<Reading> reply(JsonNode reply, Page page) {
        return reply.has("toy")
                ? Optional.of(new Reading(Found.ROWS, "reply", ToyBoard.NAME, ToyRows.of(reply), "", "toys"))
                : Optional.empty();
    }
}
