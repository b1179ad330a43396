package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;

class BandsPictureTest {

    private static final ChartData TEN = MadeUp.data("北京 5k 1", "北京 17k 4", "北京 45k 5");

    private static Scene scene(ChartData data) {
        return Scene.of(BandsPicture::new, data);
    }

    @Test
    void bandsOfACityFillItsBarFromLowToHigh() {
        Scene scene = scene(TEN);
        Scene.Bar low = scene.bars(PayBand.UNDER_10).get(0);
        Scene.Bar middle = scene.bars(PayBand.FROM_15).get(0);
        Scene.Bar high = scene.bars(PayBand.FROM_40).get(0);

        assertEquals(scene.at("0%"), low.x(), 1);
        assertEquals(scene.at("10%"), low.right(), 1);
        assertEquals(low.right(), middle.x(), 1);
        assertEquals(scene.at("50%"), middle.right(), 1);
        assertEquals(middle.right(), high.x(), 1);
        assertEquals(scene.at("100%"), high.right(), 1);
    }

    @Test
    void bandsWithoutPostingsAreNotDrawn() {
        Scene scene = scene(TEN);

        assertTrue(scene.bars(PayBand.FROM_10).isEmpty());
        assertTrue(scene.bars(PayBand.FROM_20).isEmpty());
        assertTrue(scene.bars(PayBand.FROM_30).isEmpty());
        assertEquals(3, scene.pointed().size());
    }

    @Test
    void sharesStandInTheMiddleOfTheirPart() {
        Scene scene = scene(TEN);
        Scene.Bar middle = scene.bars(PayBand.FROM_15).get(0);
        Scene.Word share = scene.words().stream()
                .filter(word -> word.text().equals("40%") && word.y() < middle.bottom())
                .findFirst()
                .orElseThrow();

        assertEquals(middle.x() + middle.width() / 2, share.middle(), 1);
    }

    @Test
    void aShareWithoutRoomIsLeftOutButToldAtThePointer() {
        Scene scene = scene(MadeUp.data("北京 5k 1", "北京 17k 199"));

        assertFalse(scene.words().stream()
                .anyMatch(word -> word.text().equals("<1%") || word.text().equals("1%")));
        assertTrue(
                scene.pointed().contains("Beijing, under 10k: 1% (1 of 200)"),
                scene.pointed().toString());
    }

    @Test
    void aCityTooSmallHasWordsInsteadOfShares() {
        Scene scene = scene(MadeUp.data("北京 17k 30", "上海 45k 4", "广州 面议 2"));

        assertTrue(scene.bars(PayBand.FROM_40).isEmpty());
        assertTrue(scene.says("too few for shares"));
        assertTrue(scene.says("no pay that can be counted"));
        assertTrue(scene.drawing().description().contains("Shanghai: n = 4, small sample."));
        assertTrue(scene.drawing().description().contains("Guangzhou: n = 0."));
    }

    @Test
    void theFindingNamesTheLargestAndTheSmallestShareOfHighPay() {
        Scene scene = scene(MadeUp.data("北京 35k 15", "北京 12k 15", "上海 30k 5", "上海 12k 15", "广州 50k 9"));

        assertTrue(
                scene.says("Postings at 30k or more: most in Beijing, 50%; fewest in Shanghai, 25%."),
                scene.texts().toString());
    }

    @Test
    void rowsAreTheCitiesInTheOrderOfMeansInChineseToo() {
        Scene scene = Scene.of(BandsPicture::new, MadeUp.data("北京 12k 30", "上海 35k 30"), Language.ZH, Sheet.WIDE);

        assertTrue(scene.word("上海").y() < scene.word("北京").y());
        assertEquals(List.of("上海，30–40k：100%（30 个中的 30 个）", "北京，10–15k：100%（30 个中的 30 个）"), scene.pointed());
    }
}
