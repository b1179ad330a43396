package paymap.cli.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.console.TextEncoding;
import paymap.cli.options.Sites;
import paymap.words.Language;
import paymap.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What stands in for options that are not typed: the environment first, then the file of settings. */
public final class Settings {

    /**
     * A value and where it comes from.
     *
     * @param place the name of a variable, or a file
     * @param line of the file, from 1; 0 = it is a variable
     */
    record Value(String text, String place, int line) {

        /** Where it comes from, for scripts. */
        String from() {
            return line == 0 ? place : place + ", line " + line;
        }

        /** The same for people. */
        String said() {
            return line == 0 ? place : Words.say("%s, line %d", place, line);
        }
    }

    /** Commands that must work, or tell, though the settings are broken. */
    private static final Set<String> INDEPENDENT = Set.of("sandbox", "pmap", "completion", "help", "doctor");

    /** Where the launcher keeps one that it could not use: nobody set it by that name. */
    private static final String REPLACED_LOCALE = "PAYMAP_LOCALE";

    /** Variables of ours that set no option. */
    private static final Set<String> NO_SETTINGS = Set.of("PAYMAP_CONFIG", REPLACED_LOCALE);

    private final Map<String, String> environment;
    private final Sites sites;
    private final SettingsFile file;
    private final TextEncoding encoding;

    /** @param sites what a setting may name */
    public Settings(Map<String, String> environment, Sites sites) {
        this.sites = sites;
        this.environment = Map.copyOf(environment);
        this.file = SettingsFile.of(environment);
        this.encoding = TextEncoding.of(environment);
    }

    Sites sites() {
        return sites;
    }

    TextEncoding encoding() {
        return encoding;
    }

    SettingsFile file() {
        return file;
    }

    /** Empty = nobody set it. A blank value is none. */
    Optional<Value> of(SettingKey key) {
        String variable = environment.getOrDefault(key.variable(), "").strip();
        if (!variable.isEmpty()) {
            return Optional.of(new Value(variable, key.variable(), 0));
        }
        SettingsFile.Line line = file.values().get(key);
        return line == null || line.value().isEmpty()
                ? Optional.empty()
                : Optional.of(new Value(line.value(), String.valueOf(file.path()), line.number()));
    }

    /** What is wrong with a setting, as a sentence; empty = nothing. */
    Optional<String> trouble(SettingKey key) {
        return of(key).flatMap(value -> {
            try {
                if (encoding.isLost(value.text())) {
                    throw new IllegalArgumentException(
                            Words.say("it did not arrive as it was written: %s", encoding.why()));
                }
                key.check(value.text(), sites);
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(Words.say(
                        "%s: %s cannot be \"%s\": %s", value.said(), key.key(), value.text(), e.getMessage()));
            }
        });
    }

    /** The language that a person's locale asks for; empty = no variable says so. */
    Optional<Value> locale() {
        String variable = Language.variable(environment);
        return variable.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value(
                        Language.of(environment).code(), variable.equals(REPLACED_LOCALE) ? "locale" : variable, 0));
    }

    /** Lets this process speak the language that the file of settings names, if it does and no variable of ours goes before. */
    public static void speak(Map<String, String> environment) {
        SettingsFile file = SettingsFile.of(environment);
        boolean decided = !file.found()
                || !environment.getOrDefault(SettingKey.LANG.variable(), "").isBlank();
        SettingsFile.Line line = decided ? null : file.values().get(SettingKey.LANG);
        if (line != null) {
            Language.of(line.value()).ifPresent(Language::speak);
        }
    }

    /** Variables that look like ours and are not. */
    List<String> unknownVariables() {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("PAYMAP_") && !NO_SETTINGS.contains(name))
                .filter(name -> Arrays.stream(SettingKey.values())
                        .noneMatch(key -> key.variable().equals(name)))
                .sorted()
                .toList();
    }

    /**
     * For picocli, apart from this class for the reason told at {@code TypedValues}. A wrong value is refused later, and
     * only where no option takes its place; a number must be one here.
     */
    public record Defaults(Settings settings) implements IDefaultValueProvider {
        @Override
        public @Nullable String defaultValue(ArgSpec argument) {
            return settings.defaultValue(argument);
        }

        /** picocli asks for it on each start, and what Java makes up for a record takes 5 % of a short one. */
        @Override
        public String toString() {
            return "settings";
        }
    }

    private @Nullable String defaultValue(ArgSpec argument) {
        Optional<SettingKey> key = key(argument);
        boolean usable = key.isPresent()
                && (argument.type() == String.class || trouble(key.get()).isEmpty());
        return usable ? of(key.get()).map(Value::text).orElse(null) : null;
    }

    /**
     * Before a command runs: tells odd lines, and refuses wrong values that it would go by.
     *
     * @throws ParameterException with a sentence that names the file and line, or the variable
     */
    public void check(ParseResult parsed, Terminal terminal) {
        CommandSpec command = parsed.commandSpec();
        if (INDEPENDENT.contains(command.name()) || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return;
        }
        if (!file.trouble().isEmpty()) {
            throw new ParameterException(command.commandLine(), Table.safe(file.trouble()));
        }
        file.warnings().forEach(warning -> terminal.err().println("paymap: " + Table.safe(warning)));
        for (OptionSpec option : command.options()) {
            Optional<String> trouble = key(option).flatMap(this::trouble);
            if (trouble.isPresent() && !parsed.hasMatchedOption(option)) {
                throw new ParameterException(command.commandLine(), Table.safe(trouble.get()));
            }
        }
    }

    /** Adds to each command's help what is set for it: those are its true defaults. */
    public void tellIn(CommandLine line) {
        for (CommandLine command : line.getSubcommands().values()) {
            List<String> set = command.getCommandSpec().options().stream()
                    .flatMap(option -> key(option).stream())
                    .flatMap(
                            key -> of(key)
                                    .map(value -> "  " + key.option() + " " + value.text() + "  (" + value.said() + ")")
                                    .stream())
                    .map(Table::safe)
                    .toList();
            if (!set.isEmpty()) {
                var usage = command.getCommandSpec().usageMessage();
                usage.footer(
                        Stream.of(Stream.of(usage.footer()), Stream.of("", Words.say("Set for you:")), set.stream())
                                .flatMap(lines -> lines)
                                .toArray(String[]::new));
            }
        }
    }

    private static Optional<SettingKey> key(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? SettingKey.of(option.command().name(), name(option))
                : Optional.empty();
    }

    /** The first of its long names: the others are for those who know it from another command. */
    private static String name(OptionSpec option) {
        return Arrays.stream(option.names())
                .filter(name -> name.startsWith("--"))
                .findFirst()
                .orElse(option.longestName());
    }
}
