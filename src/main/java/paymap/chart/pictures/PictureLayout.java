package paymap.chart.pictures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import paymap.chart.draw.Drawing;
import paymap.chart.draw.Lines;
import paymap.chart.draw.Painter;
import paymap.chart.draw.Palette;
import paymap.chart.draw.TextStyle;
import paymap.chart.figures.PayBand;

/** One picture: title, key, body and caption on white paper. */
final class PictureLayout {

    /** In pixels; the height follows from what is shown. */
    static final int WIDTH = 1000;

    static final int MARGIN = 36;
    static final int INNER = WIDTH - 2 * MARGIN;
    private static final double CAPTION_LINE = 18;
    private static final double SUBTITLE_LINE = 21;
    private static final int SWATCH = 14;

    /** Draws the picture itself into the full width below its key. */
    interface Body {
        void paint(Painter painter, double top);
    }

    /**
     * The words of a layout.
     *
     * @param title what is shown; the layout puts in front of it what was searched for
     * @param subtitle how to read it
     * @param notes what else must be known; printed before the caption that all pictures have
     */
    record Words(String title, String subtitle, List<String> notes) {
        Words {
            notes = List.copyOf(notes);
        }
    }

    private final DrawingContext context;
    private final Words words;
    private final boolean withBands;
    private final Body body;
    private final List<String> subtitle;
    private final List<String> caption;
    private final double bodyTop;
    private final double bodyHeight;

    PictureLayout(DrawingContext context, Words words, boolean withBands, double bodyHeight, Body body) {
        this.context = context;
        this.words = new Words(context.titled(words.title), words.subtitle, words.notes);
        this.withBands = withBands;
        this.body = body;
        this.bodyHeight = bodyHeight;
        subtitle = Lines.wrapped(context.fonts(), words.subtitle, TextStyle.SUBTITLE, INNER);
        caption = new ArrayList<>();
        words.notes.forEach(note -> caption.addAll(Lines.wrapped(context.fonts(), note, TextStyle.SMALL, INNER)));
        context.caption().forEach(line -> caption.addAll(Lines.wrapped(context.fonts(), line, TextStyle.SMALL, INNER)));
        bodyTop = subtitleTop() + subtitle.size() * SUBTITLE_LINE + (withBands ? 40 : 10);
    }

    private int height() {
        return (int) Math.ceil(captionTop() + caption.size() * CAPTION_LINE + 14);
    }

    /** @param description the picture in words; the caption is added */
    Drawing drawing(String description) {
        String inWords = description + " " + String.join(" ", context.caption());
        return new Drawing(
                WIDTH, height(), words.title, inWords, context.language().tag(), this::paint);
    }

    private void paint(Graphics2D g) {
        Painter painter = new Painter(g, context.fonts());
        painter.fill(new Rectangle2D.Double(0, 0, WIDTH, height()), Palette.PAPER);
        head(painter);
        if (withBands) {
            bands(painter, bodyTop - 26);
        }
        body.paint(painter, bodyTop);
        double y = captionTop() + 13;
        for (String line : caption) {
            painter.left(line, MARGIN, y, TextStyle.SMALL, Palette.MUTED);
            y += CAPTION_LINE;
        }
    }

    private double captionTop() {
        return bodyTop + bodyHeight + 16;
    }

    private double titleBase() {
        return context.heading() == null ? 52 : 72;
    }

    private double subtitleTop() {
        return titleBase() + 12;
    }

    private void head(Painter painter) {
        double room = INNER - (context.data().source().madeUp() ? warning(painter) + 20 : 0);
        if (context.heading() != null) {
            String heading = Lines.cut(context.fonts(), context.heading(), TextStyle.LABEL_BOLD, room);
            painter.left(heading, MARGIN, 38, TextStyle.LABEL_BOLD, Palette.MUTED);
        }
        String title = Lines.cut(context.fonts(), words.title, TextStyle.TITLE, room);
        painter.left(title, MARGIN, titleBase(), TextStyle.TITLE, Palette.INK);
        double y = subtitleTop() + 15;
        for (String line : subtitle) {
            painter.left(line, MARGIN, y, TextStyle.SUBTITLE, Palette.MUTED);
            y += SUBTITLE_LINE;
        }
    }

    /** Nobody shall take made-up pay for real. Returns how wide the sign is. */
    private double warning(Painter painter) {
        String text = context.say("虚构数据", "made-up data");
        double width = painter.width(text, TextStyle.LABEL_BOLD) + 22;
        double x = WIDTH - MARGIN - width;
        painter.outline(new RoundRectangle2D.Double(x, 26, width, 27, 27, 27), Palette.WARNING, 1.5);
        painter.left(text, x + 11, 44.5, TextStyle.LABEL_BOLD, Palette.WARNING);
        return width;
    }

    private void bands(Painter painter, double y) {
        double x = MARGIN;
        for (PayBand band : PayBand.values()) {
            painter.bar(x, y, SWATCH, SWATCH, BandColours.of(band));
            painter.left(band.name(context.language()), x + SWATCH + 6, y + 12, TextStyle.LABEL, Palette.INK);
            x += SWATCH + 24 + painter.width(band.name(context.language()), TextStyle.LABEL);
        }
        String direction = context.say("月薪：低 → 高", "monthly pay: low → high");
        painter.left(direction, x, y + 12, TextStyle.LABEL, Palette.MUTED);
    }
}
