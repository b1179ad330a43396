package paymap.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import paymap.importer.format.SavedPages;
import paymap.importer.format.SavedPages.Found;
import paymap.importer.format.SavedPages.Page;
import paymap.importer.format.SavedPages.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class AnySavedPagesTest {

    private static final JsonNode REPLY = JsonNodeFactory.instance.objectNode();

    private final SavedPages rows = new Board("a", Found.ROWS);
    private final SavedPages refusal = new Board("b", Found.REFUSED);
    private final SavedPages nothing = new Board("c", Found.NOTHING);

    @Test
    void aPageFromNowhereIsReadByWhoMakesTheMostOfIt() {
        assertEquals("a", any(nothing, refusal, rows).page(from("")).site());
        assertEquals("b", any(nothing, refusal).page(from("")).site());
        assertEquals(
                "a",
                any(nothing, refusal, rows).reply(REPLY, from("")).orElseThrow().site());
    }

    @Test
    void aPageOfAKnownAddressIsReadByItsOwnSiteAlone() {
        assertEquals(
                "c", any(rows, refusal, nothing).page(from("http://c/list")).site());
        assertEquals(
                "b",
                any(rows, refusal, nothing)
                        .reply(REPLY, from("http://b/list"))
                        .orElseThrow()
                        .site());
    }

    @Test
    void aPageAtAnAddressOfASitesOwnIsNoOthersEvenIfItClaimsIt() {
        SavedPages all = any(new Board("c", Found.ROWS), nothing);

        assertEquals("c", all.page(from("http://c/list")).site(), "both claim it, and the first reads rows");
        assertEquals("c", any(rows, nothing).page(from("own://c")).site());
        assertTrue(all.owns("own://c") && !all.owns("http://c/list"));
        assertTrue(!any(new Greedy(), nothing).mayHoldRows("own://c/other"), "its owner alone is asked");
        assertTrue(any(new Greedy(), nothing).mayHoldRows("http://else/other"));
    }

    /** Else made-up rows would stand among those of the real board. */
    @Test
    void aBoardOnThisMachineIsASiteOfItsOwn() {
        assertEquals(
                "127.0.0.1:8080",
                any(rows).page(from("http://127.0.0.1:8080/list")).site());
        assertEquals(
                "localhost:80",
                any(rows)
                        .reply(REPLY, from("http://localhost/list"))
                        .orElseThrow()
                        .site());
        assertEquals("a", any(rows).page(from("http://127.example/list")).site());
        assertEquals(
                "", any(new Greedy()).page(from("http://127.0.0.1:8080/list")).site(), "what holds nothing names none");
    }

    @Test
    void ofTwoThatReadAPageAlikeTheFirstWins() {
        SavedPages other = new Board("z", Found.ROWS);

        assertEquals("a", any(rows, other).page(from("")).site());
        assertEquals("z", any(other, rows).page(from("")).site());
    }

    @Test
    void whatOneOfThemKnowsAllTogetherKnow() {
        SavedPages all = any(rows, refusal);

        assertTrue(all.mayHoldRows("http://a/list") && all.mayHoldRows("http://b/list"));
        assertTrue(!all.mayHoldRows("http://d/list"));
        assertEquals(Set.of("a-people", "b-people"), all.personalFields());
    }

    @Test
    void pagesOfNoSiteCannotBeRead() {
        assertThrows(IllegalArgumentException.class, () -> new AnySavedPages(List.of()));
    }

    private static SavedPages any(SavedPages... sites) {
        return new AnySavedPages(List.of(sites));
    }

    private static Page from(String url) {
        return new Page(url, 200, "", "");
    }

    /** Claims every address, as one does that goes by paths. */
    private record Greedy() implements SavedPages {
        @Override
        public boolean mayHoldRows(String url) {
            return true;
        }

        @Override
        public Set<String> personalFields() {
            return Set.of();
        }

        @Override
        public Reading page(Page page) {
            return Reading.without(Found.NOTHING, "");
        }

        @Override
        public Optional<Reading> reply(JsonNode reply, Page page) {
            return Optional.empty();
        }
    }

    /** Finds the same in whatever it reads, and claims the addresses of its own host. */
    private record Board(String name, Found found) implements SavedPages {

        @Override
        public boolean owns(String url) {
            return url.startsWith("own://" + name);
        }

        @Override
        public boolean mayHoldRows(String url) {
            return url.startsWith("http://" + name + "/");
        }

        @Override
        public Set<String> personalFields() {
            return Set.of(name + "-people");
        }

        @Override
        public Reading page(Page page) {
            return new Reading(found, "", name, List.of(), "", "");
        }

        @Override
        public Optional<Reading> reply(JsonNode reply, Page page) {
            return Optional.of(page(page));
        }
    }
}
