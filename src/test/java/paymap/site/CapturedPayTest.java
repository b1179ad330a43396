package paymap.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.salary.Salary;
import paymap.salary.Salary.Disclosed;
import paymap.salary.SalaryParser;

/** What boards wrote as pay, with how often, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class CapturedPayTest {

    /** The ranges that make up nearly all of it, read by other means than the parser's: ends, unit, time, months. */
    private static final Pattern RANGE = Pattern.compile(
            "([0-9.]+)(K|千|万|)-([0-9.]+)(K|千|万|元|)(?:/(天|日|小?时|周|月|年))?(?:·([0-9]+)薪)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Integer> UNITS = Map.of("k", 1_000, "千", 1_000, "万", 10_000, "元", 1, "", 1);

    @ParameterizedTest
    @CsvSource({"51job, 15343, 0, 0", "boss, 16171, 0, 0", "liepin, 2330, 0, 0", "zhilian, 34595, 0, 68"})
    void nearlyAllIsReadAndNothingIsMisread(String board, long rows, long unreadable, long yearly) throws IOException {
        Map<String, Long> texts = texts(board);
        long seen = 0;
        long checked = 0;
        Map<Salary.Flaw, Long> flaws = new TreeMap<>();
        for (Map.Entry<String, Long> text : texts.entrySet()) {
            seen += text.getValue();
            Salary read = SalaryParser.parse(text.getKey());
            if (read instanceof Salary.Unreadable flaw) {
                flaws.merge(flaw.flaw(), text.getValue(), Long::sum);
            } else if (read instanceof Disclosed pay && isRight(text.getKey(), pay)) {
                checked += text.getValue();
            }
        }
        long doubtful = flaws.getOrDefault(Salary.Flaw.MAYBE_YEARLY, 0L);

        assertEquals(rows, seen);
        assertEquals(yearly, doubtful);
        assertEquals(unreadable, flaws.values().stream().mapToLong(n -> n).sum() - doubtful);
        assertTrue(checked * 100 > rows * 95, checked + " of " + rows + " were read twice");
    }

    /** Whether it was read by other means too; then both must agree. */
    private static boolean isRight(String text, Disclosed pay) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return false;
        }
        String unit = range.group(4).toLowerCase(java.util.Locale.ROOT);
        String first = range.group(2).isEmpty() ? unit : range.group(2).toLowerCase(java.util.Locale.ROOT);
        assertEquals(cny(range.group(1), first), pay.low(), text);
        assertEquals(cny(range.group(3), unit), pay.high(), text);
        assertEquals(range.group(6) == null ? 12 : Integer.parseInt(range.group(6)), pay.months(), text);
        return true;
    }

    private static Integer cny(String number, String unit) {
        return new BigDecimal(number)
                .multiply(BigDecimal.valueOf(UNITS.get(unit)))
                .intValueExact();
    }

    private static Map<String, Long> texts(String board) throws IOException {
        String captures = System.getProperty("paymap.captures", "");
        assumeTrue(!captures.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        Map<String, Long> texts = new TreeMap<>();
        try (Stream<Path> lists = Files.list(Path.of(captures, "boards"))) {
            for (Path list : lists.filter(file -> file.getFileName().toString().startsWith(board + "-salaries-"))
                    .toList()) {
                List<String> lines = Files.readAllLines(list);
                lines.forEach(line -> texts.merge(
                        line.substring(0, line.lastIndexOf('\t')),
                        Long.parseLong(line.substring(line.lastIndexOf('\t') + 1)),
                        Long::sum));
            }
        }
        return texts;
    }
}
