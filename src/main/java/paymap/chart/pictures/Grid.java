package paymap.chart.pictures;

/**
 * Panels side by side, one a city, all with the same axes.
 *
 * @param panels how many
 * @param columns next to each other
 * @param plotHeight the height of the plot in a panel, in pixels
 * @param head room for words above each plot, in pixels
 */
record Grid(Sheet sheet, int panels, int columns, int plotHeight, int head) {

    private static final int AXIS_LEFT = 44;
    private static final int GUTTER = 22;
    private static final int FOOT = 14;
    private static final int AXIS_BOTTOM = 12;

    /** Few cities get wide panels, many small ones; a phone has one beside none. */
    static Grid of(Sheet sheet, int panels, int head) {
        if (sheet.isPhone()) {
            return new Grid(sheet, panels, 1, panels == 1 ? 180 : 90, head);
        }
        if (panels <= 4) {
            return new Grid(sheet, panels, 1, panels == 1 ? 300 : 150, head);
        }
        return panels <= 12 ? new Grid(sheet, panels, 2, 120, head) : new Grid(sheet, panels, 4, 84, head);
    }

    /** Whether words must be small. */
    boolean isNarrow() {
        return columns > 2 || sheet.isPhone();
    }

    double bodyHeight() {
        return rows() * (double) panelHeight() + AXIS_BOTTOM;
    }

    int plotWidth() {
        return (sheet.inner() - AXIS_LEFT - (columns - 1) * GUTTER) / columns;
    }

    int plotLeft(int panel) {
        return sheet.margin() + AXIS_LEFT + panel % columns * (plotWidth() + GUTTER);
    }

    int plotTop(double top, int panel) {
        return (int) Math.round(top) + panel / columns * panelHeight() + head;
    }

    /** The base line of a panel's head. */
    double headBase(double top, int panel) {
        return plotTop(top, panel) - head + 18;
    }

    boolean isFirstInRow(int panel) {
        return panel % columns == 0;
    }

    boolean isLastInColumn(int panel) {
        return panel + columns >= panels;
    }

    private int panelHeight() {
        return head + plotHeight + FOOT;
    }

    private int rows() {
        return (panels + columns - 1) / columns;
    }
}
