package paymap.cli.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.export.ExportFormat;
import paymap.export.PartitionBy;
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
            "  paymap export --all-sites --partition-by site,month --out jobs",
            "  paymap export --keyword java --out jobs.xlsx",
            "  paymap export --format jsonl | head -n 3"
        })
public final class ExportCommand implements Callable<Integer> {

    private static final String PARTITION_BY = "--partition-by";

    private final Terminal terminal;
    private final ToLongFunction<ExportFormat> mostRows;
    private volatile boolean stopped;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to; a file that is there is replaced; default: standard output.")
    private @Nullable Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, jsonl, parquet or xlsx; default: as the ending of FILE says, csv for standard output.")
    private @Nullable String format;

    @Option(
            names = "--excel",
            description =
                    "CSV that Excel reads right: marked as UTF-8, CRLF, and an apostrophe before text that it would"
                            + " compute.")
    private boolean excel;

    @Option(
            names = PARTITION_BY,
            paramLabel = "COLUMNS",
            description =
                    "Parquet in many files: FILE is a folder with one for each month (the one a row was first seen in, UTC),"
                            + " each site, or both: month, site or site,month. It replaces an earlier one.")
    private @Nullable String partitionBy;

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
        PartitionBy parts = partitionBy == null ? null : PartitionBy.of(partitionBy);
        ExportFormat chosen = parts == null ? format() : partitionedFormat();
        try (Store store = database.openExisting();
                Interrupt interrupt = Interrupt.stops(() -> stopped = true)) {
            refuseTheDatabaseItself();
            ExportRun run = new ExportRun(terminal, store, filters(store), () -> stopped);
            int exitCode = parts != null && out != null
                    ? run.toFolder(parts, out)
                    : isToFile() && out != null
                            ? run.toFile(chosen, excel, mostRows.applyAsLong(chosen), out)
                            : run.toStandardOutput(chosen, excel);
            interrupt.reported();
            return exitCode;
        }
    }

    private boolean isToFile() {
        return out != null && !out.toString().equals("-");
    }

    private ExportFormat format() {
        boolean toFile = isToFile();
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

    /** Parquet, unless something else is asked for, by the name of the folder too. */
    private ExportFormat partitionedFormat() {
        if (out == null || !isToFile()) {
            throw new IllegalArgumentException(Words.say("%s needs --out with the name of a folder", PARTITION_BY));
        }
        ExportFormat chosen = format != null
                ? ExportFormat.of(format)
                : ExportFormat.byName(out).orElse(ExportFormat.PARQUET);
        if (chosen != ExportFormat.PARQUET || excel) {
            throw new IllegalArgumentException(
                    Words.say("%s is for Parquet only, not for %s", PARTITION_BY, excel ? "--excel" : chosen.typed()));
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
}
