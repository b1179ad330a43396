package paymap.chart.pictures;

import java.awt.Color;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.Bins;
import paymap.chart.figures.Scale;
import paymap.figures.PayFigures;

/** Names the lines of mean and median where they stand; the two labels never touch and never leave the panel. */
final class AverageLabels {

    private static final double GAP = 5;
    private static final double SAMPLE = 16;

    private final Painter painter;
    private final DrawingContext context;
    private final boolean narrow;
    private final Scale x;
    private final double base;

    AverageLabels(Painter painter, DrawingContext context, boolean narrow, Scale x, double base) {
        this.painter = painter;
        this.context = context;
        this.narrow = narrow;
        this.x = x;
        this.base = base;
    }

    /** @param mean where its line stands, and @param median likewise, in pixels */
    void paint(PayFigures city, double mean, double median) {
        boolean medianFirst = median <= mean;
        Label first = label(city, medianFirst);
        Label second = label(city, !medianFirst);
        double left = Math.min(mean, median);
        double right = Math.max(mean, median);
        boolean fits = left - GAP - first.width() >= x.from() && right + GAP + second.width() <= x.to();
        if (fits && !narrow) {
            first.paint(left - GAP - first.width(), false);
            second.paint(right + GAP, false);
        } else {
            // No room on one side: both together, each with a sample of its line.
            double both = first.width() + second.width() + 2 * SAMPLE + 2 * GAP + GAP;
            double start = narrow
                    ? x.from()
                    : right + GAP + both <= x.to() ? right + GAP : Math.max(x.from(), left - GAP - both);
            first.paint(start, true);
            second.paint(start + first.width() + SAMPLE + 2 * GAP, true);
        }
    }

    private Label label(PayFigures city, boolean median) {
        double pay = median ? city.median() : city.mean();
        String text = (median ? context.say("中位数 ", "median ") : context.say("平均 ", "mean "))
                + context.k(pay)
                + (pay >= context.unit().of(Bins.OPEN_FROM) ? " →" : "");
        TextStyle style = narrow
                ? (median ? TextStyle.TINY : TextStyle.TINY_BOLD)
                : median ? TextStyle.SMALL : TextStyle.SMALL_BOLD;
        return new Label(text, style, median);
    }

    private final class Label {
        private final String text;
        private final TextStyle style;
        private final boolean median;

        Label(String text, TextStyle style, boolean median) {
            this.text = text;
            this.style = style;
            this.median = median;
        }

        double width() {
            return painter.width(text, style);
        }

        void paint(double left, boolean sample) {
            Color colour = median ? Palette.MUTED : Palette.INK;
            double start = left;
            if (sample) {
                double y = base - 4;
                if (median) {
                    painter.dashed(left, y, left + SAMPLE - 3, y, Palette.INK, 1.8);
                } else {
                    painter.line(left, y, left + SAMPLE - 3, y, Palette.INK, 2);
                }
                start += SAMPLE;
            }
            painter.labelOnPaper(text, start, base, style, colour, Painter.Align.LEFT);
        }
    }
}
