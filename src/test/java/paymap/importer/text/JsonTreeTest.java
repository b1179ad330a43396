package paymap.importer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

class JsonTreeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"a\":[1,true,null,\"x\",{\"b\":{}}]}; {\"a\":[1,true,null,\"x\",{\"b\":{}}]}",
                "[]; []",
                "7; 7",
                // Numbers stay as they are written.
                "[1.50,1e400,-0.0,99999999999999999999]; [\"1.50\",\"1e400\",\"-0.0\",\"99999999999999999999\"]",
                "{\"a\":1,\"a\":2}; {\"a\":2}"
            })
    void aValueBecomesATree(String json, String tree) {
        assertEquals(tree, String.valueOf(tree(json)));
    }

    @Test
    void whatIsPersonalIsPassedOverAtAnyDepth() {
        assertEquals(
                "{\"a\":[{\"b\":1}]}",
                String.valueOf(tree("{\"people\":{\"name\":\"x\"},\"a\":[{\"people\":[1],\"b\":1}]}")));
    }

    @Test
    void aTreeHasNoMoreCharactersThanThat() {
        assertNotNull(tree("[\"" + "x".repeat(JsonTree.LONGEST) + "\"]"));
        assertNull(tree("[\"" + "x".repeat(JsonTree.LONGEST + 1) + "\"]"));
        assertNull(tree("{\"" + "x".repeat(40_000) + "\":1,\"a\":\"" + "x".repeat(JsonTree.LONGEST) + "\"}"));
    }

    @Test
    void aTreeHasNoMoreThanAMillionValues() {
        assertNotNull(tree("[" + "1,".repeat(999_997) + "1]"));
        assertNull(tree("[" + "1,".repeat(1_000_001) + "1]"));
    }

    @Test
    void whatComesAfterATreeThatIsTooLargeCanBeReadAllTheSame() {
        try (JsonParser parser = JsonTree.JSON.createParser("[" + "1,".repeat(1_100_000) + "1] {\"a\":1}")) {
            parser.nextToken();
            assertNull(JsonTree.of(parser, Set.of()));
            parser.nextToken();
            assertEquals("{\"a\":1}", String.valueOf(JsonTree.of(parser, Set.of())));
        }
    }

    @Test
    void whatIsNestedTooDeepIsMalformed() {
        assertThrows(JacksonException.class, () -> tree("[".repeat(300) + "]".repeat(300)));
    }

    private static @Nullable JsonNode tree(String json) {
        try (JsonParser parser = JsonTree.JSON.createParser(json)) {
            parser.nextToken();
            return JsonTree.of(parser, Set.of("people"));
        }
    }
}
