package paymap.chart.draw;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.commands.AffineTransformCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.Command;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.DrawStringCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.FillShapeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetColorCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetFontCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetHintCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetStrokeCommand;
import de.erichseifert.vectorgraphics2d.intermediate.commands.SetTransformCommand;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RectangularShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.markup.Bundled;
import paymap.markup.Markup;

/**
 * Writes what was painted as SVG. VectorGraphics2D records; its own writer gives each letter a path of its own, and
 * rounds nothing, which makes files of a megabyte.
 */
public final class SvgWriter {

    /** Where an SVG is going to live. */
    public enum Home {
        /** In a file of its own: text as shapes, each glyph once, so it shows without any font. */
        FILE,
        /** In a page: real text in the page's font, and colours that turn with the page. */
        PAGE,
        /**
         * In a page that a server gives under a policy without styles in place: like {@link #PAGE}, with classes for the
         * colours that turn ({@link #css()}), and marks that are links.
         */
        SERVED
    }

    private final Home home;
    private final SvgMarks marks;
    private final SvgShapes shapes = new SvgShapes();
    private final SvgGlyphs glyphs = new SvgGlyphs();
    private final StringBuilder body = new StringBuilder(64_000);
    private AffineTransform transform = new AffineTransform();
    private Color colour = Color.BLACK;
    private BasicStroke stroke = new BasicStroke();
    private @Nullable Font font;
    private String lastShape = "";
    private int lastStart;
    private int lastEnd;

    private SvgWriter(Home home, SvgMarks marks) {
        this.home = home;
        this.marks = marks;
    }

    /**
     * The SVG of a drawing.
     *
     * @param id not used by any other SVG of the same page
     */
    public static String of(Drawing drawing, Home home, String id) {
        return painted(drawing).svg(home, id);
    }

    /** A drawing that is painted once, for several homes. */
    public static Painted painted(Drawing drawing) {
        VectorGraphics2D painted = new VectorGraphics2D();
        drawing.painting().accept(painted);
        List<Command<?>> commands = new ArrayList<>();
        painted.getCommands().forEach(commands::add);
        return new Painted(drawing, commands);
    }

    /** What was painted. */
    public static final class Painted {
        private final Drawing drawing;
        private final List<Command<?>> commands;

        private Painted(Drawing drawing, List<Command<?>> commands) {
            this.drawing = drawing;
            this.commands = commands;
        }

        /**
         * Its SVG.
         *
         * @param id not used by any other SVG of the same page
         */
        public String svg(Home home, String id) {
            SvgWriter writer = new SvgWriter(home, SvgMarks.of(home, commands));
            commands.forEach(writer::follow);
            return writer.document(drawing, id);
        }
    }

    private String document(Drawing drawing, String id) {
        String size = drawing.width() + " " + drawing.height();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\""
                + (home == Home.FILE ? " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" : "")
                + " viewBox=\"0 0 " + size + "\""
                + (home == Home.FILE ? " width=\"" + drawing.width() + "\" height=\"" + drawing.height() + "\"" : "")
                + (home == Home.SERVED ? " class=\"picture\" role=\"group\"" : " role=\"img\"") + " lang=\""
                + drawing.language() + "\" aria-labelledby=\"" + id + "-t"
                + (home == Home.SERVED ? "\" aria-describedby=\"" : " ") + id + "-d\">\n"
                + "<title id=\"" + id + "-t\">" + Markup.escaped(drawing.title()) + "</title>\n"
                + "<desc id=\"" + id + "-d\">" + Markup.escaped(drawing.description()) + "</desc>\n"
                + glyphs.definitions() + body + "</svg>\n";
    }

    private void follow(Command<?> command) {
        if (command instanceof SetColorCommand set) {
            colour = set.getValue();
        } else if (command instanceof SetFontCommand set) {
            font = set.getValue();
        } else if (command instanceof SetStrokeCommand set && set.getValue() instanceof BasicStroke basic) {
            stroke = basic;
        } else if (command instanceof SetTransformCommand set) {
            transform = new AffineTransform(set.getValue());
        } else if (command instanceof AffineTransformCommand more) {
            transform.concatenate(more.getValue());
        } else if (command instanceof SetHintCommand set) {
            if (set.getKey() instanceof Painter.PointedKey && set.getValue() instanceof Mark mark) {
                lastShape = "";
                body.append(marks.of(mark));
            }
        } else {
            draw(command);
        }
    }

    /** The rules that {@link Home#SERVED} needs, for the page's own sheet of styles: colours, also dark, and the focus. */
    public static String css() {
        return Bundled.text(SvgWriter.class, "served.css");
    }

    /** Clips are left out: nothing is painted outside its plot. */
    private void draw(Command<?> command) {
        if (colour.getAlpha() == 0) {
            return;
        }
        if (command instanceof FillShapeCommand fill) {
            shape(fill.getValue(), paint("fill"), "");
        } else if (command instanceof DrawShapeCommand draw && stroke.getLineWidth() > 0) {
            shape(draw.getValue(), "fill=\"none\"", " " + paint("stroke") + strokeStyle(draw.getValue()));
        } else if (command instanceof DrawStringCommand text && font != null) {
            text(text, font);
        }
    }

    /** A shape that is filled and then outlined is one element. */
    private void shape(Shape shape, String fill, String edge) {
        String element = shapes.element(shape, transform);
        boolean sameAgain = !edge.isEmpty() && element.equals(lastShape) && body.length() == lastEnd;
        boolean bothStyled = twice("style=", edge) || twice("class=", edge);
        if (sameAgain && !bothStyled) {
            body.setLength(body.length() - "/>\n".length());
            body.append(edge);
        } else {
            lastStart = body.length();
            body.append(element).append(fill).append(edge);
        }
        body.append("/>\n");
        lastShape = edge.isEmpty() ? element : "";
        lastEnd = body.length();
    }

    private boolean twice(String attribute, String edge) {
        return edge.contains(attribute) && body.indexOf(attribute, lastStart) >= 0;
    }

    private void text(DrawStringCommand text, Font font) {
        double x = text.getX() + transform.getTranslateX();
        double y = text.getY() + transform.getTranslateY();
        if (home == Home.FILE) {
            body.append("<g ").append(paint("fill")).append(">");
            body.append(glyphs.uses(text.getValue(), font, x, y)).append("</g>\n");
            return;
        }
        body.append("<text x=\"").append(SvgShapes.number(x)).append("\" y=\"").append(SvgShapes.number(y));
        body.append("\" font-size=\"")
                .append(SvgShapes.number(font.getSize2D()))
                .append('"');
        body.append(font.getFontName().contains("Bold") ? " font-weight=\"700\" " : " ")
                .append(paint("fill"));
        body.append('>').append(Markup.escaped(text.getValue())).append("</text>\n");
    }

    private String paint(String what) {
        if (home != Home.FILE && what.equals("stroke") && colour.equals(Palette.OUTLINE)) {
            // Each mark has it: a rule of the page is shorter.
            return "class=\"o\"";
        }
        String hex = String.format("#%06x", colour.getRGB() & 0xffffff);
        String name = home == Home.FILE ? null : pageColour(hex);
        String paint = name == null ? what + "=\"" + hex + "\"" : turning(what, name, hex);
        return colour.getAlpha() == 255
                ? paint
                : paint + " " + what + "-opacity=\"" + SvgShapes.number(colour.getAlpha() / 255.0) + "\"";
    }

    private String turning(String what, String name, String hex) {
        return home == Home.SERVED
                ? "class=\"" + what.charAt(0) + "-" + name + "\""
                : "style=\"" + what + ":var(--" + name + "," + hex + ")\"";
    }

    /** The colours that turn when a page turns dark. */
    private static @Nullable String pageColour(String hex) {
        return switch (hex) {
            case "#ffffff" -> "paper";
            case "#22262e" -> "ink";
            case "#5b6270" -> "muted";
            case "#e4e7ec" -> "grid";
            case "#8a4b00" -> "warning";
            case "#931e43" -> "high";
            case "#4c0f5a" -> "highest";
            default -> null;
        };
    }

    private String strokeStyle(Shape shape) {
        StringBuilder style = new StringBuilder(" stroke-width=\"")
                .append(SvgShapes.number(stroke.getLineWidth()))
                .append('"');
        boolean hasEnds = !(shape instanceof RectangularShape);
        if (hasEnds && stroke.getEndCap() != BasicStroke.CAP_BUTT) {
            boolean round = stroke.getEndCap() == BasicStroke.CAP_ROUND;
            style.append(" stroke-linecap=\"")
                    .append(round ? "round" : "square")
                    .append('"');
        }
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            style.append(" stroke-dasharray=\"");
            for (float dash : dashes) {
                style.append(SvgShapes.number(dash)).append(' ');
            }
            style.setLength(style.length() - 1);
            style.append('"');
        }
        return style.toString();
    }
}
