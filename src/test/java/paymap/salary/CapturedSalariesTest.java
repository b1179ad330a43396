package paymap.salary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
