package paymap.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import paymap.job.JobRow;
import paymap.job.Posting.Details;

class AtomFeedTest {

    private static final AtomFeed.Head HEAD =
            new AtomFeed.Head("python in s", "New <b> & more", Instant.parse("2026-11-03T04:05:06Z"));

    private static JobRow row(String title, String firstSeen) {
        return new JobRow(
                "s",
                false,
                "北京",
                title,
                new JobRow.Pay("10k-20k", 10_000, 20_000, "month", 14),
                new Details("甲公司", null, "3-5年", "", "2026-11-01"),
                new JobRow.Seen(2, firstSeen, "2026-11-02T00:00:00Z"),
                JobRow.Found.UNKNOWN);
    }

    private static String written(JobRow... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomFeed.write(out, HEAD, List.of(rows));
        return out.toString(UTF_8);
    }

    private static List<String> elements(String feed, String name) {
        List<String> found = new ArrayList<>();
        Matcher element =
                Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(feed);
        while (element.find()) {
            found.add(element.group(1));
        }
        return found;
    }

    @Test
    void anEntryTellsWhatIsKnownOfARow() throws IOException {
        String feed = written(row("工程师", "2026-11-01T00:00:00Z"));

        assertTrue(
                feed.startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"),
                feed);
        assertTrue(feed.endsWith("</entry>\n</feed>\n"), feed);
        assertEquals(List.of("New &lt;b&gt; &amp; more", "工程师 · 10k-20k · 北京"), elements(feed, "title"));
        assertEquals(List.of("北京 · 10k-20k · 甲公司 · 3-5年 · 2026-11-01"), elements(feed, "content"));
        assertEquals(List.of("paymap"), elements(feed, "name"));
        assertTrue(feed.contains("<author><name>paymap</name></author>"), feed);
    }

    @Test
    void aFeedIsAsNewAsItsFirstEntryOrAsItsHead() throws IOException {
        assertEquals(
                List.of("2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z", "2026-11-01T00:00:00Z"),
                elements(written(row("b", "2026-11-02T00:00:00Z"), row("a", "2026-11-01T00:00:00Z")), "updated"));
        assertEquals(List.of("2026-11-03T04:05:06Z"), elements(written(), "updated"));
        assertTrue(written().endsWith("</author>\n</feed>\n"), written());
    }

    @Test
    void aTimeThatIsNoneIsThatOfTheHead() throws IOException {
        assertEquals(
                List.of("2026-11-03T04:05:06Z", "2026-11-03T04:05:06Z"),
                elements(written(row("a", "yesterday")), "updated"));
    }

    @Test
    void theSameRowHasTheSameIdAndAnotherHasAnother() throws IOException {
        List<String> ids = elements(written(row("a", "2026-11-02T00:00:00Z"), row("b", "2026-11-01T00:00:00Z")), "id");

        assertEquals(ids, elements(written(row("a", "2026-11-09T00:00:00Z"), row("b", "2026-11-01T00:00:00Z")), "id"));
        assertEquals(3, ids.size());
        assertNotEquals(ids.get(1), ids.get(2));
        assertTrue(ids.stream().allMatch(id -> id.matches("urn:uuid:[0-9a-f-]{36}")), ids.toString());
    }

    @Test
    void noMoreEntriesThanAReaderShows() throws IOException {
        JobRow[] rows =
                Collections.nCopies(501, row("a", "2026-11-01T00:00:00Z")).toArray(JobRow[]::new);

        assertEquals(500, elements(written(rows), "content").size());
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws IOException {
        assertEquals(
                "a&lt;b · 10k-20k · 北京",
                elements(written(row("a\u0000\u202e<b", "2026-11-01T00:00:00Z")), "title")
                        .get(1));
    }

    @Test
    void aStreamThatBreaksIsAnErrorOfInput() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("no space left");
            }
        };

        IOException e = assertThrows(
                IOException.class,
                () -> AtomFeed.write(
                        broken, HEAD, Collections.nCopies(500, row("a".repeat(100), "2026-11-01T00:00:00Z"))));
        assertEquals("no space left", e.getMessage());
    }
}
