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
import paymap.cli.console.Table;
import paymap.cli.console.Terminal;
import paymap.cli.options.JsonOption;
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
            Optional<Settings.Value> set = settings.of(key);
            String value = set.map(Settings.Value::text).orElse(Objects.requireNonNullElse(builtIn(key), "-"));
            String from = set.map(Settings.Value::from).orElse("built in");
            text.append(padded(key.key(), 12))
                    .append(padded(Table.safe(value), 30))
                    .append(Table.safe(from))
                    .append('\n');
        }
        SettingsFile file = settings.file();
        String there = file.found() ? "" : ", which is not there";
        String place = file.path() == null ? "none, as no home folder is known" : file.path() + there;
        return text + Table.safe("File: " + place) + "\n";
    }

    private Map<String, @Nullable Object> tree() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (SettingKey key : SettingKey.values()) {
            Optional<Settings.Value> set = settings.of(key);
            Map<String, @Nullable Object> branch = new LinkedHashMap<>();
            branch.put("value", set.map(Settings.Value::text).orElse(builtIn(key)));
            branch.put("from", set.map(Settings.Value::from).orElse("built in"));
            branch.put("variable", key.variable());
            tree.put(key.key(), branch);
        }
        SettingsFile file = settings.file();
        tree.put("file", file.path() == null ? null : file.path().toString());
        tree.put("file_found", file.found());
        return tree;
    }

    /** What the first command that has the option begins with; null = nothing of its own. */
    private @Nullable String builtIn(SettingKey key) {
        if (key == SettingKey.SITE) {
            return settings.sites().usual();
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

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(2, columns - Table.columns(text)));
    }
}
