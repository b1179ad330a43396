package paymap.chart.draw;

/** The sizes of text, in pixels of an unscaled picture. */
public enum TextStyle {
    TITLE(27, true),
    FINDING(17, false),
    CITY(16, true),
    CITY_SMALL(13, true),
    VALUE(16, true),
    VALUE_SMALL(13, true),
    LABEL(14, false),
    LABEL_BOLD(14, true),
    SMALL(12.5f, false),
    SMALL_BOLD(12.5f, true),
    TINY(11, false),
    TINY_BOLD(11, true);

    private final float size;
    private final boolean bold;

    TextStyle(float size, boolean bold) {
        this.size = size;
        this.bold = bold;
    }

    /** In pixels of an unscaled picture. */
    public float size() {
        return size;
    }

    /** Whether it is drawn in the bold font. */
    public boolean isBold() {
        return bold;
    }
}
