package paymap.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is there under a name, as stat(2) tells it.
 *
 * @param mode type and permissions, st_mode
 * @param uid the owner's number; numbers, because their names would be looked up in files or over the network
 * @param gid the group's number
 */
record Inode(int mode, int uid, int gid) {

    /** Elsewhere (Windows) there are files and folders only, and no permissions to keep. */
    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private static final int TYPE = 0xF000;
    private static final int CHARACTER_DEVICE = 0x2000;
    private static final int BLOCK_DEVICE = 0x6000;
    private static final int REGULAR = 0x8000;
    private static final int SOCKET = 0xC000;
    private static final int PERMISSIONS = 0x1FF;

    /** Of where a name leads to, links followed; null = nothing is there. */
    static @Nullable Inode of(Path path, LinkOption... links) throws IOException {
        if (!UNIX) {
            return Files.exists(path, links) ? new Inode(Files.isRegularFile(path, links) ? REGULAR : 0, 0, 0) : null;
        }
        try {
            Map<String, Object> found = Files.readAttributes(path, "unix:mode,uid,gid", links);
            return new Inode(number(found, "mode"), number(found, "uid"), number(found, "gid"));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether permissions can be kept at all. */
    boolean hasPermissions() {
        return UNIX;
    }

    boolean isFile() {
        return (mode & TYPE) == REGULAR;
    }

    boolean isDisk() {
        return (mode & TYPE) == BLOCK_DEVICE;
    }

    /** Of characters: a terminal, or one that gives zeros or chance without end. */
    boolean isDevice() {
        return (mode & TYPE) == CHARACTER_DEVICE;
    }

    boolean isSocket() {
        return (mode & TYPE) == SOCKET;
    }

    /** Makes another file belong to whom this one belongs to, as far as this user may, and opens it to the same people. */
    void handOnTo(Path other) throws IOException {
        Inode made = of(other);
        if (made != null && made.uid != uid) {
            setIfAllowed(other, "unix:uid", uid);
        }
        if (made != null && made.gid != gid) {
            setIfAllowed(other, "unix:gid", gid);
        }
        Files.setAttribute(other, "unix:mode", mode & PERMISSIONS);
    }

    private static int number(Map<String, Object> found, String name) {
        return (Integer) Objects.requireNonNull(found.get(name));
    }

    private static void setIfAllowed(Path file, String attribute, int value) {
        try {
            Files.setAttribute(file, attribute, value);
        } catch (IOException e) {
            // Only root gives files away; then the new one is this user's, as with any editor.
        }
    }
}
