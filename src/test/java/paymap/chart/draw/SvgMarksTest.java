package paymap.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SvgMarksTest {

    private static String svg(SvgWriter.Home home, Mark mark, int times) {
        Drawing drawing = new Drawing(40, 20, "title", "words", "en", g -> {
            Painter painter = new Painter(g, TestFonts.SHARED);
            for (int i = 0; i < times; i++) {
                painter.pointed(mark, () -> painter.dot(5, 6, 3, Color.RED));
            }
        });
        String svg = SvgWriter.of(drawing, home, "x");
        return svg.substring(svg.indexOf("</desc>\n") + "</desc>\n".length(), svg.indexOf("</svg>"));
    }

    private static Mark mark(Mark.Reach reach, String address) {
        return new Mark("w\"", null, address.equals("-") ? null : address, reach);
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,    /a?b&c, <a href=\"/a?b&amp;c\">, </a>",
        "HEARD,   /a,     <a href=\"/a\" tabindex=\"-1\">, </a>",
        "POINTED, /a,     <a href=\"/a\" tabindex=\"-1\" aria-hidden=\"true\">, </a>",
        "STOP,    -,      <g tabindex=\"0\" role=\"img\" pointer-events=\"all\">, </g>",
        "HEARD,   -,      <g role=\"img\" pointer-events=\"all\">, </g>",
        "POINTED, -,      <g aria-hidden=\"true\" pointer-events=\"all\">, </g>"
    })
    void aServedMarkIsReachedAsItIsToBe(Mark.Reach reach, String address, String start, String end) {
        String svg = svg(SvgWriter.Home.SERVED, mark(reach, address), 2);

        assertTrue(svg.startsWith(start + "<title>w&quot;</title>\n<circle"), svg);
        assertTrue(svg.endsWith("/>\n" + end + "\n"), svg);
        assertEquals(3, svg.split(end, -1).length, svg);
    }

    @ParameterizedTest
    @EnumSource(value = SvgWriter.Home.class, mode = EnumSource.Mode.EXCLUDE, names = "SERVED")
    void elsewhereMarksHaveWordsAndNothingMore(SvgWriter.Home home) {
        String svg = svg(home, new Mark("words", "other", "/a", Mark.Reach.STOP), 1);

        assertTrue(svg.startsWith("<g pointer-events=\"all\"><title>words</title>\n<circle"), svg);
        assertFalse(svg.contains("other"), svg);
    }

    @Test
    void anotherNameIsALabelAndTheSameOneIsNotSaidTwice() {
        String other = svg(SvgWriter.Home.SERVED, new Mark("words", "a \"b\"", null, Mark.Reach.STOP), 1);

        assertTrue(other.startsWith("<g tabindex=\"0\" role=\"img\" aria-label=\"a &quot;b&quot;\""), other);
        assertFalse(svg(SvgWriter.Home.SERVED, mark(Mark.Reach.STOP, "/a"), 1).contains("aria-label"));
    }

    @Test
    void moreDotsThanAreToldApartAreNoMarks() {
        Mark dot = mark(Mark.Reach.POINTED, "/a");
        int most = SvgMarks.MOST_DOTS;

        assertEquals(most + 1, svg(SvgWriter.Home.SERVED, dot, most).split("<a ", -1).length);
        String more = svg(SvgWriter.Home.SERVED, dot, most + 1);
        assertFalse(more.contains("<a "), more.substring(0, 200));
        assertFalse(more.contains("</"), more.substring(0, 200));
        assertEquals(most + 2, more.split("<circle", -1).length);
        assertEquals(most + 2, svg(SvgWriter.Home.FILE, dot, most + 1).split("<g ", -1).length, "files keep the words");
        Mark stop = mark(Mark.Reach.STOP, "/a");
        assertEquals(most + 2, svg(SvgWriter.Home.SERVED, stop, most + 1).split("<a ", -1).length);
    }
}
