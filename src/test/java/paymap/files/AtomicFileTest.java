package paymap.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void untilItIsCommittedWhatWasThereStays() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        try (AtomicFile written = AtomicFile.at(file)) {
            written.writer().write("new");
            assertEquals("old", Files.readString(file));
        }
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("file"), names());

        try (AtomicFile written = AtomicFile.at(file)) {
            written.writer().write("new");
            written.commit();
        }
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("file"), names());
    }

    @Test
    void whatLiesBesideItIsNeverTouched() throws Exception {
        String mine = ".paymap-" + ProcessHandle.current().pid() + "-0.part";
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve(mine), victim);
        try (AtomicFile written = AtomicFile.at(folder.resolve("file"))) {
            written.writer().write("new");
            written.commit();
        }
        assertEquals("precious", Files.readString(victim));
        assertEquals(List.of(mine, "file", "victim"), names());
    }

    @Test
    void whatIsPrivateIsNotOpenForAMoment() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (AtomicFile written = AtomicFile.at(file)) {
            Path part = folder.resolve(names().get(0));
            assertTrue(part.toString().endsWith(".part"));
            assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
            written.commit();
        }
    }

    @Test
    void aPipeThatCameMeanwhileIsNotReplaced() throws Exception {
        Path file = folder.resolve("file");
        try (AtomicFile written = AtomicFile.at(file)) {
            assertEquals(
                    0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());

            assertEquals(
                    "something that is no file stands there by now",
                    assertThrows(IOException.class, written::commit).getMessage());
        }
        assertEquals(List.of("file"), names());
        assertTrue(!Files.isRegularFile(file));
    }

    @Test
    void theLongestNameThereCanBeIsWritten() throws Exception {
        Path file = folder.resolve("x".repeat(255));
        try (AtomicFile written = AtomicFile.at(file)) {
            written.commit();
        }
        assertTrue(Files.exists(file));
    }

    @Test
    void refusesSocketsAndLinksInACircle() throws Exception {
        Path circle = folder.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        assertRefused(circle, "it is a link that leads to itself");

        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertRefused(socket, "it is a socket, which cannot be opened by its name");
        }
        assertTrue(Files.exists(socket));
        assertRefused(Path.of("/proc/self/fd/98765"), "no file is open under this number");
    }

    @Test
    void troubleIsToldInWords() {
        assertEquals("you may not write there", FileTrouble.writing(new AccessDeniedException("x")));
        assertEquals("you may not read it", FileTrouble.reading(new AccessDeniedException("x")));
        assertEquals(
                "Read-only file system",
                FileTrouble.writing(new FileSystemException("x", null, "Read-only file system")));
        assertEquals("the system does not say why", FileTrouble.writing(new FileSystemException("x")));
    }

    private static void assertRefused(Path file, String why) {
        assertEquals(
                "cannot write to " + file + ": " + why,
                assertThrows(IllegalArgumentException.class, () -> AtomicFile.at(file))
                        .getMessage());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
