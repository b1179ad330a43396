package paymap.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws words and simple shapes; coordinates are pixels of the layout, before any scaling. */
public final class Painter {

    /** Where a text stands by its x. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** What draws a chart of XChart; all its charts do. */
    public interface Chart {
        void paint(Graphics2D g, int width, int height);
    }

    private static final float[] DASHES = {5, 4};

    private final Graphics2D g;
    private final Fonts fonts;

    /** Sets up what it paints on: smooth, and to the fraction of a pixel. */
    public Painter(Graphics2D g, Fonts fonts) {
        this.g = g;
        this.fonts = fonts;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /** How wide a text is as it would be drawn, in pixels. */
    public double width(String text, TextStyle style) {
        return fonts.width(fonts.drawable(text), style);
    }

    /** @param y of the base line */
    public void text(String text, double x, double y, TextStyle style, Color colour, Align align) {
        String shown = fonts.drawable(text);
        double left = x - (align == Align.LEFT ? 0 : fonts.width(shown, style) / (align == Align.CENTRE ? 2 : 1));
        g.setColor(colour);
        g.setFont(fonts.of(style));
        g.drawString(shown, (float) left, (float) y);
    }

    /** Text that begins at x; y is its base line. */
    public void left(String text, double x, double y, TextStyle style, Color colour) {
        text(text, x, y, style, colour, Align.LEFT);
    }

    /** Text that ends at x; y is its base line. */
    public void right(String text, double x, double y, TextStyle style, Color colour) {
        text(text, x, y, style, colour, Align.RIGHT);
    }

    /** Text with its middle at x; y is its base line. */
    public void centre(String text, double x, double y, TextStyle style, Color colour) {
        text(text, x, y, style, colour, Align.CENTRE);
    }

    /** Text on a background of paper, so that lines behind it do not cross it. */
    public void labelOnPaper(String text, double x, double y, TextStyle style, Color colour, Align align) {
        double width = width(text, style);
        double from = x - (align == Align.LEFT ? 0 : width / (align == Align.CENTRE ? 2 : 1));
        fill(new Rectangle2D.Double(from - 3, y - style.size(), width + 6, style.size() * 1.3), Palette.PAPER);
        text(text, x, y, style, colour, align);
    }

    /** A shape without an edge. */
    public void fill(Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    /** The edge of a shape, so many pixels thick. */
    public void outline(Shape shape, Color colour, double thickness) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) thickness));
        g.draw(shape);
    }

    /** A filled rectangle with a thin edge, so that pale colours stand out from the paper. */
    public void bar(double x, double y, double width, double height, Color colour) {
        Rectangle2D bar = new Rectangle2D.Double(x, y, width, height);
        fill(bar, colour);
        outline(bar, Palette.OUTLINE, 1);
    }

    /** A line, so many pixels thick. */
    public void line(double x1, double y1, double x2, double y2, Color colour, double thickness) {
        outline(new Line2D.Double(x1, y1, x2, y2), colour, thickness);
    }

    /** A dashed line with square ends, so many pixels thick. */
    public void dashed(double x1, double y1, double x2, double y2, Color colour, double thickness) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** A filled circle with a thin edge. */
    public void dot(double x, double y, double radius, Color colour) {
        Ellipse2D dot = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        fill(dot, colour);
        outline(dot, Palette.OUTLINE, Math.min(1, radius / 3));
    }

    /** A diamond of paper with an edge of ink; the radius is half its width. */
    public void diamond(double x, double y, double radius) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x, y - radius);
        diamond.lineTo(x + radius, y);
        diamond.lineTo(x, y + radius);
        diamond.lineTo(x - radius, y);
        diamond.closePath();
        fill(diamond, Palette.PAPER);
        outline(diamond, Palette.INK, 1.6);
    }

    /** What is painted meanwhile is a mark of an SVG; a PNG knows no such words. */
    public void pointed(Mark mark, Runnable painting) {
        g.setRenderingHint(PointedKey.KEY, mark);
        painting.run();
        g.setRenderingHint(PointedKey.KEY, Mark.END);
    }

    /** Travels in the stream of what is painted; whatever paints pixels passes it by. */
    static final class PointedKey extends RenderingHints.Key {
        static final PointedKey KEY = new PointedKey();

        private PointedKey() {
            super(4711);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Mark;
        }
    }

    /** Lets XChart paint into a rectangle; sizes are whole pixels, as XChart rounds some of its own. */
    public void chart(Chart chart, int x, int y, int width, int height) {
        AffineTransform before = g.getTransform();
        Shape clip = g.getClip();
        g.translate(x, y);
        chart.paint(g, width, height);
        g.setTransform(before);
        g.setClip(clip);
    }
}
