package paymap.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import paymap.cli.console.Terminal;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import paymap.cli.settings.Settings;
import picocli.CommandLine;

/** The commands as the command line knows them, so that no test forgets one. */
public final class Commands {

    private Commands() {}

    /** The whole command line, as without settings. */
    public static CommandLine all() {
        return all(Terminal.of(System.out, System.err), "help");
    }

    /** The same for a terminal, with what can be chosen for a site where the arguments ask for it. */
    static CommandLine all(Terminal terminal, String... args) {
        Wiring.Parts parts = Wiring.parts();
        return Paymap.commandLine(terminal, new Settings(Map.of(), parts.sites()), parts, args);
    }

    /** The sites that paymap knows. */
    public static Sites sites() {
        return Wiring.parts().sites();
    }

    /** What databases are opened by. */
    public static Stores stores() {
        return Wiring.parts().stores();
    }

    /** One of them. */
    public static CommandLine named(String command) {
        return Objects.requireNonNull(all().getSubcommands().get(command), command);
    }

    /** Their names, {@code help} among them. */
    public static Stream<String> names() {
        return List.copyOf(all().getSubcommands().keySet()).stream();
    }
}
