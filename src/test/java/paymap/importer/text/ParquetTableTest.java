package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {

    private static final Bounded.Limits USUAL = Bounded.Limits.USUAL;
    private static final MessageType COLUMNS = MessageTypeParser.parseMessageType(
            "message m { required binary title (UTF8); optional int32 low; repeated int32 tags;"
                    + " optional group person { optional binary phone; } }");

    @TempDir
    Path folder;

    private byte[] written(MessageType columns, int rows) throws IOException {
        Path file = folder.resolve(columns.getFieldCount() + "-" + rows + ".parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (int i = 0; i < rows; i++) {
                Group row = new SimpleGroup(columns);
                if (columns.containsField("title")) {
                    row.append("title", "岗" + i);
                }
                if (columns.containsField("low") && i % 2 == 0) {
                    row.append("low", 10_000 + i);
                }
                if (columns.containsField("tags")) {
                    row.append("tags", 1);
                    row.append("tags", 2);
                }
                writer.write(row);
            }
        }
        return Files.readAllBytes(file);
    }

    private static Source source(byte[] bytes) throws IOException {
        return Source.spooled("file", new ByteArrayInputStream(bytes));
    }

    private static String table(byte[] bytes, Bounded.Limits limits) throws IOException {
        try (Source table = ParquetTable.asTable(source(bytes), limits)) {
            return new String(table.open().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String refusal(byte[] bytes) {
        return refusal(bytes, USUAL);
    }

    private static String refusal(byte[] bytes, Bounded.Limits limits) {
        return assertThrows(IllegalArgumentException.class, () -> table(bytes, limits))
                .getMessage();
    }

    @Test
    void columnsOfSingleValuesAreATable() throws IOException {
        assertEquals(
                "\"title\",\"low\"\n\"岗0\",\"10000\"\n\"岗1\",\"\"\n\"岗2\",\"10002\"\n",
                table(written(COLUMNS, 3), USUAL));
    }

    @Test
    void whatIsNoParquetIsItself() throws IOException {
        for (String text : new String[] {"title,low\n", "PAR", ""}) {
            try (Source source = source(text.getBytes(StandardCharsets.UTF_8))) {
                assertSame(source, ParquetTable.asTable(source));
            }
        }
    }

    @Test
    void withoutAColumnOfSingleValuesItIsRefused() throws IOException {
        MessageType lists = MessageTypeParser.parseMessageType("message m { repeated int32 tags; }");

        assertEquals(
                "file cannot be read: it is Parquet without a column of single values", refusal(written(lists, 1)));
    }

    @Test
    void whatIsCutOffEncryptedOrDamagedIsNamed() throws IOException {
        byte[] whole = written(COLUMNS, 3);
        byte[] encrypted = whole.clone();
        encrypted[whole.length - 1] = 'E';
        byte[] noFooter = whole.clone();
        Arrays.fill(noFooter, whole.length - 8, whole.length - 4, (byte) 0);
        byte[] longFooter = whole.clone();
        longFooter[whole.length - 6] = 1;
        byte[] broken = whole.clone();
        Arrays.fill(broken, whole.length - 40, whole.length - 8, (byte) 0xFF);

        assertEquals(
                "file cannot be read: it is Parquet that is cut off", refusal(Arrays.copyOf(whole, whole.length - 1)));
        assertEquals("file cannot be read: it is Parquet that is cut off", refusal(Arrays.copyOf(whole, 4)));
        assertEquals(
                "file cannot be read: it is Parquet that is cut off",
                refusal("PAR1PAR1".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("file cannot be read: it is encrypted Parquet", refusal(encrypted));
        for (byte[] damaged : new byte[][] {noFooter, longFooter, broken}) {
            assertEquals("file cannot be read: it is a damaged Parquet file", refusal(damaged));
        }
    }

    @Test
    void aFlippedBitIsNoticedByTheSumOfItsPage() throws IOException {
        byte[] bytes = written(COLUMNS, 3);
        byte[] title = "岗1".getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + title.length), title)) {
            at++;
        }
        bytes[at + title.length - 1] ^= 2;

        assertEquals("file cannot be read: it is a damaged Parquet file", refusal(bytes));
    }

    @Test
    void whatHoldsTooMuchIsRefused() throws IOException {
        byte[] bytes = written(COLUMNS, 3);
        int length = "\"title\",\"low\"\n\"岗0\",\"10000\"\n\"岗1\",\"\"\n\"岗2\",\"10002\"\n".length();

        assertEquals(
                "file cannot be read: it holds more than any list of postings would",
                refusal(bytes, new Bounded.Limits(length - 1, 200, 3)));
        assertEquals(length, table(bytes, new Bounded.Limits(length, 200, 3)).length());
    }
}
