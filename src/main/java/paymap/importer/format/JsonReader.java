package paymap.importer.format;

import java.io.Reader;
import paymap.importer.text.JsonTree;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One value of JSON, an array of them, or several one after the other. */
final class JsonReader implements RowReader {

    private final JsonRows values;

    JsonReader(JsonRows values) {
        this.values = values;
    }

    @Override
    public ReadResult read(Reader text, RowHandler rows) throws InterruptedException {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            boolean inArray = false;
            long count = 0;
            for (JsonToken token = parser.nextToken(); token != null && rows.goesOn(); token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && !inArray) {
                    inArray = true;
                } else if (token == JsonToken.END_ARRAY) {
                    inArray = false;
                } else {
                    count++;
                    values.read(values.value(parser), "row " + count, rows);
                }
            }
            return new ReadResult.Whole();
        } catch (JacksonException e) {
            return brokenAt(e);
        }
    }

    /** Tells where only: what a parser complains of can hold anything the file says. */
    static ReadResult.Failed brokenAt(JacksonException e) {
        return ReadResult.Failed.broken(
                e.getLocation() == null
                        ? Words.say("JSON that is cut off or malformed; the rest of the file was not read")
                        : Words.say(
                                "JSON that is cut off or malformed in line %d, column %d; the rest of the file was not read",
                                e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
}
