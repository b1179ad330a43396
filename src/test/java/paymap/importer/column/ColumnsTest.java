package paymap.importer.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
    void whatIsMissingIsNamedWithWhatIsThereButNobodysNumber() {
        assertEquals(
                new ColumnTrouble.Missing(
                        List.of(Column.SALARY, Column.CITY),
                        List.of("title", "数量", "…", "…", "x".repeat(40) + "…"),
                        ColumnTrouble.Shape.TABLE),
                trouble(List.of("title", "数量", "hr@example.org", "13000000000", "x".repeat(41)), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "none", "''", "#4", "#0"})
    void aColumnThatIsNotThereIsRefused(String wanted) {
        List<String> header = List.of("title", "salary", "city");

        assertEquals(
                new ColumnTrouble.NoSuch(Column.COMPANY, wanted, header),
                trouble(header, Map.of(Column.COMPANY, wanted)));
    }

    @Test
    void aNumberThatIsAlsoTheNameOfAnotherColumnIsRefused() {
        assertEquals(
                new ColumnTrouble.TwoMeanings(Column.TITLE, 1, 2),
                trouble(List.of("0", "1", "2", "3"), Map.of(Column.TITLE, "1")));
    }

    @Test
    void aNumberThatIsTheNameOfAnotherColumnIsTakenWhereThereIsNoColumnOfThatNumber() {
        assertEquals(
                new ColumnTrouble.TwoMeanings(Column.TITLE, 2, 1),
                trouble(List.of("2", "salary", "city"), Map.of(Column.TITLE, "2")));
        assertEquals(
                1,
                Columns.of("file", List.of("salary", "4", "city"), Map.of(Column.TITLE, "4"), false)
                        .indexes()
                        .get(Column.TITLE));
    }

    @Test
    void theFirstColumnCanBeNamedToo() {
        Columns columns = Columns.of("file", List.of("岗", "salary", "city"), Map.of(Column.TITLE, "岗"), false);

        assertEquals(0, columns.indexes().get(Column.TITLE));
    }

    @Test
    void aFileOfOneColumnIsNotNumberedByARowOfZero() {
        Map<Column, String> same = Map.of(Column.TITLE, "#1", Column.SALARY, "#1", Column.CITY, "#1");

        assertEquals(List.of(), Columns.of("file", List.of("0"), same, false).names());
        assertFalse(Columns.of("file", List.of("0"), same, false).isHeader("x", "y"));
    }

    @Test
    void byNumbersAloneWhatIsNotNumberedIsMissing() {
        assertEquals(
                List.of(Column.SALARY, Column.CITY),
                assertInstanceOf(
                                ColumnTrouble.Missing.class,
                                trouble(List.of("虚构", "15k", "北京"), Map.of(Column.TITLE, "#1")))
                        .columns());
    }

    @Test
    void oneNameAmongNumbersMakesTheFirstRowAHeader() {
        List<String> header = List.of("岗", "15k", "北京");
        Map<Column, String> named = Map.of(Column.TITLE, "岗", Column.SALARY, "#2", Column.CITY, "#3");

        assertEquals(header, Columns.of("file", header, named, false).names());
    }

    @Test
    void amountsInColumnsOfTheirOwnArePay() {
        assertEquals(List.of(), Columns.missing(List.of(Column.TITLE, Column.CITY, Column.LOW), false));
        assertEquals(List.of(Column.SALARY, Column.CITY), Columns.missing(List.of(Column.TITLE, Column.HIGH), false));
        assertEquals(List.of(), Columns.missing(List.of(Column.TITLE, Column.LOW), true));
    }

    @Test
    void aNameIsShownToItsFortiethCharacter() {
        assertEquals(
                List.of("x".repeat(40), "x".repeat(40) + "…"), Columns.told(List.of("x".repeat(40), "x".repeat(41))));
    }

    @Test
    void aNumberWithItsSignIsANumberAndOneThatIsItsOwnNameIsNoTrouble() {
        Columns numbered = Columns.of(
                "file",
                List.of("0", "1", "2", "3"),
                Map.of(Column.TITLE, "#1", Column.SALARY, "#2", Column.CITY, "#3"),
                false);
        Columns own = Columns.of("file", List.of("1", "salary", "city"), Map.of(Column.TITLE, "1"), false);

        assertEquals(Map.of(Column.TITLE, 0, Column.SALARY, 1, Column.CITY, 2), numbered.indexes());
        assertEquals(0, own.indexes().get(Column.TITLE));
    }

    @ParameterizedTest
    @CsvSource({
        "0;1;2;3, true", // a data frame's
        "_;0;1;2, true",
        "0;1;3;2, false",
        "岗;薪水;地;x, true", // a place that is no city, and pay without a digit
        "岗;薪水(元);地;x, true",
        "岗;pay_a;地;x, true",
        "title;salary;x;y, true", // usual names
        "虚构;15k;北京;x, false",
        "虚构;15k;后端;x, false",
        "虚构;15k;城市;x, false", // one usual name may be a title
        "虚构;面议;后端;x, false",
        "虚构;_;后端;x, false",
        "虚构;急聘;北京;x, false"
    })
    void aHeaderAboveColumnsThatAreToldByNumberIsNoRow(String first, boolean header) {
        Columns columns = Columns.of(
                "file",
                List.of(first.replace("_", "").split(";")),
                Map.of(Column.TITLE, "#1", Column.SALARY, "#2", Column.CITY, "#3"),
                false);

        assertEquals(header, !columns.names().isEmpty());
    }

    @Test
    void oneColumnMayHoldCityAndDistrict() {
        Columns columns = Columns.of(
                "file",
                List.of("title", "salary", "address"),
                Map.of(Column.CITY, "address", Column.DISTRICT, "address"),
                false);

        assertEquals(2, columns.indexes().get(Column.CITY));
        assertEquals(2, columns.indexes().get(Column.DISTRICT));
    }

    @ParameterizedTest
    @CsvSource({
        "岗位名称;薪酬;公司地址;公司, 2",
        "job_name;salary;locationName;company, 2",
        "name;salary60;workCity;companyName, 2",
        "名称;薪资;地区;公司, 2",
        "jobname;工资;jobarea;企业, 2",
        "职位名称;薪资;职位地址;公司名, 2",
        "title;salary;city;cityName, 3",
        "title;salary;address;city, 3"
    })
    void namesOfBoardsAndOfTheirCrawlersAreKnown(String header, int city) {
        Columns columns = Columns.of("file", List.of(header.split(";")), Map.of(), false);

        assertEquals(0, columns.indexes().get(Column.TITLE));
        assertEquals(1, columns.indexes().get(Column.SALARY));
        assertEquals(city, columns.indexes().get(Column.CITY));
    }

    @Test
    void aListOfPeopleIsNoListOfPostings() {
        assertEquals(
                List.of(Column.TITLE),
                assertInstanceOf(ColumnTrouble.Missing.class, trouble(List.of("name", "salary", "city"), Map.of()))
                        .columns());
    }

    @Test
    void anAddressIsNoCityWhereTheUserNamesOne() {
        List<String> header = List.of("title", "salary", "address");

        assertFalse(Columns.of("file", header, Map.of(), true).indexes().containsKey(Column.CITY));
        assertTrue(Columns.of("file", header, Map.of(), false).indexes().containsKey(Column.CITY));
    }

    @Test
    void theHistoryOfARowIsReadOfOurOwnTableAlone() {
        List<String> own = List.of("title", "salary", "city", "salary_low", "openings", "first_seen", "keyword");
        List<String> other = List.of("title", "salary", "city", "openings", "first_seen", "keyword");

        assertEquals(4, Columns.of("file", own, Map.of(), false).indexes().get(Column.OPENINGS));
        assertEquals(6, Columns.of("file", own, Map.of(), false).indexes().get(Column.KEYWORD));
        assertFalse(Columns.of("file", other, Map.of(), false).indexes().containsKey(Column.KEYWORD));
    }

    @Test
    void whatIsReadIsToldByNameOrByNumber() {
        assertEquals(
                Map.of(Column.TITLE, "岗位", Column.SALARY, "薪资", Column.CITY, "城市"),
                Columns.of("file", List.of("薪资", "城市", "岗位"), Map.of(), false).told());
        assertEquals(
                Map.of(Column.TITLE, "#2", Column.SALARY, "#1", Column.CITY, "#3"),
                Columns.of(
                                "file",
                                List.of("15k", "虚构", "北京"),
                                Map.of(Column.TITLE, "2", Column.SALARY, "1", Column.CITY, "3"),
                                false)
                        .told());
    }

    @ParameterizedTest
    @CsvSource({"职位, 薪资, true", "title, salary, true", "虚构, 薪资, false", "职位, 15k, false", "'', '', false"})
    void aRepeatedHeaderIsToldFromARow(String title, String salary, boolean header) {
        Columns columns = Columns.of("file", List.of("职位", "薪资", "城市"), Map.of(), false);

        assertEquals(header, columns.isHeader(title, salary));
    }

    private static ColumnTrouble trouble(List<String> header, Map<Column, String> named) {
        return assertThrows(ColumnsException.class, () -> Columns.of("file", header, named, false))
                .trouble();
    }
}
