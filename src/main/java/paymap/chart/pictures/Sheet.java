package paymap.chart.pictures;

import paymap.chart.draw.TextStyle;

/** What a picture is laid out for. */
public enum Sheet {
    /** A file, print, or a screen as wide as a book. */
    WIDE(1000, 36, TextStyle.TITLE),

    /** A phone held upright, 390 pixels less the page's margins; names and figures stand above each plot. */
    PHONE(362, 4, TextStyle.CITY);

    private final int width;
    private final int margin;
    private final TextStyle title;

    Sheet(int width, int margin, TextStyle title) {
        this.width = width;
        this.margin = margin;
        this.title = title;
    }

    /** In pixels; the height follows from what is shown. */
    int width() {
        return width;
    }

    /** On the left and on the right, in pixels. */
    int margin() {
        return margin;
    }

    /** Where the right margin begins. */
    int right() {
        return width - margin;
    }

    /** Between the margins. */
    int inner() {
        return width - 2 * margin;
    }

    TextStyle title() {
        return title;
    }

    boolean isPhone() {
        return this == PHONE;
    }
}
