package paymap.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.intake.Rejected;
import tools.jackson.databind.json.JsonMapper;

/** The file of rejected rows, one line of JSON each; or none. */
final class Rejects implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable Writer writer;

    private Rejects(@Nullable Writer writer) {
        this.writer = writer;
    }

    /** @param file null = nowhere */
    static Rejects to(@Nullable Path file) {
        try {
            return new Rejects(file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of rejected rows " + file + " cannot be written", e);
        }
    }

    void add(Rejected row) {
        if (writer == null) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", row.file());
        line.put("place", row.place());
        line.put("reason", row.reason());
        line.put("title", row.title());
        line.put("salary", row.salary());
        line.put("city", row.city());
        try {
            writer.write(JSON.writeValueAsString(line));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
