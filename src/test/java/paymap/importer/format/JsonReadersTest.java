package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;
import paymap.importer.column.Column;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"zpData\":{\"jobList\":[%s,%s]}}",
                "{\"flag\":1,\"data\":{\"data\":{\"list\":[%s,%s]}}}",
                "[{\"list\":[%s,%s]}]",
                "{\"ads\":[{\"title\":\"广告\",\"salary\":\"1k\",\"city\":\"北京\"}],\"list\":[%s,%s]}",
                "{\"filters\":[{\"a\":1},{\"a\":2},{\"a\":3}],\"list\":[%s,%s]}",
                "{\"list\":[%s,{\"advert\":{}},%s]}"
            })
    void rowsAreFoundInTheLongestListOfThemInside(String form) throws Exception {
        Collected read = Collected.by(document(), form.formatted(A, A.replace("甲", "丙")));

        assertEquals(List.of("imported||上海|甲|1k", "imported||上海|丙|1k"), read.rows());
        assertEquals(List.of(), read.rejected());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"url\":\"x\",\"body\":%s}]",
                "{\"saved\":[[{\"a\":{\"b\":%s}}],{\"titles\":[]},{\"success\":true}]}",
                "{\"list\":[" + A + "],\"raw\":%s}"
            })
    void repliesAreFoundInWrappersThatAreNoRows(String form) throws Exception {
        Collected read = Collected.by(document(), form.formatted(REPLY));

        assertEquals(List.of("made-up|python|北京|乙|10k-20k"), read.rows());
        assertEquals(List.of(), read.rejected());
        assertEquals(Map.of(), read.notes());
    }

    @Test
    void aRowThatHoldsAReplyIsTheRow() throws Exception {
        String row = A.replace("}", ",\"raw\":" + REPLY + "}");

        assertEquals(List.of("imported||上海|甲|1k"), Collected.by(document(), row).rows());
    }

    @Test
    void whatIsNoRowOfAListIsPassedOverWithAWord() throws Exception {
        Collected read =
                Collected.by(lines(), "{\"list\":[7," + A + ",{\"advert\":1},{\"title\":\"乙\",\"salary\":\"1k\"}]}");

        assertEquals(1, read.rows().size());
        assertEquals(List.of("line 1, entry 4: no city"), read.rejected());
        assertEquals(Map.of("entry of a list without a title and pay, passed over", 2L), read.notes());
    }

    @Test
    void pathsOfTheUserLeadIntoTheRowsOfAList() throws Exception {
        JsonColumns paths = new JsonColumns(
                Map.of(Column.TITLE, "job.title", Column.SALARY, "job.pay", Column.CITY, "job.dq"), false);
        String row = "{\"job\":{\"title\":\"甲\",\"pay\":\"1k\",\"dq\":\"上海-浦东新区\"},\"comp\":{\"compName\":\"虚构\"}}";

        Collected read = Collected.by(
                new JsonReader(new JsonRows(new Collected.MadeUpPages(), paths)),
                "{\"data\":{\"data\":{\"jobCardList\":[" + row + "]}}}");

        assertEquals(List.of("imported||上海|甲|1k"), read.rows());
    }

    @Test
    void anObjectThatHoldsNothingIsOneRejectedRow() throws Exception {
        assertEquals(
                List.of("row 1: no title"),
                Collected.by(document(), "{\"code\":37,\"list\":[],\"x\":[[1]]}")
                        .rejected());
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
