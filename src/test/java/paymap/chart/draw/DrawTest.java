package paymap.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Painting, without any figure of pay. */
class DrawTest {

    private static final Fonts FONTS = TestFonts.SHARED;

    private static Drawing drawing() {
        return new Drawing(40, 20, "a <b>", "c & d", "en", DrawTest::paint);
    }

    private static void paint(Graphics2D g) {
        Painter painter = new Painter(g, FONTS);
        painter.fill(new Rectangle2D.Double(0, 0, 40, 20), Palette.PAPER);
        painter.fill(new Rectangle2D.Double(10, 5, 10, 10), new Color(0xce3653));
        painter.left("北", 22, 15, TextStyle.SMALL, Palette.INK);
    }

    @Test
    void aPngReadsBackWithItsColoursAtDoubleSize() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(drawing(), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));

        assertEquals(80, image.getWidth());
        assertEquals(40, image.getHeight());
        assertEquals(0xffffffff, image.getRGB(0, 0));
        assertEquals(0xffce3653, image.getRGB(20, 10));
        assertEquals(0xffce3653, image.getRGB(39, 29));
        assertEquals(0xffffffff, image.getRGB(19, 9));
    }

    @Test
    void anSvgFileHasItsLettersAsShapesAndAPageHasThemAsText() {
        String file = SvgWriter.of(drawing(), SvgWriter.Home.FILE, "x");
        String page = SvgWriter.of(drawing(), SvgWriter.Home.PAGE, "x");

        assertTrue(file.contains("<title id=\"x-t\">a &lt;b&gt;</title>\n<desc id=\"x-d\">c &amp; d</desc>"), file);
        assertTrue(file.contains(" viewBox=\"0 0 40 20\" width=\"40\" height=\"20\" role=\"img\" lang=\"en\""), file);
        assertTrue(file.contains("<rect x=\"10\" y=\"5\" width=\"10\" height=\"10\" fill=\"#ce3653\"/>"), file);
        assertTrue(file.contains("<use xlink:href=\"#g0\"") && !file.contains("<text"), file);
        assertTrue(page.contains(">北</text>") && !page.contains("<use"), page);
        assertTrue(page.contains("style=\"fill:var(--ink,#22262e)\""), page);
        assertFalse(page.contains("width=\"40\" height=\"20\" role"), "a page's picture is as wide as the page");
    }

    @Test
    void shapesBecomeTheirOwnElements() {
        SvgShapes shapes = new SvgShapes();
        AffineTransform moved = AffineTransform.getTranslateInstance(1, 2);
        Path2D box = new Path2D.Double(new Rectangle2D.Double(0, 0, 4, 3));
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(0, 0);
        triangle.lineTo(4, 0);
        triangle.lineTo(2, 3);
        triangle.closePath();

        assertEquals(
                "<line x1=\"1\" y1=\"2\" x2=\"4\" y2=\"6\" ", shapes.element(new Line2D.Double(0, 0, 3, 4), moved));
        assertEquals("<circle cx=\"3\" cy=\"4\" r=\"2\" ", shapes.element(new Ellipse2D.Double(0, 0, 4, 4), moved));
        assertEquals("<rect x=\"1\" y=\"2\" width=\"4\" height=\"3\" ", shapes.element(box, moved), "a path of XChart");
        assertEquals(
                "<rect x=\"1\" y=\"2\" width=\"9\" height=\"6\" rx=\"3\" ",
                shapes.element(new RoundRectangle2D.Double(0, 0, 9, 6, 6, 6), moved));
        assertEquals("<path d=\"M1 2L5 2L3 5Z\" ", shapes.element(triangle, moved));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "1.5, 1.5", "1.05, 1.05", "1.006, 1.01", "-0.25, -0.25", "-1.5, -1.5", "2.999, 3"})
    void numbersGoToTheHundredthWithoutTrailingZeros(double value, String text) {
        assertEquals(text, SvgShapes.number(value));
    }

    @Test
    void linesBreakAtSpacesAndBetweenChineseLettersButNotBeforeAStop() {
        double four = FONTS.width("北京上海", TextStyle.SMALL);

        assertEquals(List.of("北京上海", "广州"), Lines.wrapped(FONTS, "北京上海广州", TextStyle.SMALL, four + 1));
        assertEquals(List.of("北京上", "海，广州"), Lines.wrapped(FONTS, "北京上海，广州", TextStyle.SMALL, four + 1));
        double word = FONTS.width("hello", TextStyle.SMALL);
        assertEquals(List.of("hello", "hello"), Lines.wrapped(FONTS, "hello hello", TextStyle.SMALL, word + 1));
        assertEquals(List.of("hello"), Lines.wrapped(FONTS, "hello", TextStyle.SMALL, 1), "a word is not cut");
    }

    @Test
    void aTextThatIsTooWideEndsWithAnEllipsis() {
        double width = FONTS.width("北京上…", TextStyle.TITLE);

        assertEquals("北京", Lines.cut(FONTS, "北京", TextStyle.TITLE, width));
        assertEquals("北京上…", Lines.cut(FONTS, "北京上海广州", TextStyle.TITLE, width + 0.01));
        assertEquals("…", Lines.cut(FONTS, "北京上海广州", TextStyle.TITLE, 1));
    }
}
