package paymap.importer.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Values of Parquet as text, by what their column says they are. Nothing known, or nothing that can be told, is empty. */
final class ParquetText {

    private static final int LONGEST_DECIMAL = 64;
    private static final long DAY = 86_400;
    private static final long EPOCH = 2_440_588; // as a Julian day, by which INT96 counts

    private ParquetText() {}

    /** The values of a row. */
    static List<String> of(Group row) {
        int columns = row.getType().getFieldCount();
        List<String> cells = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            boolean known = row.getFieldRepetitionCount(i) > 0;
            cells.add(known ? Csv.cut(text(row, i, row.getType().getType(i).asPrimitiveType())) : "");
        }
        return cells;
    }

    private static String text(Group row, int column, PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> String.valueOf(row.getBoolean(column, 0));
            case INT32 -> whole(row.getInteger(column, 0), meaning);
            case INT64 -> whole(row.getLong(column, 0), meaning);
            case FLOAT -> fraction(Float.toString(row.getFloat(column, 0)));
            case DOUBLE -> fraction(Double.toString(row.getDouble(column, 0)));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(row.getBinary(column, 0), meaning);
            case INT96 -> time(row.getInt96(column, 0));
        };
    }

    private static String whole(long number, @Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(number).toString();
        }
        if (meaning instanceof TimestampLogicalTypeAnnotation time) {
            long perSecond = switch (time.getUnit()) {
                case MILLIS -> 1_000;
                case MICROS -> 1_000_000;
                case NANOS -> 1_000_000_000;
            };
            long nanos = Math.floorMod(number, perSecond) * (1_000_000_000 / perSecond);
            return Instant.ofEpochSecond(Math.floorDiv(number, perSecond), nanos)
                    .toString();
        }
        return meaning instanceof DecimalLogicalTypeAnnotation decimal
                ? decimal(BigInteger.valueOf(number), decimal)
                : Long.toString(number);
    }

    /** Never with an exponent; data frames keep whole numbers as fractions where some are missing. */
    private static String fraction(String number) {
        return number.endsWith("N") || number.endsWith("y") // NaN, Infinity
                ? ""
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static String bytes(Binary bytes, @Nullable LogicalTypeAnnotation meaning) {
        if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
            return bytes.length() == 0 || bytes.length() > LONGEST_DECIMAL
                    ? ""
                    : decimal(new BigInteger(bytes.getBytes()), decimal);
        }
        return new String(bytes.getBytes(), StandardCharsets.UTF_8);
    }

    private static String decimal(BigInteger number, DecimalLogicalTypeAnnotation decimal) {
        return Math.abs(decimal.getScale()) > LONGEST_DECIMAL
                ? ""
                : fraction(new BigDecimal(number, decimal.getScale()).toString());
    }

    private static String time(Binary days) {
        var parts = days.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = parts.getLong();
        return Instant.ofEpochSecond((parts.getInt() - EPOCH) * DAY, nanos).toString();
    }
}
