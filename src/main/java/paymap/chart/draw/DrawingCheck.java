package paymap.chart.draw;

/** Whether charts can be drawn here, Chinese too. */
public final class DrawingCheck {

    private static final String CHINESE = "北京平均工资";

    private DrawingCheck() {}

    /** @throws CannotDraw if not, with the remedy as a sentence */
    public static void run() throws CannotDraw {
        try (Fonts fonts = Fonts.load()) {
            String shown = fonts.drawable(CHINESE);
            double width = fonts.width(CHINESE, TextStyle.LABEL);
            if (width <= 0 || !shown.equals(CHINESE)) {
                throw CannotDraw.because(new IllegalStateException(
                        "the bundled font shows \"" + CHINESE + "\" as \"" + shown + "\", " + width + " wide"));
            }
        }
    }
}
