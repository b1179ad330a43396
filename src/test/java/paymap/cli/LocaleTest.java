package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.console.TextEncoding;

/** Chinese arrives, or is refused: it is never stored or searched for as something else. */
@Timeout(120)
class LocaleTest {

    /** Named UTF-8, and installed nowhere. */
    private static final String NOT_INSTALLED = "xx_YY.UTF-8";

    /** 数据 in octal, as this process may not be able to hand it on itself. */
    private static final String CHINESE = "$(printf '\\346\\225\\260\\346\\215\\256')";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crawl --cities bj --site sandbox --db x.db --keyword #",
                "crawl --cities # --site sandbox --db x.db",
                "crawl --cities bj --site sandbox --db #.db",
                "import --site # x.csv",
                "import #.csv",
                "stats --city=#",
                "chart --heading #",
                "export --out #.csv",
                "runs --db #.db",
                "config --#",
                "doctor --site #",
                "sandbox --public-key #.pem",
                "pmap -ip 127.0.0.1 -p 1 -w #.json",
                "pmap -ip # -p 1",
                "completion #",
                "help #",
                "#",
                "-- #"
            })
    void anArgumentThatIsLostIsRefusedByEveryCommand(String line) throws Exception {
        for (String locale : List.of(NOT_INSTALLED, "C")) {
            Ran ran = java(Map.of("LC_ALL", locale), line);

            assertEquals(2, ran.exitCode(), ran.toString());
            assertEquals("", ran.out());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertTrue(ran.err().startsWith("paymap: the argument \""), ran.err());
            assertTrue(ran.err().contains("LC_ALL=" + locale), ran.err());
            assertTrue(ran.err().endsWith("; set LC_ALL=C.UTF-8\n"), ran.err());
            assertFalse(ran.err().contains("Exception"), ran.err());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void inUtf8ItArrives() throws Exception {
        Ran ran = java(
                Map.of("LC_ALL", "C.UTF-8"), "crawl --cities bj --per-city 5 --site sandbox --db #.db --keyword # -q");

        assertEquals(0, ran.exitCode(), ran.err());
        assertEquals("", ran.err());
        try (var left = Files.newDirectoryStream(folder, "*.db")) {
            Path copy = folder.resolve("copy"); // a name that this process can read whatever its locale
            Files.copy(left.iterator().next(), copy);
            assertEquals(List.of("数据"), Db.rows(copy, "SELECT keyword FROM runs"));
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedInUtf8Too() throws Exception {
        Ran ran = java(Map.of("LC_ALL", "C.UTF-8"), "stats --keyword $(printf '\\312\\375')");

        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains("it holds bytes that are not UTF-8"), ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PAYMAP_KEYWORD=# | PAYMAP_KEYWORD: keyword cannot be ",
                "PAYMAP_DB=#.db | PAYMAP_DB: db cannot be ",
                "PAYMAP_CONFIG=#/config | the file of settings cannot be looked for: ",
                "XDG_CONFIG_HOME=/# | the file of settings cannot be looked for: ",
                "XDG_CONFIG_HOME= HOME=/# | the file of settings cannot be looked for: "
            })
    void aVariableThatIsLostIsRefused(String variables, String sentence) throws Exception {
        Ran ran = shell(Map.of("LC_ALL", "C"), variables + " exec \"$@\"", command("stats"));

        assertEquals(2, ran.exitCode(), ran.toString());
        assertTrue(ran.err().startsWith("paymap: " + sentence), ran.err());
        assertTrue(ran.err().contains("set LC_ALL=C.UTF-8\n"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void aFileNameOfTheSettingsThatCannotBeHadIsRefused() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), "db = 数据.db\n");

        Ran ran = java(Map.of("LC_ALL", "C", "PAYMAP_CONFIG", config.toString()), "stats");

        assertEquals(2, ran.exitCode(), ran.toString());
        assertTrue(ran.err().contains("no file can be named \"数据.db\" in this locale; set LC_ALL=C.UTF-8"), ran.err());
        assertFalse(ran.err().contains("Exception"), ran.err());
    }

    @Test
    void whatTheSettingsSayInUtf8IsTakenInAnyLocale() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), "keyword = 数据\n");

        Ran ran = java(Map.of("LC_ALL", "C", "PAYMAP_CONFIG", config.toString()), "config");

        assertEquals(0, ran.exitCode(), ran.toString());
        assertTrue(ran.out().contains("数据"), ran.out());
    }

    @Test
    void doctorSaysWhyAndWhatToDo() throws Exception {
        assertEquals(
                "Java reads arguments and file names as ANSI_X3.4-1968 here (LC_ALL=" + NOT_INSTALLED
                        + " is not installed), so Chinese is refused -> set LC_ALL=C.UTF-8",
                encodingOf(java(Map.of("LC_ALL", NOT_INSTALLED), "doctor")));
        assertEquals(
                "set LC_ALL to a UTF-8 locale that is installed; locale -a lists them",
                new TextEncoding("ANSI_X3.4-1968", "LC_ALL=C.UTF-8").remedy());
    }

    @Test
    void utf8ThatWasReadAsLatin1IsLostAndWordsOfTheWestAreNot() {
        TextEncoding latin = new TextEncoding("ISO-8859-1", "LANG=en_US");

        assertTrue(latin.isLost("æ\u0095°æ\u008D®"));
        assertNull(latin.refusal("--title", "Übersicht", "python"));
        assertNull(new TextEncoding("GBK", "LANG=zh_CN.GBK").refusal("数据", "模"));
        assertNull(new TextEncoding("UTF-8", "LANG=C.UTF-8").refusal("数据", "é", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL=" + NOT_INSTALLED + ", C.UTF-8",
        "LANG=" + NOT_INSTALLED + ", C.UTF-8",
        "LC_ALL=C, C.UTF-8",
        "LC_CTYPE=POSIX, C.UTF-8",
        "NOTHING=set, C.UTF-8",
        "LC_ALL=C.UTF-8, C.UTF-8",
        "LANG=C.UTF-8, unset"
    })
    void theLauncherLeavesOnlyALocaleThatIsReallyUtf8(String variable, String expected) throws Exception {
        assertEquals(expected + "\n", launched(variable, System.getenv("PATH")).out());
    }

    @Test
    void theLauncherManagesWithoutTheCommandLocale() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("find"), Path.of("/usr/bin/find"));

        assertEquals(
                "C.UTF-8\n", launched("LANG=" + NOT_INSTALLED, bin.toString()).out());
        boolean proven = Files.isDirectory(Path.of("/usr/lib/locale/C.utf8")); // which proves it as well
        assertEquals(
                proven ? "unset\n" : "C.UTF-8\n",
                launched("LANG=C.UTF-8", bin.toString()).out());
    }

    @Test
    void whereThereIsNoCUtf8TheLauncherTakesAnother() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("find"), Path.of("/usr/bin/find"));
        script(bin.resolve("locale"), "[ \"${LC_ALL:-}\" = en_US.UTF-8 ] && echo UTF-8 || echo US-ASCII");

        assertEquals(
                "en_US.UTF-8\n",
                launched("LANG=" + NOT_INSTALLED, bin.toString()).out());
    }

    @ParameterizedTest
    @CsvSource({"LANG=zh_XX.UTF-8, zh_XX.UTF-8", "LANG=zh_XX LC_ALL=C, C", "LANG=zh_XX LC_MESSAGES=en_XX, en_XX"})
    void theLauncherKeepsTheLanguageOfALocaleThatItReplaces(String variables, String expected) throws Exception {
        assertEquals(
                "C.UTF-8 " + expected + "\n",
                launched(variables, System.getenv("PATH"), "$LC_ALL $PAYMAP_LOCALE")
                        .out());
    }

    private Ran launched(String variable, String path) throws Exception {
        return launched(variable, path, "${LC_ALL-unset}");
    }

    /** The launcher, with a Java that only tells what it was given. */
    private Ran launched(String variable, String path, String told) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.copy(
                Path.of("paymap"),
                Files.createDirectories(home).resolve("paymap"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(Files.createDirectories(home.resolve("target")).resolve("paymap.jar"), "");
        script(Files.createDirectories(folder.resolve("jdk/bin")).resolve("java"), "echo \"" + told + "\"");
        return shell(
                Map.of("JAVA_HOME", folder.resolve("jdk").toString()),
                "unset LC_ALL LC_CTYPE LC_MESSAGES LANG; PATH='" + path + "' " + variable + " exec /bin/sh '" + home
                        + "/paymap' stats",
                List.of());
    }

    private static void script(Path at, String text) throws IOException {
        Files.writeString(at, "#!/bin/sh\n" + text + "\n");
        assertTrue(at.toFile().setExecutable(true));
    }

    private static String encodingOf(Ran doctor) {
        return doctor.out()
                .lines()
                .filter(line -> line.startsWith("warning  encoding "))
                .map(line -> line.replaceFirst("warning +encoding +", ""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(doctor));
    }

    private Ran java(Map<String, String> environment, String line) throws Exception {
        return shell(environment, "exec \"$@\" " + line, command());
    }

    private static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "paymap.Main"));
        command.addAll(List.of(args));
        return command;
    }

    /** @param script where # stands for Chinese */
    private Ran shell(Map<String, String> environment, String script, List<String> args) throws Exception {
        Path told = Files.createTempDirectory("paymap-told");
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", script.replace("#", CHINESE), "sh"));
        line.addAll(args);
        ProcessBuilder shell = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(told.resolve("out").toFile())
                .redirectError(told.resolve("err").toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("PAYMAP_"));
        shell.environment().put("XDG_CONFIG_HOME", told.toString());
        shell.environment().putAll(environment);
        int exitCode = shell.start().waitFor();
        Ran ran = new Ran(exitCode, Files.readString(told.resolve("out")), Files.readString(told.resolve("err")));
        try (var files = Files.walk(told)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        return ran;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
