package paymap.importer.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.job.RawRow;
import tools.jackson.databind.JsonNode;
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
        assertEquals(title, title(object));
    }

    @Test
    void whatTheUserNamesWins() {
        FileRow row =
                new JsonColumns(Map.of(Column.TITLE, "岗位"), false).row(JSON.readTree("{\"title\":\"a\",\"岗位\":\"b\"}"));

        assertEquals("b", row.raw().title());
    }

    @Test
    void nothingOfARowStaysForTheNext() {
        JsonColumns columns = new JsonColumns(Map.of(), false);
        columns.row(JSON.readTree("{\"title\":\"a\",\"company\":\"虚构\",\"site\":\"boss\"}"));
        assertEquals("boss", columns.row(JSON.readTree("{\"site\":\"boss\"}")).site());

        FileRow next = columns.row(JSON.readTree("{\"title\":\"b\",\"salary\":\"1k\",\"city\":\"北京\",\"id\":7}"));

        assertEquals(new RawRow("7", "b", "1k", "", "北京", "", "", "", "", ""), next.raw());
        assertEquals("", next.site());
    }

    @Test
    void manyNamesOfAHostileFileChangeNothing() {
        JsonColumns columns = new JsonColumns(Map.of(), false);
        for (int i = 0; i < 3_000; i++) {
            columns.row(JSON.readTree("{\"x" + i + "\":1}"));
        }

        assertEquals("a", columns.row(JSON.readTree("{\"职位\":\"a\"}")).raw().title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"city\":101010100,\"cityName\":\"北京\"}; 北京",
                "{\"cityName\":\"北京\",\"city\":0}; 北京",
                "{\"cityName\":\"\",\"city\":\"上海\"}; 上海",
                "{\"city\":\"上海\",\"cityName\":null}; 上海",
                "{\"city\":101010100}; 101010100",
                "{\"city\":{\"code\":\"530\",\"display\":\"北京-海淀区\"}}; 北京-海淀区",
                "{\"city\":{\"code\":\"530\",\"name\":\"北京\"}}; 北京",
                "{\"city\":{\"code\":\"530\"}}; {…}",
                "{\"city\":{\"code\":\"530\"},\"workCity\":\"北京\"}; 北京",
                "{\"city\":[\"北京\"]}; ''",
                "{\"city\":null}; ''"
            })
    void aCityIsReadFromWhatSaysIt(String object, String city) {
        assertEquals(
                city,
                new JsonColumns(Map.of(), false)
                        .row(JSON.readTree(object))
                        .raw()
                        .city());
    }

    @ParameterizedTest
    @CsvSource({"job.title, 甲", "job.salary.text, 1k", "JOB.Title, 甲", "a.b, 乙", "job.nothing, ''", "job, ''"})
    void aPathLeadsIntoNestedObjects(String path, String title) {
        JsonNode object = JSON.readTree("{\"job\":{\"title\":\"甲\",\"salary\":{\"text\":\"1k\"}},\"a.b\":\"乙\"}");

        assertEquals(
                title,
                new JsonColumns(Map.of(Column.TITLE, path), false)
                        .row(object)
                        .raw()
                        .title());
    }

    @Test
    void oneFieldMayHoldCityAndDistrict() {
        RawRow row = new JsonColumns(Map.of(Column.CITY, "city", Column.DISTRICT, "city"), false)
                .row(JSON.readTree("{\"city\":\"南京·雨花台区\"}"))
                .raw();

        assertEquals("南京·雨花台区 南京·雨花台区", row.city() + " " + row.district());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"name\":\"甲\",\"salary60\":\"1k\",\"companyName\":\"虚构\"}; 甲",
                "{\"name\":\"某人\",\"salary\":\"1k\"}; ''",
                "{\"name\":\"乙\",\"jobName\":\"甲\",\"company\":\"虚构\"}; 甲",
                "{\"职位\":\"\",\"name\":\"乙\",\"company\":\"虚构\"}; 乙"
            })
    void aNameIsAJobsOnlyBesideACompany(String object, String title) {
        assertEquals(title, title(object));
    }

    @Test
    void anAddressIsNoCityWhereTheUserNamesOne() {
        JsonNode object = JSON.readTree("{\"address\":\"某路1号\"}");

        assertEquals("某路1号", new JsonColumns(Map.of(), false).row(object).raw().city());
        assertEquals("", new JsonColumns(Map.of(), true).row(object).raw().city());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"title\":\"a\",\"salary\":\"\"}; true",
                "{\"title\":\"\",\"salary\":\"1k\"}; false",
                "{\"title\":\"a\"}; false",
                "{\"title\":{\"x\":1},\"salary\":\"1k\"}; false",
                "{\"zpData\":{\"jobList\":[]}}; false"
            })
    void aRowHasATitleAndAFieldForPay(String object, boolean row) {
        assertEquals(row, new JsonColumns(Map.of(), false).isRow(JSON.readTree(object)));
    }

    @Test
    void whatIsReadIsToldWithItsNamesAndWhatIsMissingWithItsPaths() {
        JsonColumns columns = new JsonColumns(Map.of(Column.TITLE, "job.title"), false);
        JsonNode object = JSON.readTree("{\"job\":{\"title\":\"甲\",\"dq\":\"北京\"},\"pay\":\"1k\",\"tags\":[1]}");

        assertEquals(Map.of(Column.TITLE, "job.title", Column.SALARY, "pay"), columns.sources(object));
        assertEquals(List.of(Column.CITY), columns.missing(object));
        assertEquals(List.of("job.title", "job.dq", "pay", "tags"), JsonColumns.paths(object));
        assertEquals(Optional.empty(), columns.trouble(object));
        assertEquals(
                Optional.of(new ColumnTrouble.NoSuch(Column.TITLE, "job.title", List.of("x", "…"))),
                columns.trouble(JSON.readTree("{\"x\":1,\"13000000000\":2}")));
    }

    @Test
    void theHistoryOfARowIsReadOfOurOwnTableAlone() {
        String history = "\"openings\":3,\"keyword\":\"java\",\"first_seen\":\"2026-01-01T00:00:00Z\"";

        FileRow own =
                new JsonColumns(Map.of(), false).row(JSON.readTree("{\"salary_low\":1,\"id\":9," + history + "}"));
        FileRow other = new JsonColumns(Map.of(), false).row(JSON.readTree("{\"id\":9," + history + "}"));

        assertEquals(
                "3 java 2026-01-01T00:00:00Z ",
                own.openings() + " " + own.keyword() + " " + own.firstSeen() + " "
                        + own.raw().id());
        assertEquals(
                "  9",
                other.openings() + " " + other.keyword() + " " + other.raw().id());
    }

    private static String title(String object) {
        return new JsonColumns(Map.of(), false).row(JSON.readTree(object)).raw().title();
    }
}
