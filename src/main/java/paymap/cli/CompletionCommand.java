package paymap.cli;

import java.util.concurrent.Callable;
import paymap.cli.console.Exit;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in bash and zsh.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  source <(paymap completion)"})
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("paymap", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return Exit.COMPLETE;
    }
}
