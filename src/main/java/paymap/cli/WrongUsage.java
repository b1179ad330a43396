package paymap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import paymap.cli.console.Exit;
import paymap.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line: from what picocli found, never in its words. */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("paymap: " + Failures.oneLine(sentence(e, Arrays.asList(args))));
        List<String> likely =
                e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!likely.isEmpty()) {
            err.println(Words.say("Did you mean: %s?", Failures.oneLine(Words.list(likely))));
        }
        err.println(Words.say("Try: %s", line.getCommandSpec().qualifiedName(" ") + " --help"));
        return Exit.USAGE;
    }

    private static String sentence(ParameterException e, List<String> args) {
        if (e instanceof MissingParameterException missing) {
            return missing(missing.getMissing().get(0), args);
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, e.getCommandLine().getCommandSpec());
        }
        if (e instanceof OverwrittenOptionException twice) {
            return Words.say("%s may be given only once", name(twice.getOverwritten()));
        }
        ArgSpec argument = e.getArgSpec();
        if (argument != null) {
            return wrong(argument, e);
        }
        return e.getValue() == null ? String.valueOf(e.getMessage()) : unknownCommand(e.getValue()); // of help
    }

    private static String missing(ArgSpec argument, List<String> args) {
        boolean typed = argument instanceof OptionSpec option
                && Arrays.stream(option.names()).anyMatch(args::contains);
        return typed
                ? Words.say("%s needs a value: %s", name(argument), argument.paramLabel())
                : Words.say(
                        "%s is missing",
                        argument.isOption() ? name(argument) + " " + argument.paramLabel() : name(argument));
    }

    private static String unmatched(UnmatchedArgumentException e, CommandSpec command) {
        String first = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            return Words.say("unknown option: \"%s\"", first);
        }
        return command.subcommands().isEmpty() || command.parent() != null
                ? Words.say("one argument too many: \"%s\"", first)
                : unknownCommand(first);
    }

    private static String unknownCommand(String name) {
        return Words.say("unknown command: \"%s\"", name);
    }

    /** The converters of {@link TypedValues} say what is wrong; a choice has its values. */
    private static String wrong(ArgSpec argument, ParameterException e) {
        if (Arrays.stream(argument.auxiliaryTypes()).anyMatch(Class::isEnum)) {
            List<String> allowed = new ArrayList<>();
            argument.completionCandidates().forEach(value -> allowed.add(value.toLowerCase(Locale.ROOT)));
            return Words.say("%s cannot be \"%s\"; allowed: %s", name(argument), e.getValue(), Words.list(allowed));
        }
        Throwable found = e.getCause() == null ? e : e.getCause();
        return name(argument) + ": " + found.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
