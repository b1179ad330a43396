package paymap.cli.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Interrupt;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.ChosenSite;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.ReportOptions;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.importer.ImportReport;
import paymap.importer.Importer;
import paymap.importer.column.Column;
import paymap.importer.column.ColumnsException;
import paymap.importer.format.ImportSettings;
import paymap.importer.text.Source;
import paymap.importer.text.Sources;
import paymap.job.City;
import paymap.job.ImportSink;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in listings that the user has saved. */
@Command(
        name = "import",
        description = "Take in listings that you have saved: result pages, a HAR of your browser, JSON, CSV.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What a file is, is told from its content: a HAR saved from the developer tools or a saved page of",
            "Lagou, Boss直聘, 智联招聘, 51job or 猎聘 (docs/import.md tells which eras), JSON with a list of",
            "postings somewhere inside, JSON lines, or a table whose first row holds names (CSV, TSV; UTF-8,",
            "UTF-16, GBK). Importing a file twice adds nothing. No recruiter's data is ever stored; cookies in a",
            "HAR are not read. --dry-run shows what would be stored.",
            "",
            "--browser reads what a browser receives while you browse, and stores each page as you turn it. It clicks",
            "nothing and asks the boards for nothing. The browser listens on a debugging port of this machine: while it",
            "is open, every program of this machine can use it with all its logins. Use it for the boards alone.",
            "",
            "Examples:",
            "  paymap import visit.har                            pages you looked at in your browser",
            "  paymap import --city bj page1.html page2.html      pages that do not name their city",
            "  paymap import --site boss --columns title=岗位,salary=薪资,city=城市 boss.csv",
            "  paymap import --site liepin --columns title=job.title,salary=job.salary,city=job.dq reply.json",
            "  paymap import --rejects rejects.jsonl visits/ 'saves/*.har' rows.csv.gz jobs.xlsx",
            "  paymap import other.db                             another database, with its history",
            "  paymap import postgresql://look@db/x --db copy.db  the same from a server",
            "  paymap import --browser https://www.zhipin.com     read along while you browse"
        })
public final class ImportCommand implements Callable<Integer> {

    /** On a slow disk a commit takes its time, and what it holds is worth the wait. */
    private static final Duration TO_COMMIT = Duration.ofSeconds(10);

    /** For whoever holds the database: a crawl commits after each page, another import every few seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final Terminal terminal;
    private final InputStream standardInput;
    private final Sites sites;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Files, also .gz, .zip, .xlsx and .parquet; folders, of which the files are meant; patterns in quotes; - is"
                            + " standard input; postgresql://USER@HOST/NAME, a database.")
    private List<String> files = List.of();

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--columns",
            paramLabel = "MAP",
            description = "What the file calls its columns, e.g. title=职位,salary=薪资,city=城市; also id, company,"
                    + " district, experience, education, posted, months, site. By number where the first row is no"
                    + " header: title=1,salary=2,city=3 (#1 where a column is called 1, too). In JSON with dots:"
                    + " title=job.title. Default: the usual names.")
    private String columns = "";

    @Option(
            names = {"--city", "--cities"},
            paramLabel = "CITY",
            description = "Of rows that name none: a code, pinyin or Chinese.")
    private @Nullable String city;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "Where rows of tables come from; default: what their column site says, else ${DEFAULT-VALUE}."
                    + " Pages of a known board are always that board's. Rows of two sites are never averaged together.")
    private String site = "imported";

    @Option(
            names = "--keyword",
            paramLabel = "WORDS",
            description = "What was searched for; default: what the file says, else nothing.")
    private @Nullable String keyword;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of all files, e.g. GBK; default: told from all bytes of each.")
    private @Nullable String encoding;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write each rejected row there as a line of JSON: file, place, reason, title, salary, city.")
    private @Nullable Path rejects;

    @Option(names = "--dry-run", description = "Store nothing; tell which columns are read and show the first rows.")
    private boolean dryRun;

    @Mixin
    private BrowserOptions browser = new BrowserOptions();

    @Mixin
    private ReportOptions printing = new ReportOptions();

    public ImportCommand(Terminal terminal, InputStream standardInput, Stores stores, Sites sites) {
        this.terminal = terminal;
        this.database = new DatabaseOption(stores);
        this.sites = sites;
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        browser.check(!files.isEmpty());
        ImportSettings settings = settings();
        if (browser.isWanted()) {
            return readAlong(settings);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(Words.say("name at least one FILE, or read along with --browser"));
        }
        if (files.stream().filter("-"::equals).count() > 1) {
            throw new IllegalArgumentException(Words.say("standard input (-) can be read once only"));
        }
        refuseToReplaceWhatIsRead();
        try (Sources open = opened()) {
            refuseOwnFiles(open);
            return imported(open, settings);
        }
    }

    private int imported(Sources open, ImportSettings settings) throws InterruptedException, IOException {
        try (RejectFile rejected = RejectFile.to(rejects);
                ImportProgress progress = new ImportProgress(printing.progress(terminal), rejected)) {
            Importer importer = importer(open.files(), settings, progress);
            if (dryRun) {
                return run(importer, new DiscardingSink(), progress, rejected);
            }
            try (Store store = database.open(LONGEST_WAIT, terminal)) {
                refuseItself(open);
                return run(importer, store.importSink(importer.fingerprint()), progress, rejected);
            }
        }
    }

    private Sources opened() throws IOException {
        try {
            return Sources.of(files, standardInput, database.others()::isAddress);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
        } catch (FileSystemException e) {
            throw unreadable(e);
        }
    }

    private static CommandFailed unreadable(FileSystemException e) {
        return new CommandFailed(Words.say("%s cannot be read: %s", e.getFile(), e.getReason()));
    }

    private Importer importer(List<Source> sources, ImportSettings settings, ImportProgress progress)
            throws IOException {
        try {
            return Importer.of(sources, settings, sites.savedPages(), database.others(), progress);
        } catch (ColumnsException e) {
            throw new IllegalArgumentException(ColumnWords.of(e), e);
        } catch (FileSystemException e) {
            throw unreadable(e);
        }
    }

    /** The file of rejected rows must be neither the database nor one of those that are read. */
    private void refuseToReplaceWhatIsRead() throws IOException {
        if (rejects == null || !Files.isRegularFile(rejects)) {
            return;
        }
        boolean needed = database.isSame(rejects);
        for (String file : files) {
            needed |= !database.others().isAddress(file)
                    && Files.exists(Path.of(file))
                    && Files.isSameFile(Path.of(file), rejects);
        }
        if (needed) {
            throw new IllegalArgumentException(Words.say("--rejects names a file that is needed itself: %s", rejects));
        }
    }

    /** Nor may what is read be the database, or the file of rejected rows where a folder or a pattern names it. */
    private void refuseOwnFiles(Sources open) throws IOException {
        for (Source source : open.files()) {
            Path file = source.path();
            if (file != null && database.isSame(file)) {
                throw new IllegalArgumentException(
                        Words.say("%s is the database itself, into which its rows would go", file));
            }
            if (file != null && rejects != null && Files.exists(rejects) && Files.isSameFile(file, rejects)) {
                throw new IllegalArgumentException(
                        Words.say("--rejects names a file that is needed itself: %s", rejects));
            }
        }
    }

    /** One database has many addresses, so that it has to be asked, once it is there. */
    private void refuseItself(Sources open) {
        for (Source source : open.files()) {
            if (source.isAddress() && database.isSame(source.name())) {
                throw new IllegalArgumentException(
                        Words.say("%s is the database itself, into which its rows would go", source.name()));
            }
        }
    }

    private int run(Importer importer, ImportSink sink, ImportProgress progress, RejectFile rejected)
            throws InterruptedException {
        try (Interrupt interrupt = Interrupt.stops(importer::stop, TO_COMMIT)) {
            ImportReport report = importer.run(sink);
            progress.close();
            rejected.commit();
            int exitCode = printing.print(new ImportSummary(report, dryRun, rejects, database.name()), terminal);
            interrupt.reported();
            return exitCode;
        }
    }

    private int readAlong(ImportSettings settings) throws InterruptedException, IOException {
        refuseToReplaceWhatIsRead();
        Terminal progress = printing.progress(terminal);
        BrowserImport visit = new BrowserImport(browser, settings, sites.savedPages(), progress);
        try (RejectFile rejected = RejectFile.to(rejects);
                Interrupt interrupt = visit.interrupt()) {
            VisitProgress pages =
                    new VisitProgress(printing.isJson() ? terminal : progress, printing.isJson(), rejected);
            ImportReport report = readAlong(visit, pages);
            rejected.commit();
            ImportSummary summary = new ImportSummary(report, dryRun, rejects, database.name());
            int exitCode = printing.print(new VisitSummary(summary), terminal);
            interrupt.reported();
            return exitCode;
        }
    }

    private ImportReport readAlong(BrowserImport visit, VisitProgress pages) throws InterruptedException, IOException {
        if (dryRun) {
            return visit.run(fingerprint -> new DiscardingSink(), pages);
        }
        try (Store store = database.open(LONGEST_WAIT, terminal)) {
            return visit.run(store::importSink, pages);
        }
    }

    private ImportSettings settings() {
        Map<Column, String> named = ColumnMap.of(columns);
        return new ImportSettings(
                named,
                city == null ? "" : City.of(city).chinese(),
                ChosenSite.nameOf(site.strip(), sites),
                keyword == null ? null : keyword.strip(),
                encoding == null ? null : charset(encoding));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    Words.say("not an encoding: \"%s\"; allowed e.g. UTF-8, GBK, GB18030, UTF-16", Table.safe(name)));
        }
    }
}
