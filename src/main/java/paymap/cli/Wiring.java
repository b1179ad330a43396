package paymap.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import paymap.cli.console.Prompt;
import paymap.cli.console.Secrets;
import paymap.cli.console.Terminal;
import paymap.cli.crawl.CrawlCommand;
import paymap.cli.crawl.PaceCommand;
import paymap.cli.importing.ImportCommand;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.Sandbox;
import paymap.cli.options.SiteNames;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.cli.pmap.PmapCommand;
import paymap.cli.pmap.PmapDiffCommand;
import paymap.cli.rows.ChartCommand;
import paymap.cli.rows.ExportCommand;
import paymap.cli.rows.ForgetCommand;
import paymap.cli.rows.RunsCommand;
import paymap.cli.rows.StatsCommand;
import paymap.cli.settings.ConfigCommand;
import paymap.cli.settings.DoctorCommand;
import paymap.cli.settings.Settings;
import paymap.job.OtherStores;
import paymap.pace.Rate;
import paymap.page.PayPage;
import paymap.page.PostingLinks;
import paymap.page.web.Routes;
import paymap.site.CrawlableSite;
import paymap.site.Site;
import paymap.site.boss.Boss;
import paymap.site.job51.Job51;
import paymap.site.lagou.Lagou;
import paymap.site.lagou.SiteKey;
import paymap.site.liepin.Liepin;
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxSite;
import paymap.site.zhilian.Zhilian;
import paymap.store.OtherDatabases;
import paymap.store.PostgresStore;
import paymap.store.SqlStore;
import paymap.store.SqliteStore;
import paymap.store.Store;
import paymap.store.postgres.PostgresAddress;
import paymap.store.postgres.PostgresDatabase;
import paymap.store.postgres.PostgresDatabase.Absence;
import paymap.store.sqlite.DatabaseCheck;
import paymap.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * Hands each command what it needs. The one place that says which sites there are and which kind of store.
 */
final class Wiring {

    /** What commands are put together from. */
    record Parts(Sites sites, Stores stores) {}

    private final Terminal terminal;
    private final Settings settings;
    private final Sites sites;
    private final Stores stores;
    private final String[] args;

    Wiring(Terminal terminal, Settings settings, Parts parts, String... args) {
        this.terminal = terminal;
        this.settings = settings;
        this.sites = parts.sites();
        this.stores = parts.stores();
        this.args = args.clone();
    }

    /** A site is one folder below {@code paymap.site}, and one word here. */
    static Parts parts() {
        return new Parts(new Sites(Wiring::sites, new LocalSandbox()), new FilesAndServers());
    }

    private static List<Site> sites() {
        return List.of(new Lagou(), new Boss(), new Zhilian(), new Job51(), new Liepin());
    }

    /** For picocli, apart from this class for the reason told at {@link TypedValues}. */
    record Factory(Sites sites, Terminal terminal) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == SiteNames.class) {
                return type.cast(new SiteNames(sites));
            }
            return type == PmapDiffCommand.class
                    ? type.cast(new PmapDiffCommand(terminal))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** One that is yet to be told what was typed. */
    Object command(Subcommand which) {
        return switch (which) {
            case CRAWL -> new CrawlCommand(terminal, stores, sites, args);
            case IMPORT -> new ImportCommand(terminal, System.in, stores, sites);
            case STATS -> new StatsCommand(terminal, stores, sites);
            case CHART -> new ChartCommand(terminal, stores, sites);
            case SERVE -> new ServeCommand(terminal, stores, Wiring::pages);
            case EXPORT -> new ExportCommand(terminal, stores, sites);
            case RUNS -> new RunsCommand(terminal, stores, sites);
            case PACE -> new PaceCommand(terminal, stores, sites);
            case FORGET -> new ForgetCommand(terminal, Prompt.of(terminal, System.in), stores, sites);
            case CONFIG -> new ConfigCommand(terminal, settings);
            case DOCTOR -> new DoctorCommand(terminal, stores, settings);
            case SANDBOX -> new SandboxCommand(terminal);
            case PMAP -> new PmapCommand(terminal);
            case COMPLETION -> new CompletionCommand();
            case VERSION -> new VersionCommand();
            case HELP -> new HelpCommand();
        };
    }

    /**
     * What {@code serve} shows, until the process ends.
     *
     * @param open opens the database for reading
     */
    private static Routes pages(Supplier<Store> open) {
        Store watched = open.get();
        Map<String, Site> boards = sites().stream().collect(Collectors.toMap(Site::name, Function.identity()));
        PostingLinks links = (site, id) -> Optional.ofNullable(boards.get(site)).flatMap(board -> board.postingUrl(id));
        return PayPage.routes(
                new PayPage.Parts(open.get(), open.get(), watched::activity, links), InstantSource.system());
    }

    /** Files of SQLite, and servers of PostgreSQL where the name is an address. */
    private static final class FilesAndServers implements Stores {
        /** A letter alone before the colon is a drive of Windows. */
        private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:/|^jdbc:");

        private static final Duration USUAL_ABSENCE = Duration.ofSeconds(20);
        private static final Absence USUAL = new Absence(USUAL_ABSENCE, () -> {}, false);

        @Override
        public Optional<Path> file(String db) {
            if (PostgresAddress.isOne(db)) {
                return Optional.empty();
            }
            if (ADDRESS.matcher(db).find()) {
                throw new IllegalArgumentException(Words.say(
                        "%s names a file or a database of PostgreSQL, and this is neither: \"%s\"",
                        DatabaseOption.NAME, Secrets.hidden(db)));
            }
            try {
                return Optional.of(Path.of(db));
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(Words.say("%s names no file: \"%s\"", DatabaseOption.NAME, db), e);
            }
        }

        @Override
        public String shown(String db) {
            return PostgresAddress.isOne(db) ? PostgresAddress.of(db).shown() : db;
        }

        @Override
        public boolean isSame(String db, String address) {
            return PostgresAddress.isOne(db)
                    && PostgresDatabase.identity(PostgresAddress.of(db), USUAL)
                            .equals(PostgresDatabase.identity(PostgresAddress.of(address), USUAL));
        }

        @Override
        public OtherStores others() {
            return new OtherDatabases(USUAL);
        }

        @Override
        public Store open(String db) {
            return file(db).map(SqliteStore::open).orElseGet(() -> server(db, USUAL));
        }

        @Override
        public Store open(String db, Duration patience, Runnable waiting) {
            return file(db).map(file -> SqliteStore.open(file, patience, waiting))
                    .orElseGet(() -> server(db, new Absence(patience, waiting)));
        }

        @Override
        public Store openToRead(String db) {
            return file(db).map(SqliteStore::openToRead)
                    .orElseGet(() -> PostgresStore.openToRead(PostgresAddress.of(db), USUAL));
        }

        @Override
        public DatabaseCheck check(String db) {
            return file(db).map(DatabaseCheck::of).orElseGet(() -> PostgresStore.check(PostgresAddress.of(db)));
        }

        private static SqlStore server(String db, Absence absence) {
            return PostgresStore.open(PostgresAddress.of(db), absence);
        }
    }

    /** The made-up site in this process, which speaks every era of the protocol under keys of its own. */
    static final class LocalSandbox implements Sandbox {
        @Override
        public Rate usualRate() {
            return Rate.of("100/s");
        }

        @Override
        public Running start(long seed) throws IOException {
            SandboxSite site =
                    SandboxSite.start(SandboxOptions.defaults().withSeed(seed).withEras(SandboxOptions.ALL_ERAS));
            CrawlableSite how = new Lagou(SiteKey.LAGOU
                    .withKey(SandboxSite.publicKey(), "the sandbox")
                    .withIv(SandboxSite.IV));
            return new Started(site, how);
        }
    }

    private record Started(SandboxSite site, CrawlableSite how) implements Sandbox.Running {
        @Override
        public URI address() {
            return site.uri();
        }

        @Override
        public void close() {
            site.close();
        }
    }
}
