package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paymap.importer.Collected;
import paymap.job.RawRow;

/** A visit of more than 2 GiB, as one with videos is: read as a stream, in little memory. */
class HugeHarTest {

    private static final long MORE_THAN_AN_INT_HOLDS = (1L << 31) + 1_000_000;
    private static final int BLOCK = 4 << 20;
    private static final long MOST_MEMORY = 64L << 20;

    private static final String LIST =
            "{\"request\":{\"url\":\"https://made-up.example/list\"},\"response\":{\"content\":"
                    + "{\"text\":\"TITLES 甲 乙\"}}}";
    private static final String HEAD = "{\"log\":{\"entries\":[" + LIST
            + ",{\"request\":{\"url\":\"https://video.example/\"},\"response\":{\"content\":{\"encoding\":\"base64\",\"text\":\"";
    private static final String TAIL = "\"}}}," + LIST + "]}}";

    private final HarReader reader = new HarReader(new Collected.MadeUpPages());

    @Test
    void aVisitOfMoreThanTwoGibibytesIsReadToItsEndInLittleMemory() throws Exception {
        List<RawRow> rows = new ArrayList<>();

        long memory = allocatedBy(() -> assertEquals(
                Optional.empty(),
                reader.read(new Endless(TAIL), new RawRows(rows)).failure()));

        assertEquals(
                List.of("甲", "乙", "甲", "乙"), rows.stream().map(RawRow::title).toList());
        assertTrue(memory < MOST_MEMORY, memory + " bytes were allocated");
    }

    @Test
    void ofOneThatIsCutOffTheEndIsToldAndNoRow() throws Exception {
        List<Optional<ReadResult.Failed>> flaws = new ArrayList<>();

        long memory = allocatedBy(() -> flaws.add(reader.flaw(new Endless("\"}}},{\"requ"), () -> true)));

        assertEquals(FailureKind.NOT_WHOLE, flaws.get(0).orElseThrow().kind());
        assertTrue(
                flaws.get(0).orElseThrow().why().startsWith("the visit is cut off after entry 2, at character 2,1"),
                flaws.toString());
        assertTrue(memory < MOST_MEMORY, memory + " bytes were allocated");
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long allocatedBy(Work work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** A visit that is never whole in memory: a list, a video, and an end. */
    private static final class Endless extends Reader {

        private final char[] video = "A".repeat(BLOCK).toCharArray();
        private final List<String> texts;
        private long videoLeft = MORE_THAN_AN_INT_HOLDS;
        private int text;
        private int at;

        Endless(String end) {
            this.texts = List.of(HEAD, end);
        }

        @Override
        public int read(char[] into, int offset, int length) {
            if (text == 1 && videoLeft > 0) {
                int n = (int) Math.min(Math.min(length, BLOCK), videoLeft);
                System.arraycopy(video, 0, into, offset, n);
                videoLeft -= n;
                return n;
            }
            if (text == texts.size()) {
                return -1;
            }
            String now = texts.get(text);
            int n = Math.min(length, now.length() - at);
            now.getChars(at, at + n, into, offset);
            at = at + n == now.length() ? 0 : at + n;
            text += at == 0 ? 1 : 0;
            return n;
        }

        @Override
        public void close() {}
    }
}
