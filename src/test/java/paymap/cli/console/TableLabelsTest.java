package paymap.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tables whose rows have names in several columns. */
class TableLabelsTest {

    private final Table table = new Table("City", "Experience", "like for like")
            .row("北京", "No experience", "1,000")
            .labels(2);

    @Test
    void namesGoToTheLeftAndOnlyTheHeadIsParted() {
        assertEquals("""
                City  Experience      like
                                       for
                                      like
                北京  No experience  1,000
                """, table.text(26));
    }

    @Test
    void aTableFitsWhereItsNamesAndFiguresDo() {
        assertTrue(table.fits(26));
        assertFalse(table.fits(25));
    }
}
