package paymap.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a painter paints, as SVG. */
class SvgWriterTest {

    private static final Color RED = new Color(0xce3653);

    private static final Fonts FONTS = TestFonts.SHARED;

    private static String svg(SvgWriter.Home home, Consumer<Painter> painting) {
        Drawing drawing = new Drawing(40, 20, "title", "words", "en", g -> painting.accept(new Painter(g, FONTS)));
        String svg = SvgWriter.of(drawing, home, "x");
        return svg.substring(svg.indexOf("</desc>\n") + "</desc>\n".length(), svg.indexOf("</svg>"));
    }

    private static String file(Consumer<Painter> painting) {
        return svg(SvgWriter.Home.FILE, painting);
    }

    private static String page(Consumer<Painter> painting) {
        return svg(SvgWriter.Home.PAGE, painting);
    }

    @Test
    void aFilledShapeWithItsEdgeIsOneElement() {
        assertEquals(
                "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#ce3653\" stroke=\"#22262e\" stroke-opacity=\"0.55\""
                        + " stroke-width=\"1\"/>\n",
                file(painter -> painter.bar(1, 2, 3, 4, RED)));
        assertEquals(
                "<circle cx=\"5\" cy=\"6\" r=\"3\" fill=\"#ce3653\" stroke=\"#22262e\" stroke-opacity=\"0.55\""
                        + " stroke-width=\"1\"/>\n",
                file(painter -> painter.dot(5, 6, 3, RED)));
    }

    @Test
    void theEdgeOfAnotherShapeStaysAnElementOfItsOwn() {
        String svg = file(painter -> {
            painter.fill(new Rectangle2D.Double(1, 2, 3, 4), RED);
            painter.outline(new Rectangle2D.Double(1, 2, 3, 5), RED, 1);
        });

        assertEquals(2, svg.split("<rect").length - 1, svg);
        assertTrue(svg.contains("height=\"5\" fill=\"none\" stroke=\"#ce3653\""), svg);
    }

    @Test
    void anEdgeAfterSomethingElseIsNotPutBeforeIt() {
        Rectangle2D box = new Rectangle2D.Double(1, 2, 3, 4);
        String svg = file(painter -> {
            painter.fill(box, RED);
            painter.dot(5, 6, 3, RED);
            painter.outline(box, RED, 1);
        });

        assertTrue(svg.indexOf("<circle") < svg.indexOf("fill=\"none\""), svg);
    }

    @Test
    void twoColoursThatTurnWithThePageStayTwoElements() {
        String svg = page(painter -> painter.diamond(5, 5, 3));

        assertEquals(2, svg.split("<path").length - 1, "one element has one style only: " + svg);
        assertFalse(svg.matches("(?s).*<path[^>]*style=[^>]*style=.*"), svg);
    }

    @ParameterizedTest
    @CsvSource({
        "ffffff, paper",
        "22262e, ink",
        "5b6270, muted",
        "e4e7ec, grid",
        "8a4b00, warning",
        "931e43, high",
        "4c0f5a, highest"
    })
    void theseColoursTurnWithAPageAndStayInAFile(String hex, String variable) {
        Color colour = new Color(Integer.parseInt(hex, 16));
        Consumer<Painter> box = painter -> painter.fill(new Rectangle2D.Double(0, 0, 1, 1), colour);

        assertTrue(page(box).contains("style=\"fill:var(--" + variable + ",#" + hex + ")\""), page(box));
        assertTrue(file(box).contains("fill=\"#" + hex + "\""), file(box));
    }

    @Test
    void theEdgeOfMarksIsARuleOfThePage() {
        assertTrue(page(painter -> painter.bar(1, 2, 3, 4, RED))
                .contains("fill=\"#ce3653\" class=\"o\" stroke-width=\"1\"/>"));
    }

    @ParameterizedTest
    @EnumSource(SvgWriter.Home.class)
    void whatIsPointedAtIsAGroupWithATitle(SvgWriter.Home home) {
        String svg = svg(home, painter -> {
            painter.pointed(Mark.heard("a < b"), () -> painter.dot(5, 6, 3, RED));
            painter.dot(9, 9, 1, RED);
        });

        String role = home == SvgWriter.Home.SERVED ? " role=\"img\"" : "";
        assertTrue(
                svg.startsWith("<g" + role + " pointer-events=\"all\"><title>a &lt; b</title>\n<circle cx=\"5\""), svg);
        assertTrue(svg.contains("/>\n</g>\n<circle cx=\"9\""), svg);
    }

    @Test
    void groupsAreClosedBeforeTheNextOneOpens() {
        String svg = file(painter -> {
            painter.pointed(Mark.heard("one"), () -> painter.dot(1, 1, 1, RED));
            painter.pointed(Mark.heard("two"), () -> painter.dot(2, 2, 1, RED));
        });

        assertTrue(svg.indexOf("</g>") < svg.indexOf("two"), svg);
        assertEquals(2, svg.split("</g>").length - 1);
    }

    @Test
    void nothingIsWrittenForTheFullyTransparent() {
        assertEquals("", file(painter -> painter.fill(new Rectangle2D.Double(0, 0, 9, 9), Palette.NONE)));
        assertEquals("", file(painter -> painter.outline(new Rectangle2D.Double(0, 0, 9, 9), RED, 0)));
    }

    @Test
    void linesHaveEndsAndDashes() {
        String dashed = file(painter -> painter.dashed(1, 2, 3, 4, RED, 1.5));
        String plain = file(painter -> painter.line(1, 2, 3, 4, RED, 2));

        assertEquals(
                "<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4\" fill=\"none\" stroke=\"#ce3653\" stroke-width=\"1.5\""
                        + " stroke-dasharray=\"5 4\"/>\n",
                dashed);
        assertTrue(plain.contains("stroke-linecap=\"square\""), plain);
        assertEquals(BasicStroke.CAP_SQUARE, new BasicStroke(2).getEndCap(), "as a plain stroke of Java has it");
    }

    @Test
    void aChartIsMovedToItsPlaceAndThePainterBackAgain() {
        String svg = file(painter -> {
            painter.chart((g, width, height) -> g.fill(new Rectangle2D.Double(1, 1, width, height)), 10, 20, 5, 6);
            painter.fill(new Rectangle2D.Double(1, 1, 2, 2), RED);
        });

        assertTrue(svg.contains("<rect x=\"11\" y=\"21\" width=\"5\" height=\"6\""), svg);
        assertTrue(svg.contains("<rect x=\"1\" y=\"1\" width=\"2\" height=\"2\""), svg);
    }

    @Test
    void aLetterIsDefinedOnceHoweverOftenItStands() {
        String svg = file(painter -> painter.left("北京北京", 1, 10, TextStyle.SMALL, RED));

        assertEquals(2, svg.split("<path id=").length - 1, svg);
        assertEquals(4, svg.split("<use ").length - 1, svg);
    }

    @ParameterizedTest
    @CsvSource({"LEFT, 20", "CENTRE, 20", "RIGHT, 20"})
    void aTextStandsByItsX(Painter.Align align, double x) {
        String svg = page(painter -> painter.text("北京", x, 10, TextStyle.SMALL, RED, align));
        double width = FONTS.width("北京", TextStyle.SMALL);
        double left = Double.parseDouble(svg.replaceAll("(?s).*<text x=\"([0-9.-]+)\".*", "$1"));

        assertEquals(
                switch (align) {
                    case LEFT -> x;
                    case CENTRE -> x - width / 2;
                    case RIGHT -> x - width;
                },
                left,
                0.01);
    }

    @Test
    void aLabelHasPaperBehindItself() {
        String svg = page(painter -> painter.labelOnPaper("n", 20, 15, TextStyle.SMALL, RED, Painter.Align.RIGHT));

        assertTrue(svg.startsWith("<rect") && svg.contains("--paper") && svg.contains(">n</text>"), svg);
    }

    @Test
    void boldTextIsBoldInAPage() {
        assertTrue(page(painter -> painter.left("n", 1, 9, TextStyle.LABEL_BOLD, RED))
                .contains("font-weight=\"700\""));
        assertFalse(
                page(painter -> painter.left("n", 1, 9, TextStyle.LABEL, RED)).contains("font-weight"));
    }
}
