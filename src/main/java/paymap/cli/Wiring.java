package paymap.cli;

import picocli.CommandLine;

/** Hands each command what it needs; the rest of picocli's objects are made as it makes them. */
final class Wiring implements CommandLine.IFactory {

    private final Terminal terminal;
    private final String[] args;

    Wiring(Terminal terminal, String... args) {
        this.terminal = terminal;
        this.args = args.clone();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Object made = type == CrawlCommand.class
                ? new CrawlCommand(terminal, args)
                : type == StatsCommand.class
                        ? new StatsCommand(terminal)
                        : type == SandboxCommand.class
                                ? new SandboxCommand(terminal)
                                : type == PmapCommand.class ? new PmapCommand(terminal) : null;
        return made == null ? CommandLine.defaultFactory().create(type) : type.cast(made);
    }
}
