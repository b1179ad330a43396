package paymap.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFolderTest {

    /** Ours are folders named f and files that begin with o and say so. */
    private static final AtomicFolder.Kind KIND = new AtomicFolder.Kind() {
        @Override
        public boolean hasName(Path name, boolean folder) {
            return name.toString().startsWith(folder ? "f" : "o");
        }

        @Override
        public boolean hasFile(Path file) {
            try {
                return Files.readString(file).startsWith("ours");
            } catch (IOException e) {
                return false;
            }
        }
    };

    @TempDir
    Path folder;

    @Test
    void itAppearsWhenItIsWhole() throws Exception {
        try (AtomicFolder written = AtomicFolder.at(to(), KIND)) {
            file(written, "ours 1", "f1", "o1");
            file(written, "ours 2", "f1", "f2", "o2");
            assertTrue(Files.notExists(to()));
            written.commit();
        }
        assertEquals(List.of("to", "to/f1", "to/f1/f2", "to/f1/f2/o2", "to/f1/o1"), all());
        assertEquals("ours 2", Files.readString(to().resolve("f1/f2/o2")));
    }

    @Test
    void whatIsNotCommittedLeavesNothing() throws Exception {
        try (AtomicFolder written = AtomicFolder.at(to(), KIND)) {
            file(written, "ours", "f1", "o1");
        }
        assertEquals(List.of(), all());
    }

    @Test
    void anEarlierOneIsReplacedAsAWholeAndKeepsItsRights() throws Exception {
        export("ours, old", "f1", "o1");
        Files.setPosixFilePermissions(to(), PosixFilePermissions.fromString("rwxr-x---"));
        try (AtomicFolder written = AtomicFolder.at(to(), KIND)) {
            file(written, "ours, new", "f2", "o2");
            assertEquals("ours, old", Files.readString(to().resolve("f1/o1")));
            Path part = folder.resolve(all().get(0));
            assertTrue(part.toString().endsWith(".part"));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
            written.commit();
        }
        assertEquals(List.of("to", "to/f2", "to/f2/o2"), all());
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(to())));
    }

    @Test
    void anEmptyFolderAndWhatALinkLeadsToAreUsed() throws Exception {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(to(), folder.resolve("real"));
        export("ours", "o1");
        export("ours, again", "o2");
        assertTrue(Files.isSymbolicLink(to()));
        assertEquals("ours, again", Files.readString(folder.resolve("real/o2")));
        assertEquals(List.of("real", "real/o2", "to"), all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "f1/notes.txt", "sub/o1", "f1/f2/f3/f4/f5/o1"})
    void somebodyElsesNamesAreRefusedAndStay(String foreign) throws Exception {
        Path file = to().resolve(foreign);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "ours");
        List<String> before = all();

        String told = refused();

        assertTrue(told.contains("which is not of an earlier export"), told);
        assertEquals(before, all());
    }

    @Test
    void aFileOfOurNameThatIsNotOursIsRefused() throws Exception {
        Files.createDirectory(to());
        Files.writeString(to().resolve("o1"), "theirs");
        assertTrue(refused().contains("it holds o1, which"), refused());
    }

    @Test
    void aLinkInItIsNotFollowed() throws Exception {
        export("ours", "f1", "o1");
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("o1"), "ours");
        Files.createSymbolicLink(to().resolve("f2"), precious);
        assertTrue(refused().contains("it holds f2, which"), refused());
    }

    @Test
    void whatCameMeanwhileIsNotReplaced() throws Exception {
        export("ours", "o1");
        try (AtomicFolder written = AtomicFolder.at(to(), KIND)) {
            file(written, "ours, new", "o2");
            Files.writeString(to().resolve("notes"), "mine");
            assertThrows(IOException.class, written::commit);
        }
        assertEquals(List.of("to", "to/notes", "to/o1"), all());
    }

    @Test
    void aFileAndAMissingFolderAreRefused() throws Exception {
        Files.writeString(to(), "a file");
        assertTrue(refused().endsWith("it is a file; name a folder"), refused());
        IllegalArgumentException nowhere =
                assertThrows(IllegalArgumentException.class, () -> AtomicFolder.at(folder.resolve("none/to"), KIND));
        assertTrue(nowhere.getMessage().endsWith("its folder is not there"), nowhere.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "/etc", "../x"})
    void aNameIsNeverAWayOut(String name) throws Exception {
        try (AtomicFolder written = AtomicFolder.at(to(), KIND)) {
            assertThrows(IOException.class, () -> written.file(List.of("f1", name, "o1")));
        }
        assertEquals(List.of(), all());
    }

    private String refused() {
        return assertThrows(IllegalArgumentException.class, () -> AtomicFolder.at(to(), KIND))
                .getMessage();
    }

    private void export(String text, String... place) throws IOException {
        try (AtomicFolder written = AtomicFolder.at(to(), KIND)) {
            file(written, text, place);
            written.commit();
        }
    }

    private static void file(AtomicFolder written, String text, String... place) throws IOException {
        try (OutputStream out = written.file(List.of(place))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path to() {
        return folder.resolve("to");
    }

    /** All there is below the test's folder, hidden things too. */
    private List<String> all() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
