package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which column of a file is which. */
class ColumnsTest {

    @ParameterizedTest
    @CsvSource({
        "title;salary;city, 0, 1, 2",
        "城市;薪资;职位名称, 2, 1, 0",
        "positionName;workCity;Salary, 0, 2, 1",
        "Position Name;salary_desc;CITY, 0, 1, 2",
        "job;title;pay;city, 1, 2, 3",
        "x;title;title;salary;city, 1, 3, 4"
    })
    void theUsualNamesAreFoundTheLikeliestFirst(String header, int title, int salary, int city) {
        Columns columns = Columns.of("file", List.of(header.split(";")), Map.of(), false);

        assertEquals(
                Map.of(Column.TITLE, title, Column.SALARY, salary, Column.CITY, city),
                Map.of(
                        Column.TITLE, columns.indexes().get(Column.TITLE),
                        Column.SALARY, columns.indexes().get(Column.SALARY),
                        Column.CITY, columns.indexes().get(Column.CITY)));
    }

    @Test
    void whatTheUserNamesWinsOverTheUsualNames() {
        Columns columns =
                Columns.of("file", List.of("title", "岗 位", "salary", "city"), Map.of(Column.TITLE, "岗位"), false);

        assertEquals(1, columns.indexes().get(Column.TITLE));
        assertEquals(2, columns.indexes().get(Column.SALARY));
    }

    @Test
    void byNumbersAloneTheFirstRowIsARowAndNoOtherColumnIsGuessed() {
        Columns columns = Columns.of(
                "file",
                List.of("虚构", "15k", "北京", "company"),
                Map.of(Column.TITLE, "1", Column.SALARY, "2", Column.CITY, "3"),
                false);

        assertEquals(List.of(), columns.names());
        assertEquals(Map.of(Column.TITLE, 0, Column.SALARY, 1, Column.CITY, 2), columns.indexes());
    }

    @Test
    void theIdOfOurOwnTableIsNoIdOfASite() {
        List<String> exported = List.of("id", "title", "salary", "city", "salary_low", "first_seen");

        assertFalse(Columns.of("file", exported, Map.of(), false).indexes().containsKey(Column.ID));
        assertTrue(Columns.of("file", exported.subList(0, 4), Map.of(), false)
                .indexes()
                .containsKey(Column.ID));
    }

    @Test
    void aCityForAllRowsMakesItsColumnUnneeded() {
        Columns columns = Columns.of("file", List.of("title", "salary"), Map.of(), true);

        assertFalse(columns.indexes().containsKey(Column.CITY));
    }

    @Test
    void whatIsMissingIsNamedWithWhatIsThere() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Columns.of("f.csv", List.of("title", "数量", "hr@example.org", "13000000000"), Map.of(), false));

        assertTrue(refused.getMessage().contains("the salary or the city"), refused.getMessage());
        assertTrue(refused.getMessage().contains("title | 数量 | … | …"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "none", "''"})
    void aColumnThatIsNotThereIsRefused(String wanted) {
        List<String> header = List.of("title", "salary", "city");

        assertThrows(
                IllegalArgumentException.class,
                () -> Columns.of("file", header, Map.of(Column.COMPANY, wanted), false));
    }

    @ParameterizedTest
    @CsvSource({"职位, 薪资, true", "title, salary, true", "虚构, 薪资, false", "职位, 15k, false", ", , false"})
    void aRepeatedHeaderIsToldFromARow(String title, String salary, boolean header) {
        Columns columns = Columns.of("file", List.of("职位", "薪资", "城市"), Map.of(), false);

        assertEquals(header, columns.isHeader(title, salary));
    }
}
