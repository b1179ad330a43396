package paymap.importer.format;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import paymap.importer.text.JsonTree;
import paymap.importer.text.LongLines;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;
import paymap.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** One value of JSON a line; a line that is none is rejected and stops no other. */
final class JsonLinesReader implements RowReader {

    private static final Rejected TOO_LONG = new Rejected(
            RejectReason.LINE_TOO_LONG, Words.later("a line of more than %d characters", JsonTree.LONGEST));

    private final JsonRows values;

    JsonLinesReader(JsonRows values) {
        this.values = values;
    }

    @Override
    public ReadResult read(Reader text, RowHandler rows) throws IOException, InterruptedException {
        LongLines lines = new LongLines(text);
        while (rows.goesOn() && lines.next()) {
            String location = "line " + lines.number();
            if (lines.isTooLong()) {
                rows.reject(location, TOO_LONG);
            } else if (!lines.text().isBlank()) {
                line(lines.text(), location, rows);
            }
        }
        return new ReadResult.Whole();
    }

    private void line(String line, String location, RowHandler rows) throws InterruptedException {
        @Nullable JsonNode value;
        try (JsonParser parser = JsonTree.JSON.createParser(line)) {
            parser.nextToken();
            value = values.value(parser);
            if (parser.nextToken() != null) {
                rows.reject(location, new Rejected(RejectReason.MORE_THAN_JSON));
                return;
            }
        } catch (JacksonException e) {
            rows.reject(location, new Rejected(RejectReason.BROKEN_JSON));
            return;
        }
        values.read(value, location, rows);
    }
}
