package paymap.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnTrouble;
import paymap.importer.column.ColumnTrouble.Shape;
import paymap.importer.column.ColumnsException;

/** The sentences, with the options that mend what they tell. */
class ColumnWordsTest {

    @Test
    void aTableIsToldItsFirstRowAndBothWaysToNameColumns() {
        assertEquals(
                "f has no column that is known to be the title or the city; its first row is: 岗 | salary. Name them with"
                        + " --columns title=NAME,salary=salary,city=NAME (or one city for all rows with --city), or by"
                        + " number where the first row is no header: --columns title=1,salary=2,city=3",
                words(new ColumnTrouble.Missing(
                        List.of(Column.TITLE, Column.CITY), List.of("岗", "salary"), Shape.TABLE)));
    }

    @Test
    void objectsAreToldPathsAndTheLikelyOnesAsAnExample() {
        assertEquals(
                "f has no column that is known to be the city; its fields are: job.title | job.salary | job.dq. Name them"
                        + " with --columns title=job.title,salary=job.salary,city=NAME (or one city for all rows with"
                        + " --city)",
                words(new ColumnTrouble.Missing(
                        List.of(Column.CITY), List.of("job.title", "job.salary", "job.dq"), Shape.OBJECTS)));
    }

    @Test
    void anObjectWithoutAListIsNotAdvisedToNameColumns() {
        assertEquals(
                "f is one object without a list of postings; its fields are: code | zpData.seed",
                words(new ColumnTrouble.Missing(Column.NEEDED, List.of("code", "zpData.seed"), Shape.NO_LIST)));
    }

    @Test
    void fortyNamesAreTold() {
        List<String> names = IntStream.range(0, 41).mapToObj(i -> "c" + i).toList();

        String told = words(new ColumnTrouble.NoSuch(Column.COMPANY, "firm", names));

        assertTrue(told.startsWith("f has no column \"firm\" for company; it has: c0 | c1 | "), told);
        assertTrue(told.endsWith(" | c39 | … (41 in all)"), told);
    }

    @Test
    void aNumberOfTwoMeaningsIsToldWithBothWaysToWriteIt() {
        assertEquals(
                "in --columns title=1 may mean column 1 of f or the one called \"1\", which is column 2; write title=#1 or"
                        + " title=#2",
                words(new ColumnTrouble.TwoMeanings(Column.TITLE, 1, 2)));
    }

    private static String words(ColumnTrouble trouble) {
        return ColumnWords.of(new ColumnsException("f", trouble));
    }
}
