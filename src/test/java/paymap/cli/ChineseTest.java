package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.console.Table;

/** Who reads Chinese is spoken to in Chinese: no three English words in a row, but for what is typed or named. */
@Timeout(120)
class ChineseTest {

    /** Words of letters only; lists of codes and names are parted by commas, and options have dashes. */
    private static final Pattern ENGLISH = Pattern.compile("(?<![\\w./:-])[A-Za-z']+(?: [A-Za-z']+){2,}(?![\\w./:=-])");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Examples, what one types to mend things, and what paymap calls itself before sites. */
    private static final Pattern TYPED = Pattern.compile(
            "(?m)^  \\S.*$|paymap (help|--help|[a-z]+ --help)|\\(a polite [a-z ]+\\)|apt-get install \\S+|sqlite3 \\S+ \\.recover");

    @TempDir
    Path folder;

    private static Stream<String> helps() {
        return Stream.concat(Stream.of(""), Commands.names());
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helpIsChinese(String command) {
        Ran ran = Ran.chinese(command.isEmpty() ? new String[] {"help"} : new String[] {"help", command});

        assertEquals(0, ran.exitCode());
        assertTrue(ran.out().contains("用法：paymap"), ran.out());
        assertFalse(ran.out().matches("(?s).*(Usage|Commands|OPTIONS|Example).*"), ran.out());
        assertChinese(ran.out());
        assertEquals(
                List.of(),
                ran.out().lines().filter(line -> Table.columns(line) > 100).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | paymap: 没有给出命令；可用：crawl、import、",
                "crawl | paymap: 缺少 --cities CITIES",
                "import | paymap: 缺少 FILE",
                "crawl --cities | paymap: --cities 需要一个值：CITIES",
                "crawl --cities bj --robots x | paymap: --robots 不能是“x”；可用：obey、ignore",
                "crawl --cities bj --per-city many | paymap: --per-city: “many”不是整数",
                "crawl --cities bj --seed 99999999999999999999 | “99999999999999999999”超出范围",
                "crawl --cities bj --new-run=x | 开关选项不带值，却给了“x”",
                "sandbox --anger long | “long”不是数字，应如 0.5",
                "stats --keywrd x | paymap: 未知选项“--keywrd”",
                "stats x | paymap: 多余的参数“x”",
                "stats --db a --db b | paymap: --db 只能给一次",
                "stats --db http://x/y | paymap: --db 应为文件，而“http:/x/y”是网址",
                "stats --db none.db | paymap: 还没有数据库 none.db；运行 paymap crawl 会新建",
                "crwl | paymap: 未知命令“crwl”",
                "help nonsense | paymap: 未知命令“nonsense”",
                "crawl --cities bj --site sandbox --max-wait soon | paymap: “soon”不是时长；可写作 90s, 15min, 2h",
                "crawl --cities bj --site nowhere | paymap: “nowhere”不是网站；可用：lagou、sandbox，或网址，如",
                "crawl --cities bj --site sandbox --user-agent 浏览器 | paymap: User-Agent 只能用可打印的 ASCII 字符：“浏览器”",
                "stats --lang fr | paymap: 未知语言“fr”；可用：en、zh",
                "--lang fr | paymap: 未知语言“fr”；可用：en、zh"
            })
    void wrongUsageIsToldInChinese(String line, String sentence) {
        Ran ran = Ran.chinese(line.isEmpty() ? new String[0] : line.split(" "));

        assertTrue(ran.exitCode() == 2 || line.contains("none.db"), ran.toString());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertChinese(ran.err());
    }

    @Test
    void aMistypedNameIsPutRight() {
        assertTrue(Ran.chinese("crwl").err().contains("\n是否想输入：crawl？\n请看：paymap --help\n"));
        assertTrue(Ran.chinese("stats", "--keywrd", "x").err().contains("\n是否想输入：--keyword？\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "doctor"})
    void whatIsSetAndWhatIsThereIsToldInChinese(String command) {
        Ran ran = command.equals("config")
                ? Ran.chinese(command)
                : Ran.chinese(command, "--db", folder.resolve("x.db").toString());

        assertEquals(0, ran.exitCode(), ran.err());
        assertChinese(ran.out());
        assertTrue(ran.out().contains(command.equals("config") ? "内置\n" : "数据库"), ran.out());
    }

    @Test
    void aBrokenSettingIsToldInChinese() throws Exception {
        Path config = Files.writeString(folder.resolve("config"), "lang = zh\nper-city = many\nkeywrd = x\n");

        Ran ran = Ran.paymap(Map.of("PAYMAP_CONFIG", config.toString()), "runs");
        assertTrue(ran.err().startsWith("paymap: " + config + " 第 3 行：未知设置“keywrd”，是否想写 keyword？\n"), ran.err());

        ran = Ran.paymap(Map.of("PAYMAP_CONFIG", config.toString()), "config");
        assertEquals(2, ran.exitCode());
        assertTrue(ran.err().contains(config + " 第 2 行：per-city 不能是“many”：可用 1 到 10000 的整数"), ran.err());
        assertTrue(Ran.paymap(Map.of("PAYMAP_CONFIG", config.toString(), "PAYMAP_LANG", "en"), "config")
                .err()
                .contains("allowed is a whole number"));
    }

    @Test
    void codesForScriptsStayAsTheyAre() {
        Ran english = Ran.paymap("config", "--json");
        Ran chinese = Ran.paymap(Map.of("LC_ALL", "zh_CN.UTF-8"), "config", "--json");

        assertEquals(
                english.json().propertyNames().stream().toList(),
                chinese.json().propertyNames().stream().toList());
        assertEquals("built in", chinese.json().path("db").path("from").asString());
        assertEquals(english.json().path("db"), chinese.json().path("db"));
        assertEquals(Ran.paymap("--version"), Ran.chinese("--version"));
        assertEquals(Ran.paymap("completion"), Ran.chinese("completion"));
        Ran doctor =
                Ran.chinese("doctor", "--json", "--db", folder.resolve("x.db").toString());
        assertEquals("ok", doctor.json().path(0).path("level").asString(), doctor.out());
        assertEquals("java", doctor.json().path(0).path("check").asString(), doctor.out());
    }

    private static void assertChinese(String text) {
        assertTrue(HAN.matcher(text).find(), text);
        Matcher english = ENGLISH.matcher(TYPED.matcher(text).replaceAll(""));
        assertFalse(english.find(), () -> "\"" + english.group() + "\" in " + text);
    }
}
