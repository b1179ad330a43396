package paymap.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import paymap.markup.Html;

/** A view and its address, and what a page is built of. */
class ViewTest {

    @Test
    void theSameViewHasTheSameAddress() {
        View one = View.of(Map.of(
                "city", List.of("bj", "上海"), "by", List.of("city"), "min-pay", List.of("20k"), "max-pay", List.of("")));
        View other = View.of(Map.of("min-pay", List.of("2万"), "city", List.of("北京,shanghai")));

        assertEquals(one, other);
        assertEquals("/?city=%E5%8C%97%E4%BA%AC,%E4%B8%8A%E6%B5%B7&min-pay=20000", one.at("/"));
        assertEquals(
                "/?min-pay=20000",
                one.without(Param.CITY, "北京").without(Param.CITY, "上海").at("/"));
    }

    @Test
    void aViewIsWrittenInOneWay() {
        Map<String, List<String>> asWritten = Map.of("city", List.of("北京,上海"), "keyword", List.of("a,b", ""));

        assertTrue(View.of(asWritten).isWritten(asWritten));
        Map<String, List<String>> byAForm = Map.of("city", List.of("北京", "上海"), "since", List.of(""));
        assertEquals(false, View.of(byAForm).isWritten(byAForm));
    }

    @Test
    void aKeywordMayHoldWhatAddressesAreMadeOf() {
        View view = View.of(Map.of("keyword", List.of("c++ & c#=1%")));

        assertEquals("keyword=c%2B%2B%20%26%20c%23%3D1%25", view.query());
    }

    @Test
    void whatIsTextInAPageIsNeverMarkup() {
        Html.Tag tag = Html.tag("p").with("title", "\"><script>").add("<b>&");

        assertEquals("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;</p>\n", tag.toString());
        assertThrows(IllegalArgumentException.class, () -> Html.tag("p").with("onclick", "x"));
        assertThrows(IllegalArgumentException.class, () -> Html.tag("p").with("style", "x"));
        assertThrows(IllegalArgumentException.class, () -> Html.link("javascript:alert(1)", "x"));
        assertThrows(IllegalArgumentException.class, () -> Html.link("//made-up.example", "x"));
        assertThrows(IllegalArgumentException.class, () -> Html.tag("p><script"));
    }
}
