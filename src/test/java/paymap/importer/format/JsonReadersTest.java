package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;
import paymap.importer.column.JsonColumns;
import paymap.importer.text.JsonTree;

/** JSON as one text, and one value a line. */
class JsonReadersTest {

    private static final String A = "{\"title\":\"甲\",\"salary\":\"1k\",\"city\":\"上海\"}";
    private static final String REPLY = "{\"titles\":[\"乙\"]}";
    private static final List<String> BOTH = List.of("imported||上海|甲|1k", "made-up|python|北京|乙|10k-20k");

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "%s %s", "%s\n%s\n"})
    void objectsAndRepliesComeInAnArrayOrOneAfterTheOther(String form) throws Exception {
        assertEquals(BOTH, Collected.by(document(), form.formatted(A, REPLY)).rows());
    }

    @Test
    void oneValueALineAndBlankLinesCountOnly() throws Exception {
        Collected read = Collected.by(lines(), A + "\r\n\n" + REPLY + "\n{broken\n" + A + A + "\n7\n[]");

        assertEquals(BOTH, read.rows());
        assertEquals(
                List.of(
                        "line 4: JSON that is cut off or malformed",
                        "line 5: something after the end of the JSON",
                        "line 6: no JSON object",
                        "line 7: no JSON object"),
                read.rejected());
    }

    @Test
    void whatIsTooLargeIsRejectedUnread() throws Exception {
        String large = "{\"title\":\"" + "x".repeat(JsonTree.LONGEST + 1) + "\"}";

        assertEquals(
                List.of("row 1: a value of more than " + JsonTree.LONGEST + " characters"),
                Collected.by(document(), "[" + large + "," + A + "]").rejected());
        assertEquals(
                List.of("line 1: a line of more than " + JsonTree.LONGEST + " characters"),
                Collected.by(lines(), large + "\n" + A).rejected());
    }

    @Test
    void whatIsPersonalByItsNameIsNeverSeen() throws Exception {
        String reply = "{\"people\":[{\"name\":\"SECRET\"}],\"titles\":[\"乙\"]}";

        Collected document = Collected.by(document(), reply);
        Collected line = Collected.by(lines(), reply);

        assertEquals(List.of("made-up|python|北京|乙|10k-20k"), document.rows());
        assertEquals(document, line);
        assertEquals(Map.of(), document.notes());
    }

    @Test
    void whatBreaksOffGivesWhatCameBefore() throws Exception {
        Collected read = Collected.by(document(), "[" + A + ",\n{\"title\":SECRET");

        assertEquals(1, read.rows().size());
        assertTrue(read.end().startsWith("JSON that is cut off or malformed in line 2"), read.end());
        assertTrue(!read.end().contains("SECRET"), read.end());
    }

    @Test
    void thePageAndItsReplyNameTheCityBeforeTheUserDoes() throws Exception {
        ImportSettings chengdu = Collected.settings("成都");
        Collected read = Collected.by(document(), "[{\"title\":\"甲\",\"salary\":\"1k\"}," + REPLY + "]", chengdu);

        assertEquals(List.of("imported||成都|甲|1k", "made-up|python|北京|乙|10k-20k"), read.rows());
    }

    private static JsonReader document() {
        return new JsonReader(values());
    }

    private static JsonLinesReader lines() {
        return new JsonLinesReader(values());
    }

    private static JsonRows values() {
        return new JsonRows(new Collected.MadeUpPages(), new JsonColumns(Map.of(), false));
    }
}
