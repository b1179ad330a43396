package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a command, as it is told. */
class FailuresTest {

    private static final int MORE_THAN_THERE_IS = 30_000_000;

    @TempDir
    Path folder;

    @Test
    void tooLittleMemoryIsToldWithItsRemedyAndWithoutATrace() throws Exception {
        Path file = folder.resolve("rows.json");
        Files.writeString(file, "[{\"title\":\"" + "x".repeat(MORE_THAN_THERE_IS) + "\"}]");

        Ran ran = Ran.process(
                folder,
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx20m"),
                "import",
                "--db",
                folder.resolve("x.db").toString(),
                file.toString());

        assertEquals(1, ran.exitCode(), ran.err());
        assertTrue(ran.err().contains("paymap: 20 MB of memory are too little for this"), ran.err());
        assertTrue(ran.err().contains("java -Xmx2g -jar paymap.jar"), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
        assertFalse(ran.err().contains("OutOfMemoryError"), ran.err());
    }
}
