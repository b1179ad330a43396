package paymap.site.unread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.format.SavedPages;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Reading;
import paymap.site.AnySavedPages;
import paymap.site.Site;
import tools.jackson.databind.node.JsonNodeFactory;

class UnreadBoardTest {

    private final SavedPages boards = new AnySavedPages(UnreadBoard.ALL.stream()
            .flatMap(board -> board.savedPages().stream())
            .toList());

    @ParameterizedTest
    @CsvSource({
        "https://we.51job.com/api/job/search-pc?keyword=java, 51job",
        "https://search.51job.com/list/010000.html, 51job",
        "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job, 猎聘",
        "https://www.liepin.com/zhaopin/?key=java, 猎聘"
    })
    void listsAreToldByTheirAddress(String url, String board) {
        assertTrue(boards.mayHoldRows(url));
        Optional<Reading> reply =
                boards.reply(JsonNodeFactory.instance.objectNode(), new SavedPages.Page(url, 200, "", "{}"));

        assertEquals(
                "reply of " + board + ", which paymap cannot read yet",
                reply.orElseThrow().what());
        assertEquals(Found.NOT_YET_READ, reply.orElseThrow().found());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://we.51job.com/api/user",
                "https://api-c.liepin.com/api/com.liepin.searchfront4c.pc-search-job-cond-init",
                "https://www.liepin.example/zhaopin/",
                "https://elsewhere.example/?from=https://www.liepin.com/zhaopin/",
                "https://www.lagou.com/jobs/list_java"
            })
    void otherAddressesHoldNoLists(String url) {
        assertEquals(false, boards.mayHoldRows(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "window.__SEARCH_RESULT__ = {}; 51job",
                "<div class=\"joblist-item-job\">; 51job",
                "<div class=\"jsx-1 job-card-pc-container\">; 猎聘"
            })
    void savedPagesAreToldByTheMarksOfTheirLists(String html, String board) {
        assertEquals(
                Reading.without(Found.NOT_YET_READ, "page of " + board + ", which paymap cannot read yet"),
                page("<html><body>" + html));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>a page that names liepin.com and 51job", "<div class=\"my-job-card-boxes\">"})
    void aPageThatSpeaksOfABoardIsNoneOfIts(String html) {
        assertEquals(Reading.without(Found.NOTHING, "page without a list of jobs"), page(html));
    }

    @Test
    void aReplyInAFileOfItsOwnIsLeftToTheReaderOfNames() {
        SavedPages.Page nowhere = new SavedPages.Page("", 200, "", "");

        assertEquals(Optional.empty(), boards.reply(JsonNodeFactory.instance.objectNode(), nowhere));
        assertTrue(boards.personalFields().containsAll(List.of("recruiter", "user")));
    }

    @Test
    void noneOfThemCanBeCrawledAndNoTwoHaveOneName() {
        assertTrue(UnreadBoard.ALL.stream().allMatch(board -> board.crawlable().isEmpty()));
        assertEquals(2, UnreadBoard.ALL.stream().map(Site::name).distinct().count());
    }

    private Reading page(String html) {
        return boards.page(new SavedPages.Page("", 200, "", html));
    }
}
