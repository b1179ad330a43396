package paymap.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files that a user names and that are read whole. */
public final class SmallFile {

    private SmallFile() {}

    /**
     * All of a file; never more than one byte beyond the limit is read, as a device has no size and no end.
     *
     * @return null where it is longer than {@code mostBytes}
     * @throws IOException if it cannot be read
     */
    public static byte @Nullable [] read(Path file, int mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            return bytes.length > mostBytes ? null : bytes;
        }
    }
}
