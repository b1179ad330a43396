package paymap.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.job.JobRow;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line, in UTF-8; what is not known is null. */
final class JsonRows implements RowWriter {

    private final JsonGenerator json;

    JsonRows(OutputStream to) {
        this.json = JsonFactory.builder()
                .rootValueSeparator("\n")
                .build()
                .createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8);
    }

    @Override
    public void write(JobRow row) throws IOException {
        try {
            json.writeStartObject();
            List<@Nullable Object> values = row.values();
            for (int i = 0; i < values.size(); i++) {
                property(JobRow.COLUMNS.get(i).name(), values.get(i));
            }
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            json.writeRaw('\n');
            json.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void property(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else if (value instanceof Integer number) {
            json.writeNumberProperty(name, number);
        } else if (value instanceof Double fraction) {
            json.writeNumberProperty(name, fraction);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
