package paymap.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import paymap.cli.console.CommandFailed;
import paymap.cli.console.Durations;
import paymap.cli.console.Exit;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.DatabaseOption;
import paymap.cli.options.Stores;
import paymap.pace.SteadyClock;
import paymap.page.web.Options;
import paymap.page.web.PageServer;
import paymap.page.web.Routes;
import paymap.store.Store;
import paymap.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was collected, to look at in the browser of this machine. */
@Command(
        name = "serve",
        description = "Show what was collected as a page in the browser of this machine, until Ctrl-C.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The address it prints lets one browser in, once; no other machine can reach it.",
            "",
            "Examples:",
            "  paymap serve",
            "  paymap serve --db data/paymap.db --port 8088 --idle 8h"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int MOST_PORT = 65_535;

    private final Terminal terminal;
    private final Function<Supplier<Store>, Routes> pages;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "1 to 65535, 0 = any free one; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            description = "How long after the last look at it the page ends by itself, e.g. 30min; default:"
                    + " ${DEFAULT-VALUE}.")
    private String idle = "1h";

    /** @param pages what is shown, given what opens the database for reading anew at each call, to be closed after use */
    ServeCommand(Terminal terminal, Stores stores, Function<Supplier<Store>, Routes> pages) {
        this.terminal = terminal;
        this.pages = pages;
        this.database = new DatabaseOption(stores);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MOST_PORT) {
            throw new IllegalArgumentException(
                    Words.say("--port must be from 0 to %d, where 0 is any free one: %d", MOST_PORT, port));
        }
        Duration patience = Durations.WAIT.of(idle);
        database.openExisting().close(); // what is wrong with it is told here, not in the browser
        terminal.err().println(Words.say("Reading the rows of %s ...", database.name()));
        terminal.err().flush();
        Routes routes = pages.apply(database::openExisting);
        try (PageServer page = start(Options.of(port, patience, new SteadyClock(), this::tell), routes)) {
            terminal.err()
                    .println(
                            Words.say(
                                    "Open this address in a browser on this machine; it lets one browser in, once. Ctrl-C ends it."));
            terminal.out().println(page.address());
            terminal.out().flush();
            page.await();
        }
        terminal.err().println(Words.say("Nobody has looked for %s; the page has ended.", idle));
        return Exit.COMPLETE;
    }

    private PageServer start(Options options, Routes routes) {
        try {
            return PageServer.start(options, routes);
        } catch (IOException e) {
            throw new CommandFailed(Words.say("cannot listen on 127.0.0.1:%d: %s", port, e.getMessage()), e);
        }
    }

    private void tell(Throwable trouble) {
        String what = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        terminal.err().println("paymap: " + Words.say("a page could not be answered: %s", Table.safe(what)));
        terminal.err().flush();
    }
}
