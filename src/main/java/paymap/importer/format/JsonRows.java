package paymap.importer.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnTrouble;
import paymap.importer.column.JsonColumns;
import paymap.importer.text.JsonTree;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Words;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** One value of JSON: a reply of a site with many rows, an object that is a row, or one that has a list of rows within. */
final class JsonRows {

    private static final Rejected TOO_LONG = new Rejected(
            RejectReason.VALUE_TOO_LONG, Words.later("a value of more than %d characters", JsonTree.LONGEST));
    private static final SavedPages.Page FROM_NOWHERE = new SavedPages.Page("", 200, "", "");

    /** Adverts stand among the rows of a list, the first ones too. */
    private static final int LOOKED_AT = 10;

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
            return;
        }
        if (columns.isRow(value)) {
            rows.row(columns.row(value), location);
            return;
        }
        List<SavedPages.Reading> within = within(value);
        JsonNode list = within.isEmpty() ? longest(value, true) : null;
        for (SavedPages.Reading reading : within) {
            rows.page(reading, location);
        }
        if (list != null) {
            readList(list, location, rows);
        } else if (within.isEmpty()) {
            rows.row(columns.row(value), location);
        }
    }

    /**
     * What sites make of the objects in a value that is no reply itself: people and programs save replies, and rows of
     * them, in wrappers of their own. Only rows count, as a refusal may be anything.
     */
    private List<SavedPages.Reading> within(JsonNode value) {
        List<SavedPages.Reading> found = new ArrayList<>();
        Deque<JsonNode> left = new ArrayDeque<>();
        value.forEach(left::add);
        while (!left.isEmpty()) {
            JsonNode next = left.removeFirst();
            Optional<SavedPages.Reading> reading = next.isObject()
                    ? site.reply(next, FROM_NOWHERE)
                            .filter(reply -> !reply.rows().isEmpty())
                    : Optional.empty();
            reading.ifPresent(found::add);
            if (reading.isEmpty() && next.isContainer()) {
                next.forEach(left::add);
            }
        }
        return found;
    }

    private void readList(JsonNode list, String location, RowHandler rows) throws InterruptedException {
        int entry = 0;
        for (JsonNode each : list) {
            entry++;
            if (columns.isRow(each)) {
                rows.row(columns.row(each), location + ", entry " + entry);
            } else {
                rows.note(Words.say("entry of a list without a title and pay, passed over"));
            }
        }
    }

    /** Whether rows can be read of a value. */
    boolean isKnown(JsonNode value) {
        return isOfASite(value)
                || sample(value)
                        .filter(row -> columns.missing(row).isEmpty()
                                && columns.trouble(row).isEmpty())
                        .isPresent();
    }

    /** What the columns are called in a value that {@link #isKnown}; empty where a site reads it without being told. */
    Map<Column, String> sources(JsonNode value) {
        if (isOfASite(value)) {
            return Map.of();
        }
        return sample(value).map(columns::sources).orElse(Map.of());
    }

    private boolean isOfASite(JsonNode value) {
        return site.reply(value, FROM_NOWHERE).isPresent()
                || !columns.isRow(value) && !within(value).isEmpty();
    }

    /**
     * What a value lacks that is not known.
     *
     * @param alone whether it is the only one of its file
     */
    ColumnTrouble trouble(JsonNode value, boolean alone) {
        JsonNode list = longest(value, false);
        JsonNode row = sample(value).or(() -> heads(list, false)).orElse(value);
        List<Column> missing = columns.missing(row);
        boolean noList = alone && list == null && missing.contains(Column.TITLE) && missing.contains(Column.SALARY);
        ColumnTrouble.Shape shape = noList ? ColumnTrouble.Shape.NO_LIST : ColumnTrouble.Shape.OBJECTS;
        return columns.trouble(row).orElseGet(() -> new ColumnTrouble.Missing(missing, JsonColumns.paths(row), shape));
    }

    /** An object that is a row; empty = there is none. */
    private Optional<JsonNode> sample(JsonNode value) {
        if (columns.isRow(value)) {
            return Optional.of(value);
        }
        JsonNode list = longest(value, true);
        return list == null ? Optional.empty() : heads(list, true);
    }

    /** The longest array of objects inside a value: lists of adverts beside the list itself are shorter. */
    private @Nullable JsonNode longest(JsonNode value, boolean ofRows) {
        JsonNode longest = null;
        Deque<JsonNode> left = new ArrayDeque<>();
        left.add(value);
        while (!left.isEmpty()) {
            JsonNode next = left.removeFirst();
            boolean longer = next.isArray() && (longest == null || next.size() > longest.size());
            if (longer && heads(next, ofRows).isPresent()) {
                longest = next;
            }
            next.forEach(child -> {
                if (child.isContainer()) {
                    left.add(child);
                }
            });
        }
        return longest;
    }

    private Optional<JsonNode> heads(@Nullable JsonNode list, boolean ofRows) {
        return list == null
                ? Optional.empty()
                : StreamSupport.stream(list.spliterator(), false)
                        .limit(LOOKED_AT)
                        .filter(each -> each.isObject() && (!ofRows || columns.isRow(each)))
                        .findFirst();
    }
}
