package paymap.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that takes its name when it is whole; until then what was there before stays, and so it does on trouble. */
final class ExportFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final @Nullable Path beside; // null = a device or a named pipe, written as it is
    private final OutputStream stream;

    private ExportFile(Path file, @Nullable Path beside, OutputStream stream) {
        this.file = file;
        this.beside = beside;
        this.stream = stream;
    }

    /** @throws IllegalArgumentException if nothing can be written there */
    static ExportFile at(Path named) {
        try {
            Path file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath(); // a link stays a link
            if (Files.isDirectory(file)) {
                throw new IOException("it is a folder; name a file");
            }
            if (Files.exists(file) && !Files.isWritable(file)) {
                throw new IOException("it is there and read-only");
            }
            boolean usual = !Files.exists(file) || Files.isRegularFile(file);
            Path beside = usual
                    ? file.resolveSibling(
                            file.getFileName() + "." + ProcessHandle.current().pid() + ".part")
                    : null;
            OutputStream stream = beside == null
                    ? Files.newOutputStream(file, StandardOpenOption.WRITE)
                    : Files.newOutputStream(beside);
            return new ExportFile(file, beside, new BufferedOutputStream(stream, BUFFER));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot write to " + named + ": " + reason(e), e);
        }
    }

    OutputStream stream() {
        return stream;
    }

    /** The stream is closed and whole: it takes the file's name, in one step where the disk can do that. */
    void whole() throws IOException {
        if (beside == null) {
            return;
        }
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing behind of a file that did not get whole. */
    @Override
    public void close() {
        try (stream) {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            // What is left beside the file harms nobody; the first trouble is the one that is told.
        }
    }

    static String reason(IOException e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "its folder is not there";
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "its folder may not be written";
        }
        return e instanceof java.nio.file.FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }
}
