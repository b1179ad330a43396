package paymap.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown, for {@code target/torture}. */
public final class Table {

    private static final Path FOLDER = Path.of("target", "torture");

    private final List<String> lines = new ArrayList<>();

    public Table(String... columns) {
        add((Object[]) columns);
        lines.add("|" + " --- |".repeat(columns.length));
    }

    public void add(Object... cells) {
        lines.add(java.util.Arrays.stream(cells)
                .map(cell -> cell.toString().replace("|", "\\|").replaceAll("\\p{Cntrl}", "?"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Writes it as a file of this name. */
    public void write(String name) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".md"), lines);
    }
}
