package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.words.Language;

/** Who decides which language is spoken. */
@Timeout(60)
class LanguageOptionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "stats --nonsense, '', ENGLISH",
        "stats --nonsense, LANG=zh_CN.UTF-8, CHINESE",
        "stats --nonsense, LANG=zh_CN.UTF-8 LC_ALL=C.UTF-8, ENGLISH",
        "stats --nonsense, LC_ALL=en_US.UTF-8 PAYMAP_LANG=zh, CHINESE",
        "stats --nonsense, 'PAYMAP_LANG=zh,en', CHINESE",
        "stats --nonsense --lang zh, PAYMAP_LANG=en, CHINESE",
        "stats --nonsense --lang=en, LANG=zh_CN.UTF-8, ENGLISH",
        "--lang zh stats --nonsense, '', CHINESE",
        "--lang zh stats --nonsense --lang en, '', ENGLISH",
        "help nonsense --lang zh, '', CHINESE",
        "stats -- --lang zh, '', ENGLISH",
        "'chart --nonsense --lang zh,en', '', CHINESE",
        "'chart --nonsense --lang en,zh', LANG=zh_CN.UTF-8, ENGLISH",
        "'stats --nonsense --lang zh,en', '', ENGLISH",
        "pmap --nonsense --lang zh, '', CHINESE"
    })
    void theOptionGoesBeforeTheVariables(String line, String variables, Language expected) {
        Ran ran = Ran.paymap(variables(variables), line.split(" "));

        assertEquals(2, ran.exitCode(), ran.toString());
        assertEquals(expected, Language.current(), ran.err());
    }

    @Test
    void theFileOfSettingsGoesBeforeTheLocaleAndAfterTheRest() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), "lang = zh\n");
        String english = variable(Map.of("LC_ALL", "en_US.UTF-8"), config);
        assertTrue(english.contains("用法："), english);
        String typed = variable(Map.of("PAYMAP_LANG", "en"), config);
        assertTrue(typed.contains("Usage: "), typed);
    }

    @Test
    void aScanGoesByTheFileOfSettingsToo() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), "lang = zh\n");
        Map<String, String> variables = Map.of("PAYMAP_CONFIG", config.toString(), "LANG", "en_US.UTF-8");

        assertEquals(
                "127.0.0.1：1 个端口无一开放，1 个关闭\n",
                Ran.paymap(variables, "pmap", "127.0.0.1", "-p", "1").out());
        assertEquals(
                "127.0.0.1: none of 1 ports open, 1 closed\n",
                Ran.paymap(variables, "pmap", "127.0.0.1", "-p", "1", "--lang", "en")
                        .out());
    }

    private static String variable(Map<String, String> variables, Path config) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("PAYMAP_CONFIG", config.toString());
        return Ran.paymap(all, "stats", "--help").out();
    }

    @ParameterizedTest
    @CsvSource({"fr", "zhuang", "''", "'en,zh'"})
    void anUnknownLanguageIsRefused(String language) {
        Ran ran = Ran.paymap("runs", "--lang", language);

        assertEquals(2, ran.exitCode());
        assertEquals("paymap: unknown language: \"" + language + "\"; allowed: en, zh\n", ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void oneThatIsSetIsRefusedToo() {
        Ran ran = Ran.paymap(Map.of("PAYMAP_LANG", "fr"), "runs");

        assertEquals(2, ran.exitCode());
        assertTrue(
                ran.err().startsWith("paymap: PAYMAP_LANG: lang cannot be \"fr\": allowed are en and zh\n"), ran.err());
    }

    @ParameterizedTest
    @MethodSource("paymap.cli.Commands#names")
    void everyCommandTakesIt(String command) {
        Ran ran = Ran.paymap(command, "--lang", "zh", "--help");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("用法："), ran.out());
    }

    @Test
    void aScanTakesItWithoutTheCommandLineLibrary() {
        Ran ran = Ran.paymap("pmap", "--lang", "zh", "127.0.0.1", "-p", "1", "--format", "plain");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals(Language.CHINESE, Language.current());
    }

    @Test
    void configSaysWhichAndWhy() {
        assertTrue(config(Map.of()).matches("(?s).*\nlang +en +built in\n.*"));
        assertTrue(config(Map.of("LANG", "zh_CN.UTF-8")).matches("(?s).*\nlang +zh +LANG\n.*"));
        assertTrue(
                config(Map.of("PAYMAP_LOCALE", "zh_XX", "LC_ALL", "C.UTF-8")).matches("(?s).*\nlang +zh +locale\n.*"));
        assertTrue(config(Map.of("PAYMAP_LANG", "zh,en")).matches("(?s).*\nlang +zh,en +PAYMAP_LANG\n.*"));
    }

    private static String config(Map<String, String> variables) {
        return Ran.paymap(variables, "config").out();
    }

    private static Map<String, String> variables(String typed) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : typed.isEmpty() ? new String[0] : typed.split(" ")) {
            variables.put(variable.split("=")[0], variable.split("=")[1]);
        }
        return variables;
    }
}
