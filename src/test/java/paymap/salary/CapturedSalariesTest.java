package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.salary.Salary.Disclosed;

/** Real pay, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class CapturedSalariesTest {

    @Test
    void readsAll450SalariesOfARealCrawl() throws IOException {
        List<String> salaries = salaries(captures().resolve("result-list-beijing-python-2018-03.csv"));
        assertEquals(450, salaries.size());
        assertAll(salaries.stream().map(CapturedSalariesTest::isDisclosed));
        assertEquals(450, SalaryStatistics.of(counts(salaries)).total());
    }

    /** Of 68,439 rows of four boards; a sum that may be a year's is none of a month, and is told apart. */
    @ParameterizedTest
    @CsvSource({"51job, 15343, 0, 0", "boss, 16171, 0, 0", "liepin, 2330, 0, 0", "zhilian, 34595, 0, 68"})
    void readsWhatFourBoardsWrote(String board, long rows, long unread, long maybeYearly) throws IOException {
        Map<String, Long> texts = new TreeMap<>();
        try (Stream<Path> lists = Files.list(captures().resolve("boards"))) {
            for (Path list : lists.filter(file -> file.getFileName().toString().matches(board + "-.*\\.tsv"))
                    .toList()) {
                for (String line : Files.readAllLines(list)) {
                    int tab = line.lastIndexOf('\t');
                    texts.merge(line.substring(0, tab), Long.parseLong(line.substring(tab + 1)), Long::sum);
                }
            }
        }

        assertEquals(rows, count(texts, salary -> true));
        assertEquals(
                unread,
                count(
                        texts,
                        salary ->
                                salary instanceof Salary.Unreadable other && other.flaw() != Salary.Flaw.MAYBE_YEARLY));
        assertEquals(
                maybeYearly,
                count(
                        texts,
                        salary ->
                                salary instanceof Salary.Unreadable other && other.flaw() == Salary.Flaw.MAYBE_YEARLY));
        assertAll(texts.keySet().stream().map(text -> () -> assertPlausible(text)));
    }

    private static long count(Map<String, Long> texts, Predicate<Salary> which) {
        return texts.entrySet().stream()
                .filter(text -> which.test(SalaryParser.parse(text.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What a unit misread by ten or a thousand would break: a month of 500 to 1,000,000 CNY (51job 2023: 20-100万/月), and its like. */
    private static void assertPlausible(String text) {
        if (SalaryParser.parse(text) instanceof Disclosed pay) {
            int least = switch (pay.interval()) {
                case HOUR -> 5;
                case DAY -> 10;
                case WEEK -> 100;
                case MONTH -> 500;
                case YEAR -> 10_000;
            };
            int most = switch (pay.interval()) {
                case HOUR -> 1_000;
                case DAY -> 5_000;
                case WEEK -> 20_000;
                case MONTH -> 1_000_000;
                case YEAR -> 10_000_000;
            };
            Integer low = pay.low();
            Integer high = pay.high();
            assertTrue((low == null || low >= least) && (high == null || high <= most), text + " is read as " + pay);
        }
    }

    private static Path captures() {
        String folder = System.getProperty("paymap.captures", "");
        assumeTrue(!folder.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        assumeTrue(Files.isDirectory(Path.of(folder)), () -> "Skipped: there is no folder of captures at " + folder);
        return Path.of(folder);
    }

    private static List<String> salaries(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        int column = Arrays.asList(lines.get(0).split(",")).indexOf("salary");
        return lines.stream().skip(1).map(line -> line.split(",", -1)[column]).toList();
    }

    private static Executable isDisclosed(String raw) {
        return () -> assertInstanceOf(Disclosed.class, SalaryParser.parse(raw), raw);
    }

    private static List<PayCount> counts(List<String> salaries) {
        return salaries.stream()
                .map(raw -> new PayCount(SalaryParser.parse(raw), 1))
                .toList();
    }
}
