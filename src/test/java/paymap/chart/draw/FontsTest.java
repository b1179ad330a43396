package paymap.chart.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class FontsTest {

    private static final Fonts FONTS = TestFonts.SHARED;

    @Test
    void aChineseLetterIsNoBoxForMissingGlyphs() {
        int missing = FONTS.of(TextStyle.LABEL).getMissingGlyphCode();
        for (String text : List.of("北京", "虚构数据", "→", "–", "−", "±", "…", "·")) {
            var letters = FONTS.of(TextStyle.CITY).createGlyphVector(Fonts.context(), text);
            for (int i = 0; i < letters.getNumGlyphs(); i++) {
                assertFalse(letters.getGlyphCode(i) == missing, text);
            }
        }
    }

    @Test
    void whatTheFontLacksBecomesAQuestionMarkAndIsTold() throws CannotDraw {
        try (Fonts own = Fonts.load()) {
            assertEquals("a?b", own.drawable("a😀b"));
            assertEquals(List.of("U+1F600"), own.missing());
        }
    }

    @Test
    void fontsThatWereLoadedManyTimesStillMeasureEveryLetter() throws CannotDraw {
        for (int i = 0; i < 25; i++) {
            try (Fonts earlier = Fonts.load()) {
                earlier.width("北", TextStyle.VALUE);
            }
        }
        try (Fonts last = Fonts.load()) {
            assertEquals(4 * last.width("北", TextStyle.VALUE), last.width("北京上海", TextStyle.VALUE), 0.01);
        }
    }
}
