package paymap.cli.rows;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Exit;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.export.ExportFormat;
import paymap.export.RowWriter;
import paymap.files.AtomicFile;
import paymap.files.FileTrouble;
import paymap.job.JobStore.Filter;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rows themselves, for other programs. */
@Command(
        name = "export",
        description = "Write the rows that were collected as CSV, JSON lines, Parquet or a workbook of Excel.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "One line for each distinct (site, city, title, salary), ordered by them. The columns are those that README.md"
                    + " documents. A file appears when it is whole, and replaces the one that was there.",
            "",
            "Examples:",
            "  paymap export --out jobs.csv",
            "  paymap export --out jobs.csv --excel --city bj,sh --since 30d",
            "  paymap export --all-sites --out jobs.parquet",
            "  paymap export --keyword java --out jobs.xlsx",
            "  paymap export --format jsonl | head -n 3"
        })
public final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final ToLongFunction<ExportFormat> mostRows;
    private volatile boolean stopped;
    private long written;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to; a file that is there is replaced; default: standard output.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            description = "csv, jsonl, parquet or xlsx; default: as the ending of FILE says, csv for standard output.")
    private @Nullable String format;

    @Option(
            names = "--excel",
            description =
                    "CSV that Excel reads right: marked as UTF-8, CRLF, and an apostrophe before text that it would"
                            + " compute.")
    private boolean excel;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private RowFilterOptions rows;

    @Option(
            names = "--all-sites",
            description = "Rows of every site, made-up ones too; the columns site and made_up tell them apart.")
    private boolean allSites;

    public ExportCommand(Terminal terminal, Stores stores, Sites sites) {
        this(terminal, stores, sites, ExportFormat::mostRows);
    }

    /** @param mostRows how many rows fit into a file of a format */
    ExportCommand(Terminal terminal, Stores stores, Sites sites, ToLongFunction<ExportFormat> mostRows) {
        this.terminal = terminal;
        this.mostRows = mostRows;
        this.database = new DatabaseOption(stores);
        this.rows = new RowFilterOptions(sites);
    }

    @Override
    public Integer call() throws IOException {
        ExportFormat chosen = format();
        try (Store store = database.openExisting();
                Interrupt interrupt = Interrupt.stops(() -> stopped = true)) {
            refuseTheDatabaseItself();
            List<Filter> filters = filters(store);
            int exitCode = out == null || out.toString().equals("-")
                    ? toStandardOutput(store, filters, chosen)
                    : toFile(store, filters, chosen, out);
            interrupt.reported();
            return exitCode;
        }
    }

    private ExportFormat format() {
        boolean toFile = out != null && !out.toString().equals("-");
        ExportFormat chosen = format != null
                ? ExportFormat.of(format)
                : toFile && out != null
                        ? ExportFormat.byName(out)
                                .orElseThrow(() -> new IllegalArgumentException(Words.say(
                                        "--format is needed (%s): the name of \"%s\" does not tell",
                                        ExportFormat.names(), out)))
                        : ExportFormat.CSV;
        if (excel && chosen != ExportFormat.CSV) {
            throw new IllegalArgumentException(Words.say("--excel is for CSV only"));
        }
        if (!toFile && !chosen.isText()) {
            throw new IllegalArgumentException(
                    Words.say("--format %s needs --out FILE: it is no text", chosen.typed()));
        }
        return chosen;
    }

    private void refuseTheDatabaseItself() throws IOException {
        if (out != null && database.isSame(out)) {
            throw new IllegalArgumentException(Words.say("--out names the database itself: %s", out));
        }
    }

    private List<Filter> filters(Store store) {
        Instant now = Instant.now();
        if (!allSites) {
            return List.of(rows.filter(store, now));
        }
        if (rows.namesSite()) {
            throw new IllegalArgumentException(Words.say("%s and %s exclude each other", "--all-sites", "--site"));
        }
        if (store.sites().isEmpty()) {
            throw Nothing.of(store, "");
        }
        return store.sites().stream().map(site -> rows.filter(store, site, now)).toList();
    }

    private int toStandardOutput(Store store, List<Filter> filters, ExportFormat chosen) {
        try {
            write(store, filters, chosen, new BufferedOutputStream(new StdoutStream(terminal.data()), 1 << 16));
            return stopped ? Exit.INTERRUPTED : Exit.COMPLETE;
        } catch (StdoutStream.ReaderGone e) {
            return Exit.COMPLETE;
        } catch (IOException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private int toFile(Store store, List<Filter> filters, ExportFormat chosen, Path to) {
        try (AtomicFile file = AtomicFile.at(to)) {
            write(store, filters, chosen, file.stream());
            if (stopped) {
                terminal.err()
                        .println("paymap: " + Words.say("interrupted; %s is as it was.", Table.safe(to.toString())));
                return Exit.INTERRUPTED;
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

    /** @throws CommandFailed if nothing matches */
    private void write(Store store, List<Filter> filters, ExportFormat chosen, OutputStream to) throws IOException {
        try (LazyWriter writer = new LazyWriter(chosen, to)) {
            store.rows(filters, row -> {
                if (stopped) {
                    throw new CancellationException();
                }
                if (written == mostRows.applyAsLong(chosen)) {
                    throw new CommandFailed(Words.say(
                            "one sheet of Excel holds %,d rows, and there are more: narrow them with --city or --since,"
                                    + " or write CSV or Parquet",
                            written));
                }
                writer.write(row);
                written++;
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

    /** Begins with the first row: where there is none, nothing is said, not even names. */
    private final class LazyWriter implements AutoCloseable {
        private final ExportFormat chosen;
        private final OutputStream to;
        private @Nullable RowWriter writer;

        LazyWriter(ExportFormat chosen, OutputStream to) {
            this.chosen = chosen;
            this.to = to;
        }

        void write(paymap.job.JobRow row) {
            try {
                RowWriter begun = writer == null ? chosen.writer(to, excel) : writer;
                writer = begun;
                begun.write(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
