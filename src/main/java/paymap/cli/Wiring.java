package paymap.cli;

import org.jspecify.annotations.Nullable;
import paymap.cli.console.Terminal;
import paymap.cli.crawl.CrawlCommand;
import paymap.cli.importing.ImportCommand;
import paymap.cli.options.Sites;
import paymap.cli.pmap.PmapCommand;
import paymap.cli.rows.ChartCommand;
import paymap.cli.rows.ExportCommand;
import paymap.cli.rows.RunsCommand;
import paymap.cli.rows.StatsCommand;
import paymap.cli.settings.ConfigCommand;
import paymap.cli.settings.DoctorCommand;
import paymap.cli.settings.Settings;
import picocli.CommandLine;

/** Hands each command what it needs; the rest of picocli's objects are made as it makes them. */
final class Wiring implements CommandLine.IFactory {

    private final Terminal terminal;
    private final Settings settings;
    private final Sites sites;
    private final String[] args;

    Wiring(Terminal terminal, Settings settings, Sites sites, String... args) {
        this.terminal = terminal;
        this.settings = settings;
        this.sites = sites;
        this.args = args.clone();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object made = command(type);
        return made == null ? CommandLine.defaultFactory().create(type) : type.cast(made);
    }

    private @Nullable Object command(Class<?> type) {
        if (type == CrawlCommand.class) {
            return new CrawlCommand(terminal, sites, args);
        }
        if (type == StatsCommand.class) {
            return new StatsCommand(terminal);
        }
        if (type == ImportCommand.class) {
            return new ImportCommand(terminal, System.in, sites);
        }
        if (type == ChartCommand.class) {
            return new ChartCommand(terminal);
        }
        if (type == ConfigCommand.class) {
            return new ConfigCommand(terminal, settings);
        }
        if (type == DoctorCommand.class) {
            return new DoctorCommand(terminal, settings, sites);
        }
        if (type == RunsCommand.class) {
            return new RunsCommand(terminal);
        }
        if (type == ExportCommand.class) {
            return new ExportCommand(terminal);
        }
        if (type == PmapCommand.class) {
            return new PmapCommand(terminal);
        }
        return type == SandboxCommand.class ? new SandboxCommand(terminal) : null;
    }
}
