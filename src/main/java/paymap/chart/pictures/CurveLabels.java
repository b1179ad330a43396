package paymap.chart.pictures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.Painter;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.NumberFormats;
import paymap.chart.figures.Scale;
import paymap.chart.pictures.AtLeastPicture.Curve;

/** Puts each city's name beside its line where neither a line nor another name is; what finds no place goes to a key. */
final class CurveLabels {

    private static final double GAP = 9;
    private static final int KEY_LINE = 22;

    private final Painter painter;
    private final DrawingContext context;
    private final Scale x;
    private final Scale y;
    private final List<Rectangle2D> taken = new ArrayList<>();

    CurveLabels(Painter painter, DrawingContext context, Scale x, Scale y) {
        this.painter = painter;
        this.context = context;
        this.x = x;
        this.y = y;
    }

    void paint(List<Curve> curves) {
        int unplaced = 0;
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            String name = context.name(curve.city()) + "  n = "
                    + NumberFormats.count(curve.city().n());
            Rectangle2D place = place(curve, painter.width(name, TextStyle.LABEL_BOLD), curves);
            if (place == null) {
                double line = y.to() + 20 + KEY_LINE * unplaced++;
                painter.line(x.to() - 26, line - 5, x.to() - 2, line - 5, AtLeastPicture.colour(i), 3);
                painter.labelOnPaper(
                        name, x.to() - 34, line, TextStyle.LABEL_BOLD, AtLeastPicture.colour(i), Painter.Align.RIGHT);
            } else {
                taken.add(place);
                painter.labelOnPaper(
                        name,
                        place.getX(),
                        place.getY() + 13,
                        TextStyle.LABEL_BOLD,
                        AtLeastPicture.colour(i),
                        Painter.Align.LEFT);
            }
        }
    }

    /** Tries heights from the middle outwards, on the right and on the left of the line. */
    private @Nullable Rectangle2D place(Curve curve, double width, List<Curve> all) {
        for (int i = 0; i < 44; i++) {
            double share = 0.5 + (i % 2 == 0 ? 1 : -1) * (i / 2) * 0.02;
            double line = payAt(curve, share);
            for (boolean right : new boolean[] {true, false}) {
                double left = right ? x.at(line) + GAP : x.at(line) - GAP - width;
                Rectangle2D place = AtLeastPicture.labelBackground(left, y.at(share) + 5, width);
                if (isFree(place, all)) {
                    return place;
                }
            }
        }
        return null;
    }

    /** Where the line falls to a share or below, CNY a month. */
    private static double payAt(Curve curve, double share) {
        for (int i = 0; i < curve.pays().length; i++) {
            if (curve.shares()[i] <= share) {
                return curve.pays()[i];
            }
        }
        return curve.pays()[curve.pays().length - 1];
    }

    private boolean isFree(Rectangle2D place, List<Curve> all) {
        boolean inside = place.getMinX() >= x.from() + 4
                && place.getMaxX() <= x.to() - 4
                && place.getMinY() >= y.to()
                && place.getMaxY() <= y.from() - 4;
        return inside
                && taken.stream().noneMatch(other -> other.intersects(place))
                && all.stream().noneMatch(curve -> crosses(curve, place));
    }

    /** A line that only falls crosses a rectangle when its heights over the rectangle's width reach into it. */
    private boolean crosses(Curve curve, Rectangle2D place) {
        double before = curve.at(pay(place.getMinX() - 3));
        double after = curve.at(Math.nextUp(pay(place.getMaxX() + 3)));
        return y.at(before) <= place.getMaxY() && y.at(after) >= place.getMinY();
    }

    private double pay(double at) {
        return x.low() + (at - x.from()) / (x.to() - x.from()) * (x.high() - x.low());
    }
}
