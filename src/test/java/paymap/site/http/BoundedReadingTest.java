package paymap.site.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedReadingTest {

    static Stream<Arguments> pages() {
        String attributes = IntStream.range(0, BoundedHtml.MOST_ATTRIBUTES + 1)
                .mapToObj(i -> "a" + i)
                .collect(Collectors.joining(" "));
        return Stream.of(
                Arguments.of("as many tags as are allowed", "<b>".repeat(BoundedHtml.MOST_TAGS), true),
                Arguments.of("one tag more", "<b>".repeat(BoundedHtml.MOST_TAGS + 1), false),
                Arguments.of("tags in capitals", "<B>".repeat(BoundedHtml.MOST_TAGS + 1), false),
                Arguments.of("end tags and text open nothing", "</b> 1 < 2 ".repeat(100_000), true),
                Arguments.of("a tag of many attributes", "<p " + attributes + ">", false),
                Arguments.of("attributes of many tags", "<p a b c d e f g>".repeat(9_000), false),
                Arguments.of("attributes by slashes", "<p a/b/c/d/e/f/g>".repeat(9_000), false),
                Arguments.of("attributes by quotes", "<p a='1'b='2'c='3'd='4'>".repeat(9_000), false),
                Arguments.of("words outside of tags are none", "<p>" + attributes + "</p>", true),
                Arguments.of("an empty page", "", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageIsParsedOnlyWhereItsTagsAndAttributesAreBounded(String what, String page, boolean parsed) {
        assertEquals(parsed, BoundedHtml.parse(page).isPresent());
    }

    @Test
    void elementsNestedWithoutEndAreBoundedInDepth() {
        int depth = 0;
        for (var element =
                        BoundedHtml.parse("<div>".repeat(5_000)).orElseThrow().selectFirst("div:not(:has(*))");
                element != null;
                element = element.parent()) {
            depth++;
        }

        assertTrue(depth < 600, "depth " + depth);
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of("an object", "{\"a\":[1,2]}", true),
                Arguments.of("with a byte order mark", "\uFEFF{}", true),
                Arguments.of("a raw control character", "{\"a\":\"x\u0001y\"}", true),
                Arguments.of("no number", "{\"a\":NaN}", true),
                Arguments.of("a number of 400 digits", "{\"a\":" + "9".repeat(400) + "}", true),
                Arguments.of("a number of a million digits", "{\"a\":" + "9".repeat(1_000_000) + "}", false),
                Arguments.of("an array", "[]", false),
                Arguments.of("cut off", "{\"a\":", false),
                Arguments.of("nothing", "", false),
                Arguments.of("too deep", "{\"a\":".repeat(600) + "1" + "}".repeat(600), false),
                Arguments.of("too many rows", "{\"a\":[" + "{},".repeat(BoundedJson.MOST_TOKENS / 2) + "{}]}", false),
                Arguments.of("many rows", "{\"a\":[" + "{},".repeat(BoundedJson.MOST_TOKENS / 3) + "{}]}", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void jsonIsReadOnlyWhereItIsAnObjectOfBoundedSize(String what, String reply, boolean read) {
        assertEquals(read, BoundedJson.object(reply).isPresent());
    }
}
