package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.SvgWriter;
import paymap.chart.draw.TestFonts;
import paymap.chart.figures.PayBand;

/** Contrast by WCAG 2, computed. */
class BandColoursTest {

    @ParameterizedTest
    @EnumSource(PayBand.class)
    void aLabelCanBeReadOnTheColourOfItsBand(PayBand band) throws IOException {
        Color label = BandColours.label(band);

        assertTrue(contrast(BandColours.of(band), label) >= 4.5);
        assertTrue(contrast(dark(band), label) >= 4.5, "on a dark page: " + contrast(dark(band), label));
    }

    @ParameterizedTest
    @EnumSource(PayBand.class)
    void aMarkStandsOutFromADarkPage(PayBand band) throws IOException {
        double contrast = contrast(dark(band), variable("paper"));

        assertTrue(contrast >= 3, band + ": " + contrast);
    }

    @Test
    void bandsAreSixColoursOnPaperAndInTheDark() throws IOException {
        Set<Color> light = new HashSet<>();
        Set<Color> dark = new HashSet<>();
        for (PayBand band : PayBand.values()) {
            light.add(BandColours.of(band));
            dark.add(dark(band));
        }

        assertEquals(6, light.size());
        assertEquals(6, dark.size());
    }

    @Test
    void linesOfCitiesStandOutOnBothPapers() throws IOException {
        for (Color line : Palette.CITIES) {
            assertTrue(contrast(line, Palette.PAPER) >= 3, line.toString());
            assertTrue(contrast(line, variable("paper")) >= 3, line.toString());
        }
    }

    @Test
    void wordsCanBeReadOnBothPapers() throws IOException {
        for (String words : new String[] {"ink", "muted", "warning", "link"}) {
            assertTrue(contrast(variable(words), variable("paper")) >= 4.5, words);
        }
        for (Color words : new Color[] {Palette.INK, Palette.MUTED, Palette.WARNING}) {
            assertTrue(contrast(words, Palette.PAPER) >= 4.5, words.toString());
        }
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, contrast(Color.BLACK, Color.WHITE), 0.01);
        assertEquals(4.54, contrast(new Color(0x767676), Color.WHITE), 0.01);
    }

    /** What a page in the dark makes of a band: it turns if its SVG names a variable that the page's style knows. */
    private static Color dark(PayBand band) throws IOException {
        String svg = SvgWriter.of(
                new Drawing(
                        9,
                        9,
                        "t",
                        "d",
                        "en",
                        g -> new Painter(g, TestFonts.SHARED)
                                .fill(new java.awt.geom.Rectangle2D.Double(0, 0, 9, 9), BandColours.of(band))),
                SvgWriter.Home.PAGE,
                "x");
        Matcher variable = Pattern.compile("fill:var\\(--([a-z]+),").matcher(svg);
        return variable.find() ? variable(variable.group(1)) : BandColours.of(band);
    }

    /** A colour of the dark page. */
    private static Color variable(String name) throws IOException {
        try (InputStream in = paymap.chart.Charts.class.getResourceAsStream("report.css")) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String dark = css.substring(css.indexOf("prefers-color-scheme: dark"));
            Matcher colour = Pattern.compile("--" + name + ": #([0-9a-f]{6})").matcher(dark);
            assertTrue(colour.find(), name);
            return new Color(Integer.parseInt(colour.group(1), 16));
        }
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        float[] parts = colour.getRGBColorComponents(null);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += weights[i] * (parts[i] <= 0.03928 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
