package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.RawRow;
import tools.jackson.databind.json.JsonMapper;

class JsonColumnsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"job\":\"b\",\"title\":\"a\"}; a",
                "{\"title\":\"a\",\"job\":\"b\"}; a",
                "{\"job\":\"b\"}; b",
                "{\"jobName\":\"b\"}; b",
                "{\"title\":null}; ''",
                "{\"title\":{\"x\":1}}; ''",
                "{\"title\":12}; 12",
                "{\"realName\":\"RECRUITER\"}; ''"
            })
    void theLikeliestNameWinsWhateverTheOrder(String object, String title) {
        assertEquals(title, new JsonColumns(Map.of()).row(JSON.readTree(object)).title());
    }

    @Test
    void whatTheUserNamesWins() {
        RawRow row = new JsonColumns(Map.of(Column.TITLE, "岗位")).row(JSON.readTree("{\"title\":\"a\",\"岗位\":\"b\"}"));

        assertEquals("b", row.title());
    }

    @Test
    void nothingOfARowStaysForTheNext() {
        JsonColumns columns = new JsonColumns(Map.of());
        columns.row(JSON.readTree("{\"title\":\"a\",\"company\":\"虚构\",\"site\":\"boss\"}"));
        assertEquals("boss", columns.site());

        RawRow next = columns.row(JSON.readTree("{\"title\":\"b\",\"salary\":\"1k\",\"city\":\"北京\",\"id\":7}"));

        assertEquals(new RawRow("7", "b", "1k", "", "北京", "", "", "", "", ""), next);
        assertEquals("", columns.site());
    }

    @Test
    void manyNamesOfAHostileFileChangeNothing() {
        JsonColumns columns = new JsonColumns(Map.of());
        for (int i = 0; i < 3_000; i++) {
            columns.row(JSON.readTree("{\"x" + i + "\":1}"));
        }

        assertEquals("a", columns.row(JSON.readTree("{\"职位\":\"a\"}")).title());
    }
}
