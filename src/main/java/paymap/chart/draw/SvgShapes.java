package paymap.chart.draw;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shapes as SVG elements, to the hundredth of a pixel. */
final class SvgShapes {

    /** Its corners, and the first one again where the path goes back there. */
    private static final Set<Integer> POINTS_OF_A_RECTANGLE = Set.of(4, 5);

    /** The beginning of an element, up to where its style goes. */
    String element(Shape shape, AffineTransform transform) {
        double x = transform.getTranslateX();
        double y = transform.getTranslateY();
        if (shape instanceof Line2D line) {
            return "<line" + attribute("x1", line.getX1() + x) + attribute("y1", line.getY1() + y)
                    + attribute("x2", line.getX2() + x) + attribute("y2", line.getY2() + y) + " ";
        }
        if (shape instanceof Ellipse2D circle) {
            return "<circle" + attribute("cx", circle.getCenterX() + x) + attribute("cy", circle.getCenterY() + y)
                    + attribute("r", circle.getWidth() / 2) + " ";
        }
        if (shape instanceof RoundRectangle2D round) {
            return rectangle(round.getFrame(), x, y) + attribute("rx", round.getArcWidth() / 2) + " ";
        }
        Rectangle2D rectangle = shape instanceof Rectangle2D plain ? plain : rectangleOf(shape);
        return rectangle != null
                ? rectangle(rectangle, x, y) + " "
                : "<path d=\"" + path(shape.getPathIterator(transform)) + "\" ";
    }

    private static String rectangle(Rectangle2D rectangle, double x, double y) {
        return "<rect" + attribute("x", rectangle.getX() + x) + attribute("y", rectangle.getY() + y)
                + attribute("width", rectangle.getWidth()) + attribute("height", rectangle.getHeight());
    }

    /** XChart draws its bars as paths; null where a path is no upright rectangle. */
    private static @Nullable Rectangle2D rectangleOf(Shape shape) {
        double[] at = new double[6];
        Rectangle2D bounds = shape.getBounds2D();
        int points = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            if (kind == PathIterator.SEG_QUADTO || kind == PathIterator.SEG_CUBICTO) {
                return null;
            }
            if (kind != PathIterator.SEG_CLOSE) {
                points++;
                boolean corner = (at[0] == bounds.getMinX() || at[0] == bounds.getMaxX())
                        && (at[1] == bounds.getMinY() || at[1] == bounds.getMaxY());
                if (!corner) {
                    return null;
                }
            }
        }
        return POINTS_OF_A_RECTANGLE.contains(points) ? bounds : null;
    }

    static String path(PathIterator path) {
        StringBuilder d = new StringBuilder();
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> points(d.append('M'), at, 2);
                case PathIterator.SEG_LINETO -> points(d.append('L'), at, 2);
                case PathIterator.SEG_QUADTO -> points(d.append('Q'), at, 4);
                case PathIterator.SEG_CUBICTO -> points(d.append('C'), at, 6);
                default -> d.append('Z');
            }
        }
        return d.toString();
    }

    private static void points(StringBuilder d, double[] at, int count) {
        for (int i = 0; i < count; i++) {
            String number = number(at[i]);
            d.append(i == 0 || number.startsWith("-") ? "" : " ").append(number);
        }
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /** To the hundredth, without trailing zeros. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        long rest = Math.abs(hundredths % 100);
        String digits = rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : Long.toString(rest);
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100) + "." + digits;
    }
}
