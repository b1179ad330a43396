package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One value of each kind that a column can have. */
class ParquetTextTest {

    private static String text(String column, Consumer<Group> value) {
        Group row = new SimpleGroup(MessageTypeParser.parseMessageType("message m { optional " + column + "; }"));
        value.accept(row);
        return ParquetText.of(row).get(0);
    }

    @Test
    void whatIsNotKnownIsEmpty() {
        assertEquals("", text("int32 a", row -> {}));
    }

    @Test
    void allColumnsComeInTheirOrder() {
        Group row = new SimpleGroup(MessageTypeParser.parseMessageType(
                "message m { optional int32 a; optional int32 b; required binary c; }"));
        row.add("b", 7);
        row.add("c", "x");

        assertEquals(List.of("", "7", "x"), ParquetText.of(row));
    }

    @ParameterizedTest
    @CsvSource({
        "int32 a, -5, -5",
        "int32 a (DATE), 0, 1970-01-01",
        "int32 a (DATE), 20758, 2026-11-01",
        "'int32 a (DECIMAL(9,2))', 1500000, 15000",
        "'int32 a (DECIMAL(9,2))', 1500050, 15000.5"
    })
    void ofFourBytes(String column, int value, String text) {
        assertEquals(text, text(column, row -> row.add("a", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "int64 a, 9000000000, 9000000000",
        "'int64 a (TIMESTAMP(MILLIS,true))', 1500, 1970-01-01T00:00:01.500Z",
        "'int64 a (TIMESTAMP(MILLIS,true))', -1500, 1969-12-31T23:59:58.500Z",
        "'int64 a (TIMESTAMP(MICROS,true))', 1500000, 1970-01-01T00:00:01.500Z",
        "'int64 a (TIMESTAMP(NANOS,false))', 1500000000, 1970-01-01T00:00:01.500Z",
        "'int64 a (DECIMAL(18,4))', 150000000, 15000"
    })
    void ofEightBytes(String column, long value, String text) {
        assertEquals(text, text(column, row -> row.add("a", value)));
    }

    @ParameterizedTest
    @CsvSource({"15000, 15000", "1.5E7, 15000000", "0.25, 0.25", "NaN, ''", "Infinity, ''", "-Infinity, ''"})
    void fractionsHaveNoExponent(double value, String text) {
        assertEquals(text, text("double a", row -> row.add("a", value)));
        assertEquals(text, text("float a", row -> row.add("a", (float) value)));
    }

    @Test
    void yesAndNoAreWords() {
        assertEquals("true", text("boolean a", row -> row.add("a", true)));
        assertEquals("false", text("boolean a", row -> row.add("a", false)));
    }

    @Test
    void bytesAreUtf8() {
        assertEquals("职位", text("binary a (UTF8)", row -> row.add("a", "职位")));
        assertEquals("职位", text("binary a", row -> row.add("a", Binary.fromString("职位"))));
    }

    @Test
    void bytesMayBeADecimalOfBearableLength() {
        byte[] number = BigInteger.valueOf(1_500_050).toByteArray();
        byte[] longest = new byte[64];
        longest[63] = 100;

        assertEquals("15000.5", decimal(2, number));
        assertEquals("1", decimal(2, longest));
        assertEquals("", decimal(2, new byte[65]));
        assertEquals("", decimal(2, new byte[0]));
        assertEquals("0", decimal(64, new byte[1]));
        assertEquals("", decimal(65, new byte[1]));
    }

    private static String decimal(int scale, byte[] bytes) {
        return text("binary a (DECIMAL(200," + scale + "))", row -> row.add("a", Binary.fromConstantByteArray(bytes)));
    }

    @Test
    void oldTimesAreJulianDaysAndNanoseconds() {
        ByteBuffer time = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        time.putLong(1_500_000_000).putInt(2_440_589);

        assertEquals(
                "1970-01-02T00:00:01.500Z",
                text("int96 a", row -> row.add("a", Binary.fromConstantByteArray(time.array()))));
    }
}
