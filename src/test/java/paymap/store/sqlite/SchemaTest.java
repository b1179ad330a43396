package paymap.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SchemaTest {

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, true",
        "SQLITE_BUSY_SNAPSHOT, true",
        "SQLITE_LOCKED, true",
        "SQLITE_ERROR, true", // a table is there already
        "SQLITE_CONSTRAINT_PRIMARYKEY, true", // a step is noted already
        "SQLITE_CORRUPT, false",
        "SQLITE_FULL, false",
        "SQLITE_IOERR_WRITE, false",
        "SQLITE_READONLY, false"
    })
    void whatAnotherProcessMayHaveCausedIsTriedAgain(SQLiteErrorCode code, boolean again) {
        assertEquals(again, Schema.isOfSharing(new SQLiteException("made up", code)));
    }

    @Test
    void troubleOfNoKnownKindIsTriedAgainToo() {
        assertEquals(true, Schema.isOfSharing(new SQLException("made up")));
        assertEquals(true, Schema.isOfSharing(null));
    }
}
