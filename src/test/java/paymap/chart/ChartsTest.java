package paymap.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;

/** Files, kinds and the order to draw. */
class ChartsTest {

    private static final ChartData DATA = MadeUp.data("北京 5k 10", "北京 45k 10", "上海 12k 20");

    @TempDir
    private Path folder;

    private Charts.Order order(Set<Format> formats, Set<ChartKind> only) {
        return new Charts.Order(folder, List.of(Language.EN), formats, only, null);
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new HashSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    @Test
    void theReportIsTheFirstFileAndOthersStandBeside() throws IOException {
        Charts.Result result =
                Charts.draw(DATA, order(Set.of(Format.SVG), Set.of(ChartKind.BANDS)), Map.of("summary.csv", "x\n"));

        assertEquals(folder.resolve("index.html"), result.files().get(0));
        assertEquals(Set.of("index.html", "3-bands-en.svg", "summary.csv"), files());
        assertEquals("x\n", Files.readString(folder.resolve("summary.csv")));
        assertEquals("", result.trouble());
        assertTrue(result.finding().startsWith("Beijing offers the highest average pay, 25.0k"));
    }

    @Test
    void withoutFormatsOnlyTheReportHoldsThePictures() throws IOException {
        Charts.draw(DATA, order(Set.of(), Set.of(ChartKind.BANDS)), Map.of());

        assertEquals(Set.of("index.html"), files());
        String page = Files.readString(folder.resolve("index.html"));
        assertEquals(2, page.split("<svg ").length - 1, "one for pages and one for phones");
        assertFalse(page.contains("<figcaption>"));
    }

    @Test
    void aPngIsAtDoubleResolutionAndKnowsItsTitle() throws IOException {
        Charts.draw(DATA, order(Set.of(Format.PNG), Set.of(ChartKind.BANDS)), Map.of());
        byte[] png = Files.readAllBytes(folder.resolve("3-bands-en.png"));
        BufferedImage image = ImageIO.read(folder.resolve("3-bands-en.png").toFile());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }

        assertEquals(2000, image.getWidth());
        assertTrue(colours.contains(0xfff9e5a4) && colours.contains(0xff4c0f5a), "lowest and highest band");
        String text = new String(png, StandardCharsets.UTF_8);
        assertTrue(text.contains("iTXtTitle\0\0\0en\0\0python: how each city's postings split into pay bands"));
    }

    @Test
    void theTrendIsRefusedWhereThereAreNotTwoRuns() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Charts.draw(DATA, order(Set.of(), Set.of(ChartKind.TREND)), Map.of()));

        assertEquals("the trend needs at least two runs at different times", refused.getMessage());
    }

    @Test
    void anOrderNeedsALanguage() {
        assertThrows(
                IllegalArgumentException.class, () -> new Charts.Order(folder, List.of(), Set.of(), Set.of(), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2-average, AVERAGE",
        "average, AVERAGE",
        "2, AVERAGE",
        "' BOX ', BOX",
        "10-ladder, LADDER",
        "11, LIKE_FOR_LIKE",
        "1, DISTRIBUTION",
        "day-rates, DAY_RATES",
        "6-At-Least, AT_LEAST",
        "at-least, AT_LEAST"
    })
    void aKindGoesByItsFileItsNameOrItsNumber(String name, ChartKind kind) {
        assertEquals(kind, ChartKind.of(name));
    }

    @ParameterizedTest
    @CsvSource({"pie", "''", "13", "1-average", "0-ladder"})
    void anUnknownKindIsRefusedWithAllThatAreKnown(String name) {
        String message = assertThrows(IllegalArgumentException.class, () -> ChartKind.of(name))
                .getMessage();

        assertEquals(
                "unknown chart \"" + name
                        + "\"; known: 1-distribution, 2-average, 3-bands, 4-box, 5-heat, 6-at-least, 7-trend, 8-experience,"
                        + " 9-education, 10-ladder, 11-like-for-like, 12-day-rates",
                message);
    }

    @ParameterizedTest
    @CsvSource({
        "EXPERIENCE, fewer than two steps of experience have 5 postings in a group",
        "EDUCATION, fewer than two steps of education have 5 postings in a group",
        "LADDER, fewer than two steps of experience have 5 postings in a group",
        "LIKE_FOR_LIKE, like for like needs two groups of 20 postings or more with a cell of experience and education in common",
        "DAY_RATES, there are fewer than 5 postings by the day"
    })
    void whatTheDataLackIsSaidWhereItIsAskedFor(ChartKind kind, String message) {
        assertFalse(kind.suits(DATA));
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Charts.draw(DATA, order(Set.of(), Set.of(kind)), Map.of()))
                        .getMessage());
    }

    @Test
    void everyKindIsDrawnOfDataThatHaveEverything() {
        ChartData all = MadeUp.detailed(new Random(1), 6, 10);

        for (ChartKind kind : ChartKind.values()) {
            assertTrue(kind.suits(all), kind.toString());
        }
    }

    @Test
    void aKindIsDrawnWhereTheDataHaveWhatItShows() {
        ChartData five = MadeUp.data("北京 9k 5", "上海 9k 5", "广州 9k 5", "深圳 9k 5", "杭州 9k 5");
        ChartData fourAndASmallOne = MadeUp.data("北京 9k 5", "上海 9k 5", "广州 9k 5", "深圳 9k 5", "杭州 9k 4");
        ChartData small = MadeUp.data("北京 9k 4");

        assertTrue(ChartKind.HEAT.suits(five));
        assertFalse(ChartKind.HEAT.suits(fourAndASmallOne));
        assertTrue(ChartKind.BANDS.suits(fourAndASmallOne));
        assertFalse(ChartKind.BANDS.suits(small) || ChartKind.AT_LEAST.suits(small) || ChartKind.TREND.suits(small));
        assertTrue(ChartKind.DISTRIBUTION.suits(small) && ChartKind.AVERAGE.suits(small) && ChartKind.BOX.suits(small));
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "' SVG', SVG"})
    void aFormatGoesByItsCodeInAnyCase(String code, Format format) {
        assertEquals(format, Format.of(code));
        assertThrows(IllegalArgumentException.class, () -> Format.of(code + "x"));
    }

    @Test
    void nothingIsInItsPlaceBeforeAllIsWritten() throws IOException {
        try (ChartFolder charts = ChartFolder.open(folder)) {
            charts.write("index.html", "new");
            assertFalse(files().contains("index.html"));
            assertEquals(List.of(folder.resolve("index.html")), charts.publish());
        }
        assertEquals("new", Files.readString(folder.resolve("index.html")));
    }

    @Test
    void whatWasForgottenOrNotPublishedLeavesWhatWas() throws IOException {
        Files.writeString(folder.resolve("index.html"), "old");
        try (ChartFolder charts = ChartFolder.open(folder)) {
            charts.write("index.html", "new");
            charts.clear();
            assertEquals(List.of(), charts.publish());
        }
        try (ChartFolder charts = ChartFolder.open(folder);
                OutputStream out = charts.file("index.html")) {
            out.write('x');
        }
        assertEquals("old", Files.readString(folder.resolve("index.html")));
        assertEquals(Set.of("index.html"), files());
    }

    @Test
    void onlyPicturesOfAnEarlierRunAreLeftovers() throws IOException {
        for (String name :
                List.of("2-average-en.png", "3-bands-zh.svg", "2-average-fr.png", "mine-en.png", "notes.txt")) {
            Files.writeString(folder.resolve(name), "");
        }
        try (ChartFolder charts = ChartFolder.open(folder)) {
            charts.write("3-bands-zh.svg", "new");
            assertEquals(List.of("2-average-en.png"), charts.leftovers());
        }
    }
}
