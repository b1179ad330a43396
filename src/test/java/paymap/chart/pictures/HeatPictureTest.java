package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.chart.draw.Palette;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.PayUnit;

class HeatPictureTest {

    private static final ChartData FIVE =
            MadeUp.data("北京 35k 15", "北京 22k 15", "上海 22k 30", "广州 12k 30", "深圳 17k 30", "杭州 5k 3", "杭州 12k 27");

    private static Scene scene(ChartData data) {
        return Scene.of(HeatPicture::new, data);
    }

    /** The cell that is told at the pointer: the joint round it. */
    private static Scene.Bar cell(Scene scene, String pointed) {
        return scene.bars(bar -> bar.pointed().startsWith(pointed)).get(0);
    }

    @Test
    void aCellStandsBelowItsBandOnTheRowOfItsCity() {
        Scene scene = scene(FIVE);
        Scene.Bar cell = cell(scene, "Beijing, 30–40k: 50% (15 of 30)");

        assertEquals(scene.word("30–40k").middle(), cell.x() + cell.width() / 2, 1);
        assertTrue(cell.y() < scene.word("Beijing").y() && scene.word("Beijing").y() < cell.bottom());
        assertTrue(scene.line(scene.word("Beijing").y()).containsAll(List.of("Beijing", "50%", "28.5k", "30")));
    }

    @Test
    void everyBandOfEveryCityHasACellWithItsShare() {
        Scene scene = scene(FIVE);

        assertEquals(5 * PayBand.values().length, scene.pointed().size());
        assertEquals(
                List.of("Shanghai", "0%", "0%", "0%", "100%", "0%", "0%", "22.0k", "30"),
                scene.line(scene.word("Shanghai").y()));
    }

    @Test
    void theFullestCellIsTheDarkestAndAnEmptyOneThePalest() {
        Scene scene = scene(FIVE);
        String darkest = Scene.hex(Palette.SHARES.get(Palette.SHARES.size() - 1));
        String palest = Scene.hex(Palette.SHARES.get(0));

        assertEquals(3, scene.bars(bar -> bar.fill().equals(darkest)).size(), "three cities with 100 %");
        assertEquals(5 * 6 - 7, scene.bars(bar -> bar.fill().equals(palest)).size(), "seven cells have postings");
    }

    @Test
    void aCityTooSmallHasWordsInsteadOfCells() {
        Scene scene = scene(MadeUp.data("北京 12k 30", "上海 22k 4"));

        assertTrue(scene.says("too few for shares"));
        assertEquals(6, scene.pointed().size(), "Beijing's only");
    }

    @Test
    void theStripOnTopHasTheColoursOfPay() {
        Scene scene = scene(FIVE);
        for (PayBand band : PayBand.values()) {
            Scene.Bar bar = scene.bars(band).get(0);
            assertEquals(
                    scene.word(PayUnit.MONTH.name(band, Language.EN)).middle(),
                    bar.x() + bar.width() / 2,
                    1,
                    band.toString());
        }
    }

    @Test
    void theFindingIsTheFullestCell() {
        assertTrue(scene(MadeUp.data("北京 12k 15", "北京 22k 25", "上海 22k 20", "上海 12k 20", "广州 9k 6"))
                .says("The fullest cell: 63% of the postings in Beijing pay 20–30k."));
    }

    @Test
    void onAPhoneTheNamesOfTheBandsStayInTheirColumns() {
        Scene scene = Scene.of(HeatPicture::new, FIVE, Language.EN, Sheet.PHONE);
        List<Scene.Word> heads = scene.words().stream()
                .filter(word -> Math.abs(word.y() - scene.word("10–15k").y()) < 1)
                .toList();

        assertEquals(6, heads.size());
        for (int i = 1; i < 6; i++) {
            assertTrue(heads.get(i - 1).right() <= heads.get(i).x(), heads.toString());
        }
        Scene.Bar strip = scene.bars(PayBand.UNDER_10).get(0);
        assertTrue(
                heads.get(0).y() < strip.y()
                        && strip.bottom() < scene.word("Beijing").y() - 8,
                "strip, then names");
    }

    @Test
    void sharesAreTheOnesOfTheBands() {
        assertEquals(
                new BandsPicture(Scene.context(FIVE, Language.ZH, Sheet.WIDE)).description(),
                new HeatPicture(Scene.context(FIVE, Language.ZH, Sheet.WIDE)).description());
    }
}
