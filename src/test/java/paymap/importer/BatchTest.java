package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BatchTest {

    private final Batch batch = new Batch(0);

    @Test
    void itIsFullOfRowsAndRejectedRowsTogether() {
        for (int i = 0; i < Batch.ROWS - 1; i++) {
            if (i % 2 == 0) {
                batch.rows.add(Rows.entry("甲", "北京", "1k"));
            } else {
                batch.rejected.add(Rows.rejected("海外"));
            }
        }
        assertFalse(batch.isFull());

        batch.rejected.add(Rows.rejected("海外"));

        assertTrue(batch.isFull());
    }

    @Test
    void aHostileFileIsNotedInFiftyWaysAtMost() {
        for (int i = 0; i < 60; i++) {
            batch.note("note " + i);
        }
        batch.note("note 0");
        batch.note("note 59");

        assertEquals(50, batch.notes.size());
        assertEquals(2, batch.notes.get("note 0"));
        assertFalse(batch.notes.containsKey("note 59"));
    }
}
