package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.chart.draw.PngWriter;
import paymap.chart.draw.SvgWriter;
import paymap.chart.draw.TestFonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.figures.PayFigures;

/** What is true of every picture. */
class AllPicturesTest {

    private static final List<Function<DrawingContext, Picture>> ALL = List.of(
            DistributionPicture::new,
            AveragePicture::new,
            BandsPicture::new,
            BoxPicture::new,
            HeatPicture::new,
            AtLeastPicture::new,
            TrendPicture::new,
            context -> new LadderPicture(context, context.data().details().experience()),
            context -> new LadderPicture(context, context.data().details().education()),
            context -> new LadderHeatPicture(context, context.data().details().experience()),
            LikeForLikePicture::new,
            context -> new BoxPicture(context.daily()));

    private static ChartData data(int cities, int rows) {
        return MadeUp.detailed(new Random(cities), cities, rows / 6);
    }

    @ParameterizedTest
    @CsvSource({"EN, WIDE", "ZH, WIDE", "EN, PHONE", "ZH, PHONE"})
    void everyWordCanBeDrawnAndStandsOnThePaper(Language language, Sheet sheet) {
        for (int cities : new int[] {1, 4, 12, 40}) {
            for (Function<DrawingContext, Picture> picture : ALL) {
                Scene scene = Scene.of(picture, data(cities, 60), language, sheet);
                assertFalse(scene.words().isEmpty());
                for (Scene.Word word : scene.words()) {
                    String hint = cities + " cities, " + scene.drawing().title() + ": " + word;
                    assertEquals(word.text(), TestFonts.SHARED.drawable(word.text()));
                    assertTrue(word.x() >= 0 && word.right() <= sheet.width(), hint);
                    assertTrue(word.y() > 0 && word.y() <= scene.drawing().height(), hint);
                }
                assertTrue(scene.texts().contains(language.say("虚构数据", "made-up data")));
            }
        }
        assertEquals(List.of(), TestFonts.SHARED.missing());
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void everyMarkStandsOnThePaper(Sheet sheet) {
        for (int cities : new int[] {1, 12, 40}) {
            for (Function<DrawingContext, Picture> picture : ALL) {
                Scene scene = Scene.of(picture, data(cities, 60), Language.EN, sheet);
                for (Scene.Bar bar : scene.bars()) {
                    assertTrue(bar.x() >= -1 && bar.right() <= sheet.width() + 1, bar.toString());
                    assertTrue(bar.y() >= -1 && bar.bottom() <= scene.drawing().height() + 1, bar.toString());
                }
                for (Scene.Dot dot : scene.dots()) {
                    assertTrue(dot.x() >= 0 && dot.x() <= sheet.width(), dot.toString());
                    assertTrue(dot.y() >= 0 && dot.y() <= scene.drawing().height(), dot.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachHasATitleWithTheKeywordAndAFindingOfItsOwn(Language language) {
        Set<String> titles = new HashSet<>();
        Set<String> findings = new HashSet<>();
        for (Function<DrawingContext, Picture> picture : ALL) {
            Scene scene = Scene.of(picture, data(6, 60), language, Sheet.WIDE);
            titles.add(scene.drawing().title());
            assertTrue(scene.drawing().title().startsWith(language.say("python：", "python: ")));
            String finding = picture.apply(Scene.context(data(6, 60), language, Sheet.WIDE))
                    .drawing()
                    .description()
                    .split(language.say("。", "[.;] "))[0];
            assertTrue(finding.matches(".*\\d.*"), finding);
            findings.add(finding);
        }

        assertEquals(ALL.size(), titles.size());
        assertEquals(ALL.size(), findings.size(), findings.toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void smallSamplesStandInNoFinding(Language language) {
        for (Function<DrawingContext, Picture> picture : ALL) {
            String finding = Scene.of(picture, data(3, 9), language, Sheet.WIDE)
                    .drawing()
                    .description();
            if (picture != ALL.get(6)) {
                assertTrue(
                        finding.startsWith(language.say("各城市都不到 20 个职位", "No city has 20 postings"))
                                || finding.startsWith(language.say("没有两格达到 20 个职位", "No two cells have 20 postings")),
                        finding);
            }
        }
    }

    @Test
    void manyCitiesTooSmallGetOneLineInsteadOfARowEach() {
        ChartData data =
                MadeUp.data("北京 10k-30k 30", "上海 10k-20k 30", "桂林 9k 1", "宜宾 9k 2", "西宁 9k 3", "银川 9k 4", "三亚 面议 1");
        for (Function<DrawingContext, Picture> picture : ALL.subList(0, 5)) {
            Scene scene = Scene.of(picture, data);
            assertTrue(
                    String.join(" ", scene.texts())
                            .contains("only listed: Yinchuan (4), Xining (3), Yibin (2), Guilin (1), Sanya (0)."),
                    scene.texts().toString());
            assertFalse(scene.texts().contains("Guilin"), scene.drawing().title());
            assertFalse(scene.says("too few"), scene.drawing().title());
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void theSameDataGiveTheSameBytes(Sheet sheet) throws Exception {
        for (Function<DrawingContext, Picture> picture : ALL) {
            assertEquals(bytes(picture, sheet), bytes(picture, sheet));
        }
    }

    private static String bytes(Function<DrawingContext, Picture> picture, Sheet sheet) throws Exception {
        var drawing =
                picture.apply(Scene.context(data(4, 30), Language.ZH, sheet)).drawing();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(drawing, png);
        return SvgWriter.of(drawing, SvgWriter.Home.FILE, "t")
                + png.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyMarkOfEveryPictureTellsItsFiguresAtThePointer() {
        for (Function<DrawingContext, Picture> picture : ALL) {
            Scene scene = Scene.of(picture, data(4, 60));
            assertFalse(scene.pointed().isEmpty(), scene.drawing().title());
            scene.pointed().forEach(words -> assertTrue(words.matches("(?s).*\\d.*"), words));
        }
    }

    /** The last filled bar below a name must be paper: marks of all rows are painted at once, under the names too. */
    @ParameterizedTest
    @EnumSource(Sheet.class)
    void noNameStandsOnAMark(Sheet sheet) {
        ChartData data = data(12, 60);
        for (Function<DrawingContext, Picture> picture : ALL.subList(1, 5)) {
            Scene scene = Scene.of(picture, data, Language.ZH, sheet);
            for (PayFigures city : data.cities()) {
                Scene.Word name = scene.word(city.group().words());
                String below = scene.bars().stream()
                        .filter(bar ->
                                !bar.fill().equals("none") && bar.x() <= name.middle() && name.middle() <= bar.right())
                        .filter(bar -> bar.y() <= name.y() - 4 && name.y() - 4 <= bar.bottom())
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .fill();
                assertEquals("#ffffff", below, scene.drawing().title() + ": " + name);
            }
        }
    }
}
