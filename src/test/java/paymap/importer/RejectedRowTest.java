package paymap.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import paymap.job.RejectReason;
import paymap.job.RowResult.Rejected;

class RejectedRowTest {

    @Test
    void itKeepsAHundredCharactersOfEachText() {
        RejectedRow row = new RejectedRow(
                "file",
                "line 2",
                new Rejected(RejectReason.NO_CITY),
                "a".repeat(100),
                "b".repeat(101),
                "c".repeat(2_000));

        assertEquals("a".repeat(100), row.title());
        assertEquals("b".repeat(100) + "…", row.salary());
        assertEquals("c".repeat(100) + "…", row.city());
    }
}
