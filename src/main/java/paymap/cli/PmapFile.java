package paymap.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A file that appears when it is whole: what is written goes beside it first. */
final class PmapFile implements AutoCloseable {

    private final Path file;
    private final Path beside;

    private PmapFile(Path file, Path beside) {
        this.file = file;
        this.beside = beside;
    }

    /** @throws IllegalArgumentException if nothing can be written there: better known before a scan than after */
    static PmapFile at(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (Files.isDirectory(file) || folder == null) {
                throw new IOException("it is a folder");
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new IOException("it is there and read-only");
            }
            Path beside = folder.resolve(
                    file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            Files.writeString(beside, "");
            return new PmapFile(file, beside);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the result cannot be written to \"" + file + "\": " + reason(e) + "; nothing was scanned", e);
        }
    }

    void write(Consumer<Writer> content) {
        try {
            try (Writer to = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                content.accept(to);
            }
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CouldNotGoOn("The result could not be written to \"" + file + "\": " + reason(e) + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            // An empty file beside the result harms nobody.
        }
    }

    private static String reason(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
