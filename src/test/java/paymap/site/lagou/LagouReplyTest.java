package paymap.site.lagou;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.crawl.Outcome;
import paymap.job.Posting;
import paymap.site.http.HttpReply;
import tools.jackson.databind.node.ObjectNode;

/** Classic replies with rows. */
class LagouReplyTest {

    private static final String CITY = "北京";

    @Test
    void readsFifteenRowsInTheSitesOrder() {
        Outcome.Fetched page = fetched(Replies.json(Replies.rows()));

        assertEquals(15, page.rows().size());
        assertEquals(List.of(), page.unreadable());
        assertEquals(
                List.of("7700001", "7700002", "7700003"),
                page.rows().stream().map(Posting::positionId).limit(3).toList());
        assertEquals("7700015", page.rows().get(14).positionId());
    }

    @Test
    void readsEveryFieldThatMayBeKept() {
        assertEquals(
                new Posting(
                        "7700002",
                        "高级Python工程师（平台方向）",
                        "20k-40k",
                        14,
                        "北京",
                        new Posting.Details("虚构公司1号", "朝阳区", "3-5年", "本科", "2018-05-02")),
                fetched(Replies.json(Replies.rows())).rows().get(1));
    }

    @Test
    void readsWhatThePageSaysOfTheList() {
        Outcome.Fetched page = fetched(Replies.json(Replies.rows()));

        assertEquals(15, page.pageSize());
        assertEquals(30 * 15, page.totalCount());
        assertEquals("0f1e2d3c4b5a69788796a5b4c3d2e1f0", page.listToken());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "449, 449", "450, 450", "451, 450", "2147483647, 450"})
    void noMoreRowsAreCountedThanTheSiteShowsOfAnyList(int said, int counted) {
        ObjectNode reply = Replies.rows();
        ((ObjectNode) reply.at("/content/positionResult")).put("totalCount", said);

        assertEquals(counted, fetched(Replies.json(reply)).totalCount());
    }

    @Test
    void theOrderOfTheKeysMeansNothing() {
        String reversed = Replies.file("rows-keys-reversed.json");

        assertTrue(reversed.startsWith("{\"content\""), "the fixture is not in another order");
        assertEquals(fetched(Replies.json(Replies.rows())), fetched(Replies.json(reversed)));
    }

    @Test
    void nothingOfARecruiterLeavesTheReader() {
        assertTrue(Replies.rows().toString().contains("RECRUITER-NAME-0"), "the fixture has nobody to protect");

        String told = fetched(Replies.json(Replies.rows())).toString();

        assertFalse(told.toUpperCase(java.util.Locale.ROOT).contains("RECRUITER"), told);
    }

    @Test
    void aRowOf2017WithoutTheLaterFieldsIsReadAsWell() {
        ObjectNode reply = Replies.rows();
        ObjectNode row = Replies.row(reply, 0);
        row.remove(List.of("salaryMonth", "district", "encryptId", "lastLogin"));
        ((ObjectNode) reply.path("content")).remove("showId");

        Outcome.Fetched page = fetched(Replies.json(reply));

        assertEquals(15, page.rows().size());
        assertNull(page.rows().get(0).details().district());
        assertEquals(0, page.rows().get(0).salaryMonths());
        assertNull(page.listToken());
    }

    @ParameterizedTest
    @CsvSource({"'\"14\"', 14", "14, 14", "'\"0\"', 0", "0, 0", "null, 0", "'\"\"', 0", "'\"十四\"', 0", "-3, 0", "{}, 0"
    })
    void monthsComeAsTextOrAsANumber(String written, int months) {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).set("salaryMonth", Replies.JSON.readTree(written));

        assertEquals(months, fetched(Replies.json(reply)).rows().get(0).salaryMonths());
    }

    @Test
    void anIdMayBeText() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("positionId", "7700001");

        assertEquals("7700001", fetched(Replies.json(reply)).rows().get(0).positionId());
    }

    @ParameterizedTest
    @CsvSource({"2021-03-01 10:00:00, 2021-03-01", "2018-05-06, 2018-05-06", "1天前发布, ", "2021-02-30 10:00:00, ", "'', "
    })
    void aPostedDateIsADayOrNothing(String written, String day) {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("createTime", written);

        assertEquals(day, fetched(Replies.json(reply)).rows().get(0).details().posted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"北京", "北京·海淀区", "北京-海淀区", "北京市", " 北京 ", ""})
    void aPlaceOfTheCityAskedForIsThatCity(String place) {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("city", place);

        assertEquals(CITY, fetched(Replies.json(reply)).rows().get(0).city());
    }

    @Test
    void anEmptyPayFieldIsASiteThatDoesNotSay() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("salary", "");

        assertEquals("", fetched(Replies.json(reply)).rows().get(0).salary());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "positionName | null           | no title",
                "positionName | ''             | no title",
                "positionName | '\"\"'         | no title",
                "positionName | '\"\\u200b \"' | no title",
                "positionName | '{\"a\":1}'    | no title",
                "positionName | '[\"x\"]'      | no title",
                "city         | '\"上海\"'     | a city other than the one asked for",
                "city         | '\"全国\"'     | a place that is no city",
            })
    void oneCorruptRowStopsNoOther(String field, String written, String why) {
        ObjectNode reply = Replies.rows();
        set(Replies.row(reply, 4), field, written);

        Outcome.Fetched page = fetched(Replies.json(reply));

        assertEquals(14, page.rows().size());
        assertEquals(List.of(why), page.unreadable());
        assertEquals(15, page.shown());
        assertFalse(page.rows().stream().anyMatch(row -> row.positionId().equals("7700005")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "\"\""})
    void aRowWithoutPayIsUndisclosedAsInAnImport(String written) {
        ObjectNode reply = Replies.rows();
        set(Replies.row(reply, 4), "salary", written);

        Outcome.Fetched page = fetched(Replies.json(reply));

        assertEquals(List.of(), page.unreadable());
        assertEquals("", page.rows().get(4).salary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "\"  \""})
    void aRowWithoutAnIdGetsOneOfItsContentAsInAnImport(String written) {
        ObjectNode reply = Replies.rows();
        set(Replies.row(reply, 4), "positionId", written);
        set(Replies.row(reply, 5), "positionId", written);

        Outcome.Fetched page = fetched(Replies.json(reply));
        Outcome.Fetched again = fetched(Replies.json(reply));

        assertEquals(15, page.rows().size());
        assertTrue(page.rows().get(4).positionId().startsWith("row:"));
        assertNotEquals(page.rows().get(4).positionId(), page.rows().get(5).positionId());
        assertEquals(page.rows(), again.rows());
    }

    private static void set(ObjectNode row, String field, String written) {
        if (written.isEmpty()) {
            row.remove(field);
        } else {
            row.set(field, Replies.JSON.readTree(written));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"text\"", "[]", "{}", "true"})
    void aRowThatIsNoRowStopsNoOther(String written) {
        ObjectNode reply = Replies.rows();
        ((tools.jackson.databind.node.ArrayNode) reply.at("/content/positionResult/result"))
                .set(14, Replies.JSON.readTree(written));

        Outcome.Fetched page = fetched(Replies.json(reply));

        assertEquals(14, page.rows().size());
        assertEquals(1, page.unreadable().size());
    }

    @Test
    void aReasonNeverRepeatsWhatTheSiteWrote() {
        ObjectNode reply = Replies.rows();
        Replies.row(reply, 0).put("positionName", "SECRET".repeat(100));
        Replies.row(reply, 1).put("salary", "SECRET".repeat(100));
        Replies.row(reply, 2).put("city", "SECRET");
        Replies.row(reply, 3).put("positionId", "SECRET".repeat(100));

        Outcome.Fetched page = fetched(Replies.json(reply));

        assertEquals(4, page.unreadable().size());
        assertFalse(
                page.unreadable().toString().contains("SECRET"),
                page.unreadable().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null"})
    void anEmptyResultIsTheEndOfTheList(String result) {
        ObjectNode reply = Replies.rows();
        ((ObjectNode) reply.at("/content/positionResult")).set("result", Replies.JSON.readTree(result));

        Outcome.Fetched page = fetched(Replies.json(reply));

        assertEquals(0, page.shown());
        assertEquals(30 * 15, page.totalCount());
        assertTrue(page.pageSize() >= 1);
    }

    @ParameterizedTest
    @CsvSource({"15, 15", "'\"15\"', 15", "50, 50", "0, 15", "null, 15", "-1, 15", "5, 15", "99999999999, 15", "{}, 15"
    })
    void aPageIsNeverSmallerThanWhatItShows(String written, int size) {
        ObjectNode reply = Replies.rows();
        ((ObjectNode) reply.path("content")).set("pageSize", Replies.JSON.readTree(written));

        assertEquals(size, fetched(Replies.json(reply)).pageSize());
    }

    @ParameterizedTest
    @CsvSource({"450, 450", "'\"450\"', 450", "0, 0", "-1, ", "null, ", "{}, ", "'\"many\"', "})
    void theSitesCountIsANumberOrUnknown(String written, Integer count) {
        ObjectNode reply = Replies.rows();
        ((ObjectNode) reply.at("/content/positionResult")).set("totalCount", Replies.JSON.readTree(written));

        assertEquals(count, fetched(Replies.json(reply)).totalCount());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500, 503, 429})
    void rowsAreRowsWhateverTheStatusSays(int status) {
        HttpReply answer = Replies.answer(status, "text/plain", Replies.file("rows.json"));

        assertEquals(15, fetched(answer).rows().size());
    }

    @Test
    void aByteOrderMarkAndWhiteSpaceAreNoTrouble() {
        assertEquals(
                15,
                fetched(Replies.json("\uFEFF" + Replies.file("rows.json")))
                        .rows()
                        .size());
        assertEquals(
                15,
                fetched(Replies.json("\r\n\t " + Replies.file("rows.json") + "\n"))
                        .rows()
                        .size());
    }

    @Test
    void titlesComeCleaned() {
        List<String> titles = fetched(Replies.json(Replies.rows())).rows().stream()
                .map(Posting::title)
                .toList();

        Set<String> cleaned = Set.of("Python后端&算法工程师", "Python 测试开发", "C++研发工程师", "资深 Python 工程师", "量化开发（Python)");
        assertTrue(new HashSet<>(titles).containsAll(cleaned), titles.toString());
    }

    private static Outcome.Fetched fetched(HttpReply answer) {
        return assertInstanceOf(Outcome.Fetched.class, LagouReply.ofRows(answer, CITY));
    }
}
