package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.importer.Collected;
import paymap.importer.column.Columns;

class TableReaderTest {

    private static final String HEADER = "title,salary,city,site\n";

    @Test
    void rowsAreReadByTheirNamesAndTheSiteMayBeTheirOwn() throws Exception {
        Collected read = read(HEADER + "甲,1k,北京,boss\n乙,2k,上海·浦东,\n");

        assertEquals(List.of("boss||北京|甲|1k", "imported||上海|乙|2k"), read.rows());
        assertEquals("whole", read.end());
    }

    @Test
    void aRowOfTooFewCellsHasEmptyOnesAndOneOfTooManyIsNotTrusted() throws Exception {
        Collected read = read(HEADER + "甲,1k,北京\n乙,2k,上海,x,y\n丙,3k,上海,,,,\n丁\n");

        assertEquals(List.of("imported||北京|甲|1k", "imported||上海|丙|3k"), read.rows());
        assertEquals(List.of("line 3: a row of 5 columns where the header has 4", "line 5: no city"), read.rejected());
    }

    @Test
    void theHeaderOnceMoreIsNoRow() throws Exception {
        Collected read = read(HEADER + "甲,1k,北京,\n" + HEADER + "乙,1k,北京,\n");

        assertEquals(2, read.rows().size());
        assertEquals(1, read.repeatedHeaders());
    }

    @Test
    void aCellMayHoldALineEndAndAQuote() throws Exception {
        Collected read = read(HEADER + "\"甲\n\"\"乙\"\"\",1k,北京,\n,1k,北京,\n");

        assertEquals(List.of("imported||北京|甲 \"乙\"|1k"), read.rows());
        assertEquals(List.of("line 4: no title"), read.rejected());
    }

    @Test
    void aRowWithAHugeCellIsRejectedAndAQuoteThatNeverClosesEndsTheFile() throws Exception {
        Collected read = read(HEADER + "甲,1k,北京,\n" + "x".repeat(50_001) + ",1k,北京,\n\"乙,1k,北京,\n");

        assertEquals(1, read.rows().size());
        assertEquals(List.of("line 3: a cell of more than 50000 characters, perhaps a stray quote"), read.rejected());
        assertTrue(read.end().startsWith("in the row at line 4 a quote is never closed"), read.end());
    }

    @Test
    void aHostileFileNamesNoMoreThanFiftySites() throws Exception {
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 0; i < 52; i++) {
            table.append("甲,1k,北京,site").append(i).append('\n');
        }
        table.append("甲,1k,北京,site0\n");

        Collected read = read(table.toString());

        assertEquals(51, read.rows().size());
        assertEquals(List.of("line 52: more than 50 sites", "line 53: more than 50 sites"), read.rejected());
    }

    @Test
    void aSiteNeedsANameOfBearableLength() throws Exception {
        Collected read = read(HEADER + "甲,1k,北京," + "s".repeat(61) + "\n甲,1k,北京,\u200b\n");

        assertEquals(
                List.of("line 2: a site without a proper name", "line 3: a site without a proper name"),
                read.rejected());
    }

    private static Collected read(String text) throws Exception {
        Columns columns = Columns.of("file", TableReader.header(text, ','), Map.of(), false);
        return Collected.by(new TableReader(columns, ','), text);
    }
}
