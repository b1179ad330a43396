package paymap.cli.importing;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.importer.RejectedRow;
import paymap.words.Words;
import tools.jackson.databind.json.JsonMapper;

/** The file of rejected rows, one line of JSON each; or none. */
final class RejectFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable AtomicFile file;
    private final @Nullable Writer writer;

    private RejectFile(@Nullable AtomicFile file) {
        this.file = file;
        this.writer = file == null ? null : file.writer();
    }

    /**
     * Begins the file.
     *
     * @param file null = nowhere
     * @throws IllegalArgumentException if it cannot be written
     */
    static RejectFile to(@Nullable Path file) {
        return new RejectFile(file == null ? null : AtomicFile.at(file));
    }

    void add(RejectedRow row) {
        if (writer == null) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", row.file());
        line.put("place", row.location());
        line.put("reason", FailureWords.english(row.reason()));
        line.put("title", row.title());
        line.put("salary", row.salary());
        line.put("city", row.city());
        try {
            writer.write(JSON.writeValueAsString(line));
            writer.write('\n');
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** No more come: the file takes its place. */
    void commit() {
        try {
            if (file != null) {
                file.commit();
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private static CommandFailed notWritten(IOException e) {
        return new CommandFailed(
                Words.say(
                        "the file of rejected rows cannot be written: %s; what was stored is kept",
                        FileTrouble.writing(e)),
                e);
    }
}
