package paymap.importer.browser;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import paymap.words.Words;

/**
 * The folder of a browser's logins and settings: one of the person, which stays, or a fresh one that only this user can read
 * and that is removed.
 */
record Profile(Path folder, boolean fresh) implements AutoCloseable {

    private static final int MOST_TRIES = 5;

    /** @param kept that of the person, made if it is not there; null = a fresh one */
    static Profile of(@Nullable Path kept) throws BrowserTrouble {
        try {
            if (kept == null) { // readable by its owner only, as Java makes such folders
                return new Profile(Files.createTempDirectory("paymap-browser"), true);
            }
            Path folder = Files.createDirectories(kept.toAbsolutePath());
            Files.deleteIfExists(folder.resolve("DevToolsActivePort")); // of a browser that is gone
            return new Profile(folder, false);
        } catch (IOException e) {
            throw new BrowserTrouble(Words.say(
                    "no profile can be kept in %s", kept == null ? System.getProperty("java.io.tmpdir") : kept));
        }
    }

    /** Removes a fresh one; the browser that used it is gone, or about to go and may still write. */
    @Override
    public void close() {
        for (int i = 0; fresh && i < MOST_TRIES && Files.exists(folder); i++) {
            remove();
        }
    }

    private void remove() {
        try {
            Files.walkFileTree(folder, new Removing());
        } catch (IOException e) {
            // Somebody still writes there; the next try finds it.
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
