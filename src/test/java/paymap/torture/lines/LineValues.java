package paymap.torture.lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** What people, scripts and cats type as the values of options. Every path in them lies in a folder that is thrown away. */
final class LineValues {

    /** Of these a value names a file or a folder: it is never any but one of ours. */
    private static final Set<String> PATHS = Set.of(
            "--db",
            "--out",
            "--rejects",
            "--atom",
            "--report",
            "--resume",
            "--public-key",
            "--cookies",
            "--site-key",
            "--exclude-file",
            "-w");

    /** A pipe that nobody writes to would be waited for, as it should be. */
    private static final Set<String> READ = Set.of("--resume", "--cookies", "--site-key", "--exclude-file", "--since");

    /** As the help of each command describes them. Where a crawl or a scan could take long, only short ones are here. */
    private static final Map<String, List<String>> VALID = Map.ofEntries(
            Map.entry("--cities", List.of("bj", "bj,sh", "北京市", "Shanghai，广州", "xian")),
            Map.entry("--keyword", List.of("python", "java,python", "虚构", "")),
            Map.entry("--by", List.of("city", "experience,city", "keyword", "company", "district")),
            Map.entry("--since", List.of("7d", "2026-11-01", "run:1", "2w")),
            Map.entry("--from", List.of("1", "7d", "2026-11-17")),
            Map.entry("--to", List.of("2", "1")),
            Map.entry("--compare", List.of("city=bj,sh", "experience=3-5,5-10", "keyword=python,java")),
            Map.entry("--interval", List.of("day", "hour", "week")),
            Map.entry("--basis", List.of("month", "package")),
            Map.entry("--min-pay", List.of("10k", "2万", "20,000")),
            Map.entry("--max-pay", List.of("30k", "1.5w")),
            Map.entry("--me", List.of("22k", "2.2万", "200")),
            Map.entry("--experience", List.of("none", "1-3,3-5", "over10")),
            Map.entry("--education", List.of("bachelor", "any,unstated")),
            Map.entry("--district", List.of("海淀区", "海淀,朝阳")),
            Map.entry("--company", List.of("虚构", "a,b")),
            Map.entry("--title", List.of("工程师", "python 后端")),
            Map.entry("--format", List.of("csv", "jsonl", "json", "plain", "ndjson", "text", "svg", "png,svg")),
            Map.entry("--partition-by", List.of("month", "site,month")),
            Map.entry("--lang", List.of("en", "zh")),
            Map.entry("--site", List.of("sandbox", "imported")),
            Map.entry("--run", List.of("1", "1,2", "99")),
            Map.entry("--block", List.of("1min", "7d")),
            Map.entry("--slow", List.of("30s", "1h")),
            Map.entry("--columns", List.of("title=title,salary=salary,city=city", "title=1,salary=2,city=3")),
            Map.entry("--encoding", List.of("GBK", "UTF-8", "utf-16")),
            Map.entry("--per-city", List.of("1", "15")),
            Map.entry("--threads", List.of("1", "8", "64")),
            Map.entry("--rate", List.of("max", "500/s")),
            Map.entry("--max-wait", List.of("1s", "2s")),
            Map.entry("--era", List.of("auto", "encrypted", "rendered", "classic")),
            Map.entry("--robots", List.of("obey", "ignore")),
            Map.entry("--only", List.of("2", "average,box", "1-distribution")),
            Map.entry("--idle", List.of("30min")),
            Map.entry("--fault", List.of("500:0.05", "page1:4")),
            Map.entry("--exclude", List.of("127.0.0.1", "127.0.0.0/30")),
            Map.entry("--host-timeout", List.of("500ms", "30s")),
            Map.entry("-t", List.of("50ms", "100ms")),
            Map.entry("-n", List.of("1", "256")),
            Map.entry("-p", List.of("1", "1-9", "ssh,http", "-20")),
            Map.entry("-m", List.of("thread")),
            Map.entry("-f", List.of("tcp", "ping")),
            Map.entry("--retries", List.of("0", "1")),
            Map.entry("--top", List.of("1", "10")),
            Map.entry("--attach", List.of("1")),
            Map.entry("--user-agent", List.of("made-up/1.0")),
            Map.entry("--site-iv", List.of("0123456789abcdef")));

    /** No name of a class, of a site or of a host among them. */
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "-",
            "-1",
            "0",
            "1",
            "7",
            "99999999999999999999",
            "-9223372036854775809",
            "2147483648",
            "1e309",
            "NaN",
            "0x10",
            "١٢",
            "\0",
            "a\0b",
            "\u001b[2J\u001b]0;x\u0007",
            "a\r\nb",
            "\t",
            "\u202eabc\u2066",
            "\u009b31m",
            "虚构",
            "😀",
            "\ud800",
            "\ufffd",
            "\u200b",
            "x".repeat(5_000),
            "，",
            "%s%n%d%",
            "$(id)`id`",
            "'; DROP TABLE jobs;--",
            "\"",
            "'",
            "<b>",
            "@",
            "@x",
            "../../x",
            "~",
            "*",
            "[",
            "(?<a",
            "\\",
            "=",
            "a=b=c",
            ",",
            ",,",
            "true",
            "null",
            "--help",
            "-h",
            "1-",
            "-1-",
            "9-1",
            "run:",
            "run:99999999999999999999",
            "2026-02-30",
            "99999-01-01",
            "999999w",
            "1.5",
            "1,5",
            "00000000000000000001",
            "1/0/1",
            "zh,en,zh",
            "city,city",
            "city=bj",
            "city=bj,bj",
            "title=");

    private final Random random;
    private final Path folder;

    /** @param folder holds what {@link LineFolder} puts there */
    LineValues(Random random, Path folder) {
        this.random = random;
        this.folder = folder;
    }

    String of(OptionSpec option) {
        String name = option.longestName();
        if (isPath(name)) {
            String path = path();
            return READ.contains(name) ? withoutPipe(path) : path;
        }
        return random.nextInt(100) < 60 ? valid(option, name) : hostile();
    }

    static boolean isPath(String option) {
        return PATHS.contains(option);
    }

    String hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private String valid(OptionSpec option, String name) {
        List<String> known = new ArrayList<>(VALID.getOrDefault(name, List.of()));
        if (known.isEmpty() && option.completionCandidates() != null) {
            option.completionCandidates().forEach(known::add);
        }
        return known.isEmpty() ? Integer.toString(1 + random.nextInt(20)) : known.get(random.nextInt(known.size()));
    }

    /** A file to read. */
    String readable() {
        return withoutPipe(path());
    }

    private static String withoutPipe(String path) {
        return path.replace("/pipe", "/rows.csv");
    }

    /** A file that is there, one that is not, a folder, a device, and names that no file can have. */
    String path() {
        int which = random.nextInt(100);
        if (which < 60) {
            return folder.resolve(LineFolder.FILES.get(random.nextInt(LineFolder.FILES.size())))
                    .toString();
        }
        if (which < 70) {
            return List.of("/dev/null", "/dev/full", "", folder.toString(), folder + "/")
                    .get(random.nextInt(5));
        }
        if (which < 80) {
            return folder + "/new" + random.nextInt(5)
                    + List.of("", ".csv", ".json", ".xlsx", ".parquet", "/a/b").get(random.nextInt(6));
        }
        return folder + "/" + hostile().replace("..", "__");
    }
}
