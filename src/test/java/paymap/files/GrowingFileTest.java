package paymap.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {

    @TempDir
    Path folder;

    @Test
    void growsUnderItsNameWhereNothingIsThere() throws Exception {
        Path file = folder.resolve("file");
        GrowingFile growing = begun(file);
        write(growing, "one\n");

        assertEquals("one\n", Files.readString(file), "a kill would leave it");
        assertEquals(file, GrowingFile.left(file));
        growing.done();
        assertEquals(List.of("file"), names());
    }

    @Test
    void growsBesideWhatIsThereAndWithItsPermissions() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "last week's");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        GrowingFile growing = begun(file);
        write(growing, "one\n");

        assertEquals("last week's", Files.readString(file));
        Path part = folder.resolve("file.part");
        assertEquals("one\n", Files.readString(part));
        assertEquals(part, GrowingFile.left(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
        growing.done();
        assertEquals(List.of("file"), names());
    }

    @Test
    void whatAStoppedScanLeftIsReplacedInOneStep() throws Exception {
        for (String name : new String[] {"file", "other.part"}) {
            Path left = Files.writeString(folder.resolve(name), "old\n");
            Path named = folder.resolve(name.replace(".part", ""));
            try (GrowingFile growing = GrowingFile.insteadOf(named)) {
                write(growing, "old\nin short\n");
                assertEquals("old\n", Files.readString(left));
                growing.takePlace();
                write(growing, "new\n");
            }
            assertEquals("old\nin short\nnew\n", Files.readString(left));
        }
        assertEquals(List.of("file", "other.part"), names());
    }

    @Test
    void twoDoNotWriteToOne() throws Exception {
        Path file = folder.resolve("file");
        try (GrowingFile growing = begun(file)) {
            write(growing, "one\n");
            for (Path name : new Path[] {file, folder.resolve("./file")}) {
                IllegalArgumentException refused =
                        assertThrows(IllegalArgumentException.class, () -> GrowingFile.insteadOf(name));
                assertTrue(refused.getMessage().endsWith(": another scan is writing to it"), refused.getMessage());
                assertThrows(IllegalArgumentException.class, () -> GrowingFile.at(name));
            }
        }
        GrowingFile.insteadOf(file).discard();
        assertEquals(List.of("file"), names());
    }

    @Test
    void discardedNothingIsLeft() throws Exception {
        begun(folder.resolve("file")).discard();

        assertEquals(List.of(), names());
    }

    @Test
    void whatIsNoFileCannotGrow() {
        assertNull(GrowingFile.at(Path.of("/dev/null")));
        assertNull(GrowingFile.at(Path.of("/dev/stdout")));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> GrowingFile.at(folder));
        assertTrue(refused.getMessage().endsWith(": it is a folder; name a file"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> GrowingFile.at(folder.resolve("none/file")));
    }

    private static GrowingFile begun(Path file) {
        GrowingFile growing = GrowingFile.at(file);
        assertNotNull(growing);
        return growing;
    }

    private static void write(GrowingFile growing, String text) throws IOException {
        growing.stream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
