package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;
import paymap.chart.draw.TestFonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.Postings;
import paymap.chart.pictures.Sheet;
import paymap.figures.Dimension;
import paymap.figures.PayFigures;

class PicturesTest {

    private static final ChartData DATA = MadeUp.detailed(new Random(7), 5, 8);
    private static final Pattern CLASS = Pattern.compile("class=\"([^\"]*)\"");

    private static Pictures pictures(ChartData data) {
        return Pictures.of(TestFonts.SHARED, data, Language.EN, null);
    }

    private static String inline(ChartKind kind, Postings.Links links) {
        return pictures(DATA).inline(kind, Sheet.WIDE, "p", links).svg();
    }

    @Test
    void filesAreThoseThatChartWrites(@TempDir Path folder) throws IOException {
        Charts.draw(
                DATA,
                new Charts.Order(
                        folder, List.of(Language.EN), Set.of(Format.SVG, Format.PNG), Set.of(ChartKind.BOX), null),
                Map.of());

        assertEquals(
                Files.readString(folder.resolve("4-box-en.svg")), pictures(DATA).svg(ChartKind.BOX));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("4-box-en.png")),
                pictures(DATA).png(ChartKind.BOX, 2));
    }

    @ParameterizedTest
    @EnumSource
    void aServedPictureHasNoStyleInPlaceAndEachMarkLeadsToItsPostings(ChartKind kind) throws Exception {
        List<Postings> asked = new ArrayList<>();
        String svg = inline(kind, postings -> {
            asked.add(postings);
            return "/postings?a=\"1\"&n=" + asked.size();
        });

        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertFalse(svg.contains("style"), svg.substring(0, 300));
        assertTrue(svg.contains("role=\"group\""));
        for (int i = 1; i <= asked.size(); i++) {
            assertTrue(svg.contains("<a href=\"/postings?a=&quot;1&quot;&amp;n=" + i + "\""), "mark " + i);
        }
        assertEquals(kind == ChartKind.TREND, asked.isEmpty());
        CLASS.matcher(svg)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(name -> assertTrue(Pictures.css().contains("." + name + " {"), "no rule for " + name));
    }

    @Test
    void marksWithoutAnAddressKeepTheirWordsAndAreNoLinks() {
        String svg = inline(ChartKind.AVERAGE, Postings.Links.NONE);

        assertFalse(svg.contains("<a "));
        assertTrue(svg.contains("<g tabindex=\"0\" role=\"img\" pointer-events=\"all\"><title>"));
    }

    @Test
    void theKeyboardStopsAtABoxAndNotAtEachOfItsDots() {
        String svg = inline(ChartKind.BOX, postings -> postings.isWhole() ? "/box" : "/dot");

        assertTrue(svg.contains("<a href=\"/box\"><title>"));
        assertTrue(svg.contains("<a href=\"/dot\" tabindex=\"-1\" aria-hidden=\"true\">"));
        assertFalse(svg.contains("<a href=\"/dot\">"));
        assertFalse(svg.contains("<a href=\"/box\" tabindex"));
    }

    @Test
    void theKeyboardStopsAtEachRunOfATrendAndHearsItsCity() {
        String svg = inline(ChartKind.TREND, postings -> "/never");

        int runs = DATA.comparable().size() * DATA.trend().moments().size();
        assertEquals(runs, svg.split("<g tabindex=\"0\" role=\"img\" aria-label=\"", -1).length - 1);
        assertEquals(runs, svg.split("<title>", -1).length - 1);
        for (PayFigures city : DATA.comparable()) {
            String name = MadeUp.wording(DATA, Language.EN).name(city);
            assertTrue(svg.contains(" aria-label=\"" + name + ", 2026-10-05"), name);
        }
    }

    @Test
    void aCellWithoutPostingsIsHeardAndLeadsNowhere() {
        ChartData bare = MadeUp.ladder(Dimension.EXPERIENCE, "北京/3-5 20k-30k 30", "上海/1-3 20k-30k 30");
        String ladder = pictures(bare)
                .inline(ChartKind.LADDER, Sheet.WIDE, "p", postings -> "/there")
                .svg();
        ChartData five =
                MadeUp.data("北京 20k-30k 30", "上海 20k-30k 30", "广州 20k-30k 30", "深圳 20k-30k 30", "杭州 20k-30k 30");
        String heat = pictures(five)
                .inline(ChartKind.HEAT, Sheet.WIDE, "p", postings -> "/there")
                .svg();

        assertEquals(2, ladder.split("<a href=\"/there\"", -1).length - 1);
        assertEquals(2, ladder.split("<g role=\"img\" pointer-events=\"all\"><title>[^<]*n = 0<", -1).length - 1);
        assertEquals(5, heat.split("<a href=\"/there\"", -1).length - 1);
        assertEquals(25, heat.split("<g role=\"img\" pointer-events=\"all\"><title>[^<]*: 0%", -1).length - 1);
    }

    @Test
    void noPointOfACurveLeadsToPostingsThatAreNotThere() {
        ChartData apart = MadeUp.data("北京 40k-50k 30", "上海 5k-7k 30");
        List<Postings> asked = new ArrayList<>();
        pictures(apart).inline(ChartKind.AT_LEAST, Sheet.WIDE, "p", postings -> {
            asked.add(postings);
            return null;
        });

        assertFalse(asked.isEmpty());
        for (Postings postings : asked) {
            PayFigures city = apart.comparable().stream()
                    .filter(figures -> figures.group().equals(postings.group()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(city.quantile(1) >= postings.from(), postings.toString());
        }
    }

    @Test
    void theBandsAndTheBinsOfAGroupHoldEachOfItsPostingsOnce() {
        for (ChartKind kind : List.of(ChartKind.BANDS, ChartKind.DISTRIBUTION)) {
            Set<Postings> asked = new HashSet<>();
            inline(kind, postings -> {
                asked.add(postings);
                return null;
            });
            for (PayFigures city : DATA.comparable()) {
                long held = asked.stream()
                        .filter(postings -> postings.group().equals(city.group()))
                        .mapToLong(postings -> city.midpoints().counts().stream()
                                .filter(line -> line.midpoint() >= postings.from() && line.midpoint() < postings.to())
                                .mapToLong(line -> line.count())
                                .sum())
                        .sum();
                assertEquals(city.n(), held, kind + " " + city.group());
            }
        }
    }

    @Test
    void aPictureIsAsLargeAsItIsAskedFor() {
        int once = width(pictures(DATA).png(ChartKind.AVERAGE, 1));

        assertEquals(1000, once);
        assertEquals(4000, width(pictures(DATA).png(ChartKind.AVERAGE, 4)));
        assertThrows(IllegalArgumentException.class, () -> pictures(DATA).png(ChartKind.AVERAGE, 5));
        assertThrows(IllegalArgumentException.class, () -> pictures(DATA).png(ChartKind.AVERAGE, 0));
    }

    /** The second half of the four bytes after the signature and the name of the first chunk. */
    private static int width(byte[] png) {
        return (png[18] & 0xff) << 8 | png[19] & 0xff;
    }

    @Test
    void whatTheDataLackIsRefusedInASentence() {
        ChartData few = MadeUp.data("北京 15-25K 30");

        assertFalse(ChartKind.TREND.suits(few));
        assertThrows(IllegalArgumentException.class, () -> pictures(few).svg(ChartKind.TREND));
    }
}
