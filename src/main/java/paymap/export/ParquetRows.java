package paymap.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import paymap.job.JobRow;

/**
 * Parquet with one group of rows at a time in memory. LZ4_RAW, the one codec of the format that comes in plain Java;
 * pandas, DuckDB, Polars and Spark read it (format 2.9 and later).
 */
final class ParquetRows implements RowWriter {

    /** Bytes of a row group before it is written: what stays in memory. */
    private static final long ROW_GROUP = 16L << 20;

    /** The same in a file among many, which are read by engines that share out row groups. */
    private static final long LARGE_ROW_GROUP = 64L << 20;

    private static final int ROWS_OF_LARGE_GROUP = 1 << 20;

    private final ParquetWriter<JobRow> parquet;

    private ParquetRows(OutputStream to, Columns columns, long rowGroup) throws IOException {
        this.parquet = new Builder(new Stream(to), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.LZ4_RAW)
                .withRowGroupSize(rowGroup)
                .withRowGroupRowCountLimit(ROWS_OF_LARGE_GROUP)
                .build();
    }

    /** All rows in one file. */
    static ParquetRows whole(OutputStream to) throws IOException {
        return new ParquetRows(to, new Columns(JobRow.COLUMNS, Map.of()), ROW_GROUP);
    }

    /**
     * Some of the rows, in a file among many.
     *
     * @param columns those that the file holds
     * @param notes what its footer says beside
     */
    static ParquetRows part(OutputStream to, List<JobRow.Column> columns, Map<String, String> notes)
            throws IOException {
        return new ParquetRows(to, new Columns(columns, notes), LARGE_ROW_GROUP);
    }

    @Override
    public void write(JobRow row) throws IOException {
        parquet.write(row);
    }

    @Override
    public void close() throws IOException {
        parquet.close();
    }

    private static MessageType schema(List<JobRow.Column> columns) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (JobRow.Column column : columns) {
            Types.PrimitiveBuilder<PrimitiveType> type = primitive(column);
            message.addField(
                    column.number() || column.fraction()
                            ? type.named(column.name())
                            : type.as(LogicalTypeAnnotation.stringType()).named(column.name()));
        }
        return message.named("jobs");
    }

    private static Types.PrimitiveBuilder<PrimitiveType> primitive(JobRow.Column column) {
        PrimitiveTypeName name = column.number()
                ? PrimitiveTypeName.INT32
                : column.fraction() ? PrimitiveTypeName.DOUBLE : PrimitiveTypeName.BINARY;
        return column.nullable() ? Types.optional(name) : Types.required(name);
    }

    private static final class Builder extends ParquetWriter.Builder<JobRow, Builder> {
        private final Columns columns;

        Builder(OutputFile file, Columns columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<JobRow> getWriteSupport(Configuration ignored) {
            return columns;
        }

        @Override
        protected WriteSupport<JobRow> getWriteSupport(ParquetConfiguration ignored) {
            return columns;
        }
    }

    private static final class Columns extends WriteSupport<JobRow> {

        private final MessageType schema;
        private final Map<String, String> notes;
        private final int[] places; // of each column among the values of a row
        private @Nullable RecordConsumer to;

        Columns(List<JobRow.Column> columns, Map<String, String> notes) {
            this.schema = schema(columns);
            this.notes = notes;
            this.places = columns.stream().mapToInt(JobRow.COLUMNS::indexOf).toArray();
        }

        @Override
        @Deprecated
        public WriteContext init(Configuration ignored) {
            return new WriteContext(schema, notes);
        }

        @Override
        public WriteContext init(ParquetConfiguration ignored) {
            return new WriteContext(schema, notes);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            to = consumer;
        }

        @Override
        public void write(JobRow row) {
            RecordConsumer record = to;
            if (record == null) {
                throw new IllegalStateException("the library writes before it prepares");
            }
            record.startMessage();
            List<@Nullable Object> values = row.values();
            for (int i = 0; i < places.length; i++) {
                Object value = values.get(places[i]);
                if (value != null) {
                    write(record, i, value);
                }
            }
            record.endMessage();
        }

        private void write(RecordConsumer record, int place, Object value) {
            String name = schema.getFieldName(place);
            record.startField(name, place);
            if (value instanceof Integer number) {
                record.addInteger(number);
            } else if (value instanceof Double fraction) {
                record.addDouble(fraction);
            } else {
                record.addBinary(Binary.fromString(value.toString()));
            }
            record.endField(name, place);
        }
    }

    /** The library asks for a place in the file; a stream that is only ever written onwards can count it. */
    private static final class Stream implements OutputFile {
        private final OutputStream to;

        Stream(OutputStream to) {
            this.to = to;
        }

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Counted(new BufferedOutputStream(to));
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Counted extends PositionOutputStream {
        private final OutputStream to;
        private long position;

        Counted(OutputStream to) {
            this.to = to;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int oneByte) throws IOException {
            to.write(oneByte);
            position++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
