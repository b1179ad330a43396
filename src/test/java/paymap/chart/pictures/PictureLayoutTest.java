package paymap.chart.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TestFonts;
import paymap.chart.figures.ChartData;
import paymap.chart.figures.Language;
import paymap.chart.figures.MadeUp;
import paymap.chart.figures.PayBand;
import paymap.chart.figures.PayUnit;
import paymap.chart.figures.Wording;
import paymap.figures.PayFigures;
import paymap.figures.PaySource;
import paymap.job.Keywords;

/** The frame of a picture: title, finding, key, caption. */
class PictureLayoutTest {

    private static final PictureLayout.Words WORDS =
            new PictureLayout.Words("What it shows", "One finding.", "How to read it.", List.of("A note."));

    private static Scene scene(ChartData data, String heading, Sheet sheet, Language language) {
        DrawingContext context = new DrawingContext(new Wording(data, language, heading), TestFonts.SHARED, sheet);
        Drawing drawing = new PictureLayout(
                        context,
                        WORDS,
                        true,
                        100,
                        (painter, top) -> painter.bar(0, top, 77, 100, Palette.SHARES.get(2)))
                .drawing("In words.");
        return Scene.of(drawing);
    }

    private static Scene wide() {
        return scene(MadeUp.data("北京 10k 9"), null, Sheet.WIDE, Language.EN);
    }

    @Test
    void titleFindingSubtitleKeyBodyNotesAndCaptionFollowOneAnother() {
        Scene scene = wide();
        Scene.Bar body = scene.bars(bar -> bar.width() == 77).get(0);
        List<Double> places = List.of(
                scene.word("python: what it shows").y(),
                scene.word("One finding.").y(),
                scene.word("How to read it.").y(),
                scene.word("under 10k").y(),
                body.y(),
                body.bottom(),
                scene.word("A note.").y(),
                scene.words().stream()
                        .filter(word -> word.text().startsWith("Pay: midpoint"))
                        .findFirst()
                        .orElseThrow()
                        .y());

        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(scene.drawing().height() > scene.word("A note.").y() + 30, "room for the caption");
    }

    @Test
    void thePictureIsInWordsWithItsFindingAndItsSource() {
        Drawing drawing = wide().drawing();

        assertEquals("python: what it shows", drawing.title());
        assertTrue(drawing.description().startsWith("One finding. In words. Source: sandbox (made-up data)"));
        assertEquals("en", drawing.language());
    }

    @Test
    void theKeyHasEveryBandInItsColour() {
        Scene scene = wide();
        for (PayBand band : PayBand.values()) {
            Scene.Bar swatch = scene.bars(
                            bar -> bar.width() == 14 && bar.fill().equals(Scene.hex(BandColours.of(band))))
                    .get(0);
            assertEquals(
                    swatch.right() + 6,
                    scene.word(PayUnit.MONTH.name(band, Language.EN)).x(),
                    0.01);
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void madeUpPayIsCalledSoOnThePictureAndRealPayIsNot(Sheet sheet) {
        PaySource real = new PaySource("liepin", false, Keywords.of("Go"), null, null);
        ChartData data = ChartData.of(real, PayFigures.of(MadeUp.groups("北京 10k 9")), List.of());

        assertTrue(
                scene(MadeUp.data("北京 10k 9"), null, sheet, Language.EN).texts().contains("made-up data"));
        assertTrue(
                scene(MadeUp.data("北京 10k 9"), null, sheet, Language.ZH).texts().contains("虚构数据"));
        assertFalse(scene(data, null, sheet, Language.EN).texts().contains("made-up data"));
    }

    @Test
    void theUsersOwnHeadingStandsAboveTheTitle() {
        Scene scene = scene(MadeUp.data("北京 10k 9"), "Autumn", Sheet.WIDE, Language.EN);

        assertTrue(
                scene.word("Autumn").y() < scene.word("python: what it shows").y());
        assertEquals("python: what it shows", scene.drawing().title());
    }

    @Test
    void aHeadingThatIsTooLongEndsWithAnEllipsisBeforeTheSign() {
        Scene scene = scene(MadeUp.data("北京 10k 9"), "Autumn ".repeat(40), Sheet.WIDE, Language.EN);
        Scene.Word heading = scene.words().stream()
                .filter(word -> word.text().startsWith("Autumn"))
                .findFirst()
                .orElseThrow();

        assertTrue(heading.text().endsWith("…"));
        assertTrue(heading.right() < scene.word("made-up data").x());
    }

    @Test
    void onAPhoneATitleWrapsAndTheSourceIsLeftToThePage() {
        PaySource source = new PaySource("liepin", false, Keywords.of("senior developer abroad"), null, null);
        ChartData data = ChartData.of(source, PayFigures.of(MadeUp.groups("北京 10k 9")), List.of());
        Scene scene = scene(data, null, Sheet.PHONE, Language.EN);

        assertFalse(scene.says("Source:"));
        assertTrue(scene.drawing().description().contains("Source: liepin"), "but who cannot see it hears it");
        assertTrue(scene.words().stream().allMatch(word -> word.right() <= 362));
        assertTrue(
                scene.drawing().title().length() >= scene.words().get(0).text().length());
    }

    @Test
    void onAPhoneTheKeyWrapsWithinTheWidth() {
        Scene scene = scene(MadeUp.data("北京 10k 9"), null, Sheet.PHONE, Language.EN);

        assertTrue(scene.word("40k and over").y() > scene.word("under 10k").y());
        for (PayBand band : PayBand.values()) {
            assertTrue(scene.word(PayUnit.MONTH.name(band, Language.EN)).right() <= 362 - 4);
        }
    }
}
