package paymap.importer.format;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import paymap.importer.text.JsonTree;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** One value of JSON: a reply of a site with many rows, or an object that is a row. */
final class JsonRows {

    private static final Rejected TOO_LONG =
            new Rejected(RejectReason.VALUE_TOO_LONG, "a value of more than " + JsonTree.LONGEST + " characters");
    private static final SavedPages.Page FROM_NOWHERE = new SavedPages.Page("", 200, "", "");

    private final SavedPages site;
    private final JsonColumns columns;

    JsonRows(SavedPages site, JsonColumns columns) {
        this.site = site;
        this.columns = columns;
    }

    /** The value that a parser stands on, without what is personal; null = it is too large. */
    @Nullable
    JsonNode value(JsonParser parser) {
        return JsonTree.of(parser, site.personalFields());
    }

    /**
     * Hands on what a value holds.
     *
     * @param value null = it was too large to be looked at
     */
    void read(@Nullable JsonNode value, String location, RowHandler rows) throws InterruptedException {
        if (value == null) {
            rows.reject(location, TOO_LONG);
            return;
        }
        if (!value.isObject()) {
            rows.reject(location, new Rejected(RejectReason.NOT_AN_OBJECT));
            return;
        }
        Optional<SavedPages.Reading> reply = site.reply(value, FROM_NOWHERE);
        if (reply.isPresent()) {
            rows.page(reply.get(), location);
        } else {
            rows.row(columns.row(value), columns.site(), columns.madeUp(), location);
        }
    }
}
