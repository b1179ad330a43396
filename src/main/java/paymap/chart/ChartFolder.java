package paymap.chart;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where results go. Files are written beside their place and moved there when all are done: a failure leaves what was. */
final class ChartFolder implements AutoCloseable {

    private final Path folder;
    private final Path workshop;
    private final List<String> names = new ArrayList<>();

    private ChartFolder(Path folder, Path workshop) {
        this.folder = folder;
        this.workshop = workshop;
    }

    /**
     * Opens a folder, making it where it is missing.
     *
     * @throws IllegalArgumentException if it is a file, or cannot be written
     */
    static ChartFolder open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + folder + " is a file; name a folder");
        }
        try {
            Files.createDirectories(folder);
            return new ChartFolder(folder, Files.createTempDirectory(folder, ".paymap-"));
        } catch (FileAlreadyExistsException e) {
            throw new IllegalArgumentException("--out " + folder + " lies below a file; name a folder", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be written: " + reason(e), e);
        }
    }

    /** A new file, not yet in its place. */
    Path file(String name) {
        names.add(name);
        return workshop.resolve(name);
    }

    void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    /** Forgets what was written so far. */
    void clear() {
        names.clear();
    }

    /** Puts all files in their places, and says where those are. */
    List<Path> publish() throws IOException {
        for (String name : names) {
            if (Files.isDirectory(folder.resolve(name))) {
                throw new IllegalArgumentException(
                        folder.resolve(name) + " is a folder; a file is to be written there");
            }
        }
        List<Path> published = new ArrayList<>();
        for (String name : names) {
            published.add(
                    Files.move(workshop.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING));
        }
        return published;
    }

    /** Pictures that an earlier run left here and this one did not draw. */
    List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> isPicture(name) && !names.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(workshop)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(workshop);
    }

    private static boolean isPicture(String name) {
        return Stream.of(ChartKind.values()).anyMatch(kind -> name.matches(kind.file() + "-(zh|en)\\.(png|svg)"));
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
