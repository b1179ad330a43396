package paymap.site.lagou;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import paymap.crawl.Outcome;
import paymap.site.http.HttpReply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Replies that nobody sends by accident: each must come back as an outcome, and nothing may be thrown. */
class HostileReplyTest {

    private static final String CITY = "北京";
    private static final int DEEP = 200_000;

    private static final List<String> ODD_VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "0.5",
            "99999999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "长".repeat(5000) + "\"",
            "[]",
            "[null]",
            "[[[]]]",
            "{}",
            "{\"a\":{\"b\":[]}}");

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("deep arrays", "[".repeat(DEEP)),
                Arguments.of("deep objects", "{\"a\":".repeat(DEEP)),
                Arguments.of("deep objects that end", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                Arguments.of("a deep row", deepIn("/content/positionResult/result/0/companyLabelList")),
                Arguments.of("a deep neighbour", deepIn("/content/hrInfoMap")),
                Arguments.of("deep tags", "<div>".repeat(20_000)),
                Arguments.of("deep tags that end", "<b>".repeat(20_000) + "</b>".repeat(20_000)),
                Arguments.of("a deep table", "<table><tr><td>".repeat(20_000)),
                Arguments.of("a long number", "{\"state\":" + "9".repeat(100_000) + "}"),
                Arguments.of("a long key", "{\"" + "k".repeat(200_000) + "\":1}"),
                Arguments.of("a long attribute", "<p title=\"" + "x".repeat(1_000_000)),
                Arguments.of("open comments", "<!--".repeat(100_000)),
                Arguments.of("open scripts", "<script id=__NEXT_DATA__>".repeat(10_000)),
                Arguments.of("nothing but zeros", "\0".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void comesBackAsBrokenOrAsADoorAtWorst(String name, String body) {
        assertInstanceOf(Outcome.class, LagouReply.ofRows(Replies.json(body), CITY));
        assertInstanceOf(Outcome.class, LagouReply.ofRendered(Replies.html(body), CITY));
        assertInstanceOf(Outcome.class, LagouReply.ofRendered(Replies.rendered(body), CITY));
        assertInstanceOf(
                Outcome.class,
                LagouReply.ofEntrance(
                        Replies.from(Replies.LIST, Replies.html(body)), new LagouSession(List.of()), Replies.SEARCH));
        assertInstanceOf(
                Outcome.class,
                LagouReply.ofEntrance(Replies.rendered(body), new LagouSession(List.of()), Replies.SEARCH));
    }

    @Test
    void noOddValueOfAnyKeyMakesTheReaderThrow() {
        List<Executable> checks = new ArrayList<>();
        for (String path : paths()) {
            for (String odd : ODD_VALUES) {
                ObjectNode reply = Replies.rows();
                set(reply, path, Replies.JSON.readTree(odd));
                String what = path + " = " + odd.substring(0, Math.min(20, odd.length()));
                checks.add(() -> assertDoesNotThrow(() -> LagouReply.ofRows(Replies.json(reply), CITY), what));
                checks.add(() -> assertDoesNotThrow(
                        () -> LagouReply.ofRendered(Replies.rendered(Replies.nextData(reply)), CITY), what));
            }
        }
        assertTrue(checks.size() > 500, "only " + checks.size() + " checks");
        assertAll(checks);
    }

    @Test
    void oneOddValueInARowCostsAtMostThatRow() {
        for (String field :
                List.of("positionId", "positionName", "salary", "salaryMonth", "city", "district", "createTime")) {
            for (String odd : ODD_VALUES) {
                ObjectNode reply = Replies.rows();
                Replies.row(reply, 7).set(field, Replies.JSON.readTree(odd));
                Outcome.Fetched page = assertInstanceOf(
                        Outcome.Fetched.class, LagouReply.ofRows(Replies.json(reply), CITY), field + " = " + odd);
                assertTrue(page.rows().size() >= 14, field + " = " + odd);
                assertEquals(15, page.shown(), field + " = " + odd);
            }
        }
    }

    @Test
    void randomBytesAreNeverRows() {
        Random random = new Random(20261123);
        for (int i = 0; i < 500; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            HttpReply answer = new HttpReply(Replies.ASKED, 200, null, null, "", noise);
            assertInstanceOf(Outcome.Broken.class, LagouReply.ofRows(answer, CITY));
            assertInstanceOf(Outcome.Broken.class, LagouReply.ofRendered(answer, CITY));
        }
    }

    @Test
    void aSpoiltByteAnywhereNeverThrows() {
        byte[] whole = Replies.file("rows.json").getBytes(UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            byte[] spoilt = whole.clone();
            spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            HttpReply answer = new HttpReply(Replies.ASKED, 200, null, null, "", spoilt);
            assertDoesNotThrow(() -> LagouReply.ofRows(answer, CITY));
        }
    }

    @Test
    void ofManyRowsTheFirstThousandAreKept() {
        Outcome.Fetched page = assertInstanceOf(Outcome.Fetched.class, withRows(1500));

        assertTrue(page.shown() <= 1000, page.shown() + " rows of one page");
    }

    @Test
    void aMillionValuesAreNotEvenRead() {
        assertInstanceOf(Outcome.Broken.class, withRows(20_000));
    }

    private static Outcome withRows(int more) {
        ObjectNode reply = Replies.rows();
        ObjectNode row = Replies.row(reply, 0);
        var result = (tools.jackson.databind.node.ArrayNode) reply.at("/content/positionResult/result");
        for (int i = 0; i < more; i++) {
            result.add(row);
        }
        return LagouReply.ofRows(Replies.json(reply), CITY);
    }

    private static String deepIn(String path) {
        ObjectNode reply = Replies.rows();
        set(reply, path, Replies.JSON.readTree("\"DEEP\""));
        return reply.toString().replace("\"DEEP\"", "[".repeat(DEEP) + "]".repeat(DEEP));
    }

    /** Every key on the way to a row, and every key of one row, as JSON pointers. */
    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("/success", "/msg", "/code", "/content"));
        for (String key : List.of("showId", "pageNo", "pageSize", "hrInfoMap", "positionResult")) {
            paths.add("/content/" + key);
        }
        for (String key : List.of("totalCount", "resultSize", "locationInfo", "result", "result/3")) {
            paths.add("/content/positionResult/" + key);
        }
        Replies.row(Replies.rows(), 0)
                .propertyNames()
                .forEach(key -> paths.add("/content/positionResult/result/0/" + key));
        return paths;
    }

    private static void set(ObjectNode tree, String path, JsonNode value) {
        int cut = path.lastIndexOf('/');
        JsonNode parent = cut == 0 ? tree : tree.at(path.substring(0, cut));
        String key = path.substring(cut + 1);
        if (parent instanceof ObjectNode object) {
            object.set(key, value);
        } else {
            ((tools.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(key), value);
        }
    }
}
