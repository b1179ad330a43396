package paymap.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.cli.Commands;

class PmapHelpTest {

    @ParameterizedTest
    @ValueSource(ints = {80, 100, 120})
    void noWordIsBrokenAtTheEndOfALine(int width) {
        Set<String> broken = words(width);
        broken.removeAll(words(500));

        assertEquals(Set.of(), broken);
    }

    @Test
    void fitsIntoEightyColumns() {
        assertTrue(help(80).lines().allMatch(line -> line.length() <= 80), help(80));
    }

    private static Set<String> words(int width) {
        return new TreeSet<>(Arrays.asList(help(width).strip().split("\\s+")));
    }

    private static String help(int width) {
        return Commands.named("pmap").setUsageHelpWidth(width).getUsageMessage();
    }
}
