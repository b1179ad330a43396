package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import paymap.chart.draw.Palette;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.figures.PayFigures;
import paymap.job.City;

class AtLeastPictureTest {

    private static final ChartData TWO = MadeUp.data("北京 10k 5", "北京 20k 10", "北京 40k 5", "上海 10k 20", "上海 15k 20");

    private static Scene scene(ChartData data) {
        return Scene.of(AtLeastPicture::new, data);
    }

    private static Scene.Dot dot(Scene scene, String pointed) {
        List<Scene.Dot> dots = scene.dots(pointed);
        assertEquals(1, dots.size(), pointed + " in " + scene.pointed());
        return dots.get(0);
    }

    @Test
    void aPointStandsAtItsPayAndAtTheShareThatPaysAtLeastThat() {
        Scene scene = scene(TWO);
        double full = scene.word("100%").y();
        double half = scene.word("50%").y();
        Scene.Dot beijing = dot(scene, "Beijing, 20k or more: 75% (15 of 20)");

        assertEquals(scene.at("20k"), beijing.x(), 1);
        assertEquals((full + half) / 2 - 4.5, beijing.y(), 1);
        assertEquals(full - 4.5, dot(scene, "Beijing, 10k or more: 100%").y(), 1);
        assertEquals(
                half - 4.5, dot(scene, "Shanghai, 15k or more: 50% (20 of 40)").y(), 1);
        assertEquals(
                scene.word("0%").y() - 4.5,
                dot(scene, "Shanghai, 20k or more: 0%").y(),
                1);
    }

    @Test
    void theLineFallsAtThePayOfItsPostingsAndNowhereElse() {
        Scene scene = scene(TWO);
        String blue = Scene.hex(Palette.CITIES.get(0));
        List<Double> falls = Scene.all(scene.svg(), "line").stream()
                .filter(line -> line.getAttribute("stroke").equals(blue)
                        && line.getAttribute("x1").equals(line.getAttribute("x2")))
                .map(line -> Scene.number(line, "x1"))
                .toList();

        assertEquals(3, falls.size());
        assertEquals(scene.at("10k"), falls.get(0), 1.5);
        assertEquals(scene.at("20k"), falls.get(1), 1.5);
        assertEquals(scene.at("40k"), falls.get(2), 1.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void allLinesAreNamedInTheKeyWithMeanMedianAndN(int cities) {
        String[] lines = IntStream.range(0, cities)
                .mapToObj(i -> City.KNOWN.get(i).chinese() + " " + (30 - i) + "k 2" + i)
                .toArray(String[]::new);
        Scene scene = scene(MadeUp.data(lines));
        for (int i = 0; i < cities; i++) {
            String name = City.english(City.KNOWN.get(i).chinese());
            String pay = (30 - i) + ".0k";
            assertTrue(
                    scene.line(scene.word(name).y()).contains("mean " + pay + " · median " + pay + " · n = 2" + i),
                    name);
            assertEquals(1, scene.texts().stream().filter(name::equals).count(), "named once");
            assertTrue(scene.word(name).y() < scene.word("100%").y(), "above the plot");
        }
    }

    @Test
    void noMoreThanSixCitiesAreDrawnThoseWithMostPostings() {
        String[] lines = IntStream.range(0, 8)
                .mapToObj(i -> City.KNOWN.get(i).chinese() + " " + (30 - i) + "k " + (20 + i))
                .toArray(String[]::new);
        Scene scene = scene(MadeUp.data(lines));

        assertFalse(scene.says("Beijing"), "the smallest is left out, of the finding too");
        assertTrue(scene.texts().contains("Wuhan"));
        assertTrue(scene.says("Only the 6 cities with most postings."));
    }

    @Test
    void aCityKeepsItsColourFromReportToReport() {
        List<PayFigures> small = MadeUp.data("深圳 20k 30", "北京 10k 30").cities();
        List<PayFigures> large = MadeUp.data("北京 30k 30", "上海 20k 30", "广州 12k 30", "深圳 10k 30", "杭州 9k 30")
                .cities();

        for (PayFigures city : small) {
            assertEquals(
                    colour(small, city.group().words()),
                    colour(large, city.group().words()),
                    city.group().words());
        }
        assertEquals(Palette.CITIES.get(0), colour(large, "北京"));
        assertEquals(Palette.CITIES.get(3), colour(large, "深圳"));
    }

    private static Color colour(List<PayFigures> cities, String name) {
        for (int i = 0; i < cities.size(); i++) {
            if (cities.get(i).group().words().equals(name)) {
                return GroupColours.of(cities.stream().map(PayFigures::group).toList())
                        .get(i);
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void twoCitiesOfOnePictureNeverShareAColour() {
        // Nanjing's own colour is Beijing's; 城一 and 城二 are not known at all.
        List<PayFigures> cities = MadeUp.data("南京 30k 9", "北京 20k 9", "城一 12k 9", "城二 10k 9", "城三 9k 9", "城四 8k 9")
                .cities();

        assertEquals(
                6,
                new HashSet<>(GroupColours.of(
                                cities.stream().map(PayFigures::group).toList()))
                        .size());
        assertEquals(Palette.CITIES.get(0), colour(cities, "北京"), "the first in the order of tables keeps its own");
        assertNotEquals(Palette.CITIES.get(0), colour(cities, "南京"));
    }

    @Test
    void roundPayBeyondTheAxisHasNoPoint() {
        Scene scene = scene(MadeUp.data("北京 10k 20"));

        assertEquals(1, scene.dots("Beijing, ").size(), scene.pointed().toString());
        assertEquals(1, scene.dots("Beijing, 10k or more: 100% (20 of 20)").size());
    }

    @Test
    void whatLiesBeyondTheAxisIsCounted() {
        Scene scene = scene(MadeUp.data("北京 10k 198", "北京 300k 2"));

        assertTrue(scene.says("2 postings pay more."), scene.texts().toString());
        assertTrue(scene(MadeUp.data("北京 10k 199", "北京 300k 1")).says("1 posting pays more."));
    }

    @Test
    void withoutAnyCityLargeEnoughItSaysSo() {
        assertTrue(scene(MadeUp.data("北京 10k 2")).says("no city has enough postings"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFindingIsWhereCitiesDifferMost(Language language) {
        Scene scene = Scene.of(AtLeastPicture::new, TWO, language, Sheet.WIDE);

        assertTrue(
                scene.says(language.say(
                        "差别最大处，20k 及以上的比例：最高的北京 75%；最低的上海 0%。",
                        "Cities differ most at 20k or more: highest in Beijing, 75%; lowest in Shanghai, 0%.")),
                scene.texts().toString());
    }

    @Test
    void theDescriptionHasTheSharesAtRoundPay() {
        assertTrue(scene(TWO)
                .drawing()
                .description()
                .contains(
                        "Beijing: 100% at 10k or more, 75% at 15k or more, 75% at 20k or more, 25% at 30k or more, 25% at"
                                + " 40k or more."));
    }

    @Test
    void aPhoneHasTheKeyInOneColumn() {
        Scene scene = Scene.of(AtLeastPicture::new, TWO, Language.EN, Sheet.PHONE);

        assertEquals(scene.word("Beijing").x(), scene.word("Shanghai").x());
        assertTrue(scene.word("mean 22.5k · median 20.0k · n = 20").right() <= 362);
    }
}
