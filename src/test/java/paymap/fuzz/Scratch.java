package paymap.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

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

    /** Removes a folder with all in it; nothing happens where there is none. */
    public static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void removed(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            // left to the system
        }
    }
}
