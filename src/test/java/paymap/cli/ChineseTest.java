package paymap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import paymap.site.sandbox.SandboxOptions;
import paymap.site.sandbox.SandboxOptions.RateLimit;
import paymap.site.sandbox.SandboxOptions.WhenTooFast;
import paymap.site.sandbox.SandboxSite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
                "import | paymap: 请至少指定一个文件，或用 --browser 边浏览边读取",
                "crawl --cities | paymap: --cities 需要一个值：CITIES",
                "crawl --cities bj --robots x | paymap: --robots 不能是“x”；可用：obey、ignore",
                "crawl --cities bj --per-city many | paymap: --per-city: “many”不是整数",
                "crawl --cities bj,atlantis | paymap: 未知城市“atlantis”；可用：bj 北京、sh 上海、gz 广州、sz 深圳 等，另有 365 个\n",
                "crawl --cities , | paymap: 没有给出城市；可写 bj,sh,gz,sz\n",
                "crawl --cities bj --per-city 0 | paymap: 每个城市的行数应在 1 到 10000 之间：0\n",
                "crawl --cities bj --rate fast | paymap: “fast”不是速率；可用大于 0 的数加时间单位，如 12/min",
                "crawl --cities bj --rate 0/s | paymap: 速率为 0 就什么也不会发送：“0/s”；可用大于 0 的数",
                "crawl --cities bj --rate 2000/s | paymap: 速率应在 1/h 到 1000/s 之间：“2000/s”\n",
                "crawl --cities bj --rate max | paymap: --rate max 只能用于本机，不能用于 www.lagou.com\n",
                "crawl --cities bj -n 65 | paymap: -n 应在 1 到 64 之间：65\n",
                "crawl --cities bj --cookies none.txt | paymap: 无法读取 cookie 文件 none.txt\n",
                "crawl --cities bj --cookies pom.xml | paymap: pom.xml 第 1 行不是 cookie；需要浏览器扩展导出的 Netscape",
                "crawl --cities bj --era classic --site-iv x | paymap: --site-iv 只用于 encrypted 协议，--era classic 用不上\n",
                "crawl --cities bj --site-key pom.xml | paymap: 密钥文件 pom.xml 中没有公钥；需要以",
                "crawl --cities bj --site-iv 短 | paymap: 网站的 IV 应为 16 个可打印的 ASCII 字符，而这里有 1 个：“短”\n",
                "crawl --cities bj --seed 99999999999999999999 | “99999999999999999999”超出范围",
                "crawl --cities bj --new-run=x | 开关选项不带值，却给了“x”",
                "sandbox --anger long | “long”不是数字，应如 0.5",
                "stats --me 很多 | paymap: --me 应为不小于 1 的整数元金额",
                "stats --compare city | paymap: 比较应写作 city=bj,sh 或 experience=3-5,5-10，不能是“city”\n",
                "stats --compare city=bj,北京 | paymap: 比较需要两组，而两组都是北京\n",
                "stats --compare city=bj | paymap: 只能比较两组，不能是 1 组：“city=bj”\n",
                "stats --me 22k --compare city=bj,sh | paymap: --me 和 --compare 不能同时使用\n",
                "stats --keywrd x | paymap: 未知选项“--keywrd”",
                "stats x | paymap: 多余的参数“x”",
                "stats --db a --db b | paymap: --db 只能给一次",
                "stats --db http://x/y | paymap: --db 应为文件或 PostgreSQL 数据库地址，而“http://x/y”都不是",
                "stats --db none.db | paymap: 还没有数据库 none.db；运行 paymap crawl 会新建",
                "crwl | paymap: 未知命令“crwl”",
                "help nonsense | paymap: 未知命令“nonsense”",
                "crawl --cities bj --site sandbox --max-wait soon | paymap: “soon”不是时长；可写作 90s, 15min, 2h",
                "crawl --cities bj --site nowhere | paymap: “nowhere”不是网站；可用：lagou、sandbox，或网址，如",
                "crawl --cities bj --site sandbox --user-agent 浏览器 | paymap: User-Agent 只能用可打印的 ASCII 字符：“浏览器”",
                "pmap | paymap: 没有指定主机，例如 paymap pmap 192.168.0.0/24",
                "pmap 127.0.0.1 --wrong | paymap: 未知选项“--wrong”",
                "pmap 127.0.0.1 -f udp | paymap: -f 可用 ping、tcp，不能是“udp”",
                "pmap 127.0.0.1 -m fork | paymap: -m 可用 thread 或 proc，不能是“fork”",
                "pmap 127.0.0.1 -n many | paymap: -n 应为整数，而不是“many”",
                "pmap 127.0.0.1 -n 0 | paymap: -n（同时等待的探测数）应在 1 到 10000 之间，而不是 0",
                "pmap 127.0.0.1 -t 6min | paymap: -t 应在 1ms 到 5min 之间，而不是 360000ms",
                "pmap 127.0.0.1 --retries 101 | paymap: --retries 应在 0 到 100 之间，而不是 101",
                "pmap 127.0.0.1 --rate 0 | paymap: 速率为 0 时什么也发不出去；--rate 至少为 1",
                "pmap 127.0.0.1 --rate 2000000 | paymap: --rate（每秒的包数）应在 1 到 1000000 之间，而不是 2000000",
                "pmap 127.0.0.1 -f ping -p 1 | paymap: -p 指定 TCP 端口，而 ping 不探测端口；请去掉 -p",
                "pmap 127.0.0.1 -f ping --assume-up | paymap: --assume-up 只用于 TCP 端口",
                "pmap 127.0.0.1 --pinger ping | paymap: --pinger 指定 ping 的方式，需要 -f ping",
                "pmap 127.0.0.1 --all --format plain | paymap: --all 与 --format plain 不能同用",
                "pmap 127.0.0.1 -p 1,,2 | paymap: “1,,2”的逗号之间缺少端口",
                "pmap 127.0.0.1 -p 9-1 | paymap: 端口范围“9-1”颠倒了",
                "pmap 127.0.0.1 -p 70000 | paymap: 端口应在 1 到 65535 之间，而不是 70000",
                "pmap 127.0.0.1 -p nonesuch | paymap: “nonesuch”既不是端口，也不是已知的服务",
                "pmap 1.2.3 | paymap: IPv4 地址由四段数字组成，而“1.2.3”有 3 段",
                "pmap 1.2.3.4444 | paymap: “1.2.3.4444”不是 IPv4 地址",
                "pmap 1.2.3.04 | 请去掉“1.2.3.04”中的前导零",
                "pmap 1.2.3.256 | paymap: 每段最大为 255，而“1.2.3.256”中有 256",
                "pmap 1:2 | paymap: “1:2”不是 IPv6 地址",
                "pmap fe80::1%none9 | paymap: “fe80::1%none9”不是 IPv6 地址，或本机没有这个网络接口",
                "pmap fe80::1 | paymap: 链路本地地址需要写明网络接口，如“fe80::1%eth0”",
                "pmap 127.0.0.9-1 | paymap: 范围“127.0.0.9-127.0.0.1”颠倒了",
                "pmap ::1-9 | paymap: IPv6 范围的两端都要写完整地址：“::1-9”",
                "pmap 127.0.0.1-::1 | paymap: 范围的两端应是同一种地址：“127.0.0.1-::1”",
                "pmap 127.0.0.1/33 | paymap: 网络前缀应在 /0 到 /32 之间：“127.0.0.1/33”",
                "pmap 127.0.0.1/x | paymap: 网络应写成地址、/ 和位数：“127.0.0.1/x”",
                "pmap 127.0.0.1,,127.0.0.2 | paymap: “127.0.0.1,,127.0.0.2”的逗号之间缺少地址",
                "pmap 127.0.0.1 --exclude 127.0.0.1 | paymap: “127.0.0.1”中的地址都已被排除",
                "pmap 0.0.0.0 | paymap: 0.0.0.0 不是主机",
                "pmap 224.0.0.1 | paymap: 多播地址和保留地址不是主机：224.0.0.1",
                "pmap @/dev/null | paymap: /dev/null 中没有目标；请每行写一个",
                "pmap 10.0.0.0/7 | paymap: 指定了 33554432 个地址；扫描超过 2^24 个地址需要加 --yes",
                "pmap fd00::/64 | paymap: 超过 2^63 个地址永远扫描不完；最多 2^32 个",
                "pmap fd00::/90 | paymap: 274877906944 个地址永远扫描不完；最多 2^32 个",
                "stats --lang fr | paymap: 未知语言“fr”；可用：en、zh",
                "--lang fr | paymap: 未知语言“fr”；可用：en、zh"
            })
    void wrongUsageIsToldInChinese(String line, String sentence) {
        Ran ran = Ran.chinese(line.isEmpty() ? new String[0] : line.split(" "));

        assertTrue(ran.exitCode() == 2 || line.contains("none.db"), ran.toString());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertChinese(ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 -p 1-3 | 127.0.0.1：3 个端口无一开放，3 个关闭",
                "127.0.0.1 -p 1 --all | 1  关闭：拒绝连接",
                "127.0.0.1-2 -p 1 | paymap: 找到 0 个开放端口；2 台主机已扫描完，共 2 台。",
                "127.0.0.1 -p 1-3 -m proc -v | paymap: 用时："
            })
    void aScanIsToldInChinese(String line, String sentence) {
        Ran ran = Ran.chinese(("pmap " + line).split(" "));

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue((ran.out() + ran.err()).contains(sentence), ran.toString());
        assertChinese(ran.out());
    }

    /** They have no {@code --lang} of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"thread", "proc"})
    void theProcessesOfAScanSpeakAsTheirParentDoes(String model) {
        Ran ran = Ran.paymap("pmap", "-f", "ping", "127.0.0.1-3", "-v", "-m", model, "--lang", "zh");

        assertTrue(ran.err().matches("(?s).*(ping 的方式：|本机无法 ping：).*"), ran.err());
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
        Ran scan = Ran.chinese("pmap", "127.0.0.1", "-p", "1", "--all", "--format", "json");
        JsonNode port = scan.json().path("hosts").path(0).path("others").path(0);
        assertEquals("closed", port.path("state").asString(), scan.out());
        assertEquals("refused", port.path("reason").asString(), scan.out());
        assertEquals("built in", chinese.json().path("db").path("from").asString());
        assertEquals(english.json().path("db"), chinese.json().path("db"));
        assertEquals(Ran.paymap("--version"), Ran.chinese("--version"));
        assertEquals(Ran.paymap("completion"), Ran.chinese("completion"));
        Ran doctor =
                Ran.chinese("doctor", "--json", "--db", folder.resolve("x.db").toString());
        assertEquals("ok", doctor.json().path(0).path("level").asString(), doctor.out());
        assertEquals("java", doctor.json().path(0).path("check").asString(), doctor.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stats | 未计入平均：",
                "stats --all-keywords | 样本数",
                "stats --since 2020-01-01 | 2020-01-01 00:00 以来见过：人民币，税前月薪",
                "runs | 导入",
                "runs --last 1 -v | 已完成",
                "stats --trend | 还没有更早的运行可比较，下次运行后才有变化。",
                "import --dry-run docs/examples/rows.csv | 没有存入任何数据：--dry-run。"
            })
    void whatIsStoredIsToldInChinese(String line, String sentence) {
        String db = stored("rows.csv");

        Ran ran = Ran.chinese((line + " --db " + db).split(" "));

        assertTrue(ran.exitCode() == 0 || line.startsWith("import"), ran.err());
        assertTrue(ran.out().contains(sentence), ran.out());
        assertChinese(ran.out());
        assertNotEnglish(ran.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stats --city lz | 兰州：没有 imported 关键词为“”的行；有行的城市：",
                "stats --keyword ruby | 没有 imported 关键词为“ruby”的行；有行的关键词：",
                "stats --site none | 没有网站“none”的行；有行的网站：imported（",
                "stats --since 2099-01-01 | 2099-01-01 00:00 以来没有 imported 关键词为“”的行；更早的有",
                "stats --since run:9 | 没有运行 9；paymap runs 可列出",
                "stats --since soon | --since 应为日期（如 2026-11-01）",
                "stats --city nowhere | 未知城市“nowhere”；可用：bj 北京、",
                "stats --trend --from 1 --to 1 | 运行 1 不能与自身比较",
                "stats -v | 只与 --trend 一起用",
                "runs --site none | 没有网站“none”的运行；有运行的网站：imported",
                "runs --last 0 | --last 至少为 1，不能是 0",
                "export --format xml | --format 应为 csv, jsonl, parquet, xlsx 之一，不能是“xml”",
                "export --out /nowhere/x.csv | 无法写入 /nowhere/x.csv：其文件夹不存在",
                "chart --min-n 99 | 没有城市达到 99 个职位；最多的是",
                "chart --only pie | 未知图“pie”；可用：1-distribution、",
                "chart --only trend --out target/none | 变化图至少需要两次不同时间的运行",
                "import nowhere.csv | 没有文件 nowhere.csv",
                "import docs/*.none | 没有文件 docs/*.none",
                "import --columns title docs/examples/rows.csv | “title”不是列；应写作",
                "import --columns title=x docs/examples/rows.csv | 没有用作 title 的列“x”；已有：",
                "import --encoding x docs/examples/rows.csv | “x”不是编码；可用的如 UTF-8",
                "import README.md | 没有读到任何行。"
            })
    void whatGoesWrongWithRowsIsToldInChinese(String line, String sentence) {
        Ran ran = Ran.chinese((line + " --db " + stored("rows.csv")).split(" "));

        assertTrue(ran.exitCode() > 0, ran.out());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertChinese(ran.err());
    }

    @Test
    void anImportIsToldInChineseAndItsFilesAreNot() throws Exception {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), "title,salary,city\n甲,20k-30k,北京\n乙,面议,后端开发\n丙,随缘,\n丁,25万,上海\n");
        String db = folder.resolve("x.db").toString();
        Path rejects = folder.resolve("rejects.jsonl");
        Ran english = Ran.paymap("import", rows.toString(), "--json", "--rejects", rejects + ".en", "--dry-run");

        Ran ran = Ran.chinese("import", rows.toString(), "--db", db, "--rejects", rejects.toString());
        assertTrue(ran.out().startsWith("文件"), ran.out());
        assertTrue(ran.out().contains("已存入但不计入平均：未写薪资 0 行，薪资无法读取 1 行，其中 1 行只有金额没有时间"), ran.out());
        assertTrue(ran.err().contains("拒绝 2 行：1 × 所写地点不是城市（后端开发）；1 × 没有城市；可用 --city 指定。\n"), ran.err());
        assertTrue(ran.err().contains("查看薪资：paymap stats --site imported"), ran.err());
        assertChinese(ran.out());
        assertChinese(ran.err());

        Ran json = Ran.chinese("import", rows.toString(), "--json", "--dry-run");
        assertEquals(Files.readString(Path.of(rejects + ".en")), Files.readString(rejects));
        assertEquals(english.json().at("/files/0/reasons"), json.json().at("/files/0/reasons"));
        assertEquals(2, json.json().at("/files/0/reasons").size());
    }

    @Test
    void aReportIsWrittenAndRowsAreExportedInChinese() throws Exception {
        String db = stored("rows.csv");
        Ran chart = Ran.chinese("chart", "--db", db, "--only", "average", "--format", "svg", "--out", folder + "/c");
        assertEquals(0, chart.exitCode(), chart.err());
        assertChinese(chart.err());

        Path csv = folder.resolve("rows.csv");
        Ran export = Ran.chinese("export", "--db", db, "--out", csv.toString());
        assertTrue(export.err().matches("已把 \\d+ 行写入 " + csv + "\n"), export.err());
        assertEquals(Files.readString(csv), Ran.chinese("export", "--db", db).out());
        assertEquals(Ran.paymap("stats", "--db", db, "--json"), Ran.chinese("stats", "--db", db, "--json"));
    }

    @Test
    void whatMovedIsToldInChinese() throws Exception {
        String db = folder.resolve("trend.db").toString();
        for (String pay : List.of("20k-30k", "30k-40k")) {
            Path rows = Files.writeString(folder.resolve("rows.csv"), "title,salary,city\n甲,%s,北京\n".formatted(pay));
            assertEquals(
                    0,
                    Ran.paymap("import", rows.toString(), "--keyword", "java", "--db", db)
                            .exitCode());
        }

        Ran ran = Ran.chinese("stats", "--trend", "-v", "--db", db);

        assertTrue(ran.out().contains("imported 的“java”，从运行 1（"), ran.out());
        assertTrue(ran.out().contains("\n出现：\n  北京  甲  30k-40k\n"), ran.out());
        assertChinese(ran.out());
    }

    @Test
    void aFileThatIsNoDatabaseIsToldInChinese() throws Exception {
        Path file = Files.writeString(folder.resolve("no.db"), "this is a text and no database");
        for (String command : List.of("stats", "runs", "export", "chart")) {
            Ran ran = Ran.chinese(command, "--db", file.toString());
            assertEquals("paymap: 文件 " + file + " 不是 SQLite 数据库；未作改动\n", ran.err());
        }
    }

    /** A database with the rows of an example. */
    private String stored(String example) {
        String db = folder.resolve("stored.db").toString();
        Ran ran = Ran.paymap("import", "docs/examples/" + example, "--db", db);
        assertTrue(ran.err().contains("What they pay: "), ran.err());
        return db;
    }

    private static void assertNotEnglish(String text) {
        Matcher english = ENGLISH.matcher(TYPED.matcher(text).replaceAll(""));
        assertFalse(english.find(), () -> "\"" + english.group() + "\" in " + text);
    }

    @Test
    void aCrawlIsToldInChinese() {
        Ran ran = crawl("--cities", "bj,sh", "--per-city", "20", "--site", "sandbox", "-v");

        assertEquals(0, ran.exitCode(), ran.err());
        assertTrue(ran.out().startsWith("运行 1：“python”，来自 sandbox（虚构数据）\n城市"), ran.out());
        assertTrue(ran.out().matches("(?s).*\\n\\d+ 次请求、\\d+ 页、1 个会话、0 次拒绝、0 个无用应答、等待 0.0 秒、共用 .* 秒。\n.*"), ran.out());
        assertTrue(ran.out().contains("\n各城市平均薪资，sandbox（虚构数据）\n（人民币"), ran.out());
        assertChinese(ran.out());
        assertChinese(ran.err());
    }

    @Test
    void aSiteThatRefusesForTooLongIsToldInChineseAndGoesOnInEnglish() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults()
                .withLimit(new RateLimit(0.001, 5, Duration.ofHours(1)))
                .withWhenTooFast(WhenTooFast.HTTP_429))) {
            String[] args = {
                "--cities",
                "bj",
                "--max-wait",
                "1min",
                "--rate",
                "max",
                "-v",
                "--site",
                site.uri().toString()
            };
            Ran ran = crawl(args);

            assertEquals(3, ran.exitCode(), ran.err());
            String why = "网站拒绝（HTTP 429），\\d\\d:\\d\\d:\\d\\d UTC 之前不能再访问，超过了最长等待 1 分钟";
            assertTrue(
                    ran.err().matches("(?s).*\npaymap: 未完成：" + why + "。\n已找到的数据都已保存。继续抓取：\n  paymap crawl .*"),
                    ran.err());
            assertTrue(ran.err().contains("：被拒绝（HTTP 429）；等待 "), ran.err());
            assertChinese(ran.out());
            assertChinese(ran.err());

            String db = folder.resolve("crawl.db").toString();
            JsonNode run = Ran.paymap("runs", "--db", db, "--json").json().path(0);
            assertTrue(run.path("why").asString().matches(why), run.toString());
            Ran english = Ran.paymap(Stream.concat(Stream.of("crawl", "--db", db), Stream.of(args))
                    .toArray(String[]::new));
            assertTrue(english.err().startsWith("Continuing run 1, begun "), english.err());
        }
    }

    @Test
    void aLoginWallIsToldInChinese() throws Exception {
        try (SandboxSite site = SandboxSite.start(SandboxOptions.defaults()
                .withLimit(new RateLimit(0.001, 5, Duration.ofHours(1)))
                .withWhenTooFast(WhenTooFast.LOGIN))) {
            Ran ran = crawl(
                    "--cities",
                    "bj",
                    "--max-wait",
                    "1s",
                    "--rate",
                    "max",
                    "--site",
                    site.uri().toString());

            assertEquals(3, ran.exitCode(), ran.err());
            assertTrue(ran.err().contains("paymap: 未完成：网站拒绝（重定向到登录页），"), ran.err());
            assertTrue(ran.err().contains("行已保存。请在浏览器中打开该网站；过了上述时间后，有两种办法：\n  使用浏览器的会话"), ran.err());
            assertChinese(ran.err());
        }
    }

    @Test
    void aSiteThatIsNotThereIsToldInChinese() {
        Ran ran = crawl("--cities", "bj", "--site", "http://127.0.0.1:1");

        assertEquals(1, ran.exitCode(), ran.err());
        assertEquals("paymap: 无法继续：127.0.0.1:1 没有应答。\n请检查地址和网络；--site sandbox 两者都不需要，可以试用全部功能。\n", ran.err());
    }

    @Test
    void aCrawlForScriptsIsTheSameInEachLanguage() {
        Ran chinese = crawl("--cities", "bj", "--per-city", "20", "--site", "sandbox", "--json");
        Ran english = Ran.paymap(
                "crawl",
                "--cities",
                "bj",
                "--per-city",
                "20",
                "--site",
                "sandbox",
                "--json",
                "--new-run",
                "--db",
                folder.resolve("other.db").toString());

        ObjectNode first = (ObjectNode) chinese.json();
        ObjectNode second = (ObjectNode) english.json();
        assertEquals(
                second.remove("tally").propertyNames(), first.remove("tally").propertyNames());
        assertEquals(second, first);
    }

    /** By somebody who reads Chinese, into a database of this test. */
    private Ran crawl(String... args) {
        return Ran.chinese(Stream.concat(
                        Stream.of("crawl", "--db", folder.resolve("crawl.db").toString()), Stream.of(args))
                .toArray(String[]::new));
    }

    private static void assertChinese(String text) {
        assertTrue(HAN.matcher(text).find(), text);
        assertNotEnglish(text);
    }
}
