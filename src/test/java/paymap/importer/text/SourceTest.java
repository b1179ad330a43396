package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    @TempDir
    Path folder;

    /** One without an end would be copied until the disk is full; this one ends, so that a broken refusal fills none. */
    @Test
    void aDeviceIsRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Source.of(Path.of("/dev/null")));

        assertTrue(refusal.getMessage().contains("is a device"), refusal.getMessage());
    }

    @Test
    void aFileIsReadFromItsBeginningEachTime() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "abc");
        try (Source source = Source.of(file)) {
            assertEquals(file.toString(), source.name());
            assertEquals(3, source.size());
            for (int i = 0; i < 2; i++) {
                try (InputStream in = source.open()) {
                    assertEquals('a', in.read());
                    assertEquals(1, source.position());
                }
            }
        }
    }

    @Test
    void whatCannotBeReadIsToldInASentence() throws IOException {
        Path missing = folder.resolve("missing");

        assertTrue(refused(missing).startsWith("there is no file"));
        assertTrue(refused(folder).endsWith("is a folder; name the files in it"));
    }

    @Test
    void aStreamIsKeptWholeAndItsCopyGoesWithTheSource() throws IOException {
        byte[] bytes = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        long before = copies();
        try (Source source = Source.spooled("-", new ByteArrayInputStream(bytes))) {
            assertEquals("-", source.name());
            assertArrayEquals(bytes, source.open().readAllBytes());
            assertArrayEquals(bytes, source.open().readAllBytes());
        }
        assertEquals(before, copies());
    }

    @Test
    void aStreamThatBreaksLeavesNoCopyBehind() throws IOException {
        long before = copies();
        IOException broken = new IOException("broken");
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        };

        assertSame(broken, assertThrows(IOException.class, () -> Source.spooled("-", in)));
        assertEquals(before, copies());
    }

    private static String refused(Path file) {
        return assertThrows(IllegalArgumentException.class, () -> Source.of(file))
                .getMessage();
    }

    private static long copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("paymap-import"))
                    .count();
        }
    }
}
