package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.importer.Collected;
import paymap.importer.column.FileRow;
import paymap.importer.text.JsonTree;
import paymap.job.RawRow;
import paymap.job.RowResult.Rejected;

class HarReaderTest {

    private static final String LIST = "https://made-up.example/list";

    private static final List<String> ROWS = List.of("made-up|python|北京|甲|10k-20k", "made-up|python|北京|乙|10k-20k");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"TITLES 甲 乙", "'{\"titles\":[\"甲\",\"乙\"]}'", "' {\"titles\":[\"甲\",\"乙\"]}'"})
    void rowsComeFromPagesAndReplies(String text) throws Exception {
        assertEquals(ROWS, read(entry(LIST, 200, "", content(text))).rows());
    }

    @Test
    void aResponseMayStandInBase64() throws Exception {
        String encoded = Base64.getMimeEncoder().encodeToString("TITLES 甲 乙".getBytes(StandardCharsets.UTF_8));

        Collected read = read(entry(LIST, 200, "", "\"encoding\":\"base64\",\"text\":" + quoted(encoded)));

        assertEquals(ROWS, read.rows());
    }

    @Test
    void theResponseMayComeBeforeTheRequest() throws Exception {
        String entry = "{\"response\":{\"content\":{" + content("TITLES 甲 乙")
                + "},\"status\":200},\"request\":{\"url\":\"" + LIST + "\"}}";

        assertEquals(ROWS, read(entry).rows());
    }

    @Test
    void whatCannotHoldRowsIsPassedOver() throws Exception {
        Collected read = read(
                entry("https://elsewhere.example/list", 200, "", content("TITLES 甲")),
                entry(LIST, 200, "", "\"mimeType\":\"image/png\"," + content("TITLES 甲")),
                "{\"request\":{\"url\":7}}",
                "7",
                "null",
                "[]");

        assertEquals(List.of(), read.rows());
        assertEquals(Map.of("response saved without its content", 1L), read.notes());
        assertEquals("whole", read.end());
    }

    @Test
    void whatWasSeenBesidesRowsIsNoted() throws Exception {
        Collected read = read(
                entry(LIST, 200, "", content("")),
                entry(LIST, 200, "", "\"encoding\":\"base64\",\"text\":\"A\""),
                entry(LIST, 200, "", "\"size\":" + (JsonTree.LONGEST_PAGE * 2) + "," + content("x")),
                entry(LIST, 302, "/login", content("")),
                entry(LIST, 200, "", content("hello")));

        assertEquals(
                Map.of(
                        "response saved without its content",
                        1L,
                        "response in broken base64",
                        1L,
                        "response of more than " + JsonTree.LONGEST_PAGE + " characters, not read",
                        1L,
                        "refused: a redirect",
                        1L,
                        "another page",
                        1L),
                read.notes());
    }

    @ParameterizedTest
    @CsvSource({"3000000, 5, 1", "3000000, 6000000, 1", "4194304, 4194304, 1", "4194305, 5, 0", "8, 6291457, 0"})
    void aPageMayBeLongerThanAReply(int length, int size, int rows) throws Exception {
        String page = "TITLES 甲" + " ".repeat(length - 8);

        assertEquals(
                rows,
                read(entry(LIST, 200, "", "\"size\":" + size + "," + content(page)))
                        .rows()
                        .size());
    }

    @Test
    void aReplyThatIsLongerThanOneValueMayBeIsNamed() throws Exception {
        String reply = "{\"titles\":[\"甲\"]," + " ".repeat(JsonTree.LONGEST) + "\"x\":1}";

        assertEquals(
                Map.of("response of more than " + JsonTree.LONGEST + " characters, not read", 1L),
                read(entry(LIST, 200, "", content(reply))).notes());
    }

    @Test
    void whatTheBrowserAsksBeforeARequestIsPassedOver() throws Exception {
        String preflight = "{\"request\":{\"method\":\"OPTIONS\",\"url\":" + quoted(LIST)
                + "},\"response\":{\"status\":204,\"content\":{}}}";

        assertEquals(
                new Collected(
                        List.of(), List.of(), Map.of("visit to none of the boards that are read", 1L), 0, "whole"),
                read(preflight));
    }

    @ParameterizedTest
    @CsvSource({"20000, true", "20001, false"})
    void theSearchMayStandInTheBodyOfTheRequest(int length, boolean read) throws Exception {
        String asked = "x".repeat(length);
        String entry = "{\"request\":{\"method\":\"POST\",\"url\":" + quoted(LIST)
                + ",\"postData\":{\"mimeType\":\"text/plain\",\"params\":[{\"text\":1}],\"text\":" + quoted(asked)
                + "}},\"response\":{\"content\":{" + content("TITLES 甲") + "}}}";
        List<String> keywords = new ArrayList<>();

        reader().read(new StringReader(har(entry)), new Heard(keywords));

        assertEquals(List.of(read ? asked : "python"), keywords);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "20, 1", "200, 1", "480, 0"})
    void aFileThatIsCutOffIsFlawedBeforeAnyRowIsTold(int missing, int entry) throws Exception {
        String har = har(entry(LIST, 200, "", content("TITLES 甲 乙")), entry(LIST, 200, "", content("x".repeat(300))));

        assertEquals(Optional.empty(), flaw(har));
        ReadResult.Failed flaw = flaw(har.substring(0, har.length() - missing)).orElseThrow();

        assertEquals(FailureKind.NOT_WHOLE, flaw.kind());
        assertTrue(flaw.why().startsWith("the visit is cut off after entry " + entry + ", at "), flaw.why());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1 2}", "{\"response\":{\"content\":{\"text\":\"\u0000\"}}}", "{]"})
    void whatIsNoJsonIsAFlawTooAndToldWithoutWhatTheFileSays(String entry) throws Exception {
        ReadResult.Failed flaw =
                flaw(har(entry(LIST, 200, "", content("TITLES 甲")), entry)).orElseThrow();

        assertTrue(flaw.why().startsWith("malformed JSON after entry 1, at character "), flaw.why());
    }

    @Test
    void whoWantsNoRowsFindsNoFlaw() throws Exception {
        String har = har(entry(LIST, 200, "", content("TITLES 甲")), "{]");

        assertEquals(Optional.empty(), reader().flaw(new StringReader(har), () -> false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"log\":7}", "{\"log\":{\"entries\":{}}}", "{\"log\":{\"entries\":[]}}", "{}", "[]"})
    void aVisitWithoutEntriesIsEmpty(String har) throws Exception {
        assertEquals(
                new Collected(
                        List.of(), List.of(), Map.of("visit to none of the boards that are read", 1L), 0, "whole"),
                Collected.by(reader(), har));
    }

    @Test
    void aVisitToABoardWithoutItsListsSaysSo() throws Exception {
        SavedPages board = new Collected.MadeUpPages() {
            @Override
            public boolean owns(String url) {
                return url.startsWith("https://made-up.example/");
            }
        };
        String account = entry("https://made-up.example/account", 200, "", content("TITLES 甲"));

        Collected read = Collected.by(new HarReader(board), har(account, account));

        assertEquals(
                Map.of(
                        "visit to a board without any of its lists; search there, turn the pages, and save the visit again",
                        1L),
                read.notes());
        assertEquals(List.of(), read.rows());
        assertEquals(
                Map.of("another page", 1L),
                Collected.by(new HarReader(board), har(account, entry(LIST, 200, "", content("x"))))
                        .notes());
    }

    @Test
    void aRejectedRowIsNamedByItsEntry() throws Exception {
        Collected read = read(entry(LIST, 200, "", content("x")), entry(LIST, 200, "", content("TITLES ")));

        assertEquals(List.of(), read.rows());
        assertEquals(
                List.of("entry 2: no title"),
                read("7", entry(LIST, 200, "", content("TITLES \u200b"))).rejected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[{\"name\":\"x-made-up-data\",\"value\":\"true\"}]; python made up",
                "[{\"name\":\"Date\",\"value\":\"true\"},{\"name\":\"X-Made-Up-Data\",\"value\":\"true\"}]; python made up",
                "[{\"name\":\"X-Made-Up-Data\",\"value\":\"true\"},{\"name\":\"Date\",\"value\":\"x\"}]; python made up",
                "[{\"name\":\"X-Made-Up-Data\",\"value\":\"no\"}]; python",
                "[{\"name\":\"X-Made-Up-Data\"},{\"value\":\"true\"}]; python",
                "[{\"name\":\"Date\",\"value\":\"true\"}]; python",
                "{\"name\":\"X-Made-Up-Data\",\"value\":\"true\"}; python",
                "7; python"
            })
    void aHeaderSaysWhetherRowsAreInvented(String headers, String heard) throws Exception {
        String entry = entry(LIST, 200, "", content("TITLES 甲"))
                .replace("\"status\"", "\"headers\":" + headers + ",\"status\"");
        Heard pages = new Heard(new ArrayList<>());

        reader().read(new StringReader(har(entry)), pages);

        assertEquals(List.of(heard), pages.keywords());
    }

    /** Hears the keywords of pages, and whether they are made up. */
    private record Heard(List<String> keywords) implements RowHandler {
        @Override
        public boolean goesOn() {
            return true;
        }

        @Override
        public void page(SavedPages.Reading reading, String location) {
            keywords.add(reading.keyword() + (reading.madeUp() ? " made up" : ""));
        }

        @Override
        public void row(FileRow row, String location) {}

        @Override
        public void note(String what) {}

        @Override
        public void repeatedHeader() {}

        @Override
        public void reject(String location, Rejected reason, RawRow row) {}
    }

    private static Collected read(String... entries) throws Exception {
        return Collected.by(reader(), har(entries));
    }

    private static Optional<ReadResult.Failed> flaw(String har) throws Exception {
        return reader().flaw(new StringReader(har), () -> true);
    }

    private static HarReader reader() {
        return new HarReader(new Collected.MadeUpPages());
    }

    private static String har(String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"pages\":[{}],\"entries\":[" + String.join(",", entries) + "]}}";
    }

    private static String entry(String url, int status, String redirect, String content) {
        return "{\"request\":{\"cookies\":[{\"name\":\"SECRET\"}],\"url\":" + quoted(url)
                + "},\"response\":{\"status\":" + status + ",\"content\":{" + content + "},\"redirectURL\":"
                + quoted(redirect) + "}}";
    }

    private static String content(String text) {
        return "\"text\":" + quoted(text);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n") + "\"";
    }
}
