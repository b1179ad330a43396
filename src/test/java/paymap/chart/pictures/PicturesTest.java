package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import paymap.chart.draw.CannotDraw;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Fonts;
import paymap.chart.draw.PngWriter;
import paymap.chart.draw.SvgWriter;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;
import paymap.job.PayFigures;

/** What is drawn, measured in the drawing. */
class PicturesTest {

    private static final List<Function<DrawingContext, Picture>> ALL = List.of(
            DistributionPicture::new,
            AveragePicture::new,
            BandsPicture::new,
            BoxPicture::new,
            HeatPicture::new,
            AtLeastPicture::new,
            TrendPicture::new);

    private static Fonts fonts;

    @BeforeAll
    static void loadFonts() throws CannotDraw {
        fonts = Fonts.load();
    }

    @AfterAll
    static void closeFonts() {
        fonts.close();
    }

    private record Bar(double x, double y, double width, double height, String colour) {}

    private static String svg(
            Function<DrawingContext, Picture> picture, ChartData data, Language language, SvgWriter.Home home) {
        return SvgWriter.of(drawing(picture, data, language), home, "t");
    }

    private static Drawing drawing(Function<DrawingContext, Picture> picture, ChartData data, Language language) {
        return picture.apply(new DrawingContext(MadeUp.wording(data, language), fonts))
                .drawing();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** Filled rectangles in a colour; swatches of the key are squares of 14 and not among them. */
    private static List<Bar> bars(Document svg, PayBand band) {
        String wanted = String.format("#%06x", BandColours.of(band).getRGB() & 0xffffff);
        List<Bar> bars = new ArrayList<>();
        NodeList rects = svg.getElementsByTagName("rect");
        for (int i = 0; i < rects.getLength(); i++) {
            Element rect = (Element) rects.item(i);
            Bar bar = new Bar(
                    number(rect, "x"),
                    number(rect, "y"),
                    number(rect, "width"),
                    number(rect, "height"),
                    rect.getAttribute("fill"));
            if (bar.colour.equals(wanted) && !(bar.width == 14 && bar.height == 14)) {
                bars.add(bar);
            }
        }
        return bars;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void columnsOfTheDistributionAreAsTallAsTheirShares() throws Exception {
        // 20 postings: 10 % under 10k, 40 % in 15-20k, 30 % in 20-25k, 10 % in 25-30k, 10 % over 60k.
        ChartData data = MadeUp.data("北京 5k 2", "北京 17k 8", "北京 20k 6", "北京 27k 2", "北京 90k 2");
        Document svg = parsed(svg(DistributionPicture::new, data, Language.EN, SvgWriter.Home.FILE));

        // The largest share, 40 %, reaches the top of a plot 300 pixels high.
        assertHeights(svg, PayBand.UNDER_10, 75);
        assertHeights(svg, PayBand.FROM_10);
        assertHeights(svg, PayBand.FROM_15, 300);
        assertHeights(svg, PayBand.FROM_20, 225, 75);
        assertHeights(svg, PayBand.FROM_30);
        assertHeights(svg, PayBand.FROM_40, 75);
    }

    private static void assertHeights(Document svg, PayBand band, double... heights) {
        List<Bar> bars = bars(svg, band);
        assertEquals(heights.length, bars.size(), band + ": " + bars);
        for (int i = 0; i < heights.length; i++) {
            assertEquals(heights[i], bars.get(i).height, 0.05, band.toString());
        }
    }

    @Test
    void theOutlinesOfTheDistributionLieOnItsColumns() throws Exception {
        ChartData data = MadeUp.data("北京 17k 8", "北京 27k 2", "上海 33k 9");
        Document svg = parsed(svg(DistributionPicture::new, data, Language.ZH, SvgWriter.Home.FILE));
        Set<String> outlines = new HashSet<>();
        NodeList rects = svg.getElementsByTagName("rect");
        for (int i = 0; i < rects.getLength(); i++) {
            Element rect = (Element) rects.item(i);
            if (rect.getAttribute("fill").equals("none")) {
                outlines.add(place(rect));
            }
        }
        for (PayBand band : PayBand.values()) {
            for (Bar bar : bars(svg, band)) {
                String place = Math.round(bar.x) + " " + Math.round(bar.y) + " " + Math.round(bar.height);
                assertTrue(outlines.contains(place), band + " " + place + " in " + outlines);
            }
        }
    }

    private static String place(Element rect) {
        return Math.round(number(rect, "x")) + " " + Math.round(number(rect, "y")) + " "
                + Math.round(number(rect, "height"));
    }

    @Test
    void barsOfTheAverageAreAsLongAsTheirMeans() throws Exception {
        ChartData data = MadeUp.data("北京 20k-40k 9", "上海 10k-20k 9", "广州 5k-10k 9", "深圳 50k 3");
        Document svg = parsed(svg(AveragePicture::new, data, Language.EN, SvgWriter.Home.FILE));
        double beijing = bars(svg, PayBand.FROM_30).get(0).width;
        double shanghai = bars(svg, PayBand.FROM_15).get(0).width;
        double guangzhou = bars(svg, PayBand.UNDER_10).get(0).width;

        assertEquals(2, beijing / shanghai, 0.001);
        assertEquals(4, beijing / guangzhou, 0.001);
        assertTrue(bars(svg, PayBand.FROM_40).isEmpty(), "three postings have no coloured mean");
    }

    @Test
    void bandsOfACityFillItsBar() throws Exception {
        ChartData data = MadeUp.data("北京 5k 1", "北京 17k 4", "北京 45k 5");
        Document svg = parsed(svg(BandsPicture::new, data, Language.EN, SvgWriter.Home.FILE));
        double low = bars(svg, PayBand.UNDER_10).get(0).width;
        double middle = bars(svg, PayBand.FROM_15).get(0).width;
        double high = bars(svg, PayBand.FROM_40).get(0).width;

        assertEquals(0.1, low / (low + middle + high), 0.001);
        assertEquals(0.4, middle / (low + middle + high), 0.001);
    }

    @Test
    void everyPostingIsADot() throws Exception {
        ChartData data = MadeUp.data("北京 10k 7", "北京 20k 3", "北京 30k 2", "上海 15k 2");
        Document svg = parsed(svg(BoxPicture::new, data, Language.EN, SvgWriter.Home.FILE));
        NodeList circles = svg.getElementsByTagName("circle");
        long dots = 0;
        for (int i = 0; i < circles.getLength(); i++) {
            dots += ((Element) circles.item(i)).getAttribute("fill").equals("none") ? 0 : 1;
        }

        assertEquals(14, dots);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordOfEveryPictureCanBeDrawnAndStandsOnThePaper(Language language) throws Exception {
        for (int cities : new int[] {1, 4, 12, 40}) {
            Random random = new Random(cities);
            ChartData data = ChartData.of(
                    MadeUp.SOURCE,
                    PayFigures.of(MadeUp.random(random, cities, 60)),
                    MadeUp.history(random, cities, 20));
            for (Function<DrawingContext, Picture> picture : ALL) {
                Document svg = parsed(svg(picture, data, language, SvgWriter.Home.PAGE));
                NodeList words = svg.getElementsByTagName("text");
                assertTrue(words.getLength() > 0);
                for (int i = 0; i < words.getLength(); i++) {
                    onPaper((Element) words.item(i), cities + " cities");
                }
                assertTrue(
                        svg.getDocumentElement().getTextContent().contains(language.say("虚构数据", "made-up data")),
                        svg.getDocumentElement().getTextContent());
            }
        }
        assertEquals(List.of(), fonts.missing());
    }

    private static void onPaper(Element word, String hint) {
        String text = word.getTextContent();
        double size = number(word, "font-size");
        TextStyle style = TextStyle.LABEL;
        for (TextStyle one : TextStyle.values()) {
            boolean bold = word.getAttribute("font-weight").equals("700");
            style = Math.abs(one.size() - size) < 0.01 && one.isBold() == bold ? one : style;
        }
        assertEquals(text, fonts.drawable(text));
        double end = number(word, "x") + fonts.width(text, style);
        assertTrue(number(word, "x") >= 0 && end <= PictureLayout.WIDTH, hint + ": cut at the edge: " + text);
    }

    @Test
    void whiskersEndAtPostingsWithinOneAndAHalfBoxes() {
        // Midpoints 10, 20, 30, 40, 71: box 20 to 40, reach up to 70, which no posting has.
        PayFigures city = MadeUp.data("北京 10k 1", "北京 20k 1", "北京 30k 1", "北京 40k 1", "北京 71k 1")
                .cities()
                .get(0);

        assertEquals(10_000, BoxPicture.lowerWhisker(city));
        assertEquals(40_000, BoxPicture.upperWhisker(city));
    }

    @Test
    void pngHasTheColoursOfItsLevelsAtDoubleResolution() throws Exception {
        ChartData data = MadeUp.data("北京 5k 5", "北京 45k 5");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(drawing(BandsPicture::new, data, Language.ZH), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }

        assertEquals(2 * PictureLayout.WIDTH, image.getWidth());
        assertTrue(colours.contains(BandColours.of(PayBand.UNDER_10).getRGB()));
        assertTrue(colours.contains(BandColours.of(PayBand.FROM_40).getRGB()));
    }
}
