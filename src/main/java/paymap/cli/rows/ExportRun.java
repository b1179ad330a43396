package paymap.cli.rows;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.ProgressLine;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.export.ExportFormat;
import paymap.export.PartitionBy;
import paymap.export.PartitionedRows;
import paymap.export.RowWriter;
import paymap.files.AtomicFile;
import paymap.files.AtomicFolder;
import paymap.files.FileTrouble;
import paymap.job.JobRow;
import paymap.job.JobStore.Filter;
import paymap.job.JobStore.RowOrder;
import paymap.store.Store;
import paymap.words.Words;

/** Hands rows on to where they are to go, and tells what came of it. For one export. */
final class ExportRun {

    private static final AtomicFolder.Kind PARTITIONED = new AtomicFolder.Kind() {
        @Override
        public boolean hasName(Path name, boolean folder) {
            return PartitionedRows.isName(name, folder);
        }

        @Override
        public boolean hasFile(Path file) {
            return PartitionedRows.hasWritten(file);
        }
    };

    private final Terminal terminal;
    private final Store store;
    private final List<Filter> filters;
    private final BooleanSupplier stopped;
    private long written;

    /** @param stopped whether somebody wants it to end */
    ExportRun(Terminal terminal, Store store, List<Filter> filters, BooleanSupplier stopped) {
        this.terminal = terminal;
        this.store = store;
        this.filters = filters;
        this.stopped = stopped;
    }

    /** @return the exit code, as of the others */
    int toStandardOutput(ExportFormat format, boolean excel) {
        try (LazyWriter writer =
                new LazyWriter(format, new BufferedOutputStream(new StdoutStream(terminal.data()), 1 << 16), excel)) {
            write(writer, RowOrder.CITY, Long.MAX_VALUE, () -> {});
            return stopped.getAsBoolean() ? Exit.INTERRUPTED : Exit.COMPLETE;
        } catch (StdoutStream.ReaderGone e) {
            return Exit.COMPLETE;
        } catch (IOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    /** @param most rows that fit into it */
    int toFile(ExportFormat format, boolean excel, long most, Path to) {
        try (AtomicFile file = AtomicFile.at(to)) {
            try (LazyWriter writer = new LazyWriter(format, file.stream(), excel)) {
                write(writer, RowOrder.CITY, most, () -> {});
            }
            if (stopped.getAsBoolean()) {
                return interrupted(to);
            }
            file.commit();
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot write to %s: %s", to, FileTrouble.writing(e)), e);
        }
        terminal.err().println(Words.say("%,d rows written to %s", written, Table.safe(to.toString())));
        if (excel && written > ExportFormat.EXCEL_ROWS) {
            terminal.err()
                    .println("paymap: "
                            + Words.say(
                                    "one sheet of Excel shows only the first %,d of them.", ExportFormat.EXCEL_ROWS));
        }
        return Exit.COMPLETE;
    }

    /** Parquet in folders. */
    int toFolder(PartitionBy by, Path to) {
        int files;
        ProgressLine line = new ProgressLine(terminal, System.nanoTime());
        Supplier<String> progress = () -> Words.say("%,d rows written", written);
        try (AtomicFolder folder = AtomicFolder.at(to, PARTITIONED)) {
            try (PartitionedRows writer = new PartitionedRows(by, folder::file)) {
                write(writer, by.order(), Long.MAX_VALUE, () -> line.show(System.nanoTime(), progress));
                files = writer.files();
            } finally {
                line.clear();
            }
            if (stopped.getAsBoolean()) {
                return interrupted(to);
            }
            folder.commit();
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot write to %s: %s", to, FileTrouble.writing(e)), e);
        }
        terminal.err()
                .println(Words.say("%,d rows written to %s, files: %,d", written, Table.safe(to.toString()), files));
        return Exit.COMPLETE;
    }

    private int interrupted(Path to) {
        terminal.err().println("paymap: " + Words.say("interrupted; %s is as it was.", Table.safe(to.toString())));
        return Exit.INTERRUPTED;
    }

    /**
     * @param most rows that there is room for
     * @param each called after each row
     * @throws CommandFailed if nothing matches
     */
    private void write(RowWriter writer, RowOrder order, long most, Runnable each) throws IOException {
        try {
            store.rows(filters, order, row -> {
                if (stopped.getAsBoolean()) {
                    throw new CancellationException();
                }
                requireRoom(most);
                hand(writer, row);
                written++;
                each.run();
            });
        } catch (CancellationException e) {
            return;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (written == 0) {
            throw Nothing.of(store, filters.get(filters.size() - 1));
        }
    }

    private void requireRoom(long most) {
        if (written == most) {
            throw new CommandFailed(Words.say(
                    "one sheet of Excel holds %,d rows, and there are more: narrow them with --city or --since,"
                            + " or write CSV or Parquet",
                    written));
        }
    }

    private static void hand(RowWriter writer, JobRow row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins with the first row: where there is none, nothing is said, not even names. */
    private static final class LazyWriter implements RowWriter {
        private final ExportFormat format;
        private final OutputStream to;
        private final boolean excel;
        private @Nullable RowWriter writer;

        LazyWriter(ExportFormat format, OutputStream to, boolean excel) {
            this.format = format;
            this.to = to;
            this.excel = excel;
        }

        @Override
        public void write(JobRow row) throws IOException {
            RowWriter begun = writer == null ? format.writer(to, excel) : writer;
            writer = begun;
            begun.write(row);
        }

        @Override
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
