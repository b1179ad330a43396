package paymap.chart.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.PayBand;

/** One picture: title, finding, key, body and caption on white paper. */
final class PictureLayout {

    private static final int SWATCH = 14;
    private static final int KEY_LINE = 22;
    private static final double LINE = 1.4;

    /** Draws the picture itself into the full width below its key. */
    interface Body {
        void paint(Painter painter, double top);
    }

    /**
     * The words of a layout.
     *
     * @param title what is shown; the layout puts in front of it what was searched for
     * @param finding what it shows, one sentence
     * @param subtitle how to read it
     * @param notes what else must be known; printed before the caption that all pictures have
     */
    record Words(String title, String finding, String subtitle, List<String> notes) {
        Words {
            notes = List.copyOf(notes);
        }
    }

    /** A line of text: where it stands, with y of its base line. */
    private record Line(String text, double x, double y, TextStyle style, Color colour) {}

    private final DrawingContext context;
    private final Sheet sheet;
    private final String title;
    private final String finding;
    private final Body body;
    private final List<Line> lines = new ArrayList<>();
    private final List<Swatch> swatches = new ArrayList<>();
    private final double bodyTop;
    private final int height;

    /** A band of the key. */
    private record Swatch(@Nullable PayBand band, String name, double x, double y) {}

    PictureLayout(DrawingContext context, Words words, boolean withBands, double bodyHeight, Body body) {
        this.context = context;
        this.sheet = context.sheet();
        this.body = body;
        title = context.wording().titled(words.title);
        finding = words.finding;
        double y = head(sheet.isPhone() ? 0 : 20);
        y = lines(List.of(finding), y + 6, TextStyle.FINDING, Palette.INK);
        y = lines(List.of(words.subtitle), y + 3, sheet.isPhone() ? TextStyle.SMALL : TextStyle.LABEL, Palette.MUTED);
        bodyTop = withBands ? key(y + 12) + 12 : y + 14;
        y = lines(words.notes, bodyTop + bodyHeight + 12, TextStyle.SMALL, Palette.MUTED);
        // On a phone the page says it once, above all pictures.
        y = sheet.isPhone() ? y : lines(context.wording().caption(), y, TextStyle.SMALL, Palette.MUTED);
        height = (int) Math.ceil(y + (sheet.isPhone() ? 4 : 14));
    }

    /** The user's own words, the title, and the sign that nobody shall take made-up pay for real; returns where they end. */
    private double head(double top) {
        boolean madeUp = context.data().source().madeUp();
        double y = top + (madeUp && sheet.isPhone() ? 34 : 0);
        double room = sheet.inner() - (madeUp && !sheet.isPhone() ? warningWidth() + 20 : 0);
        if (context.wording().heading() != null) {
            y = line(
                    Lines.cut(context.fonts(), context.wording().heading(), TextStyle.LABEL_BOLD, room),
                    y,
                    TextStyle.LABEL_BOLD,
                    Palette.MUTED);
        }
        TextStyle style = sheet.title();
        List<String> title = sheet.isPhone()
                ? Lines.wrapped(context.fonts(), this.title, style, room)
                : List.of(Lines.cut(context.fonts(), this.title, style, room));
        for (String part : title) {
            y = line(part, y, style, Palette.INK);
        }
        return y;
    }

    private double lines(List<String> texts, double top, TextStyle style, Color colour) {
        double y = top;
        for (String text : texts) {
            for (String part : Lines.wrapped(context.fonts(), text, style, sheet.inner())) {
                y = line(part, y, style, colour);
            }
        }
        return y;
    }

    private double line(String text, double top, TextStyle style, Color colour) {
        lines.add(new Line(text, sheet.margin(), top + style.size() * 1.1, style, colour));
        return top + style.size() * LINE;
    }

    /** The bands of pay, in as many lines as they need; returns where the key ends. */
    private double key(double top) {
        double x = sheet.margin();
        double y = top;
        for (PayBand band : PayBand.values()) {
            String name = context.name(band);
            double width = SWATCH + 6 + context.fonts().width(name, TextStyle.LABEL);
            if (x + width > sheet.right()) {
                x = sheet.margin();
                y += KEY_LINE;
            }
            swatches.add(new Swatch(band, name, x, y));
            x += width + 18;
        }
        String direction =
                context.say(context.unit().called() + "：低 → 高", context.unit().adjective() + " pay: low → high");
        if (x + context.fonts().width(direction, TextStyle.LABEL) <= sheet.right()) {
            swatches.add(new Swatch(null, direction, x, y));
        }
        return y + SWATCH;
    }

    String finding() {
        return finding;
    }

    /** @param description the picture in words; the caption is added */
    Drawing drawing(String description) {
        String inWords = finding + " " + description + " "
                + String.join(" ", context.wording().caption());
        return new Drawing(
                sheet.width(),
                height,
                title,
                inWords.strip(),
                context.language().tag(),
                this::paint);
    }

    private void paint(Graphics2D g) {
        Painter painter = new Painter(g, context.fonts());
        painter.fill(new Rectangle2D.Double(0, 0, sheet.width(), height), Palette.PAPER);
        if (context.data().source().madeUp()) {
            warning(painter);
        }
        lines.forEach(line -> painter.left(line.text, line.x, line.y, line.style, line.colour));
        swatches.forEach(swatch -> swatch(painter, swatch));
        body.paint(painter, bodyTop);
    }

    private static void swatch(Painter painter, Swatch swatch) {
        if (swatch.band == null) {
            painter.left(swatch.name, swatch.x, swatch.y + 12, TextStyle.LABEL, Palette.MUTED);
        } else {
            painter.bar(swatch.x, swatch.y, SWATCH, SWATCH, BandColours.of(swatch.band));
            painter.left(swatch.name, swatch.x + SWATCH + 6, swatch.y + 12, TextStyle.LABEL, Palette.INK);
        }
    }

    private String warningText() {
        return context.say("虚构数据", "made-up data");
    }

    private double warningWidth() {
        return context.fonts().width(warningText(), TextStyle.LABEL_BOLD) + 22;
    }

    private void warning(Painter painter) {
        double x = sheet.isPhone() ? sheet.margin() : sheet.right() - warningWidth();
        double y = sheet.isPhone() ? 2 : 26;
        painter.outline(new RoundRectangle2D.Double(x, y, warningWidth(), 27, 27, 27), Palette.WARNING, 1.5);
        painter.left(warningText(), x + 11, y + 18.5, TextStyle.LABEL_BOLD, Palette.WARNING);
    }
}
