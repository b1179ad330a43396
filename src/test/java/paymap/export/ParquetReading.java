package paymap.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Reads a Parquet file with the library's own reader. */
public final class ParquetReading {

    private ParquetReading() {}

    /** @param cell takes each column's name and value, "null" where there is none, row by row */
    public static void each(Path file, BiConsumer<String, String> cell) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = new ParquetFileReader(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFooter().getFileMetaData().getSchema();
            for (PageReadStore rows = reader.readNextRowGroup(); rows != null; rows = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(rows, new GroupRecordConverter(schema));
                for (long i = 0; i < rows.getRowCount(); i++) {
                    row(schema, records.read(), cell);
                }
            }
        }
    }

    private static void row(MessageType schema, Group row, BiConsumer<String, String> cell) {
        for (int i = 0; i < schema.getFieldCount(); i++) {
            boolean missing = row.getFieldRepetitionCount(i) == 0;
            cell.accept(schema.getFieldName(i), missing ? "null" : row.getValueToString(i, 0));
        }
    }
}
