package paymap.chart.pictures;

import java.awt.Color;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Fonts;
import paymap.chart.draw.SvgWriter;
import paymap.chart.draw.TestFonts;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;

/** What a picture draws, read back from its SVG. */
record Scene(Drawing drawing, Document svg, List<Scene.Bar> bars, List<Scene.Dot> dots, List<Scene.Word> words) {

    /** @param fill as {@code #rrggbb} or {@code none} */
    record Bar(double x, double y, double width, double height, String fill, String pointed) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }

    record Dot(double x, double y, double radius, String fill, String pointed) {}

    /** @param y of the base line */
    record Word(String text, double x, double y, double width) {
        double right() {
            return x + width;
        }

        double middle() {
            return x + width / 2;
        }
    }

    private static final Fonts FONTS = TestFonts.SHARED;

    static DrawingContext context(ChartData data, Language language, Sheet sheet) {
        return new DrawingContext(MadeUp.wording(data, language), FONTS, sheet);
    }

    /** In English, wide. */
    static Scene of(Function<DrawingContext, Picture> picture, ChartData data) {
        return of(picture, data, Language.EN, Sheet.WIDE);
    }

    static Scene of(Function<DrawingContext, Picture> picture, ChartData data, Language language, Sheet sheet) {
        return of(picture.apply(context(data, language, sheet)).drawing());
    }

    /** As a page has it: there its words are text. */
    static Scene of(Drawing drawing) {
        Document svg = parsed(SvgWriter.of(drawing, SvgWriter.Home.PAGE, "t"));
        return new Scene(
                drawing,
                svg,
                all(svg, "rect").stream()
                        .map(e -> new Bar(
                                number(e, "x"),
                                number(e, "y"),
                                number(e, "width"),
                                number(e, "height"),
                                fill(e),
                                pointed(e)))
                        .toList(),
                all(svg, "circle").stream()
                        .map(e -> new Dot(number(e, "cx"), number(e, "cy"), number(e, "r"), fill(e), pointed(e)))
                        .toList(),
                all(svg, "text").stream().map(Scene::word).toList());
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> all(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Colours that turn with the page stand in a style, with the one of paper at its end. */
    private static String fill(Element element) {
        String style = element.getAttribute("style");
        return style.startsWith("fill:")
                ? style.replaceAll(".*(#[0-9a-f]{6})\\).*", "$1")
                : element.getAttribute("fill");
    }

    /** What is told to who points at it. */
    private static String pointed(Element element) {
        Element parent = (Element) element.getParentNode();
        return parent.getTagName().equals("g")
                ? parent.getElementsByTagName("title").item(0).getTextContent()
                : "";
    }

    private static Word word(Element element) {
        String text = element.getTextContent();
        double size = number(element, "font-size");
        boolean bold = element.getAttribute("font-weight").equals("700");
        for (TextStyle style : TextStyle.values()) {
            if (Math.abs(style.size() - size) < 0.01 && style.isBold() == bold) {
                return new Word(text, number(element, "x"), number(element, "y"), FONTS.width(text, style));
            }
        }
        throw new IllegalStateException("no style has this size: " + size);
    }

    static String hex(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }

    /** Filled bars in the colour of a band; swatches of the keys are not among them. */
    List<Bar> bars(PayBand band) {
        return bars(bar -> bar.fill.equals(hex(BandColours.of(band)))
                && !(bar.width == 14 && bar.height == 14)
                && !(bar.width == 26 && bar.height == 11));
    }

    List<Bar> bars(Predicate<Bar> which) {
        return bars.stream().filter(which).toList();
    }

    List<Dot> dots(String pointedBeginsWith) {
        return dots.stream()
                .filter(dot -> dot.pointed.startsWith(pointedBeginsWith))
                .toList();
    }

    /** The first of these words. */
    Word word(String text) {
        return words.stream()
                .filter(word -> word.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + texts()));
    }

    /** Whether these words stand anywhere, over several lines too. */
    boolean says(String text) {
        return String.join(" ", texts()).contains(text);
    }

    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    /** All words on one line, from the left to the right. */
    List<String> line(double y) {
        return words.stream()
                .filter(word -> Math.abs(word.y - y) < 1)
                .sorted((a, b) -> Double.compare(a.x, b.x))
                .map(Word::text)
                .toList();
    }

    /** All that is told at the pointer, each once, in the order it is drawn. */
    List<String> pointed() {
        return all(svg, "g").stream()
                .map(g -> g.getElementsByTagName("title").item(0).getTextContent())
                .distinct()
                .toList();
    }

    /** Where a value of an axis stands: the middle of its label. */
    double at(String tick) {
        return word(tick).middle();
    }
}
