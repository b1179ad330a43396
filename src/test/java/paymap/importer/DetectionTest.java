package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import paymap.importer.column.ColumnsException;
import paymap.importer.format.FileDetector;
import paymap.importer.format.FileKind;
import paymap.importer.text.Sources;

/** What lies among lists of postings and is none. */
class DetectionTest {

    private static final String LIST = "title,salary,city\n工程师,15k,北京\n";
    private static final String OTHER_TABLE = "when,salary,city\n工程师,15k,北京\n";

    @TempDir
    Path folder;

    /** The kind of each file, with ! where it is passed over. */
    private List<String> detected(boolean named, String... contents) throws IOException {
        for (int i = 0; i < contents.length; i++) {
            Files.writeString(folder.resolve(i + ".csv"), contents[i]);
        }
        List<String> names = named ? List.of(folder + "/0.csv") : List.of(folder.toString());
        try (Sources sources = Sources.of(names, InputStream.nullInputStream(), name -> false)) {
            return Detection.of(sources.files(), detector()).stream()
                    .map(file -> file.format().kind() + (file.isStray() ? "!" : ""))
                    .toList();
        }
    }

    private static FileDetector detector() {
        return new FileDetector(Collected.SETTINGS, new Collected.MadeUpPages());
    }

    @Test
    void amongListsATableThatIsNoneIsPassedOver() throws IOException {
        assertEquals(
                List.of("" + FileKind.TABLE, FileKind.UNKNOWN + "!", FileKind.UNKNOWN + "!"),
                detected(false, LIST, OTHER_TABLE, "%PDF-1.7\n"));
    }

    @Test
    void namedByAPersonItIsAMistake() {
        assertThrows(ColumnsException.class, () -> detected(true, OTHER_TABLE));
    }

    @Test
    void whereThereIsNoListTheFirstTableIsTheMistake() {
        ColumnsException refused =
                assertThrows(ColumnsException.class, () -> detected(false, OTHER_TABLE, "title,city\n工程师,北京\n"));

        assertEquals(folder + "/0.csv", refused.file());
    }

    @Test
    void whereNothingCouldBeOneEachSaysWhatItIs() throws IOException {
        assertEquals(List.of("" + FileKind.UNKNOWN), detected(false, "%PDF-1.7\n"));
    }

    @Test
    void aFileThatAPersonNamedIsNeverPassedOver() throws IOException {
        assertEquals(List.of("" + FileKind.UNKNOWN), detected(true, "%PDF-1.7\n"));
    }
}
