package paymap.cli.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import paymap.cli.console.TextEncoding;
import paymap.files.FileTrouble;
import paymap.files.SmallFile;
import paymap.words.Words;

/**
 * The file of settings: {@code key = value} lines in UTF-8, each key once; {@code #} begins a comment line. Quotes around
 * a value are not part of it; else it is taken as it stands, backslashes too.
 *
 * @param path where it is looked for; null = nowhere
 * @param found whether it is there
 * @param values by key, with the number of the line
 * @param warnings whole sentences about keys that nobody knows
 * @param trouble why it cannot be used, as a sentence; empty = it can
 */
record SettingsFile(
        @Nullable Path path, boolean found, Map<SettingKey, Line> values, List<String> warnings, String trouble) {

    /** A value and its place. */
    record Line(String value, int number) {}

    private static final int MOST_BYTES = 1 << 16;

    /** {@code $PAYMAP_CONFIG}, which must be there; else {@code $XDG_CONFIG_HOME/paymap/config} or {@code ~/.config/paymap/config}. */
    static SettingsFile of(Map<String, String> environment) {
        try {
            return found(environment);
        } catch (IllegalArgumentException e) {
            return broken(null, Words.say("the file of settings cannot be looked for: %s", e.getMessage()));
        }
    }

    private static SettingsFile found(Map<String, String> environment) {
        String named = environment.getOrDefault("PAYMAP_CONFIG", "").strip();
        if (!named.isEmpty()) {
            Path path = TextEncoding.path(named);
            return Files.exists(path)
                    ? read(path)
                    : broken(path, Words.say("PAYMAP_CONFIG names %s, which is not there", path));
        }
        Path usual = usual(environment);
        return usual != null && Files.exists(usual)
                ? read(usual)
                : new SettingsFile(usual, false, Map.of(), List.of(), "");
    }

    private static @Nullable Path usual(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "").strip();
        if (config.startsWith("/")) { // relative ones are to be ignored (XDG Base Directory 0.8)
            return TextEncoding.path(config).resolve(Path.of("paymap", "config"));
        }
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        return home.isBlank() ? null : TextEncoding.path(home).resolve(Path.of(".config", "paymap", "config"));
    }

    private static SettingsFile read(Path path) {
        try {
            byte[] bytes = SmallFile.read(path, MOST_BYTES);
            if (bytes == null) {
                return broken(path, Words.say("the settings %s are longer than 64 KB", path));
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parsed(path, text);
        } catch (CharacterCodingException e) {
            return broken(path, Words.say("the settings %s are not UTF-8 text", path));
        } catch (IOException e) {
            return broken(path, Words.say("the settings %s cannot be read: %s", path, FileTrouble.reading(e)));
        }
    }

    private static SettingsFile parsed(Path path, String text) {
        Map<SettingKey, Line> values = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                return broken(path, Words.say("%s, line %d: not a setting like db = FILE: \"%s\"", path, i + 1, line));
            }
            String key = line.substring(0, equals).strip();
            Line placed = new Line(unquoted(line.substring(equals + 1).strip()), i + 1);
            SettingKey known = SettingKey.of(key).orElse(null);
            Line first = known == null ? null : values.put(known, placed);
            if (first != null) {
                return broken(
                        path,
                        Words.say("%s, line %d: %s is set in line %d already", path, placed.number, key, first.number));
            }
            if (known == null) {
                warnings.add(unknown(path, key, placed));
            }
        }
        return new SettingsFile(path, true, values, warnings, "");
    }

    /** As in a shell, quotes around the whole value are not part of it. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted && value.charAt(0) == value.charAt(value.length() - 1)
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String unknown(Path path, String key, Line line) {
        return SettingKey.like(key)
                .map(known -> Words.say(
                        "%s, line %d: unknown setting \"%s\"; is %s meant?", path, line.number, key, known.key()))
                .orElseGet(() -> Words.say(
                        "%s, line %d: unknown setting \"%s\"; paymap config lists what can be set",
                        path, line.number, key));
    }

    private static SettingsFile broken(@Nullable Path path, String why) {
        return new SettingsFile(path, path != null && Files.exists(path), Map.of(), List.of(), why);
    }
}
