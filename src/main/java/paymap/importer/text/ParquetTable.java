package paymap.importer.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import paymap.words.Words;

/**
 * A file of Parquet as a table of text: its columns of single values, under their names, row by row. Columns of lists and
 * of records are left out. One group of its rows is in memory, packed.
 */
final class ParquetTable {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final byte[] ENCRYPTED = {'P', 'A', 'R', 'E'};

    /** In bytes; that of a thousand groups of rows of twenty columns is a few megabytes. */
    private static final int LONGEST_FOOTER = 32 << 20;

    /** In bytes, of a group of rows as it is packed. */
    private static final long LARGEST_GROUP = 512L << 20;

    private static final int MOST_COLUMNS = 2_000;

    private final Source source;
    private final Bounded.Limits limits;
    private long left;

    private ParquetTable(Source source, Bounded.Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * A copy as CSV, and the source closed; if it is no Parquet, itself.
     *
     * @throws IllegalArgumentException if it cannot be read whole, or holds more than is let through
     */
    static Source asTable(Source source) throws IOException {
        return asTable(source, Bounded.Limits.USUAL);
    }

    static Source asTable(Source source, Bounded.Limits limits) throws IOException {
        if (!Arrays.equals(bytes(source, 0, MAGIC.length), MAGIC)) {
            return source;
        }
        try (source) {
            ParquetTable table = new ParquetTable(source, limits);
            table.checkEnd();
            return Source.written(source.name(), StandardCharsets.UTF_8, table::read);
        } catch (Refused e) {
            throw new IllegalArgumentException(
                    Words.say("%s cannot be read: %s", source.name(), String.valueOf(e.getMessage())), e);
        }
    }

    /** What is wrong with the file, as a part of a sentence for people. */
    private static final class Refused extends IOException {
        Refused(String why) {
            super(why);
        }

        Refused(String why, Throwable cause) {
            super(why, cause);
        }
    }

    private static byte[] bytes(Source source, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && source.read(bytes, from + bytes.position()) > 0) {
            continue;
        }
        return bytes.array();
    }

    /** The last eight bytes: how long the description before them is, and the same four letters as at the beginning. */
    private void checkEnd() throws IOException {
        long size = source.size();
        byte[] end = size < 12 ? new byte[8] : bytes(source, size - 8, 8);
        byte[] magic = Arrays.copyOfRange(end, 4, 8);
        if (Arrays.equals(magic, ENCRYPTED)) {
            throw new Refused(Words.say("it is encrypted Parquet"));
        }
        int footer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (!Arrays.equals(magic, MAGIC)) {
            throw new Refused(Words.say("it is Parquet that is cut off"));
        }
        if (footer <= 0 || footer > Math.min(LONGEST_FOOTER, size - 12)) {
            throw new Refused(Words.say("it is a damaged Parquet file"));
        }
    }

    /** Whatever a broken file makes of the library, it is the file's fault. */
    private void read(Writer out) throws IOException {
        left = limits.of(source.size());
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .build();
        try (ParquetFileReader file = new ParquetFileReader(new ParquetInput(source), options)) {
            check(file.getRowGroups());
            rows(file, out);
        } catch (Refused e) {
            throw e;
        } catch (OutOfMemoryError e) { // most likely for a length that only a broken file would have
            throw new Refused(Words.say("it is a damaged Parquet file, or there is too little memory for it"), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Refused(Words.say("it is a damaged Parquet file"), e);
        }
    }

    private void check(List<BlockMetaData> groups) throws Refused {
        for (BlockMetaData group : groups) {
            long size = 0;
            for (ColumnChunkMetaData column : group.getColumns()) {
                long length = column.getTotalSize();
                long from = column.getStartingPos();
                if (length < 0 || from < 0 || from > source.size() || length > source.size() - from) {
                    throw new Refused(Words.say("it is a damaged Parquet file"));
                }
                if (!ParquetCodecs.knows(column.getCodec())) {
                    throw new Refused(Words.say(
                            "it is packed with %s, which is not read",
                            column.getCodec().name()));
                }
                size += length;
            }
            if (size > LARGEST_GROUP) {
                throw new Refused(Words.say("it is written in too large groups of rows; save it as CSV"));
            }
        }
    }

    private void rows(ParquetFileReader file, Writer out) throws IOException {
        MessageType all = file.getFileMetaData().getSchema();
        List<Type> columns = all.getFields().stream()
                .filter(column -> column.isPrimitive() && !column.isRepetition(Type.Repetition.REPEATED))
                .limit(MOST_COLUMNS)
                .toList();
        if (columns.isEmpty()) {
            throw new Refused(Words.say("it is Parquet without a column of single values"));
        }
        MessageType wanted = new MessageType(all.getName(), columns);
        file.setRequestedSchema(wanted);
        write(columns.stream().map(Type::getName).toList(), out);
        for (PageReadStore group = file.readNextRowGroup(); group != null; group = file.readNextRowGroup()) {
            RecordReader<Group> rows = new ColumnIOFactory()
                    .getColumnIO(wanted, all)
                    .getRecordReader(group, new GroupRecordConverter(wanted));
            for (long i = 0; i < group.getRowCount(); i++) {
                write(ParquetText.of(rows.read()), out);
            }
        }
    }

    private void write(List<String> cells, Writer out) throws IOException {
        String line = Csv.line(cells);
        left -= line.length();
        if (left < 0) {
            throw new Refused(Words.say("it holds more than any list of postings would"));
        }
        out.write(line);
    }
}
