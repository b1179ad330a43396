package paymap.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.console.TextEncoding;
import paymap.cli.console.Traced;
import paymap.cli.console.Version;
import paymap.cli.pmap.PmapCommand;
import paymap.cli.settings.Settings;
import paymap.site.SiteOption;
import paymap.words.Language;
import paymap.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "paymap",
        description = "What does this job pay in which city?",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  paymap crawl --cities bj,sh,gz,sz --site sandbox   try it on made-up data",
            "  paymap crawl --cities bj,sh,gz,sz                  100 Python listings a city from Lagou",
            "  paymap import visit.har                            pages you saved in your browser",
            "  paymap stats --json                                what was found, for scripts",
            "  paymap chart                                       and in pictures, with a report to send on",
            "",
            "Exit codes: 0 complete, 1 could not go on, 2 wrong usage, 3 partial, 130 interrupted."
        })
public final class Paymap implements Runnable {

    /** Of help: lines longer than these are hard to read, and shorter ones hold no option and what is said of it. */
    private static final int MOST_COLUMNS = 100;

    private static final int FEWEST_COLUMNS = 72;

    /** Commands that take or tell what can be chosen for one site; no other waits for the sites to be made. */
    private static final Set<String> WITH_SITE_OPTIONS = Set.of("crawl", "help", "completion");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs a command by its arguments alone: no variable and no file has a say.
     *
     * @param out for results
     * @param err for everything else
     * @return the exit code
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        return run(out, err, Map.of(), args);
    }

    /** @param environment variables that may stand in for options, and say where the file of settings is */
    public static int run(PrintStream out, PrintStream err, Map<String, String> environment, String... args) {
        try {
            return runWithin(out, err, environment, args);
        } catch (OutOfMemoryError e) {
            return Failures.reportMemory(err);
        }
    }

    private static int runWithin(PrintStream out, PrintStream err, Map<String, String> environment, String... args) {
        Language.of(environment).speak();
        if (LanguageOption.typed(args) == null) {
            Settings.speak(environment);
        }
        String refusal = LanguageOption.speak(args);
        if (refusal == null) {
            refusal = TextEncoding.of(environment).refusal(args);
        }
        if (refusal != null) {
            err.println("paymap: " + Table.safe(refusal));
            return Exit.USAGE;
        }
        Integer exitCode = fastPath(out, err, args);
        return exitCode == null ? run(out, err, environment, Wiring.parts(), args) : exitCode;
    }

    /** What must not wait for the command line library, or for a site: a short scan, and scripts that ask the version. */
    private static @Nullable Integer fastPath(PrintStream out, PrintStream err, String... args) {
        if (args.length == 1 && args[0].equals("--version")) {
            for (String line : new Version().getVersion()) {
                out.println(line);
            }
            return Exit.COMPLETE;
        }
        try {
            return PmapCommand.fastPath(out, err, args);
        } catch (RuntimeException | InterruptedException e) {
            return Failures.report(e, writer(err), false);
        }
    }

    static int run(
            PrintStream out, PrintStream err, Map<String, String> environment, Wiring.Parts parts, String... args) {
        silenceLibraries();
        Settings settings = new Settings(environment, parts.sites());
        return commandLine(Terminal.of(out, err), settings, parts, args).execute(args);
    }

    static CommandLine commandLine(Terminal terminal, Settings settings, Wiring.Parts parts, String... args) {
        Wiring wiring = new Wiring(terminal, settings, parts, args);
        CommandLine line = new CommandLine(new Paymap(), new Wiring.Factory(parts.sites(), terminal));
        Subcommand.of(args).forEach(subcommand -> line.addSubcommand(wiring.command(subcommand)));
        CommandLine crawl = line.getSubcommands().get("crawl");
        if (crawl != null && Stream.of(args).anyMatch(WITH_SITE_OPTIONS::contains)) {
            parts.sites().options().forEach(option -> crawl.getCommandSpec().addOption(optionSpec(option)));
        }
        addCommon(line);
        for (CommandLine command : line.getSubcommands().values()) {
            addCommon(command);
            command.getSubcommands().values().forEach(Paymap::addCommon);
        }
        settings.tellIn(line);
        TypedValues.teach(line);
        return line.setDefaultValueProvider(new Settings.Defaults(settings))
                .setExecutionStrategy(new CheckedRun(settings, terminal))
                .setOut(writer(terminal.help()))
                .setErr(writer(terminal.err()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(Math.min(MOST_COLUMNS, Math.max(FEWEST_COLUMNS, terminal.columns())))
                .setHelpFactory(new PlainHelp())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Reporting());
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                Words.say(
                        "no command is given; there are %s",
                        Words.list(spec.subcommands().keySet())));
    }

    /** What each command has, so that a script may ask the one that it runs. */
    private static void addCommon(CommandLine command) {
        CommandSpec itself = command.getCommandSpec();
        itself.versionProvider(new Version());
        itself.usageMessage().abbreviateSynopsis(true).requiredOptionMarker('*');
        if (itself.findOption("--version") == null) {
            itself.addOption(OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print version information and exit.")
                    .build());
        }
        if (itself.findOption(LanguageOption.NAME) == null) {
            itself.addOption(LanguageOption.spec());
        }
        if (itself.helpCommand()) { // in our words, as those of picocli come with headings of their own
            itself.usageMessage().header(new String[0]).description("Print help: of paymap, or of one command.");
        }
    }

    private static OptionSpec optionSpec(SiteOption option) {
        return OptionSpec.builder(option.name())
                .paramLabel(option.label())
                .type(String.class)
                .description(option.description())
                .completionCandidates(option.values())
                .build();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    // No lambdas for these, see TypedValues.

    /** Runs a command once its settings are found in order. */
    private record CheckedRun(Settings settings, Terminal terminal) implements CommandLine.IExecutionStrategy {
        @Override
        public int execute(ParseResult parsed) {
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            settings.check(last, terminal);
            return new CommandLine.RunLast().execute(parsed);
        }
    }

    private static final class Reporting implements CommandLine.IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception e, CommandLine failed, ParseResult parsed) {
            boolean traced = failed.getCommand() instanceof Traced command && command.traced();
            return Failures.report(e, failed.getErr(), traced);
        }
    }

    /** Our own commands tell what went wrong; a library's log would only mix into it. */
    private static void silenceLibraries() {
        // Named, so that no provider is looked for in the jar, and no file of settings read for what is silent anyway.
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("picocli.trace", "OFF");
    }
}
