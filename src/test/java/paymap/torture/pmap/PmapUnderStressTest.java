package paymap.torture.pmap;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import paymap.torture.Table;

/** A scan that is short of something, loses the network or its children, or meets tarpits. */
class PmapUnderStressTest {

    @TempDir
    Path folder;

    @Test
    @Tag("torture")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void eachEndsAndTellsNoPortWrongly() throws Exception {
        Table table = new Table("what", "exit", "s", "told", "first line of stderr", "wrong");
        try {
            assertSound(Stress.all(), table);
        } finally {
            table.write("pmap");
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void someEndAndTellNoPortWrongly() throws Exception {
        assertSound(Stress.some(), new Table("what", "exit", "s", "told", "first line of stderr", "wrong"));
    }

    private void assertSound(List<Stress> all, Table table) throws Exception {
        String missing = Wire.missing();
        assumeTrue(missing.isEmpty(), "it takes " + missing);
        List<String> wrong = new ArrayList<>();
        for (Stress stress : all) {
            if (stress.needsTheJar() && Files.notExists(StressedScan.JAR)) {
                table.add(stress.name(), "", "", "not tried: mvn -DskipTests package makes the jar", "", "");
                continue;
            }
            Path own = Files.createTempDirectory(folder, "scan");
            try (Wire wire = new Wire()) {
                StressedScan scan = new StressedScan(stress, wire, own);
                scan.run();
                List<String> bad = scan.wrong();
                table.add(
                        stress.name(),
                        scan.exitCode(),
                        scan.seconds(),
                        scan.told(),
                        scan.firstLine(),
                        String.join(", ", bad));
                bad.forEach(what -> wrong.add(stress.name() + ": " + what));
            }
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }
}
