package paymap.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import paymap.cli.console.Terminal;
import paymap.cli.options.Sites;
import paymap.cli.options.Stores;
import picocli.CommandLine;

/** The commands as the command line knows them, so that no test forgets one. */
public final class Commands {

    private Commands() {}

    /** The whole command line, as without settings. */
    public static CommandLine all() {
        return Paymap.commandLine(Terminal.of(System.out, System.err), Map.of(), Wiring.parts(), "help");
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
