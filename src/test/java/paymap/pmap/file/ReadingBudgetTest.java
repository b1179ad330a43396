package paymap.pmap.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file of a scan costs what is kept of it, each once, so that none fills the memory. */
class ReadingBudgetTest {

    private static final String TWO_OPEN =
            "{'type':'host','ip':'192.0.2.1','open':[{'port':22},{'port':80}],'closed':0,'filtered':0}";
    private static final String EIGHT_RANGES =
            "{'type':'ports','ip':'192.0.2.1','ports_by_reason':{'refused':'1,3,5,7,9,11,13,15'}}";
    private static final String TWO_SPANS =
            "{'type':'unanswered','verdict':'silent','hosts':'192.0.2.3-192.0.2.4,192.0.2.6'}";

    @Test
    void aMillionHostsAreTakenInAndOneMoreIsNot() {
        ReadingBudget budget = new ReadingBudget();

        budget.hosts(1 << 20);
        UnreadableScan refused = assertThrows(UnreadableScan.class, () -> budget.hosts(1));

        assertTrue(String.valueOf(refused.getMessage()).contains("more hosts and ports"), refused.getMessage());
    }

    @Test
    void whatHasGrownTogetherMakesRoom() {
        ReadingBudget budget = new ReadingBudget(8);

        budget.hosts(2);
        budget.hosts(-1);

        assertDoesNotThrow(() -> budget.hosts(1));
    }

    @Test
    void hostsAndTheirOpenPortsCountOnceHoweverOftenTheyAreTold() throws IOException {
        assertEquals(4 + 2 * 2, cost(TWO_OPEN));
        assertEquals(4 + 2 * 2, cost(TWO_OPEN, TWO_OPEN, open(22, ""), open(80, "")));
        assertEquals(4 + 3 * 2, cost(open(22, ""), TWO_OPEN, open(81, "")));
        assertEquals(2 * 4 + 3 * 2, cost(TWO_OPEN, open(22, "").replace("192.0.2.1", "192.0.2.2")));
    }

    @Test
    void whatAPortSaysCountsByItsLength() throws IOException {
        assertEquals(4 + 2, cost(open(22, "x".repeat(15))));
        assertEquals(4 + 2 + 2 * 2, cost(open(22, "x".repeat(32))));
    }

    @Test
    void otherPortsCountByTheirRanges() throws IOException {
        assertEquals(4 + 1, cost(EIGHT_RANGES));
        assertEquals(4 + 1, cost(EIGHT_RANGES, EIGHT_RANGES));
        assertEquals(4 + 1 + 1, cost(EIGHT_RANGES, EIGHT_RANGES.replace("refused", "no answer")));
        assertEquals(4 + 1 + 2, cost(EIGHT_RANGES, open(2, "")));
    }

    @Test
    void hostsThatDidNotAnswerAndThoseAskedCountByTheirRanges() throws IOException {
        assertEquals(2 * 4, cost(TWO_SPANS));
        assertEquals(2 * 4, cost(TWO_SPANS, TWO_SPANS));
        assertEquals(4 * 4, cost(TWO_SPANS, TWO_SPANS.replace("192.0.2.", "192.0.3.")));
        assertEquals(2 * 4, cost("{'type':'scan','addresses':'192.0.2.0-192.0.2.7,192.0.2.9'}"));
    }

    private static String open(int port, String said) {
        return "{'type':'open','ip':'192.0.2.1','port':" + port + (said.isEmpty() ? "" : ",'said':'" + said + "'")
                + "}";
    }

    /** The smallest budget that is enough for these lines. */
    private static int cost(String... lines) throws IOException {
        byte[] file = String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        for (int units = 0; ; units++) {
            try {
                new ScanLines(new ByteArrayInputStream(file), new ScanDraft(new ReadingBudget(units))).read();
                return units;
            } catch (UnreadableScan e) {
                assertTrue(String.valueOf(e.getMessage()).contains("more hosts and ports"), e.getMessage());
            }
        }
    }
}
