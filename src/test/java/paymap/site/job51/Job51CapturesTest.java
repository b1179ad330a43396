package paymap.site.job51;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import paymap.importer.format.SavedPages;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import paymap.job.RawRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real replies and pages, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class Job51CapturesTest {

    private final SavedPages board = new Job51SavedPages();

    @Test
    void theReplyOf2020HasFiftyRowsWithWordsInsteadOfCodes() throws IOException {
        JsonNode reply = JsonMapper.builder()
                .build()
                .readTree(captured("51job-search-json-2020-07-31.json", StandardCharsets.UTF_8));

        Reading reading = board.reply(reply, new Page("", 200, "", "")).orElseThrow();

        assertEquals("java", reading.keyword());
        assertEquals(50, distinct(reading, RawRow::id));
        assertEquals(48, count(reading, RawRow::experience));
        assertEquals(50, count(reading, RawRow::education));
        assertEquals(50, count(reading, RawRow::salary));
        assertCodesAreWords(reading);
    }

    @Test
    void thePageOf2021HasFiftyRowsInItsState() throws IOException {
        String page = captured("51job-search-page-2021-06.html", Charset.forName("GBK"));

        Reading reading = board.page(new Page("", 200, "", page));

        assertEquals(Found.ROWS, reading.found());
        assertEquals("数据分析", reading.keyword());
        assertEquals(50, distinct(reading, RawRow::id));
        assertEquals(48, count(reading, RawRow::experience));
        assertEquals(49, count(reading, RawRow::education));
        assertEquals(46, count(reading, RawRow::salary));
        assertCodesAreWords(reading);
    }

    @Test
    void aRefusalIsOne() throws IOException {
        JsonNode refused = JsonMapper.builder()
                .build()
                .readTree(captured("block-replies.json", StandardCharsets.UTF_8))
                .path("51job");

        assertEquals(1, refused.size());
        assertEquals(
                Found.REFUSED,
                board.page(new Page("", 200, "", refused.path(0).path("body").asString()))
                        .found());
    }

    private static void assertCodesAreWords(Reading reading) {
        for (RawRow row : reading.rows()) {
            assertFalse(row.experience().matches("\\d+") || row.education().matches("\\d+"), row.toString());
            assertTrue(row.city().matches("\\p{IsHan}+(?:-\\p{IsHan}+)?"), row.toString());
            assertTrue(row.posted().startsWith("202"), row.toString());
        }
    }

    private static int distinct(Reading reading, Function<RawRow, String> field) {
        assertEquals(50, reading.rows().size());
        return (int) reading.rows().stream().map(field).distinct().count();
    }

    private static int count(Reading reading, Function<RawRow, String> field) {
        List<String> said = reading.rows().stream()
                .map(field)
                .filter(text -> !text.isEmpty())
                .toList();
        return said.size();
    }

    private static String captured(String file, Charset encoding) throws IOException {
        String root = System.getProperty("paymap.captures", "");
        assumeTrue(!root.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        return Files.readString(Path.of(root).resolve("boards").resolve(file), encoding);
    }
}
