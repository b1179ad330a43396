package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.column.Column;

class ColumnMapTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title=职位,salary=job.salary,city=3",
                " Title = 职位 ，salary=job.salary, CITY=3,",
                "city=3,title=职位,salary=job.salary"
            })
    void namesNumbersAndPathsAreTakenInAnyOrder(String text) {
        assertEquals(Map.of(Column.TITLE, "职位", Column.SALARY, "job.salary", Column.CITY, "3"), ColumnMap.of(text));
    }

    @Test
    void nothingNamesNothingAndOneColumnMayBeTwo() {
        assertEquals(Map.of(), ColumnMap.of(" , "));
        assertEquals(
                Map.of(Column.CITY, "address", Column.DISTRICT, "address"),
                ColumnMap.of("city=address,district=address"));
        assertEquals(Map.of(Column.TITLE, "a=b"), ColumnMap.of("title=a=b"));
    }

    @ParameterizedTest
    @CsvSource({
        "title, not a column: \"title\"",
        "=x, not a column: \"=x\"",
        "title= , not a column: \"title=\"",
        "colour=3, there is no column \"colour\" in --columns"
    })
    void whatIsNoColumnIsToldWithWhatIsAllowed(String text, String told) {
        String message = assertThrows(IllegalArgumentException.class, () -> ColumnMap.of(text))
                .getMessage();

        assertTrue(message.startsWith(told), message);
        assertTrue(message.contains("title, salary, city, id, company"), message);
    }
}
