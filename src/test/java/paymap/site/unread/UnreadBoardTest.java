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
        "https://www.zhipin.com/wapi/zpgeek/search/joblist.json?_=1, Boss直聘",
        "https://www.zhipin.com/wapi/zpgeek/pc/recommend/job/list.json, Boss直聘",
        "https://www.zhipin.com/web/geek/jobs?query=java, Boss直聘",
        "https://fe-api.zhaopin.com/c/i/search/positions?at=1, 智联招聘",
        "https://www.zhaopin.com/sou/jl765/p2, 智联招聘",
        "https://sou.zhaopin.com/jobs/searchresult.ashx?jl=1, 智联招聘"
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
                "https://www.zhipin.com/wapi/zpuser/wap/getUserInfo.json",
                "https://www.zhipin.example/web/geek/jobs",
                "https://elsewhere.example/?from=https://www.zhipin.com/web/geek/jobs",
                "https://www.lagou.com/jobs/list_java"
            })
    void otherAddressesHoldNoLists(String url) {
        assertEquals(false, boards.mayHoldRows(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<li class=\"job-card-box\">; Boss直聘",
                "<div class=\"clearfix job-card-wrapper\">; Boss直聘",
                "<script>__INITIAL_STATE__={}</script>; 智联招聘",
                "<div class=\"joblist-box__item\">; 智联招聘",
                "<table class=\"newlist\">; 智联招聘"
            })
    void savedPagesAreToldByTheMarksOfTheirLists(String html, String board) {
        assertEquals(
                Reading.without(Found.NOT_YET_READ, "page of " + board + ", which paymap cannot read yet"),
                page("<html><body>" + html));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>a page that names zhipin.com and 51job", "<div class=\"my-job-card-boxes\">"})
    void aPageThatSpeaksOfABoardIsNoneOfIts(String html) {
        assertEquals(Reading.without(Found.NOTHING, "page without a list of jobs"), page(html));
    }

    @Test
    void aReplyInAFileOfItsOwnIsLeftToTheReaderOfNames() {
        SavedPages.Page nowhere = new SavedPages.Page("", 200, "", "");

        assertEquals(Optional.empty(), boards.reply(JsonNodeFactory.instance.objectNode(), nowhere));
        assertTrue(boards.personalFields().containsAll(List.of("staffCard", "chatWindow")));
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
