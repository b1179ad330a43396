package paymap.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.cli.Db;
import paymap.cli.Ran;
import tools.jackson.databind.JsonNode;

/** Flags before variables before the file before what is built in; nothing of the developer's own has a say. */
class ConfigTest {

    @TempDir
    Path folder;

    @Test
    void flagsGoBeforeVariablesBeforeTheFileBeforeWhatIsBuiltIn() throws Exception {
        Map<String, String> file = config("site = sandbox\nper-city = 3\ncities = bj\ndb = " + db() + "\n");
        Map<String, String> both = with(file, "PAYMAP_PER_CITY", "4");

        assertEquals(3, wanted(Ran.paymap(file, "crawl", "--json")));
        assertEquals(4, wanted(Ran.paymap(both, "crawl", "--json")));
        assertEquals(5, wanted(Ran.paymap(both, "crawl", "--json", "--per-city", "5")));
        assertEquals(
                "sandbox (made-up data)",
                Ran.paymap(file, "stats", "--json").json().path("site").asString());
        assertEquals(List.of("3"), Db.rows(db(), "SELECT count(*) FROM runs"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://me:s3cret@db.example/x, postgresql://me:***@db.example/x",
        "postgresql://db.example:5432/x?user=me&password=s3cret&a=b, postgresql://db.example:5432/x?user=me&password=***&a=b",
        "postgresql://me@db.example:5432/x, postgresql://me@db.example:5432/x"
    })
    void aPasswordIsNotShown(String set, String shown) throws Exception {
        Map<String, String> env = with(config(""), "PAYMAP_DB", set);

        Ran text = Ran.paymap(env, "config");
        Ran json = Ran.paymap(env, "config", "--json");
        Ran stats = Ran.paymap(with(env, "PAYMAP_DB", set.replace("postgresql", "mysql")), "stats");

        assertTrue(text.out().contains(shown), text.out());
        assertEquals(shown, json.json().at("/db/value").asString());
        for (Ran ran : List.of(text, json, stats)) {
            assertFalse((ran.out() + ran.err()).contains("s3cret"), ran.out() + ran.err());
        }
    }

    @Test
    void theFileIsFoundInItsThreePlaces() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/.config/paymap"));
        Files.writeString(home.resolve("config"), "keyword = home\n");
        Path xdg = Files.createDirectories(folder.resolve("xdg/paymap"));
        Files.writeString(xdg.resolve("config"), "keyword = xdg\n");
        Files.writeString(folder.resolve("own"), "keyword = own\n");

        Map<String, String> env =
                new HashMap<>(Map.of("HOME", folder.resolve("home").toString()));
        assertEquals("home", keyword(env));
        env.put("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
        assertEquals("xdg", keyword(env));
        env.put("PAYMAP_CONFIG", folder.resolve("own").toString());
        assertEquals("own", keyword(env));
        env.put("PAYMAP_CONFIG", folder.resolve("missing").toString());
        Ran ran = Ran.paymap(env, "config");
        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("PAYMAP_CONFIG names " + folder.resolve("missing") + ", which is not there"));
    }

    @Test
    void configPrintsEachValueAndWhereItComesFrom() throws Exception {
        Map<String, String> env = with(config("# mine\n\nrate = 5/s\n"), "PAYMAP_CITIES", "bj,上海");

        Ran ran = Ran.paymap(env, "config");
        JsonNode json = Ran.paymap(env, "config", "--json").json();

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().contains("\ncities      bj,上海                       PAYMAP_CITIES\n"), ran.out());
        assertTrue(ran.out().contains("\nper-city    100                           built in\n"), ran.out());
        assertTrue(
                ran.out()
                        .contains("\nrate        5/s                           " + folder.resolve("config")
                                + ", line 3\n"),
                ran.out());
        assertTrue(ran.out().endsWith("File: " + folder.resolve("config") + "\n"), ran.out());
        assertEquals("5/s", json.at("/rate/value").asString());
        assertEquals("PAYMAP_RATE", json.at("/rate/variable").asString());
        assertTrue(json.at("/cookies/value").isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "per-city, many",
        "per-city, 0",
        "threads, 65",
        "rate, fast",
        "cities, atlantis",
        "site, ftp://x",
        "max-wait, soon",
        "robots, maybe",
        "user-agent, 浏览器"
    })
    void aBadValueIsRefusedWithItsPlaceUnlessAFlagTakesOver(String key, String value) throws Exception {
        Map<String, String> file = config("# first\n" + key + " = " + value + "\n");
        String variable = "PAYMAP_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        String[] crawl = {"crawl", "--db", db().toString(), "--json"};

        Map<String, String> others = Map.of("PAYMAP_CITIES", "bj", "PAYMAP_SITE", "sandbox");
        Map<String, String> enough = new HashMap<>(file);
        others.forEach((name, usual) -> {
            if (!name.equals(variable)) {
                enough.put(name, usual);
            }
        });

        Ran byFile = Ran.paymap(enough, crawl);
        Ran byVariable = Ran.paymap(with(enough, variable, value), crawl);

        assertEquals(2, byFile.exitCode(), byFile.out());
        assertTrue(
                byFile.err()
                        .startsWith("paymap: " + folder.resolve("config") + ", line 2: " + key + " cannot be \"" + value
                                + "\": "),
                byFile.err());
        assertEquals(2, byVariable.exitCode(), byVariable.out());
        assertTrue(
                byVariable.err().startsWith("paymap: " + variable + ": " + key + " cannot be \"" + value + "\": "),
                byVariable.err());
        assertFalse(Files.exists(db()));
    }

    @ParameterizedTest
    @CsvSource({"per-city, many, 3", "threads, 65, 2", "rate, fast, 9/s", "max-wait, soon, 5min", "robots, maybe, obey"
    })
    void aFlagTakesThePlaceOfABadValue(String key, String bad, String good) throws Exception {
        Map<String, String> file = config("site = sandbox\ncities = bj\n" + key + " = " + bad + "\n");

        Ran refused = Ran.paymap(file, "crawl", "--db", db().toString());
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("config, line 3: " + key + " cannot be \"" + bad + "\": "), refused.err());
        assertFalse(Files.exists(db()));

        Ran ran = Ran.paymap(file, "crawl", "--db", db().toString(), "--" + key, good);
        assertEquals(0, ran.exitCode(), ran.err());
    }

    @Test
    void anUnknownKeyIsToldWithTheNearest() throws Exception {
        Map<String, String> file = config("citys = bj\nwhatever = 1\n");

        Ran ran = Ran.paymap(file, "config");

        assertEquals(0, ran.exitCode());
        Path path = folder.resolve("config");
        assertEquals(
                "paymap: " + path + ", line 1: unknown setting \"citys\"; is cities meant?\n" + "paymap: " + path
                        + ", line 2: unknown setting \"whatever\"; paymap config lists what can be set\n",
                ran.err());
    }

    @Test
    void aLineThatIsNoSettingIsRefused() throws Exception {
        Ran ran = Ran.paymap(config("db data.db\n"), "config");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("config, line 1: not a setting like db = FILE: \"db data.db\""), ran.err());
        assertEquals(0, Ran.paymap(config("nonsense"), "sandbox", "--help").exitCode());
    }

    @Test
    void helpTellsTheTrueDefaults() throws Exception {
        Map<String, String> file = config("per-city = 7\nuser-agent = me %s 100%\n");

        String help = Ran.paymap(file, "crawl", "--help").out();

        assertTrue(help.replaceAll("\\s+", " ").contains("1 to 10000; default: 7."), help);
        assertTrue(help.contains("Set for you:\n"), help);
        assertTrue(help.contains("  --per-city 7  (" + folder.resolve("config") + ", line 1)"), help);
        assertTrue(help.contains("  --user-agent me %s 100%  ("), help);
        assertFalse(Ran.paymap("crawl", "--help").out().contains("Set for you"));
    }

    @Test
    void theFolderOfChartsIsNoFileForExport() throws Exception {
        Map<String, String> env =
                Map.of("PAYMAP_OUT", folder.resolve("charts").toString(), "PAYMAP_DB", db().toString());
        Ran.paymap(env, "crawl", "--site", "sandbox", "--cities", "bj", "--per-city", "2");

        assertEquals(3, Ran.paymap(env, "export").out().lines().count());
        assertEquals(
                3,
                Ran.paymap(with(env, "PAYMAP_SITE", "lagou"), "export", "--all-sites")
                        .out()
                        .lines()
                        .count());
    }

    @Test
    void settingsReachOnlyTheCommandsThatTheyAreMeantFor() {
        assertEquals(Optional.of(SettingKey.SITE), SettingKey.of("crawl", "--site"));
        assertEquals(Optional.of(SettingKey.DB), SettingKey.of("import", "--db"));
        assertEquals(Optional.empty(), SettingKey.of("import", "--keyword"));
        assertEquals(Optional.empty(), SettingKey.of("export", "--out"));
        assertEquals(Optional.empty(), SettingKey.of("pmap", "--rate"));
        assertEquals(Optional.empty(), SettingKey.of("crawl", "-n"));
        assertEquals(Optional.of(SettingKey.THREADS), SettingKey.of("crawl", "--threads"));
    }

    @Test
    void anAddressIsTheSiteItNames() throws Exception {
        Map<String, String> env = Map.of("PAYMAP_DB", db().toString(), "PAYMAP_SITE", "http://127.0.0.1:9");
        Ran.paymap(
                Map.of("PAYMAP_DB", db().toString()),
                "crawl",
                "--site",
                "sandbox",
                "--cities",
                "bj",
                "--per-city",
                "2");

        Ran ran = Ran.paymap(env, "stats");

        assertTrue(ran.err().contains("no rows of the site \"127.0.0.1:9\""), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"java\", java",
                "'data scientist', data scientist",
                "\"\", python",
                "\"java, \"java",
                "it's, it's"
            })
    void quotesAroundAValueAreNotPartOfIt(String written, String meant) throws Exception {
        assertEquals(meant, keyword(config("keyword = " + written + "\n")));
    }

    @Test
    void aKeyThatIsSetTwiceIsRefused() throws Exception {
        Ran ran = Ran.paymap(config("keyword = java\ndb = x.db\nkeyword = go\n"), "stats");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("config, line 3: keyword is set in line 1 already"), ran.err());
    }

    @Test
    @Timeout(60)
    void aDeviceWithoutEndIsNoFileOfSettings() {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "Skipped: there is no /dev/zero here.");

        Ran ran = Ran.paymap(Map.of("PAYMAP_CONFIG", "/dev/zero"), "config");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().startsWith("paymap: the settings /dev/zero are longer than 64 KB"), ran.err());
    }

    @Test
    void citiesToCrawlAreNotCitiesToShow() throws Exception {
        Map<String, String> env = Map.of("PAYMAP_DB", db().toString(), "PAYMAP_CITIES", "bj");
        Ran.paymap(env, "crawl", "--site", "sandbox", "--per-city", "2");
        Ran.paymap(env, "crawl", "--site", "sandbox", "--per-city", "2", "--city", "sh");

        assertEquals(2, Ran.paymap(env, "stats", "--json").json().path("cities").size());
        assertEquals(
                1,
                Ran.paymap(env, "stats", "--json", "--cities", "sh")
                        .json()
                        .path("cities")
                        .size());
    }

    private static int wanted(Ran ran) {
        assertEquals(0, ran.exitCode(), ran.err());
        return ran.json().at("/cities/0/wanted").asInt();
    }

    private static String keyword(Map<String, String> environment) {
        return Ran.paymap(environment, "config", "--json")
                .json()
                .at("/keyword/value")
                .asString();
    }

    private Map<String, String> config(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("config"), text);
        return Map.of("PAYMAP_CONFIG", file.toString());
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return all;
    }

    private Path db() {
        return folder.resolve("paymap.db");
    }
}
