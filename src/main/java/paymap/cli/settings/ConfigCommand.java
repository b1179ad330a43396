package paymap.cli.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.Exit;
import paymap.cli.console.Json;
import paymap.cli.console.Secrets;
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.JsonOption;
import paymap.words.Language;
import paymap.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** What is set, and where. */
@Command(
        name = "config",
        description = "Print what options are set to when they are not typed, and who says so.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An option goes before its variable, that before the file, and that before what is built in. The",
            "file is $PAYMAP_CONFIG, else $XDG_CONFIG_HOME/paymap/config, else ~/.config/paymap/config; each",
            "line is like",
            "  db = /data/paymap.db",
            "",
            "Examples:",
            "  paymap config",
            "  PAYMAP_CITIES=bj,sh PAYMAP_SITE=sandbox paymap crawl"
        })
public final class ConfigCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private JsonOption json = new JsonOption();

    public ConfigCommand(Terminal terminal, Settings settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    @Override
    public Integer call() {
        for (SettingKey key : SettingKey.values()) {
            settings.trouble(key).ifPresent(trouble -> {
                throw new IllegalArgumentException(Table.safe(trouble));
            });
        }
        terminal.out().print(json.wanted() ? Json.text(tree()) + "\n" : text());
        return Exit.COMPLETE;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (SettingKey key : SettingKey.values()) {
            Optional<Settings.Value> set = set(key);
            String value = set.map(Settings.Value::text).orElse(Objects.requireNonNullElse(builtIn(key), "-"));
            String from = set.map(Settings.Value::said).orElse(Words.say("built in"));
            text.append(Table.padded(key.key(), 12))
                    .append(Table.padded(Table.safe(Secrets.hidden(value)), 30))
                    .append(Table.safe(from))
                    .append('\n');
        }
        return text + Table.safe(fileLine(settings.file())) + "\n";
    }

    private static String fileLine(SettingsFile file) {
        if (file.path() == null) {
            return Words.say("File: none, as no home folder is known");
        }
        return file.found()
                ? Words.say("File: %s", file.path())
                : Words.say("File: %s, which is not there", file.path());
    }

    private Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (SettingKey key : SettingKey.values()) {
            Optional<Settings.Value> set = set(key);
            Map<String, @Nullable Object> branch = new LinkedHashMap<>();
            branch.put(
                    "value", set.map(Settings.Value::text).map(Secrets::hidden).orElse(builtIn(key)));
            branch.put("from", set.map(Settings.Value::from).orElse("built in"));
            branch.put("variable", key.variable());
            tree.put(key.key(), branch);
        }
        SettingsFile file = settings.file();
        tree.put("file", file.path() == null ? null : file.path().toString());
        tree.put("file_found", file.found());
        return tree;
    }

    private Optional<Settings.Value> set(SettingKey key) {
        return settings.of(key).or(() -> key == SettingKey.LANG ? settings.locale() : Optional.empty());
    }

    /** What the first command that has the option begins with; null = nothing of its own. */
    private @Nullable String builtIn(SettingKey key) {
        if (key == SettingKey.SITE) {
            return settings.sites().usual();
        }
        if (key == SettingKey.LANG) { // what is spoken; chart draws in all languages
            return Language.ENGLISH.code();
        }
        for (CommandLine command : spec.root().commandLine().getSubcommands().values()) {
            OptionSpec option = command.getCommandSpec().findOption(key.option());
            if (option != null
                    && SettingKey.of(command.getCommandName(), key.option()).isPresent()) {
                Object value = option.initialValue();
                return value instanceof Enum<?> choice
                        ? choice.name().toLowerCase(Locale.ROOT)
                        : value == null ? null : value.toString();
            }
        }
        return null;
    }
}
