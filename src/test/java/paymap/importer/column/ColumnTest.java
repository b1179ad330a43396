package paymap.importer.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a name means hangs on what else a list holds. */
class ColumnTest {

    @ParameterizedTest
    @CsvSource({
        // a job's name, or in a list without a company perhaps a person's
        "TITLE, name, 'name,company', true",
        "TITLE, name, 'name', false",
        "TITLE, title, 'title', true",
        // streets, where the user names the city
        "CITY, address, 'address', true",
        "CITY, city, 'city', true",
        // a district beside a column that can only be the city, and the city without one
        "CITY, 地区, '地区', true",
        "CITY, 地区, '地区,city', false",
        "DISTRICT, 地区, '地区', false",
        "DISTRICT, 地区, '地区,city', true",
        "DISTRICT, district, 'district', true",
        // of paymap's own table alone
        "OPENINGS, openings, 'openings,firstseen,salarylow', true",
        "OPENINGS, openings, 'openings,firstseen', false",
        "OPENINGS, openings, 'openings,salarylow', false",
        "ID, id, 'id', true",
        "ID, id, 'id,firstseen,salarylow', false",
        "ID, positionid, 'positionid,firstseen,salarylow', true",
        "TITLE, salary, 'salary', false"
    })
    void aNameIsAColumnsByWhatElseThereIs(Column column, String name, String list, boolean isIts) {
        Column.Context context = Column.Context.of(List.of(list.split(",")), false);

        assertEquals(isIts, column.rank(name, context) >= 0);
    }

    @Test
    void whereTheUserNamesTheCityStreetsAreOfNoUse() {
        Column.Context named = Column.Context.of(List.of("address", "city"), true);

        assertEquals(-1, Column.CITY.rank("address", named));
        assertTrue(Column.CITY.rank("city", named) >= 0);
    }

    @Test
    void theLikeliestNameHasTheLowestRank() {
        Column.Context any = Column.Context.of(List.of(), false);

        assertEquals(0, Column.TITLE.rank("title", any));
        assertEquals(1, Column.TITLE.rank("positionname", any));
    }

    @ParameterizedTest
    @EnumSource
    void aColumnIsFoundByItsCode(Column column) {
        assertEquals(Optional.of(column), Column.of(" " + column.code().toUpperCase(java.util.Locale.ROOT)));
        assertEquals(Optional.empty(), Column.of(column.code() + "x"));
    }

    @Test
    void onlyOneAndTrueSayYes() {
        assertTrue(Column.isYes("1") && Column.isYes("true") && Column.isYes("TRUE"));
        assertFalse(Column.isYes("0") || Column.isYes("") || Column.isYes("yes"));
    }
}
