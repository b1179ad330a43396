package paymap.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for readers that want files; it goes with the process. */
public final class Scratch {

    private static final Path FOLDER = made();

    private Scratch() {}

    /** A file of this name, which is written over by the next input. */
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("paymap-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> removed(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removed(Path folder) {
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // left to the system
        }
        folder.toFile().delete();
    }
}
