package paymap.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** One picture: title, key, body and caption on white paper. */
final class Sheet {

    /** In pixels; the height follows from what is shown. */
    static final int WIDTH = 1000;

    static final int MARGIN = 36;
    static final int INNER = WIDTH - 2 * MARGIN;
    private static final double CAPTION_LINE = 18;
    private static final double SUBTITLE_LINE = 21;
    private static final int SWATCH = 14;

    /** Draws the picture itself into the full width below its key. */
    interface Body {
        void paint(Pen pen, double top);
    }

    /**
     * The words of a sheet.
     *
     * @param title what is shown; the sheet puts in front of it what was searched for
     * @param subtitle how to read it
     * @param notes what else must be known; printed before the caption that all pictures have
     */
    record Words(String title, String subtitle, List<String> notes) {
        Words {
            notes = List.copyOf(notes);
        }
    }

    private final Studio studio;
    private final Words words;
    private final boolean withLevels;
    private final Body body;
    private final List<String> subtitle;
    private final List<String> caption;
    private final double bodyTop;
    private final double bodyHeight;

    Sheet(Studio studio, Words words, boolean withLevels, double bodyHeight, Body body) {
        this.studio = studio;
        this.words = new Words(studio.titled(words.title), words.subtitle, words.notes);
        this.withLevels = withLevels;
        this.body = body;
        this.bodyHeight = bodyHeight;
        subtitle = Lines.wrapped(studio.fonts(), words.subtitle, Type.SUBTITLE, INNER);
        caption = new ArrayList<>();
        words.notes.forEach(note -> caption.addAll(Lines.wrapped(studio.fonts(), note, Type.SMALL, INNER)));
        studio.caption().forEach(line -> caption.addAll(Lines.wrapped(studio.fonts(), line, Type.SMALL, INNER)));
        bodyTop = subtitleTop() + subtitle.size() * SUBTITLE_LINE + (withLevels ? 40 : 10);
    }

    int height() {
        return (int) Math.ceil(captionTop() + caption.size() * CAPTION_LINE + 14);
    }

    String title() {
        return words.title;
    }

    void paint(Graphics2D g) {
        Pen pen = new Pen(g, studio.fonts());
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, height()), Palette.PAPER);
        head(pen);
        if (withLevels) {
            levels(pen, bodyTop - 26);
        }
        body.paint(pen, bodyTop);
        double y = captionTop() + 13;
        for (String line : caption) {
            pen.left(line, MARGIN, y, Type.SMALL, Palette.MUTED);
            y += CAPTION_LINE;
        }
    }

    private double captionTop() {
        return bodyTop + bodyHeight + 16;
    }

    private double titleBase() {
        return studio.heading() == null ? 52 : 72;
    }

    private double subtitleTop() {
        return titleBase() + 12;
    }

    private void head(Pen pen) {
        double room = INNER - (studio.data().source().isMadeUp() ? warning(pen) + 20 : 0);
        if (studio.heading() != null) {
            String heading = Lines.cut(studio.fonts(), studio.heading(), Type.LABEL_BOLD, room);
            pen.left(heading, MARGIN, 38, Type.LABEL_BOLD, Palette.MUTED);
        }
        String title = Lines.cut(studio.fonts(), words.title, Type.TITLE, room);
        pen.left(title, MARGIN, titleBase(), Type.TITLE, Palette.INK);
        double y = subtitleTop() + 15;
        for (String line : subtitle) {
            pen.left(line, MARGIN, y, Type.SUBTITLE, Palette.MUTED);
            y += SUBTITLE_LINE;
        }
    }

    /** Nobody shall take made-up pay for real. Returns how wide the sign is. */
    private double warning(Pen pen) {
        String text = studio.say("虚构数据", "made-up data");
        double width = pen.width(text, Type.LABEL_BOLD) + 22;
        double x = WIDTH - MARGIN - width;
        pen.outline(new RoundRectangle2D.Double(x, 26, width, 27, 27, 27), Palette.WARNING, 1.5);
        pen.left(text, x + 11, 44.5, Type.LABEL_BOLD, Palette.WARNING);
        return width;
    }

    private void levels(Pen pen, double y) {
        double x = MARGIN;
        for (Level level : Level.values()) {
            pen.bar(x, y, SWATCH, SWATCH, level.colour());
            pen.left(level.name(studio.language()), x + SWATCH + 6, y + 12, Type.LABEL, Palette.INK);
            x += SWATCH + 24 + pen.width(level.name(studio.language()), Type.LABEL);
        }
        String direction = studio.say("月薪：低 → 高", "monthly pay: low → high");
        pen.left(direction, x, y + 12, Type.LABEL, Palette.MUTED);
    }
}
