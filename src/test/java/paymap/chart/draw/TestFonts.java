package paymap.chart.draw;

/**
 * The bundled fonts, loaded once for all tests that draw with them; closed by nobody. A letter that they lack is for fonts
 * of a test's own, as they remember it.
 */
public final class TestFonts {

    public static final Fonts SHARED = load();

    private TestFonts() {}

    private static Fonts load() {
        try {
            return Fonts.load();
        } catch (CannotDraw e) {
            throw new IllegalStateException(e);
        }
    }
}
