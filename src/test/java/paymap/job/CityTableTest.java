package paymap.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class CityTableTest {

    private static final City BEIJING = new City("bj", "beijing", "北京", "北京");
    private static final City SUZHOU = new City("su", "suzhou", "苏州", "苏州");
    private static final City OTHER_SUZHOU = new City("", "suzhou", "宿州", "宿州");
    private static final City FUZHOU = new City("", "fuzhou", "福州", "福州");
    private static final City OTHER_FUZHOU = new City("", "fuzhou", "抚州", "抚州");
    private static final City GANZI = new City("", "ganzi", "甘孜", "甘孜藏族自治州");

    private final CityTable table = CityTable.of("""
            # Some places.
            # As of: 2023-06-30
            bj\tbeijing\t北京
            su\tsuzhou\t苏州
            # in between
            -\tsuzhou\t宿州
            -\tfuzhou\t福州
            -\tfuzhou\t抚州
            -\tganzi/garze\t甘孜\t甘孜藏族自治州
            """);

    @Test
    void eachLineIsACityInTheOrderOfTheFile() {
        assertEquals(List.of(BEIJING, SUZHOU, OTHER_SUZHOU, FUZHOU, OTHER_FUZHOU, GANZI), table.cities());
    }

    @Test
    void oneOfTheRemarksTellsTheDay() {
        assertEquals("2023-06-30", table.asOf());
        assertEquals("", CityTable.of("# None.\n").asOf());
    }

    @Test
    void aCityGoesByItsCodeItsNameAndEverySpelling() {
        for (String name : List.of("bj", "beijing", "北京")) {
            assertEquals(List.of(BEIJING), table.byName().get(name), name);
        }
        for (String name : List.of("ganzi", "garze", "甘孜")) {
            assertEquals(List.of(GANZI), table.byName().get(name), name);
        }
        assertNull(table.byName().get("甘孜藏族自治州"));
        assertNull(table.byName().get(""));
        assertNull(table.byName().get("-"));
        assertEquals(13, table.byName().size());
    }

    @Test
    void aPinyinOfSeveralIsThatOfTheOneWithACodeElseAllOfTheirs() {
        assertEquals(List.of(SUZHOU), table.byName().get("suzhou"));
        assertEquals(List.of(FUZHOU, OTHER_FUZHOU), table.byName().get("fuzhou"));
    }
}
