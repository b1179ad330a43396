package paymap.cli;

import java.util.concurrent.Callable;
import paymap.cli.console.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The same as {@code --version}, for those who type it as a word. */
@Command(name = "version", description = "Print version information.", mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().printVersionHelp(spec.commandLine().getOut());
        return Exit.COMPLETE;
    }
}
