package paymap.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;
import paymap.job.JobRow;

/**
 * Parquet files in folders, e.g. {@code site=lagou/month=2026-11/part-0.parquet}, each of one site. One file is open at a
 * time: rows must come site by site and month by month, or a folder gets a further file each time they come back to it.
 */
public final class PartitionedRows implements RowWriter {

    /** Where the files go. */
    public interface Folder {
        /**
         * A new file; its folders are made.
         *
         * @param place names of folders and of the file, one in the other
         */
        OutputStream file(List<String> place) throws IOException;
    }

    /** What the footer of each file says, so that nobody else's is taken for one of ours. */
    private static final String NOTE = "paymap.partition_by";

    private static final Pattern FOLDER = Pattern.compile("(site|month)=[^/]+");
    private static final Pattern FILE = Pattern.compile("part-\\d{1,9}\\.parquet");

    private final PartitionBy by;
    private final Folder to;
    private final Map<List<String>, Integer> parts = new HashMap<>();
    private @Nullable RowWriter writer;
    private @Nullable JobRow last;
    private int files;

    public PartitionedRows(PartitionBy by, Folder to) {
        this.by = by;
        this.to = to;
    }

    /** Whether an export into this folder before may have made a folder or a file of such a name. */
    public static boolean isName(Path name, boolean folder) {
        return (folder ? FOLDER : FILE).matcher(name.toString()).matches();
    }

    /** Whether an export has written the file; false where it cannot be read. */
    public static boolean hasWritten(Path file) {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = new ParquetFileReader(new LocalInputFile(file), options)) {
            return reader.getFileMetaData().getKeyValueMetaData().containsKey(NOTE);
        } catch (IOException | RuntimeException e) { // the library says so of what is no Parquet
            return false;
        }
    }

    @Override
    public void write(JobRow row) throws IOException {
        RowWriter open = writer;
        if (open == null || last == null || !by.isOneFile(last, row)) {
            open = next(row);
        }
        last = row;
        open.write(row);
    }

    /** How many files were begun. */
    public int files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private RowWriter next(JobRow row) throws IOException {
        close();
        List<String> folders = by.folders(row);
        int part = parts.merge(folders, 1, Integer::sum) - 1;
        files++;
        RowWriter begun = ParquetRows.part(
                to.file(concat(folders, "part-" + part + ".parquet")), by.columns(), Map.of(NOTE, by.typed()));
        writer = begun;
        return begun;
    }

    private static List<String> concat(List<String> folders, String file) {
        List<String> place = new ArrayList<>(folders);
        place.add(file);
        return place;
    }
}
