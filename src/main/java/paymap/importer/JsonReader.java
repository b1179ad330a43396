package paymap.importer;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** JSON: replies of a site or objects with named columns; one value, an array of them, or one a line. */
final class JsonReader {

    private final SavedPages site;
    private final JsonColumns columns;
    private final RowCollector rows;
    private long count;

    JsonReader(SavedPages site, JsonColumns columns, RowCollector rows) {
        this.site = site;
        this.columns = columns;
        this.rows = rows;
    }

    /** @return why the reading ended early; null = it did not */
    @Nullable
    String document(Reader text) throws InterruptedException {
        try (JsonParser parser = JsonTree.JSON.createParser(text)) {
            boolean inArray = false;
            for (JsonToken token = parser.nextToken(); token != null && rows.goesOn(); token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY && !inArray) {
                    inArray = true;
                } else if (token == JsonToken.END_ARRAY) {
                    inArray = false;
                } else {
                    count++;
                    value(JsonTree.of(parser), "row " + count);
                }
            }
            return null;
        } catch (JacksonException e) {
            return whereItBroke(e);
        }
    }

    /** One value a line; a line that is none is rejected and stops no other. */
    void lines(Reader text) throws IOException, InterruptedException {
        LongLines lines = new LongLines(text);
        while (rows.goesOn() && lines.next()) {
            String location = "line " + lines.number();
            if (lines.isTooLong()) {
                rows.reject(location, "a line of more than " + JsonTree.LONGEST + " characters", "", "", "");
            } else if (!lines.text().isBlank()) {
                line(lines.text(), location);
            }
        }
    }

    private void line(String line, String location) throws InterruptedException {
        JsonNode value;
        try (JsonParser parser = JsonTree.JSON.createParser(line)) {
            parser.nextToken();
            value = JsonTree.of(parser);
            if (parser.nextToken() != null) {
                rows.reject(location, "something after the end of the JSON", "", "", "");
                return;
            }
        } catch (JacksonException e) {
            rows.reject(location, "JSON that is cut off or malformed", "", "", "");
            return;
        }
        value(value, location);
    }

    private void value(@Nullable JsonNode value, String location) throws InterruptedException {
        if (value == null) {
            rows.reject(location, "a value of more than " + JsonTree.LONGEST + " characters", "", "", "");
        } else if (!value.isObject()) {
            rows.reject(location, "no JSON object", "", "", "");
        } else {
            SavedPages.Reading reading = site.reply(value, new SavedPages.Page("", 200, "", ""));
            if (reading != null) {
                rows.page(reading, location);
            } else {
                rows.row(columns.row(value), columns.site(), location);
            }
        }
    }

    /** The place only: what a parser complains of can hold anything the file says. */
    static String whereItBroke(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : " in line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return "JSON that is cut off or malformed" + where + "; the rest of the file was not read";
    }
}
