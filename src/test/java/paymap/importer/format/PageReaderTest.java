package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.importer.Collected;
import paymap.importer.text.JsonTree;

class PageReaderTest {

    @Test
    void aPageIsReadWhole() throws Exception {
        Collected read = Collected.by(new PageReader(new Collected.MadeUpPages()), "TITLES 甲 乙");

        assertEquals(List.of("made-up|python|北京|甲|10k-20k", "made-up|python|北京|乙|10k-20k"), read.rows());
        assertEquals("whole", read.end());
    }

    @Test
    void aPageWithoutRowsIsNoted() throws Exception {
        assertEquals(
                Map.of("another page", 1L),
                Collected.by(new PageReader(new Collected.MadeUpPages()), "hello")
                        .notes());
    }

    @Test
    void aPageThatIsTooLongIsNotRead() throws Exception {
        Collected longest = Collected.by(new PageReader(new Collected.MadeUpPages()), page(JsonTree.LONGEST));
        Collected tooLong = Collected.by(new PageReader(new Collected.MadeUpPages()), page(JsonTree.LONGEST + 1));

        assertEquals(1, longest.rows().size());
        assertEquals(List.of(), tooLong.rows());
        assertEquals("a page of more than " + JsonTree.LONGEST + " characters; it was not read", tooLong.end());
    }

    private static String page(int length) {
        String rows = "TITLES 甲";
        return rows + " ".repeat(length - rows.length());
    }
}
