package paymap.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which database a command works on; the same one for all of them unless the person names another. */
public final class DatabaseOption {

    @Option(names = "--db", paramLabel = "FILE", description = "The database; default: ${DEFAULT-VALUE}.")
    private Path path = Path.of("data", "paymap.db");

    /** Its file, which need not be there yet. */
    public Path path() {
        return path;
    }
}
