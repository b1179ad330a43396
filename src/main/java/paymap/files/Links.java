package paymap.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import paymap.words.Words;

/** Follows links as the system does, but stops at an open file of a process, which is no name that could be replaced. */
final class Links {

    private static final int MOST = 40; // as Linux has it (path_resolution(7))

    private Links() {}

    /**
     * Where a name leads to; there may be nothing yet.
     *
     * @return in a folder that is there
     * @throws IOException that says in words what is wrong with a folder or a link on the way
     */
    static Path end(Path named) throws IOException {
        Path at = named.toAbsolutePath();
        for (int followed = 0; followed <= MOST; followed++) {
            String leads = followed == 0 ? "" : Words.say("it is a link to %s, whose folder is not there", at);
            Path placed = folder(at, leads).resolve(String.valueOf(at.getFileName()));
            if (isOpenFile(placed) || !Files.isSymbolicLink(placed)) {
                return placed;
            }
            at = placed.resolveSibling(Files.readSymbolicLink(placed));
        }
        throw new IOException(Words.say("it is a link that leads to itself"));
    }

    private static Path folder(Path file, String whenMissing) throws IOException {
        try {
            Path folder = Objects.requireNonNullElse(file.getParent(), file).toRealPath();
            if (!Files.isDirectory(folder)) {
                throw new IOException(Words.say("what should be its folder is a file"));
            }
            return folder;
        } catch (NoSuchFileException e) {
            throw whenMissing.isEmpty() ? e : new IOException(whenMissing, e);
        }
    }

    /** Whether it is a descriptor, e.g. what /dev/stdout and /dev/fd/3 lead to: /proc/1234/fd/1. */
    static boolean isOpenFile(Path placed) {
        String folder = String.valueOf(placed.getParent());
        return folder.equals("/dev/fd") || (folder.startsWith("/proc/") && folder.endsWith("/fd"));
    }

    /** Whether it is this very process's. */
    static boolean isOwn(Path placed, int descriptor) throws IOException {
        Path folder = Objects.requireNonNullElse(placed.getParent(), placed);
        return placed.getFileName().toString().equals(String.valueOf(descriptor))
                && (folder.toString().equals("/dev/fd")
                        || folder.equals(Path.of("/proc/self/fd").toRealPath()));
    }
}
