package paymap.files;

import java.io.IOException;
import java.nio.file.Path;

/** What is named like a file and has no end. */
public final class Devices {

    private Devices() {}

    /** Whether a name leads to a device of characters, as /dev/zero; a pipe is none, nor is a disk. */
    public static boolean isAt(Path file) throws IOException {
        Inode there = Inode.of(file);
        return there != null && there.isDevice();
    }
}
