package paymap.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRightsTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhetherOthersCanReadAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("cookies.txt"), "secret");
        assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"),
                "Skipped: this system has no such rights.");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertFalse(FileRights.othersCanRead(file));
        for (String rights : List.of("rw-r-----", "rw----r--", "rw-r--r--")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertTrue(FileRights.othersCanRead(file), rights);
        }
        assertFalse(FileRights.othersCanRead(folder.resolve("missing.txt")));
    }
}
