package paymap.importer.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<!-- saved from url=(0029)https://made-up.example/list -->; https://made-up.example/list",
                "<!--saved from url=(0002)x-->; x",
                "<p>; ''"
            })
    void whereAPageCameFromMayStandInIt(String comment, String url) throws Exception {
        List<String> from = new ArrayList<>();
        SavedPages site = new Collected.MadeUpPages() {
            @Override
            public Reading page(Page page) {
                from.add(page.url());
                return super.page(page);
            }
        };

        Collected.by(new PageReader(site), "<!DOCTYPE html>\n" + comment);

        assertEquals(List.of(url), from);
    }

    @Test
    void aPageThatIsTooLongIsNotRead() throws Exception {
        Collected longest = Collected.by(new PageReader(new Collected.MadeUpPages()), page(JsonTree.LONGEST_PAGE));
        Collected tooLong = Collected.by(new PageReader(new Collected.MadeUpPages()), page(JsonTree.LONGEST_PAGE + 1));

        assertEquals(1, longest.rows().size());
        assertEquals(List.of(), tooLong.rows());
        assertEquals("a page of more than " + JsonTree.LONGEST_PAGE + " characters; it was not read", tooLong.end());
    }

    private static String page(int length) {
        String rows = "TITLES 甲";
        return rows + " ".repeat(length - rows.length());
    }
}
