package paymap.site.liepin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.importer.format.SavedPages;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real replies, where the folder of captures is at hand: -Dpaymap.captures=/path/to/captures. */
class LiepinCapturesTest {

    private static final Page NOWHERE = new Page("", 200, "", "");

    private final SavedPages board = new LiepinSavedPages();

    @Test
    void theReplyOf2026HasTwoRows() throws IOException {
        Reading reading = board.reply(captured("liepin-pc-search-job-2026-09-18-excerpt.json"), NOWHERE)
                .orElseThrow();

        assertEquals(Found.ROWS, reading.found());
        assertEquals(
                List.of("84775119|佛山-顺德区|15-30k·14薪|5年以上|本科|2026-09-17", "79162695|上海|20-26k·13薪|7年以上|大专|2026-09-17"),
                reading.rows().stream()
                        .map(row -> String.join(
                                "|",
                                row.id(),
                                row.city(),
                                row.salary(),
                                row.experience(),
                                row.education(),
                                row.posted()))
                        .toList());
    }

    @Test
    void aRefusalIsOne() throws IOException {
        JsonNode refused = captured("block-replies.json").path("liepin");

        assertEquals(1, refused.size());
        assertEquals(
                Found.REFUSED,
                board.reply(refused.path(0).path("body"), NOWHERE).orElseThrow().found());
    }

    private static JsonNode captured(String file) throws IOException {
        String root = System.getProperty("paymap.captures", "");
        assumeTrue(!root.isBlank(), "Skipped: -Dpaymap.captures does not name a folder of captures.");
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(Path.of(root).resolve("boards").resolve(file)));
    }
}
