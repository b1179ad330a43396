package paymap.chart.draw;

import java.awt.Color;
import java.util.List;

/** The colours of ink and paper. */
public final class Palette {

    /** What everything is painted on. */
    public static final Color PAPER = Color.WHITE;
    /** Titles, names and marks. */
    public static final Color INK = new Color(0x22262e);
    /** Words that explain. */
    public static final Color MUTED = new Color(0x5b6270);
    /** Lines behind the marks. */
    public static final Color GRID = new Color(0xe4e7ec);
    /** Edges of bars and dots. */
    public static final Color OUTLINE = new Color(0x22, 0x26, 0x2e, 140);

    static final Color NONE = new Color(255, 255, 255, 0);

    /** Not quite ink and not quite white: these two stay as they are when a page turns dark. */
    public static final Color DARK_LABEL = new Color(0x23272f);

    /** Text on dark colours. */
    public static final Color LIGHT_LABEL = new Color(0xfefefe);

    /** For the word that warns of made-up data. */
    public static final Color WARNING = new Color(0x8a4b00);

    /** Shares in the heat map; another hue than pay on purpose. */
    public static final List<Color> SHARES = List.of(
            new Color(0xf3f6fa), new Color(0xb9d0e6), new Color(0x6fa3cc), new Color(0x2f6ea6), new Color(0x153f70));

    /** Lines of cities; each at least 3:1 against white and against the dark paper. */
    public static final List<Color> CITIES = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009169),
            new Color(0x8f63c9),
            new Color(0xc2378a),
            new Color(0x8a7500));

    private Palette() {}
}
