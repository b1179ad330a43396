package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.importer.Collected;
import paymap.importer.column.Column;
import paymap.importer.column.Columns;
import paymap.job.RawRow;

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
    void oneColumnGivesCityAndDistrict() throws Exception {
        Columns columns = Columns.of(
                "file",
                List.of("title", "salary", "address"),
                Map.of(Column.CITY, "address", Column.DISTRICT, "address"),
                false);
        List<RawRow> rows = new ArrayList<>();
        new TableReader(columns, ',', false)
                .read(new StringReader("title,salary,address\n甲,1k,南京·雨花台区\n"), new RawRows(rows));

        assertEquals("南京·雨花台区 南京·雨花台区", rows.get(0).city() + " " + rows.get(0).district());
    }

    @Test
    void columnsByNumberBeginWithTheFirstRowUnlessItIsAHeader() throws Exception {
        Map<Column, String> numbers = Map.of(Column.TITLE, "1", Column.SALARY, "2", Column.CITY, "3");
        String data = "甲,1k,北京\n";
        String header = "岗,薪水,地\n";

        assertEquals(1, Collected.by(numbered(data, numbers), data).rows().size());
        Collected read = Collected.by(numbered(header, numbers), header + data);
        assertEquals(1, read.rows().size());
        assertEquals(List.of(), read.rejected());
    }

    private static TableReader numbered(String text, Map<Column, String> numbers) {
        return new TableReader(Columns.of("file", TableReader.header(text, ','), numbers, false), ',', false);
    }

    @Test
    void nobodyWhoWantsNoRowsGetsAny() throws Exception {
        Columns columns = Columns.of("file", List.of("title", "salary", "city"), Map.of(), false);
        List<RawRow> rows = new ArrayList<>();

        new TableReader(columns, ',', false)
                .read(new StringReader("title,salary,city\n甲,1k,北京\n乙,1k,北京\n"), new RawRows(rows) {
                    @Override
                    public boolean goesOn() {
                        return rows.isEmpty();
                    }
                });

        assertEquals(1, rows.size());
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
        return Collected.by(new TableReader(columns, ',', false), text);
    }
}
